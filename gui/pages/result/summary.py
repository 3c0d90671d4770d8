"""What the result says first: the alarm, the risk, the road."""

from __future__ import annotations

from gui.pages.result.state import ResultState, RiskState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.charts import RiskScale
from gui.widgets.layouts import Card, Flow, column, row
from gui.widgets.road import RoadLine
from gui.widgets.text import Chip, text


def risk_card(risk: RiskState, look: Look) -> Card:
    """Return band, number, range and what they mean."""
    scale = RiskScale(look, "result-scale")
    scale.show_risk(risk.edges, risk.names, risk.estimate, risk.spread, risk.heard)
    band = Chip(risk.band, "display-good" if risk.calm else "display-caution", "result-band")
    numbers = Flow([band, Chip(risk.risk, "title", "result-risk"), Chip(risk.range, "small", "result-range")])
    numbers.setSpacing(Space.M)
    label = column(text(risk.label, "small"), numbers, space=Space.NONE)
    sentences = [text(words) for words in risk.sentences]
    return Card(label, scale, *sentences, None, name="result-card-risk")


def road_card(state: ResultState, look: Look, how: Button) -> Card:
    """Return the road from the request to the card, what most likely stops it, and the way to how it was reckoned."""
    how.say(state.how)
    said = [text(words) for words in state.road_says]
    note = column(text(state.road_note, "small"), row(how, None), space=Space.XS)
    road = RoadLine(look, "result-gate", state.road)
    return Card(text(state.road_title, "lead"), road, *said, None, note, name="result-card-road")
