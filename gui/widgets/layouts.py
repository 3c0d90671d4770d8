"""Cards, rows, columns, and layouts that follow the width: everything is stacked where it does not fit side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.flow import Flow as Flow  # one of the layouts for whoever lays out

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


def settle() -> None:
    """Lay out at once whatever waits for it, so that nothing is painted cut: the rows above would be squeezed else."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


class Card(QFrame):
    """A framed surface with things below each other."""

    def __init__(self, *items: Item, role: str = "card", name: str = "", space: Space = Space.S) -> None:
        """Make a card with a role of the style sheet."""
        super().__init__()
        self.setProperty("role", role)
        if name:
            self.setObjectName(name)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(space)
        margins = (Space.M, Space.M) if role.startswith("note") else (Space.XL, Space.L)
        if role == "bare":
            margins = (Space.NONE, Space.NONE)
        self.body.setContentsMargins(*margins, *margins)
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
        """Return the least width, and no height where that follows from the width."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class Scroll(QScrollArea):
    """The body of a page: as wide as the window, as high as it needs to be."""

    def __init__(self, name: str, space: Space = Space.L) -> None:
        """Make an empty one."""
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._keep_room_for_the_bar()
        self.inside = Body()
        self.inside.setObjectName("page-body")
        self.body = QVBoxLayout(self.inside)
        self.body.setSpacing(space)
        self.body.setContentsMargins(Space.XXL, Space.XL, Space.XXL - Size.SCROLL_BAR, Space.XL)
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

    def _keep_room_for_the_bar(self) -> None:
        """Hide the bar's handle while there is nothing to scroll, and keep its room.

        A bar that came with the last card would make everything above narrower, and have it laid out again.
        """
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setEnabled(False)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def _on_range(self, _least: int, most: int) -> None:
        self.verticalScrollBar().setEnabled(most > 0)

    def _fit(self) -> None:
        height = self._needed() if self._grows else 0
        if height != self.minimumHeight():
            self.setMinimumHeight(height)

    def _needed(self) -> int:
        """Return how high what is inside is at the present width."""
        if self.inside.hasHeightForWidth():
            return self.inside.heightForWidth(self.viewport().width())
        return self.inside.sizeHint().height()
