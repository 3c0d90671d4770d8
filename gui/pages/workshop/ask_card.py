"""One item of the quiz, on the screen. Nothing says whether an answer is right: the class is asked again afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from gui.pages.workshop.rows import Entry, Rows
from gui.pages.workshop.state import AskedState
from gui.questions.state import RowState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, row
from gui.widgets.text import Text


class AskCard(Card):
    """The second step.

    Signals:
        option_chosen (str), number_typed (str): An answer.
        step_requested (int): An item on (1) or back (-1).
        hand_in_requested (): That was the last one.
    """

    option_chosen = Signal(str)
    number_typed = Signal(str)
    step_requested = Signal(int)
    hand_in_requested = Signal()
    shows = AskedState

    def __init__(self, look: Look) -> None:
        """Build it without words."""
        super().__init__(name="workshop-ask", space=Space.M)
        self._item, self._last = "", False
        self._overline, self._ask = Text("overline", "workshop-item-n"), Text("heading", "workshop-item")
        self._hint, self._note = Text("small", "workshop-item-hint"), Text("small")
        self._one, self._several = (Rows(look, "workshop-option", one_only=one) for one in (True, False))
        self._number = Entry(look, "workshop-number")
        self._back, self._next = Button("workshop-back", "", self._on_back), Button("workshop-next", "primary")
        self._lay_out()

    def show_state(self, state: AskedState) -> None:
        """Show an item; the keyboard goes to its answers when it is another one."""
        came, self._item, self._last = state.item != self._item, state.item, state.last
        self._overline.say(state.overline)
        self._ask.say(state.ask)
        self._hint.say(state.hint)
        self._note.say(state.note)
        nothing: tuple[RowState, ...] = ()
        self._one.show_rows(state.rows if state.one_only else nothing)
        self._several.show_rows(nothing if state.one_only else state.rows)
        self._number.setVisible(state.typed is not None)
        self._number.show_entry(state.number_label, state.typed or "", state.number_error)
        self._back.say(state.keys["back"].words)
        self._next.say(state.keys["next"].words)
        if came and self.isVisible():
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the answers."""
        for rows in (self._one, self._several):
            if rows.isVisibleTo(self):
                rows.take_focus()
        if self._number.isVisibleTo(self):
            self._number.edit.setFocus()

    def _lay_out(self) -> None:
        for part in (self._overline, self._ask, self._hint, self._one, self._several, self._number):
            self.body.addWidget(part)
        self.body.addLayout(row(self._back, self._next, None))
        self.body.addWidget(self._note)
        self._one.chosen.connect(self.option_chosen)
        self._several.chosen.connect(self.option_chosen)
        self._number.typed.connect(self.number_typed)
        self._next.clicked.connect(self._on_next)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self).activated.connect(self._on_next)

    def _on_back(self) -> None:
        self.step_requested.emit(-1)

    def _on_next(self) -> None:
        if self._last:
            self.hand_in_requested.emit()
        else:
            self.step_requested.emit(1)
