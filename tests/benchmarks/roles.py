"""What other processes do in tests of the window: ``python -m tests.benchmarks.roles ROLE ARGUMENT …``.

A disk that is full, a second start, a program that is killed, a machine without Chinese signs. Each role tells what it
found as one line of JSON.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from core.errors import reason_of
from core.loading.library import Library, load_library
from gui.app import build_app
from gui.draft import at_step, fresh, with_answer
from gui.fonts import can_show_chinese
from gui.opening import Folders, open_window
from gui.pages.checklist.presenter import ChecklistPresenter
from gui.program import Program
from gui.saving import Saving
from gui.single import SingleProgram
from gui.start import Starter, make_application
from gui.tour import DAY

ROOT = Path(__file__).parents[2]
ASKED = ("request.amount", "limit.available", "debts.monthly_income", "debts.monthly_payments")
LONGEST_LIFE = 0.06
"""Seconds from a killed program's first answer to its end, at most: some twenty answers."""
PATIENCE_MS = 60_000
FULL = 27
"""The number of the error at which a limit to the size of files ends; a disk that is full has another."""


@contextmanager
def role(name: str, *arguments: object, **variables: str) -> Iterator[subprocess.Popen[str]]:
    """Let another process play a role; it is killed at the end."""
    command = [sys.executable, "-m", "tests.benchmarks.roles", name, *map(str, arguments)]
    surroundings = {**os.environ, **variables}
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True) as played:
        try:
            yield played
        finally:
            played.kill()


def told_by(played: subprocess.Popen[str]) -> dict[str, Any]:
    """Return the next thing a role has to tell."""
    assert played.stdout is not None
    found: dict[str, Any] = json.loads(played.stdout.readline())
    return found


def tell(**facts: object) -> None:
    """Print facts as one line."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def turn_until(done: Callable[[], bool]) -> None:
    """Turn the event loop until something is so; end the process when it does not come to pass."""
    loop, timer = QEventLoop(), QTimer(interval=5)
    timer.timeout.connect(lambda: loop.exit() if done() else None)
    timer.start()
    QTimer.singleShot(PATIENCE_MS, loop, lambda: loop.exit(1))
    if loop.exec():
        raise SystemExit("it does not come to pass")


def folders(data: str) -> Folders:
    """Return the shipped data with a place for the user's, and no cache."""
    return Folders(ROOT / "content", ROOT / "resources", Path(data), None)


def content() -> Library:
    """Return the shipped content."""
    return load_library(ROOT / "content", None)


def full_disk(data: str) -> None:
    """Answer once, again while no byte can be written, and once more when there is room."""
    import resource  # Loaded here because Windows has none.

    make_application()
    program = build_app(folders(data), lambda: DAY, content())
    session, told = program.parts.session, []

    def answer(question: str) -> None:
        session.change(with_answer(session.draft, question, "not_sure"))
        told.append(program.window.lines.banner.words)

    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    answer(ASKED[0])
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))
    answer(ASKED[1])
    found = Saving(Path(data), program.parts.engine.content).read().draft
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    answer(ASKED[2])
    left = sorted(path.name for path in Path(data).iterdir())
    expected = program.parts.speaker.words("notice.unsaved", reason=reason_of(OSError(FULL, "")))
    program.window.close()
    tell(told=told, expected=expected, found=list(found.answers.values) if found else None, left=left)


def holder(data: str) -> None:
    """Be the one program of a folder; tell so, and tell when another start calls."""
    make_application()
    single, called = SingleProgram(Path(data)), list[bool]()
    single.called.connect(lambda: called.append(True))
    only = single.claim()
    single.answer_calls()
    tell(only=only)
    turn_until(lambda: bool(called))
    tell(called=True)


def without_fonts(data: str) -> None:
    """Start as on a real screen and tell what stands above the page."""
    make_application()
    opened = open_window(folders(data), "zh_CN")
    opened.window.show()
    starter = Starter(folders(data), opened, SingleProgram(Path(data)))
    starter.begin()
    turn_until(lambda: starter.program is not None and starter.program.parts.tasks.idle)
    opened.window.close()
    tell(chinese=can_show_chinese(), banner=opened.window.lines.banner.words, title=opened.window.windowTitle())


# --- Killed while answering -----------------------------------------------------------------------


def killed(data: str, times: str) -> None:
    """Kill a program again and again while it answers; tell which acknowledged answers were gone afterwards."""
    library, chance = content(), random.Random(20260928)
    lost, acknowledged = list[str](), 0
    expected: dict[str, float] = {}
    for number in range(int(times)):
        expected |= _answers_until_killed(data, library, 1000.0 + 500 * number, chance.uniform(0, LONGEST_LIFE))
        acknowledged += 1
        found = Saving(Path(data), library.content).read()
        values = found.draft.answers.values if found.draft else {}
        # A later answer may have been saved and not acknowledged any more: amounts only grow.
        lost += [
            f"{number} {name} {found.notice}"
            for name, amount in expected.items()
            if not isinstance(value := values.get(name), float) or value < amount
        ]
    tell(lost=lost, rounds=acknowledged)


def _answers_until_killed(data: str, library: Library, first: float, life: float) -> dict[str, float]:
    """Let a child answer, kill it after ``life`` seconds, and return what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer_without_end(data, library, first, writing)
    os.close(writing)
    told = b"".join(_heard(reading, life))
    os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 1 << 16):  # what it acknowledged before it died
        told += more
    os.close(reading)
    os.waitpid(child, 0)
    whole = told.decode().split("\n")[:-1]
    return {name: float(amount) for name, amount in (line.split() for line in whole)}


def _heard(reading: int, life: float) -> Iterator[bytes]:
    """Yield what a child says from its first word on, for so many seconds."""
    yield os.read(reading, 1 << 16)
    end = time.monotonic() + life
    while (left := end - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            yield os.read(reading, 1 << 16)


def _answer_without_end(data: str, library: Library, first: float, acknowledge: int) -> None:
    """Type one amount after the other into the window; each is acknowledged when the window has taken it."""
    make_application()
    program = build_app(folders(data), lambda: DAY, library)
    _open_checklist(program)
    for number in count():
        name, amount = ASKED[number % len(ASKED)], first + number
        if isinstance(program.presenter, ChecklistPresenter):
            session, entry = program.parts.session, program.presenter.entry
            session.move(at_step(session.draft, name))
            entry.type("value", f"{amount}")
            entry.leave_field()
            os.write(acknowledge, f"{name} {amount}\n".encode())


def _open_checklist(program: Program) -> None:
    draft = fresh(DAY.date())
    if not program.parts.session.draft.begun:
        program.parts.session.change(at_step(draft, ASKED[0]))
    program.visit("checklist")


ROLES: dict[str, Callable[..., None]] = {
    played.__name__: played for played in (full_disk, holder, without_fonts, killed)
}

if __name__ == "__main__":
    ROLES[sys.argv[1]](*sys.argv[2:])
