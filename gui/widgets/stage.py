"""How three parts of a page share the width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.theme.look import Look
from gui.theme.tokens import Size, Space


class Stage(QWidget):
    """Three columns where there is room, two where there is less, else everything below each other."""

    def __init__(self, look: Look, parts: Sequence[QWidget], wide: int) -> None:
        """Take the parts; from ``wide`` units on there are three columns. :meth:`arrange` is to be called once."""
        super().__init__()
        self._look, self._parts, self._wide, self._columns = look, tuple(parts), wide, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.L)

    def minimumSizeHint(self) -> QSize:
        """Return what the widest part needs: side by side they are only where there is room."""
        widths = [part.minimumSizeHint().width() for part in self._parts]
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange by the width at hand."""
        super().resizeEvent(event)
        units = self._look.units(self.width())
        self.arrange(3 if units >= self._wide else 2 if units >= Size.MEDIUM - Size.NAVIGATION else 1)

    def arrange(self, columns: int) -> None:
        """Put the parts into so many columns; the same number again costs nothing."""
        if columns == self._columns:
            return
        self._columns = columns
        for part in self._parts:
            self._grid.removeWidget(part)
        self.place(self._grid, columns)

    def place(self, grid: QGridLayout, columns: int) -> None:
        """Put every part, which is in no place now, into the grid; the page says how."""
        raise NotImplementedError  # abstract, which the metaclass of Qt's widgets cannot say

    def narrow(self, part: QWidget, size: Size, beside: bool) -> None:
        """Give a part the width of ``size`` where it stands beside another, else all there is."""
        part.setMinimumWidth(self._look.px(size) if beside else 0)
        part.setMaximumWidth(self._look.px(size) if beside else self.maximumWidth())
