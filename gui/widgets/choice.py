"""A list to choose from that opens when asked; its arrow is ours, for Qt draws none beside a style sheet's border."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from gui.theme.look import Look
from gui.theme.tokens import Size, Space


class Choice(QComboBox):
    """A drop-down list of (id, name)."""

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty one."""
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def show_choices(self, choices: tuple[tuple[str, str], ...], chosen: str, heard: str) -> None:
        """Show what can be chosen, and what is; ``heard`` is the name for a screen reader."""
        self.setAccessibleName(heard)
        if [self.itemText(place) for place in range(self.count())] != [name for _, name in choices]:
            self.clear()
            for thing, name in choices:
                self.addItem(name, thing)
        self.setCurrentIndex(self.findData(chosen))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: Qt would choose something else whenever the page is scrolled past a list."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the list and the arrow on it."""
        super().paintEvent(event)
        side = self._look.px(Size.ICON)
        painter = QPainter(self)
        arrow = self._look.pixmap("down", "muted", side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - side - Space.S, (self.height() - side) // 2, arrow)
        painter.end()
