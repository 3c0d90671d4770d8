"""One slide on the screen: what the class looks at, beside it the road and what leads."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.projector.state import AlarmRow, CauseRow, RoadState, SlideState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.charts import Share
from gui.widgets.layouts import Card, Item, column, row
from gui.widgets.road import Road
from gui.widgets.text import text

TEXT_SHARE, ROAD_SHARE = 5, 4
"""How the width is shared where there is a road."""
CHINESE = 0x2E80
"""From this code on signs are twice as wide as Latin letters."""
LONG = 90
"""An answer wider than so many Latin letters is told in smaller type: it must not make all else smaller."""


def slide_of(state: SlideState, look: Look) -> QWidget:
    """Return a slide."""
    made = QWidget()
    left = column(*_told(state, look), None, space=Space.L)
    if state.road is None:
        made.setLayout(left)
        return made
    across = row(left, _road_card(state.road, look), space=Space.XL)
    across.setStretch(0, TEXT_SHARE)
    across.setStretch(1, ROAD_SHARE)
    made.setLayout(across)
    return made


def _told(state: SlideState, look: Look) -> Iterator[Item]:
    if state.alarm is not None:
        yield _alarm(state.alarm)
    yield text(state.overline, "wall-overline", "projector-overline")
    beside_road = state.road is not None
    yield text(state.lead, "title" if beside_road and _wide(state.lead) > LONG else "wall-lead", "projector-lead")
    for number, words in enumerate(state.points, start=1):
        sign = text(f"{number}.", "strong", wrap=False)
        told = row(sign, text(words, "", f"projector-point-{number}"))
        told.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        told.setStretch(1, 1)
        yield told
    for number, words in enumerate(state.texts, start=1):
        yield text(words, "", f"projector-text-{number}")
    if state.road is not None and state.road.causes_title:
        yield _causes(state.road, look)


def _wide(words: str) -> int:
    return sum(2 if ord(sign) >= CHINESE else 1 for sign in words)


def _alarm(alarm: AlarmRow) -> Card:
    stop = alarm.level == "stop"
    role = "overline-danger" if stop else "overline-caution"
    flags = [text(flag, role, f"projector-flag-{number}") for number, flag in enumerate(alarm.flags, start=1)]
    title = text(alarm.title, "lead", "projector-alarm-title")
    return Card(title, *flags, role="card-danger" if stop else "card-caution", name="projector-alarm")


def _road_card(state: RoadState, look: Look) -> QWidget:
    road = Road(look, "projector-road")
    road.show_gates(state.gates)
    card = Card(text(state.title, "lead"), road)
    if state.estimate:
        estimate = row(
            text(state.label, "", "projector-estimate-label"),
            text(state.estimate, "wall-lead", "projector-estimate", wrap=False),
            space=Space.L,
        )
        estimate.setStretch(0, 1)
        card.body.addLayout(estimate)
        card.body.addWidget(text(state.range, "small", "projector-range"))
    card.setObjectName("projector-road-card")
    place = QWidget()
    place.setLayout(column(card, None))
    return place


def _causes(state: RoadState, look: Look) -> Item:
    rows: list[Item] = [_cause(cause, look) for cause in state.causes]
    if not rows:
        rows = [text(state.no_cause, "", "projector-no-cause")]
    return column(text(state.causes_title, "lead", "projector-causes-title"), *rows, space=Space.S)


def _cause(cause: CauseRow, look: Look) -> Item:
    name = text(cause.name, "strong", f"projector-cause-{cause.id}")
    name.setAccessibleName(cause.heard)
    line: list[Item] = [name]
    if cause.moved:
        line.append(text(cause.moved, "value", f"projector-moved-{cause.id}", wrap=False))
    line.append(text(cause.value, "strong", f"projector-share-{cause.id}", wrap=False))
    beside = row(*line, space=Space.L)
    beside.setStretch(0, 1)
    return column(beside, Share(look, f"projector-bar-{cause.id}", cause.share, cause.heard), space=Space.XS)
