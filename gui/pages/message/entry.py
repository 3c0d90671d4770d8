"""The field of the message page on the screen."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.pages.message.state import EntryState
from gui.questions.answers import LinesField
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Flow, column, fill
from gui.widgets.text import Chip, Text


class EntryCard(Card):
    """What is pasted, how long it is, and the way to put it away.

    Signals:
        typed (str): What stands in the field now.
        clear_requested (): Forget it.
    """

    typed = Signal(str)
    clear_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        super().__init__(name="message-entry", space=Space.M)
        self._label, self._field = Text("lead"), LinesField()
        self._count, self._cut = Chip("", "small", "message-count"), Text("error", "message-cut")
        self._clear = Button("message-clear", "link", self._on_clear)
        self._privacy = Text("small")
        self._field.setObjectName("message-text")
        self._field.setFixedHeight(look.px(Size.LINES))
        self._field.textEdited.connect(self.typed)
        self._label.setBuddy(self._field)
        foot = Flow((self._count, self._clear), ends=True)
        fill(self.body, (self._label, column(self._field, foot, self._cut, space=Space.XS), self._privacy))

    def show_state(self, state: EntryState) -> None:
        """Show it; the cursor of somebody who types stays where it is."""
        self._field.show_text(state.text)
        self._field.setPlaceholderText(state.example)
        self._field.setAccessibleName(state.label)
        self._field.setAccessibleDescription(state.cut or state.count)
        for label, words in (
            *((self._label, state.label), (self._count, state.count), (self._cut, state.cut)),
            (self._privacy, state.privacy),
        ):
            label.say(words)
        self._clear.say(state.clear)
        self._clear.setEnabled(state.can_clear)

    def take_focus(self) -> None:
        """Put the keyboard on the field."""
        self._field.setFocus()

    def _on_clear(self) -> None:
        self._field.setFocus()  # the button is about to let it go
        self.clear_requested.emit()
