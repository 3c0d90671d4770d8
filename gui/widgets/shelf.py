"""Two columns of cards, each as long as it is, so that a short one leaves no blank; one column where it is tight."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.layouts import column

Side = Literal["left", "right"]


class Shelf(QWidget):
    """Takes cards in the order of reading, each for its side."""

    def __init__(self, look: Look) -> None:
        """Make an empty one."""
        super().__init__()
        self._look, self._stacked = look, False
        self._cards: list[tuple[QWidget, Side]] = []
        self._columns = {"left": column(None, space=Space.L), "right": column(None, space=Space.L)}
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(Space.L)
        for side in self._columns.values():
            self._across.addLayout(side, 1)

    def add(self, card: QWidget, side: Side) -> None:
        """Add a card below those of its side."""
        self._cards.append((card, side))
        self._put(card, side)

    def minimumSizeHint(self) -> QSize:
        """Return what the widest card needs: side by side they are only where there is room."""
        widths = [card.minimumSizeHint().width() for card, _ in self._cards]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two by the width at hand."""
        super().resizeEvent(event)
        stacked = self._look.units(self.width()) < Size.WIDE - Size.NAVIGATION - 2 * Space.XXL
        if stacked != self._stacked:
            self._stacked = stacked
            self._across.setStretch(1, 0 if stacked else 1)
            for card, side in self._cards:
                self._columns[side].removeWidget(card)
                self._columns["left"].removeWidget(card)
            for card, side in self._cards:
                self._put(card, side)

    def _put(self, card: QWidget, side: Side) -> None:
        place = self._columns["left" if self._stacked else side]
        place.insertWidget(place.count() - 1, card)
