"""What the result says first: the alarm, the risk, the road."""

from __future__ import annotations

from gui.pages.result.state import AlarmState, ResultState, RiskState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.charts import RiskScale
from gui.widgets.layouts import Card, Flow, column, row
from gui.widgets.road import RoadLine
from gui.widgets.text import Chip, text


def alarm_card(alarm: AlarmState, go_on: Button) -> Card:
    """Return what comes before everything else when there are signs of fraud."""
    stop = alarm.level == "stop"
    card = Card(role="card-danger" if stop else "card-caution", name="result-alarm", space=Space.M)
    card.body.addWidget(text(alarm.title, "title" if stop else "lead", "result-alarm-title"))
    card.body.addWidget(text(alarm.body))
    for number, step in enumerate(alarm.steps, start=1):
        told = row(text(f"{number}.", "strong", wrap=False), text(step, "strong"))
        told.setStretch(1, 1)
        card.body.addLayout(told)
    for flag in alarm.flags:
        over = text(flag.name, "overline-danger" if stop else "overline-caution")
        card.body.addLayout(column(over, text(flag.remark), space=Space.NONE))
    if alarm.note:
        card.body.addWidget(text(alarm.note, "strong"))
    if alarm.go_on:
        go_on.say(alarm.go_on)
        card.body.addLayout(row(go_on, None))
    return card


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
