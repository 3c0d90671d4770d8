"""What can be asked, on the screen: the round that waits, the sets, the lessons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.pages.quiz.state import GroupState, LineState, PastState, StartState
from gui.pages.quiz.ways import Ways, choosing
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import WrappingButton
from gui.widgets.layouts import Card, Columns, Item, clear, column, fill
from gui.widgets.text import text

BRING_BACK = "quiz-bring-back"


class StartPart(QWidget):
    """The part.

    Signals:
        begin_requested (str): Begin a round, by its address.
        resume_requested (): Go on with the one that waits.
        remove_requested (str), bring_back_requested (): Remove a kept round by its uid; keep it again.
    """

    begin_requested = Signal(str)
    resume_requested = Signal()
    remove_requested = Signal(str)
    bring_back_requested = Signal()

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
        self._shown, had = state, self._has_keyboard()
        clear(self._body)
        waiting: list[Item] = [self._waiting(state)] if state.resume else []
        groups = Columns(self._look, [(self._group(group), 1) for group in state.groups])
        past: list[Item] = [self._past(state.past)] if state.past else []
        fill(self._body, (*waiting, groups, *past, text(state.note, "small", "quiz-note")))
        if had:
            self.take_focus()

    def empty(self) -> None:
        """Hold nothing while it is not shown."""
        self._shown = None
        clear(self._body)

    def take_focus(self) -> None:
        """Put the keyboard on the way back of what was removed, else on the first round: the one that waits."""
        buttons = self.findChildren(QPushButton)
        back = [button for button in buttons if button.objectName() == BRING_BACK]
        for button in (back or buttons)[:1]:
            button.setFocus()

    def _has_keyboard(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()  # the stubs forget that nothing may have it
        return focused is not None and self.isAncestorOf(focused)

    def _past(self, past: PastState) -> Card:
        rows: list[Item] = []
        for number, found in enumerate(past.rows, start=1):
            way = choosing(
                [(f"quiz-remove-{number}", found.uid, found.remove, found.heard)], "link", self.remove_requested
            )
            rows.append(column(text(found.words, "", f"quiz-past-{number}"), way, space=Space.XS))
        if past.bring_back:
            button = WrappingButton(BRING_BACK, "", self.bring_back_requested)
            button.say(past.bring_back)
            rows.append(column(text(past.removed, "muted"), Ways([button]), space=Space.S))
        return Card(text(past.title, "lead"), *rows, name="quiz-past", space=Space.M)

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
