"""Something folded away under a line that opens it; built only when it is opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import WrappingButton


class Fold(QWidget):
    """A link with an arrow, and what it opens."""

    def __init__(self, look: Look, name: str, words: str, build: Callable[[], QWidget], opened: bool = False) -> None:
        """Take the maker of what is inside."""
        super().__init__()
        self._look, self._build = look, build
        self._inside = QWidget()
        self.button = WrappingButton(name, "link", self._on_clicked)
        self.button.setCheckable(True)
        self.button.say(words)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.S)
        self._layout.addWidget(self.button)
        self._built = False
        self.button.setChecked(opened)
        self._on_clicked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line that opens it where it must be."""
        super().resizeEvent(event)
        self.button.fit(self.width())

    def _on_clicked(self) -> None:
        opened = self.button.isChecked()
        self.button.show_icon(self._look, "down" if opened else "right", "accent")
        if opened and not self._built:
            self._inside = self._build()
            self._layout.addWidget(self._inside)
            self._built = True
        if self._built:
            self._inside.setVisible(opened)
