"""The card with which scores go into the journal and come back."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.pages.trend.state import KeepState
from gui.widgets.buttons import WrappingButton
from gui.widgets.layouts import Card, Flow, fill
from gui.widgets.text import Text, show_when


class KeepCard(Card):
    """The card.

    Signals:
        keep_requested (), replace_requested (): Keep the scores; also in place of others of the same days.
        out_requested (): Bring those of the journal into the table.
    """

    keep_requested = Signal()
    replace_requested = Signal()
    out_requested = Signal()

    def __init__(self) -> None:
        """Build it without words."""
        super().__init__(name="trend-journal")
        self._title, self._note, self._told = Text("lead"), Text("muted"), Text("strong", "trend-kept")
        self._keep = WrappingButton("trend-keep", "", self.keep_requested)
        self._out = WrappingButton("trend-keep-out", "", self.out_requested)
        self._replace = WrappingButton("trend-keep-replace", "", self.replace_requested)
        fill(self.body, (self._title, self._note, self._told, Flow((self._keep, self._out, self._replace))))

    def show_state(self, state: KeepState) -> None:
        """Show a picture; where the keyboard's button goes away, it stays in the card."""
        for label, words in ((self._title, state.title), (self._note, state.note), (self._told, state.told)):
            label.say(words)
        buttons = ((self._keep, state.keep), (self._out, state.out), (self._replace, state.replace))
        for button, words in buttons:
            button.say(words)
        self._keep.setEnabled("keep" in state.possible)
        self._out.setEnabled("out" in state.possible)
        if not state.replace and self._replace.hasFocus():
            self._keep.setFocus()
        show_when(self._replace, bool(state.replace))
