"""The steps on the screen: what comes first at a sign of fraud, then a card for each step in its turn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from gui.pages.help.channels import ChannelView
from gui.pages.help.state import AlarmCard, BasisLine, StepCard
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import WrappingButton
from gui.widgets.fold import Fold
from gui.widgets.layouts import Card, Item, clear, column, fill, row
from gui.widgets.piecemeal import Piecemeal
from gui.widgets.text import text


class Alarm(QWidget):
    """What comes before everything else at a sign of fraud; nothing without one.

    Signals:
        copy_requested (str): A place's number.
    """

    copy_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build it without a sign."""
        super().__init__()
        self._look = look
        self._shown: AlarmCard | None = None
        self._copies, self._place = QSignalMapper(self), column()
        self._copies.mappedString.connect(self.copy_requested)
        self.setLayout(self._place)
        self.hide()

    def show_alarm(self, alarm: AlarmCard | None) -> None:
        """Show it; the same one stays as it is."""
        self.setVisible(alarm is not None)
        if alarm == self._shown:
            return
        self._shown = alarm
        clear(self._place)
        if alarm:
            self._place.addWidget(self._card(alarm))

    def _card(self, alarm: AlarmCard) -> Card:
        stop = alarm.level == "stop"
        role = "card-danger" if stop else "card-caution"
        told = (text(alarm.title, "title" if stop else "lead", "help-alarm-title"), text(alarm.body))
        numbers = [ChannelView(channel, "alarm", self._copies, self._look, "") for channel in alarm.channels]
        return Card(*told, *numbers, role=role, name="help-alarm", space=Space.M)


class Steps(QWidget):
    """The cards.

    Signals:
        copy_requested (str), write_requested (str): A place's number; a letter.
    """

    copy_requested = Signal(str)
    write_requested = Signal(str)

    def __init__(self, look: Look, builder: Piecemeal) -> None:
        """Build it without a step."""
        super().__init__()
        self._look, self._builder = look, builder
        self._shown: object = None
        self._copies, self._letters = QSignalMapper(self), QSignalMapper(self)
        self._copies.mappedString.connect(self.copy_requested)
        self._letters.mappedString.connect(self.write_requested)
        self._place = column(space=Space.L)
        self.setLayout(self._place)

    def show_steps(self, steps: tuple[StepCard, ...]) -> None:
        """Show the steps; the same ones stay as they are."""
        if steps == self._shown:
            return
        self._shown = steps
        makers = [partial(StepView, step, self._look, self._copies, self._letters) for step in steps]
        self._builder.put(self._place, makers)


class StepView(Card):
    """One step."""

    def __init__(self, step: StepCard, look: Look, copies: QSignalMapper, letters: QSignalMapper) -> None:
        """Build it."""
        super().__init__(name=f"help-step-{step.id}")
        self._letter = WrappingButton(f"help-write-{step.id}", "", letters.map)
        letters.setMapping(self._letter, step.letter)
        self._letter.say(step.letter_words)
        parts: list[Item] = [head_of(step), text(step.ask)]
        parts += [ChannelView(found, step.id, copies, look) for found in step.channels]
        parts.append(text(step.not_expect, "muted"))
        if step.letter:
            parts.append(row(self._letter, None))
        if step.basis:
            parts.append(Fold(look, f"help-basis-{step.id}", step.basis_title, partial(basis_card, step.basis)))
        fill(self.body, parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the button's words where they must be."""
        super().resizeEvent(event)
        self._letter.fit(self.contentsRect().width() - 2 * Space.XL)


def head_of(step: StepCard) -> QLayout:
    """Return number, turn and name."""
    turn = text(step.turn, "overline", f"help-turn-{step.id}")
    name = column(turn, text(step.name, "lead", f"help-name-{step.id}"), space=Space.NONE)
    head = row(text(step.number, "step-number", wrap=False), name, space=Space.M)
    head.setStretch(1, 1)
    return head


def basis_card(basis: Sequence[BasisLine]) -> Card:
    """Return what a step rests on."""
    lines = [
        column(text(found.name, "strong"), text(found.basis, "small"), text(found.sureness, "small"), space=Space.XS)
        for found in basis
    ]
    return Card(*lines, role="note", space=Space.M)
