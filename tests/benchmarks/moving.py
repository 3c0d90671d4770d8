"""Moves through one window and tells how long each thing took: ``python -m tests.benchmarks.moving GROUP DATA CACHE``.

Told as JSON: what was done -> [milliseconds, of these the window's own thread at work], every time in turn. A time runs
from the touch until the window has been painted; what is worked out beside it goes on meanwhile, as for its user.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from core.schema.answers import Answers, Attempt
from gui.app import build_app
from gui.draft import Draft, at_step
from gui.opening import Folders, usual_folders
from gui.pages.checklist.presenter import ChecklistPresenter
from gui.pages.result.view import ResultView
from gui.program import Program
from gui.shell import PageName
from gui.start import make_application
from gui.tour import CASE, DAY

PAGES: tuple[PageName, ...] = get_args(PageName)
TIMES = 9
PATIENCE_MS = 20_000
TRY = Attempt(dt.datetime(2026, 9, 28, 20, 15), "overall_score")
STEPS = {
    "one of few": ("card.account_class", ("class_one", "class_two")),
    "one of many messages": ("attempt.message", ("network_timeout", "platform_busy")),
    "several": ("safety.pressure", ("nothing", "not_sure")),
}
TYPED = {"an amount": "request.amount", "a number": "device.new_devices_30d"}


class Start:
    """The moment at which something began."""

    def __init__(self) -> None:
        self._clock, self._thread = time.perf_counter(), time.thread_time()

    def taken(self) -> tuple[float, float]:
        """Return the milliseconds since then, and how many of them this thread was at work."""
        return 1000 * (time.perf_counter() - self._clock), 1000 * (time.thread_time() - self._thread)


class Mover(QObject):
    """Touches a program's window and waits until it has been painted."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program, self.session = program, program.parts.session
        self.told: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._painted = 0
        program.window.installEventFilter(self)
        self.settle()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self._painted += event.type() == QEvent.Type.UpdateRequest
        return False

    def time(self, what: str, touch: Callable[[], object]) -> Start:
        """Note how long a touch takes until the window has been painted and wants nothing more at once."""
        start, before, seen = Start(), self._painted, -1
        touch()
        while self._painted == before or self._painted != seen:
            seen = self._painted
            QApplication.processEvents()
            if start.taken()[0] > PATIENCE_MS:
                raise SystemExit(f"nothing was painted: {what}")
        self.told[what].append(start.taken())
        return start

    def settle(self) -> None:
        """Turn the event loop until nothing is being worked out or built."""
        loop, timer, page = QEventLoop(), QTimer(interval=2), self.program.window.page
        tasks = self.program.parts.tasks

        def look() -> None:
            if tasks.idle and (not isinstance(page, ResultView) or page.complete):
                loop.exit()

        timer.timeout.connect(look)
        timer.start()
        loop.exec()

    def menu(self, entry: str) -> None:
        """Choose an entry of the menu "view"."""
        action = self.program.window.findChild(QAction, f"action-view-{entry}")
        assert isinstance(action, QAction)
        action.trigger()


def answers(mover: Mover) -> None:
    """Answer questions of several kinds again and again."""
    for name, (step, rows) in STEPS.items():
        _show_step(mover, step)
        for number in range(2 * TIMES):
            mover.time(name, partial(_entry(mover).entry.choose, rows[number % 2]))
            mover.settle()
    for name, step in TYPED.items():
        _show_step(mover, step)
        for number in range(2 * TIMES):
            _entry(mover).entry.type("value", f"{number + 2}")  # one is the answer already
            mover.time(name, _entry(mover).entry.leave_field)
            mover.settle()


def pages(mover: Mover) -> None:
    """Go to every page, each time from another one."""
    for _ in range(TIMES):
        for page in PAGES:
            start = mover.time(page, partial(mover.program.visit, page))
            mover.settle()
            if page == "result":
                mover.told["result, until every card stands"].append(start.taken())


def looks(mover: Mover) -> None:
    """Change language, text size and theme on every page."""
    for page in PAGES:
        mover.program.visit(page)
        mover.settle()
        for what in ("language", "text size", "theme"):
            for _ in range(4):
                entry = what if what != "text size" else _other(mover)
                mover.time(f"{what} on {page}", partial(mover.menu, entry))
                mover.settle()


def _other(mover: Mover) -> str:
    return "larger" if mover.program.parts.look.scale == 100 else "normal"


def _show_step(mover: Mover, step: str) -> None:
    mover.session.move(at_step(mover.session.draft, step))
    mover.program.visit("checklist")
    mover.settle()


def _entry(mover: Mover) -> ChecklistPresenter:
    presenter = mover.program.presenter
    assert isinstance(presenter, ChecklistPresenter)
    return presenter


def main(group: str, data: str, cache: str) -> None:
    """Run one group on a new window with a check that is well advanced."""
    make_application()
    usual = usual_folders()
    program = build_app(Folders(usual.content, usual.resources, Path(data), Path(cache)), lambda: DAY)
    program.window.show()
    program.parts.session.change(Draft(Answers(DAY.date(), "after", CASE, (TRY,)), "full", "card.account_class"))
    mover = Mover(program)
    {"answers": answers, "pages": pages, "looks": looks}[group](mover)
    sys.stdout.write(json.dumps(mover.told) + "\n")
    sys.stdout.flush()
    program.window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
