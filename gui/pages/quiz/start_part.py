"""What can be asked, on the screen: the round that waits, the sets, the lessons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.pages.quiz.state import GroupState, LineState, StartState
from gui.pages.quiz.ways import Ways, choosing
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import WrappingButton
from gui.widgets.layouts import Card, Columns, Item, clear, column, fill
from gui.widgets.text import text


class StartPart(QWidget):
    """The part.

    Signals:
        begin_requested (str): Begin a round, by its address.
        resume_requested (): Go on with the one that waits.
    """

    begin_requested = Signal(str)
    resume_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        super().__init__()
        self._look = look
        self._shown: StartState | None = None
        self._body = column(space=Space.L)
        self.setLayout(self._body)

    def show_state(self, state: StartState) -> None:
        """Show a picture; built anew only when it is another one."""
        if state == self._shown:
            return
        self._shown = state
        clear(self._body)
        waiting: list[Item] = [self._waiting(state)] if state.resume else []
        groups = Columns(self._look, [(self._group(group), 1) for group in state.groups])
        fill(self._body, (*waiting, groups, text(state.note, "small", "quiz-note")))

    def empty(self) -> None:
        """Hold nothing while it is not shown."""
        self._shown = None
        clear(self._body)

    def take_focus(self) -> None:
        """Put the keyboard on the first round: the one that waits, where one does."""
        first = next(iter(self.findChildren(QPushButton)), None)
        if first is not None:
            first.setFocus()

    def _waiting(self, state: StartState) -> Card:
        button = WrappingButton("quiz-resume", "primary", self.resume_requested)
        button.say(state.resume, f"{state.resume} {state.resume_title}")
        told = column(text(state.resume_title, "lead"), text(state.resume_text), space=Space.XS)
        return Card(told, Ways([button]), role="card-accent", name="quiz-waiting", space=Space.M)

    def _group(self, group: GroupState) -> Card:
        told = column(text(group.title, "lead"), text(group.text, "muted"), space=Space.XS)
        lines = (self._line(found) for found in group.lines)
        return Card(told, *lines, None, name=f"quiz-group-{group.id}", space=Space.L)

    def _line(self, found: LineState) -> QVBoxLayout:
        wanted = [
            (f"quiz-begin-{way.address.replace(':', '-')}", way.address, way.label, way.heard) for way in found.ways
        ]
        ways = choosing(wanted, "", self.begin_requested)
        return column(text(found.name, "strong"), ways) if found.name else column(ways)
