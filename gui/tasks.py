"""Long work, one way: in a thread of its own, answered on the thread of the window, stoppable."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

Result = TypeVar("Result")
Stopped = Callable[[], bool]


class TaskRunner(QObject):
    """Runs ``work(should_stop)`` in a thread and answers on the thread it lives on. A bug is raised there."""

    _reported = Signal(int, object, object)

    def __init__(self) -> None:
        """Make a runner with one thread: work in turn is easier on an old computer than work side by side."""
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="disburse-check")
        self._numbers = count()
        self._open: dict[int, tuple[Event, Callable[[Any], None]]] = {}
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[Stopped], Result], on_done: Callable[[Result], None]) -> Callable[[], None]:
        """Start the work; return the call that cancels it and drops its answer."""
        number, stop = next(self._numbers), Event()
        self._open[number] = (stop, on_done)
        self._pool.submit(self._work, number, work, stop)
        return partial(self._cancel, number)

    @property
    def idle(self) -> bool:
        """Return whether nothing is being worked on."""
        return not self._open

    def shutdown(self) -> None:
        """Stop everything and wait for it; nothing is answered any more."""
        for number in list(self._open):
            self._cancel(number)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, number: int, work: Callable[[Stopped], Any], stop: Event) -> None:
        """Work, on the other thread, and hand over what came of it."""
        if stop.is_set():
            return
        try:
            result, error = work(stop.is_set), None
        except Exception as problem:
            result, error = None, problem
        if not stop.is_set():
            self._reported.emit(number, result, error)

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
