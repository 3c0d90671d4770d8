"""Long work, one way: in a pool of threads, answered on the thread of the window, stoppable."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Result = TypeVar("Result")
Stopped = Callable[[], bool]
PATIENCE_MS = 3000


class _Job(QRunnable):
    def __init__(
        self, number: int, work: Callable[[Stopped], Any], stop: Event, report: Callable[[int, Any, Any], None]
    ) -> None:
        super().__init__()
        self._number, self._work, self._stop, self._report = number, work, stop, report

    def run(self) -> None:
        """Work, and hand over what came of it."""
        try:
            self._report(self._number, self._work(self._stop.is_set), None)
        except Exception as error:
            self._report(self._number, None, error)


class TaskRunner(QObject):
    """Runs ``work(should_stop)`` in a pool and answers on the thread it lives on. A bug is raised there."""

    _reported = Signal(int, object, object)

    def __init__(self) -> None:
        """Make a runner with one thread: work in turn is easier on an old computer than work side by side."""
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._numbers = count()
        self._open: dict[int, tuple[Event, Callable[[Any], None]]] = {}
        self._reported.connect(self._on_reported)

    def run(self, work: Callable[[Stopped], Result], on_done: Callable[[Result], None]) -> Callable[[], None]:
        """Start the work; return the call that cancels it and drops its answer."""
        number, stop = next(self._numbers), Event()
        self._open[number] = (stop, on_done)
        self._pool.start(_Job(number, work, stop, self._reported.emit))
        return partial(self._cancel, number)

    @property
    def idle(self) -> bool:
        """Return whether nothing is being worked on."""
        return not self._open

    def shutdown(self) -> None:
        """Stop everything and wait for it."""
        for number in list(self._open):
            self._cancel(number)
        self._pool.waitForDone(PATIENCE_MS)

    def _cancel(self, number: int) -> None:
        if job := self._open.pop(number, None):
            job[0].set()

    @Slot(int, object, object)
    def _on_reported(self, number: int, result: object, error: Exception | None) -> None:
        job = self._open.pop(number, None)
        if job is None:
            return
        if error is not None:
            raise error
        job[1](result)
