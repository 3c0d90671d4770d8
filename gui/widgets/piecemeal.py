"""Builds the parts of a long page a few at a turn of the event loop, so that the window never stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.layouts import clear, settle

AT_ONCE = 2
Maker = Callable[[], QWidget]


class Piecemeal(QObject):
    """Puts parts in their places one after the other.

    Signals:
        done (): Every part stands.
    """

    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Belong to a page."""
        super().__init__(parent)
        self._waiting: list[tuple[QVBoxLayout, Maker]] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_time)

    @property
    def complete(self) -> bool:
        """Return whether every part stands."""
        return not self._waiting

    def put(self, place: QVBoxLayout, makers: Iterable[Maker]) -> None:
        """Put parts in a place, instead of what was there or was to come."""
        self._waiting = [(other, make) for other, make in self._waiting if other is not place]
        clear(place)
        self._waiting += [(place, make) for make in makers]
        self._timer.start()

    def _on_time(self) -> None:
        for place, make in self._waiting[:AT_ONCE]:
            place.addWidget(make())
        self._waiting = self._waiting[AT_ONCE:]
        settle()
        if self._waiting:
            self._timer.start()
        else:
            self.done.emit()
