"""Lines above the page: what happened, what is safe, what to do; and whose answers these are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, row
from gui.widgets.text import Text


class Banner(QWidget):
    """A line that can be put away. A screen reader hears it when it comes."""

    def __init__(self, look: Look) -> None:
        """Build it hidden."""
        super().__init__()
        self._text = Text("", "banner-text")
        self._close = Button("banner-close", "link", self.hide)
        said = row(self._text, self._close)
        said.setStretch(0, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.XXL, Space.L, Space.XXL, 0)
        card = Card(role="card-caution", name="banner")
        card.body.addLayout(said)
        card.body.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        layout.addWidget(card)
        self.hide()

    @property
    def words(self) -> str:
        """Return what the banner says, nothing while it is put away."""
        return "" if self.isHidden() else self._text.plain

    def say(self, words: str, close: str) -> None:
        """Show a line; an empty one puts the banner away."""
        self._text.say(words)
        self._close.say(close)
        self.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))


class ExampleStrip(QWidget):
    """Says on every page that the answers are those of an example, as long as it is open. It cannot be put away.

    Signals:
        end_requested (): Back to the user's own answers.
    """

    end_requested = Signal()

    def __init__(self) -> None:
        """Build it hidden."""
        super().__init__()
        self._text = Text("strong", "banner-example-text")
        self._end = Button("banner-example-end", "link", self.end_requested)
        said = row(self._text, self._end)
        said.setStretch(0, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.XXL, Space.L, Space.XXL, 0)
        card = Card(role="card-accent", name="banner-example")
        card.body.addLayout(said)
        card.body.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        layout.addWidget(card)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, nothing while no example is open."""
        return "" if self.isHidden() else self._text.plain

    def say(self, words: str, end: str) -> None:
        """Say it, or nothing any more."""
        came = bool(words) and self.isHidden()
        self._text.say(words)
        self._end.say(end)
        self.setVisible(bool(words))
        if came:
            QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))
