"""Cards, rows, columns, and layouts that follow the width: everything is stacked where it does not fit side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from gui.theme.look import Look
from gui.theme.tokens import Size, Space

Item = QWidget | QLayout | None
"""None is a stretch."""


def fill(layout: QBoxLayout, items: Iterable[Item]) -> None:
    """Add widgets, layouts and stretches to a box layout."""
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def column(*items: Item, space: Space = Space.S, margins: Space = Space.NONE) -> QVBoxLayout:
    """Return a layout of things below each other."""
    layout = QVBoxLayout()
    _measure(layout, space, margins)
    fill(layout, items)
    return layout


def row(*items: Item, space: Space = Space.S, margins: Space = Space.NONE) -> QHBoxLayout:
    """Return a layout of things beside each other."""
    layout = QHBoxLayout()
    _measure(layout, space, margins)
    fill(layout, items)
    return layout


def _measure(layout: QLayout, space: Space, margins: Space) -> None:
    layout.setSpacing(space)
    layout.setContentsMargins(margins, margins, margins, margins)


def clear(layout: QLayout) -> None:
    """Remove and free everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class Card(QFrame):
    """A framed surface with things below each other."""

    def __init__(self, *items: Item, role: str = "card", name: str = "", space: Space = Space.S) -> None:
        """Make a card with a role of the style sheet."""
        super().__init__()
        self.setProperty("role", role)
        if name:
            self.setObjectName(name)
        self.body = QVBoxLayout(self)
        _measure(self.body, space, Space.M if role == "note" else Space.XL)
        fill(self.body, items)

    def put(self, items: Iterable[Item]) -> None:
        """Show these in place of what was there."""
        clear(self.body)
        fill(self.body, items)


def line() -> QFrame:
    """Return a thin line across."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


class Columns(QWidget):
    """Things beside each other where there is room, else below each other."""

    def __init__(self, look: Look, items: Sequence[tuple[QWidget, int]], narrow: Size = Size.WIDE) -> None:
        """Take widgets with their share of the width; below ``narrow`` units of window they are stacked."""
        super().__init__()
        self._look, self._narrow = look, narrow
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        _measure(self._layout, Space.L, Space.NONE)
        self._items = [widget for widget, _ in items]
        for widget, share in items:
            self._layout.addWidget(widget, share)

    def minimumSizeHint(self) -> QSize:
        """Return what the widest item needs: side by side they are only where there is room."""
        widths = [widget.minimumSizeHint().width() for widget in self._items]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction by the width at hand."""
        super().resizeEvent(event)
        stacked = self._look.units(self.width()) < self._narrow - Size.NAVIGATION - 2 * Space.XXL
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)


class Body(QWidget):
    """What a scroll area holds: its height follows from its width alone.

    Qt would take the height that the smallest possible width asks for as the least one, and leave a blank below.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and no height."""
        return QSize(super().minimumSizeHint().width(), 0)


class Scroll(QScrollArea):
    """The body of a page: as wide as the window, as high as it needs to be."""

    def __init__(self, name: str, space: Space = Space.L) -> None:
        """Make an empty one."""
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = Body()
        self.inside.setObjectName("page-body")
        self.body = QVBoxLayout(self.inside)
        self.body.setSpacing(space)
        self.body.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        self.setWidget(self.inside)
        self._grows = False

    def grow(self, grows: bool) -> None:
        """Be as high as what is inside, so that a scroll area around this one scrolls; or scroll inside."""
        self._grows = grows
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Follow what is inside when it has changed."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return done

    def _fit(self) -> None:
        height = self.inside.heightForWidth(self.viewport().width()) if self._grows else 0
        if height != self.minimumHeight():
            self.setMinimumHeight(height)


class Flow(QLayout):
    """Small things in lines, like words."""

    def __init__(self, items: Iterable[QWidget] = (), ends: bool = False) -> None:
        """Take the widgets in order; with ``ends``, all but the first stand at the far end of their line."""
        super().__init__()
        self._ends = ends
        self._items: list[QLayoutItem] = []
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
        """Return the height all lines take."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the size with everything in one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() + self.spacing() for size in sizes)
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
        self._place(rect, move=True)

    def _place(self, rect: QRect, move: bool) -> int:
        """Return the height of all lines; with ``move``, put every item in the middle of its line's height."""
        y = rect.y()
        for line in _lines(self._items, rect.width(), self.spacing(), self._ends):
            height = max(size.height() for _, _, size in line)
            for item, x, size in line if move else ():
                item.setGeometry(QRect(QPoint(rect.x() + x, y + (height - size.height()) // 2), size))
            y += height + self.spacing()
        return max(0, y - rect.y() - self.spacing())

    def expandingDirections(self) -> Qt.Orientation:
        """Return none: what is left over belongs to others."""
        return Qt.Orientation(0)


def _lines(
    items: Sequence[QLayoutItem], width: int, space: int, ends: bool
) -> list[list[tuple[QLayoutItem, int, QSize]]]:
    """Return items line by line, each with its distance from the left and its size."""
    lines: list[list[tuple[QLayoutItem, int, QSize]]] = []
    x = 0
    for place, item in enumerate(items):
        size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
        if not lines or x + size.width() > width:
            lines.append([])
            x = 0
        if ends and place == 1 and len(lines) == 1:
            rest = [other.sizeHint().width() + space for other in items[place:]]
            x = max(x, width - sum(rest) + space)
        lines[-1].append((item, x, size))
        x += size.width() + space
    return lines
