"""What comes before everything else when there are signs of fraud."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent

from gui.signs import AlarmState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.chips import Chips, Remark
from gui.widgets.layouts import Card, column, row
from gui.widgets.text import Text, text


def alarm_card(alarm: AlarmState, look: Look, name: str, go_on: Button | None = None) -> Card:
    """Return the card; ``go_on`` is shown where the alarm has words for it."""
    stop = alarm.level == "stop"
    card = Card(role="card-danger" if stop else "card-caution", name=name, space=Space.M)
    body = card.body
    body.addWidget(text(alarm.title, "title" if stop else "lead", f"{name}-title"))
    body.addWidget(text(alarm.body))
    if alarm.why_title:
        _add_why(card, alarm, look, name)
        _add_steps(card, alarm)
    else:
        _add_steps(card, alarm)
        _add_why(card, alarm, look, name)
    if alarm.note:
        body.addWidget(text(alarm.note, "strong"))
    if alarm.go_on and go_on is not None:
        go_on.say(alarm.go_on)
        body.addLayout(row(go_on, None))
    return card


def announce(card: Card) -> None:
    """Let a reader of screens tell of an alarm that has just come."""
    title = card.findChild(Text, f"{card.objectName()}-title")
    if title is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(title, QAccessible.Event.Alert))


def _add_steps(card: Card, alarm: AlarmState) -> None:
    if alarm.steps_title:
        card.body.addWidget(text(alarm.steps_title, "lead"))
    for number, step in enumerate(alarm.steps, start=1):
        place = text(f"{number}.", "strong", wrap=False)
        told = row(place, text(step, "strong"))
        told.setAlignment(place, Qt.AlignmentFlag.AlignTop)
        told.setStretch(1, 1)
        card.body.addLayout(told)


def _add_why(card: Card, alarm: AlarmState, look: Look, name: str) -> None:
    role = "overline-danger" if alarm.level == "stop" else "overline-caution"
    if alarm.why_title:
        card.body.addWidget(text(alarm.why_title, "lead"))
    for flag, why in alarm.flags:
        card.body.addLayout(column(text(flag, role), text(why), space=Space.NONE))
    if alarm.matched:
        chips = Chips(look, f"{name}-matched", [Remark(word) for word in alarm.matched], alarm.matched_title)
        card.body.addLayout(column(text(alarm.matched_title, "small"), chips, space=Space.XS))
