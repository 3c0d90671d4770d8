"""Python's cyclic garbage, collected on the thread of the window only.

Python collects wherever it happens to run: in the thread that works out an assessment it would free widgets, which Qt
allows on their own thread alone.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
"""Often enough that little gathers between, seldom enough that nobody notices."""


class Collector(QObject):
    """Takes collecting over from Python for as long as it runs."""

    def __init__(self) -> None:
        """Take over. What stands by now, content and modules, is no garbage and is not looked at again."""
        super().__init__()
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what Python would have collected by now, the youngest generation that is due and those below it."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation, limit in enumerate(limits) if counts[generation] > limit]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
