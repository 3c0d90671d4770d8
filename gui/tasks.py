"""Long work: in another thread, answered on the thread of the window, stoppable. In turn, or beside everything else."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from threading import Event, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

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
        """Start the work; return the call that cancels it and drops its answer.

        It begins after what waits to be painted: two threads take turns with Python, and who has just gone to a page
        waits for that page, not for what will be added to it.
        """
        number, stop = next(self._numbers), Event()
        self._open[number] = (stop, on_done)
        QTimer.singleShot(0, self, partial(self._submit, number, work, stop))
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

    def _submit(self, number: int, work: Callable[[Stopped], Any], stop: Event) -> None:
        if number in self._open:
            self._pool.submit(self._work, number, work, stop)

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


@dataclass(frozen=True)
class _Watched:
    """One piece of work beside the others, and who hears of it."""

    thread: Thread
    stop: Event
    on_done: Callable[[Any], None]
    on_told: Callable[[Any], None]


class SideRunner(QObject):
    """Runs ``work(should_stop, tell)`` beside all other work, each in a thread of its own that ends with it.

    For work that waits rather than computes: it holds up nothing, and nothing holds it up. What it tells and what
    comes of it arrive on the thread of the window, where a bug is raised as well.
    """

    _told = Signal(int, object)
    _reported = Signal(int, object, object)

    def __init__(self) -> None:
        """Make a runner without any thread."""
        super().__init__()
        self._numbers = count()
        self._open: dict[int, _Watched] = {}
        self._ending: list[Thread] = []
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Stopped, Callable[[Any], None]], Result],
        on_done: Callable[[Result], None],
        on_told: Callable[[Any], None],
    ) -> Callable[[], None]:
        """Start the work; return the call that cancels it: nothing of it is heard any more."""
        number, stop = next(self._numbers), Event()
        thread = Thread(target=self._work, args=(number, work, stop), name=f"disburse-check-beside_{number}")
        self._open[number] = _Watched(thread, stop, on_done, on_told)
        thread.start()
        return partial(self._cancel, number)

    @property
    def idle(self) -> bool:
        """Return whether nothing is being worked on that anybody waits for."""
        return not self._open

    def shutdown(self) -> None:
        """Stop everything and wait for the ends of the threads."""
        for number in list(self._open):
            self._cancel(number)
        for thread in self._ending:
            thread.join()

    def _work(self, number: int, work: Callable[[Stopped, Callable[[Any], None]], Any], stop: Event) -> None:
        try:
            result, error = work(stop.is_set, partial(self._told.emit, number)), None
        except Exception as problem:
            result, error = None, problem
        if not stop.is_set():
            self._reported.emit(number, result, error)

    def _cancel(self, number: int) -> None:
        if job := self._open.pop(number, None):
            job.stop.set()
            self._ending = [thread for thread in (*self._ending, job.thread) if thread.is_alive()]

    @Slot(int, object)
    def _on_told(self, number: int, what: object) -> None:
        if job := self._open.get(number):
            job.on_told(what)

    @Slot(int, object, object)
    def _on_reported(self, number: int, result: object, error: Exception | None) -> None:
        job = self._open.pop(number, None)
        if job is None:
            return
        job.thread.join()  # it has nothing left to do
        if error is not None:
            raise error
        job.on_done(result)
