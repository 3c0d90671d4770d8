"""The explanation of a word, on a small card over the text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSignalMapper, Signal
from PySide6.QtWidgets import QWidget

from gui.pages.library.state import TermState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.layouts import Card, Flow
from gui.widgets.text import Text


class TermCard(Card):
    """What a word means, where to read on, and the way back to the text.

    Signals:
        closed (): It was put away.
    """

    closed = Signal()

    def __init__(self, look: Look, over: QWidget, mapper: QSignalMapper) -> None:
        """Build it hidden above ``over``; the mapper opens what it leads to."""
        self._look, self._mapper, self._over = look, mapper, over
        self._name, self._what = Text("lead", "library-term-name"), Text("", "library-term-what")
        self._read_on = WrappingButton("library-term-read_on", "link", mapper.map)
        self._close = Button("library-term-close", "link", self._on_close)
        keys = QWidget()
        keys.setLayout(Flow((self._close, self._read_on)))
        super().__init__(self._name, self._what, keys, role="card-over", name="library-term")
        self.setParent(over)
        self.hide()

    def show_term(self, term: TermState) -> None:
        """Explain a word."""
        self._name.say(term.name)
        self._what.say(term.what)
        self._read_on.say(term.read_on.words)
        self._close.say(term.close)
        self._mapper.setMapping(self._read_on, term.read_on.thing.address)
        self.setAccessibleName(f"{term.name} {term.what}")

    def stand_at(self, place: QRect) -> None:
        """Stand below a word, inside of what this is above."""
        room = self._over.width() - 2 * Space.XXL
        width = min(self._look.px(Size.READABLE) // 2, room)
        self._read_on.fit(width - 2 * Space.XL)
        left = max(Space.XXL, min(place.left(), self._over.width() - Space.XXL - width))
        self.setGeometry(left, place.bottom() + Space.XS, width, self.heightForWidth(width))
        self.show()
        self.resize(width, self.heightForWidth(width))
        self.raise_()

    def take_focus(self) -> None:
        """Take the keyboard."""
        self._close.setFocus()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
