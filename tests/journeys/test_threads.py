"""What works beside the window must leave the window's own things alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import get_ident, main_thread

import pytest
from pytestqt.qtbot import QtBot

from gui.program import Program
from tests.pages.running import Starter

PLENTY = 20_000


@pytest.fixture
def sweepers() -> Iterator[list[int | None]]:
    """Return the threads in which Python swept up rubbish, in order."""
    found: list[int | None] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            found.append(get_ident())

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def test_that_rubbish_is_never_swept_by_a_thread_that_is_not_the_window_s(
    program: Program, qtbot: QtBot, sweepers: list[int | None]
) -> None:
    done: list[int] = []
    program.parts.tasks.run(lambda _stopped: len([[number] for number in range(PLENTY)]), done.append)
    qtbot.waitUntil(lambda: bool(done) and program.parts.tasks.idle)
    assert done == [PLENTY]
    assert set(sweepers) <= {main_thread().ident}


def test_that_python_sweeps_as_ever_when_the_program_has_ended(
    make_program: Starter, sweepers: list[int | None]
) -> None:
    make_program.end(make_program())
    sweepers.clear()
    assert len([[number] for number in range(PLENTY)]) == PLENTY
    assert sweepers
