"""Rules and numbers on the screen, folded away: each opens by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QWidget

from gui.pages.help.channels import ChannelView
from gui.pages.help.state import ChannelLine, RightCard, RightsState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.fold import Fold
from gui.widgets.layouts import Card, column, line
from gui.widgets.piecemeal import Piecemeal
from gui.widgets.text import text


class Rights(QWidget):
    """What may be asked for, what has ended, whom to call.

    Signals:
        copy_requested (str): A place's number.
    """

    copy_requested = Signal(str)

    def __init__(self, look: Look, builder: Piecemeal) -> None:
        """Build it empty."""
        super().__init__()
        self._look, self._builder = look, builder
        self._shown: RightsState | None = None
        self._copies = QSignalMapper(self)
        self._copies.mappedString.connect(self.copy_requested)
        self._place = column(space=Space.L)
        self.setLayout(self._place)

    def show_rights(self, state: RightsState) -> None:
        """Show them; the same ones stay as they are, open or folded."""
        if state == self._shown:
            return
        self._shown = state
        makers: list[Callable[[], QWidget]] = [partial(channels_card, state, self._copies, self._look)]
        if state.over:
            makers.insert(0, partial(over_card, state))
        if state.rights:
            makers.insert(0, partial(rights_card, state, self._look))
        self._builder.put(self._place, makers)


def rights_card(state: RightsState, look: Look) -> Card:
    """Return every rule under its name."""
    folds = [Fold(look, f"help-right-{right.id}", right.name, partial(right_note, right)) for right in state.rights]
    return Card(text(state.title, "lead"), *folds, name="help-rights", space=Space.XS)


def over_card(state: RightsState) -> Card:
    """Return what has ended, told as that."""
    told = [right_told(right, "") for right in state.over]
    return Card(text(state.over_title, "lead"), *told, role="card-caution", name="help-over")


def channels_card(state: RightsState, copies: QSignalMapper, look: Look) -> Card:
    """Return every place to turn to, folded away."""
    numbers = partial(channels_told, state.channels, copies, look)
    return Card(Fold(look, "help-channels", state.channels_title, numbers))


def right_note(right: RightCard) -> Card:
    """Return a rule below its own name."""
    return Card(text(right.says), *(text(words, "small") for words in right.lines), role="note")


def right_told(right: RightCard, role: str) -> QWidget:
    """Return a rule with its name; ``role`` is that of the small print."""
    made = QWidget()
    lines = [text(words, role) for words in right.lines]
    made.setLayout(column(text(right.name, "strong", f"help-over-{right.id}"), text(right.says), *lines))
    return made


def channels_told(channels: tuple[ChannelLine, ...], copies: QSignalMapper, look: Look) -> QWidget:
    """Return every place, a line between each and the next."""
    made, place = QWidget(), column(space=Space.M)
    for channel in channels:
        place.addWidget(line())
        place.addWidget(ChannelView(channel, "all", copies, look))
    made.setLayout(place)
    return made
