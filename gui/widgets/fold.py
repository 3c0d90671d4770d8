"""Something folded away under a line that opens it; built only when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.look import Look
from gui.widgets.buttons import WrappingButton
from gui.widgets.layouts import Flow, column
from gui.widgets.tabbing import tab_through

Beside = tuple[Sequence[QWidget], Sequence[QWidget]]


class Fold(QWidget):
    """A link with an arrow, and what it opens."""

    def __init__(
        self, look: Look, name: str, words: str, build: Callable[[], QWidget], beside: Beside = ((), ())
    ) -> None:
        """Take the maker of what is inside; ``beside`` stands before and after the link in its line."""
        super().__init__()
        self._look, self._build = look, build
        self._inside: QWidget | None = None
        self.button = WrappingButton(name, "link-fold-small" if any(beside) else "link-fold", self._on_clicked)
        self.button.setCheckable(True)
        self.button.say(words)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words: they stand in line
        self._layout = column(Flow([*beside[0], self.button, *beside[1]]))
        self.setLayout(self._layout)
        self._on_clicked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line that opens it where it must be."""
        super().resizeEvent(event)
        self.button.fit(self.width())

    def _on_clicked(self) -> None:
        opened = self.button.isChecked()
        self.button.show_icon(self._look, "down" if opened else "right", "accent")
        if opened and self._inside is None:
            self._inside = self._build()
            self._layout.addWidget(self._inside)
            tab_through(self.button, self._inside)
        if self._inside is not None:
            self._inside.setVisible(opened)
