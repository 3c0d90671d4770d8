"""A QR code on the screen: dark on light whatever the theme, for that is what readers of codes look for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.pages.workshop.state import Matrix
from gui.theme.look import Look
from gui.theme.tokens import Size


class QrPicture(QLabel):
    """A code, drawn in whole pixels; as a label, what it is can be heard."""

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty one."""
        super().__init__()
        self._look = look
        self._matrix: Matrix = ()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, matrix: Matrix, heard: str) -> None:
        """Show another code, its quiet zone included; ``heard`` says what it is."""
        self._matrix = matrix
        self.setAccessibleName(heard)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a side that the modules divide."""
        side = len(self._matrix) * self.module
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a code that is cut cannot be read."""
        return self.sizeHint()

    @property
    def module(self) -> int:
        """Return how many pixels a side of a module has: a camera does not care how large the text is."""
        return max(2, Size.CODE // max(1, len(self._matrix)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and every dark module on it."""
        painter, side, paper = QPainter(self), self.module, self._look.on_paper()
        painter.fillRect(self.rect(), QColor(paper["surface"]))
        dark = QColor(paper["text"])
        for y, line in enumerate(self._matrix):
            for x, module in enumerate(line):
                if module:
                    painter.fillRect(QRect(x * side, y * side, side, side), dark)
        painter.end()
