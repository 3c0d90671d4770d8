"""The way of the tabulator: as things stand on the page, also where some were built later than others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_through(*widgets: QWidget) -> None:
    """Let the tabulator go through these, and what is laid out in them, in order; Qt's order is that of building."""
    for one, other in pairwise(stop for widget in widgets for stop in _stops(widget)):
        QWidget.setTabOrder(one, other)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            yield from _stops(widget)
        elif item is not None and (inner := item.layout()) is not None:
            yield from _laid_out(inner)
