"""A layout of small things in lines, like words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from gui.theme.tokens import Space

EXPLICIT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
ENDS_AT_MOST = 2
"""What stands at the far end keeps its line if it needs no more than this part of it."""


class Flow(QLayout):
    """Small things in lines, like words."""

    def __init__(self, items: Iterable[QWidget] = (), ends: bool = False) -> None:
        """Take the widgets in order.

        With ``ends``, all but the first stand at the far end of its line, and it is broken where they need little room.
        """
        super().__init__()
        self._ends = ends
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(Space.S)
        self.setContentsMargins(QMargins())
        for widget in items:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them, None outside."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove one of them and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Return True: narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all lines take; remembered, for the layouts around ask again and again."""
        if width not in self._heights:
            self._heights[width] = _place(self._items, QRect(0, 0, width, 0), self.spacing(), self._ends)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: something inside has changed."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """Return the size with everything in one line."""
        sizes = [item.sizeHint() for item in filter(_counts, self._items)]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest: less cannot be shown."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        _place(self._items, rect, self.spacing(), self._ends, move=True)

    def expandingDirections(self) -> Qt.Orientation:
        """Return none: what is left over belongs to others."""
        return Qt.Orientation(0)


def _place(items: Sequence[QLayoutItem], rect: QRect, space: int, ends: bool, move: bool = False) -> int:
    """Return the height of all lines; with ``move``, put items in the middle of their line, ends beside the first."""
    y = rect.y()
    for line in _lines([*filter(_counts, items)], rect.width(), space, ends):
        height = max(size.height() for _, _, size in line)
        first = line[0][2].height() if ends else 0
        for item, x, size in line if move else ():
            middle = 0 if first >= 2 * size.height() else (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(rect.x() + x, y + middle), size))
        y += height + space
    return max(0, y - rect.y() - space)


def _counts(item: QLayoutItem) -> bool:
    """Return whether an item takes room: it was not hidden on purpose. What is only not shown yet will need it."""
    widget: QWidget | None = item.widget()  # the stubs forget that an item may be a layout
    return widget is None or not (widget.isHidden() and widget.testAttribute(EXPLICIT))


def _lines(
    items: Sequence[QLayoutItem], width: int, space: int, ends: bool
) -> list[list[tuple[QLayoutItem, int, QSize]]]:
    """Return items line by line, each with its distance from the left and its size."""
    lines: list[list[tuple[QLayoutItem, int, QSize]]] = []
    x = 0
    ending = sum(item.sizeHint().width() + space for item in items[1:]) if ends else 0
    for place, item in enumerate(items):
        room = width - ending if place == 0 and ending <= width // ENDS_AT_MOST else width
        size = item.sizeHint().boundedTo(QSize(room, item.sizeHint().height()))
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
        if not lines or x + size.width() > width:
            lines.append([])
            x = 0
        if ends and place == 1 and len(lines) == 1:
            x = max(x, width - ending + space)
        lines[-1].append((item, x, size))
        x += size.width() + space
    return lines
