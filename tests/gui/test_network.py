"""The network page goes online on its button alone, to the hosts shown alone, and leaves nothing behind.

An audit hook sees every connect and every look-up of this process; the hosts are servers on this computer.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.measure.probe_answer import QUESTION
from gui.program import Program
from tests.core.measure.probe_world import closed, server, silent, tls
from tests.pages.base import catch_up
from tests.pages.finding import shown
from tests.pages.running import Starter
from tests.pages.user import User

WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind")
CANCELLED_S = 0.2
TRIES = 3
MOST_TURNS = 100_000


class Watch:
    """Writes down what goes out, while it is switched on: an audit hook cannot be taken away again."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, Any]] = []
        self._on = False
        sys.addaudithook(self._hear)

    @contextmanager
    def on(self) -> Iterator[list[tuple[str, Any]]]:
        """Watch for a while; yield what goes out."""
        self.seen.clear()
        self._on = True
        try:
            yield self.seen
        finally:
            self._on = False

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._on and event in WATCHED:
            self.seen.append((event, arguments[1] if event == "socket.connect" else arguments))


@pytest.fixture(scope="session")
def watch() -> Watch:
    """Return what sees connects and look-ups."""
    return Watch()


def own_threads() -> set[str]:
    """Return the threads of probes and of what runs beside the window."""
    names = {thread.name for thread in threading.enumerate()}
    return {name for name in names if name.startswith(("probe", "disburse-check-beside"))}


def test_that_neither_start_nor_any_page_goes_online(make_program: Starter, watch: Watch) -> None:
    with watch.on() as seen:
        user = make_program.user()
        user.home.open("before")
        for page in ("network", "calendar", "explain", "settings", "checklist", "result", "network"):
            user.shell.go(page)
        user.network.write("198.51.100.7", "name.example")
        user.network.rounds(2)
        user.shell.other_language()
        make_program.end(user.program)
    assert seen == []


def test_that_the_button_goes_to_the_hosts_shown_and_nowhere_else(anybody: User, watch: Watch) -> None:
    with server(tls()) as one, server(silent) as other:
        anybody.shell.go("network")
        anybody.network.write(str(one), str(other))
        anybody.network.rounds(1)
        with watch.on() as seen:
            anybody.network.start()
            anybody.network.wait()
    assert {where for event, where in seen if event == "socket.connect"} == {(h.host, h.port) for h in (one, other)}
    others = [arguments for event, arguments in seen if event != "socket.connect"]
    assert {arguments[0] for arguments in others} <= {one.host}, "written addresses are read, no name is looked up"


def test_that_servers_are_told_apart_and_the_answer_reaches_the_checklist(user: User) -> None:
    with server(tls()) as shaking:
        user.shell.go("network")
        user.network.write(str(shaking), str(closed()))
        user.network.rounds(3)
        user.network.start()
        user.network.wait()
    words = user.words
    assert user.network.verdict(1) == words("network.verdict.fine.name")
    assert user.network.verdict(2) == words("network.verdict.not_reachable.name")
    assert words("network.failure.refused") in user.network.figures(2)
    user.network.take()
    by = user.draft.answers.measured[QUESTION]
    assert user.draft.answers.values == {QUESTION: "smooth"}
    assert (by.figures["hosts"], by.figures["rounds"], by.figures["failed"]) == (1, 3, 0)
    assert not user.network.can_take
    user.shell.undo()
    assert not user.draft.begun


def test_that_a_stop_is_heard_within_a_fifth_of_a_second(anybody: User) -> None:
    anybody.shell.go("network")
    with server(silent) as quiet:
        anybody.network.write(str(quiet), str(closed()))
        took = [_seconds_to_stop(anybody) for _ in range(TRIES)]
    assert anybody.network.status == anybody.words("network.called_off")
    assert min(took) < CANCELLED_S, took


def _seconds_to_stop(user: User) -> float:
    user.network.start()
    assert can_be_stopped(user)
    begun = perf_counter()
    user.network.cancel()
    for _ in range(MOST_TURNS):
        if not can_be_stopped(user):
            break
    return perf_counter() - begun


def can_be_stopped(user: User) -> bool:
    """Return whether a probe is under way, after the window has drawn what was done last."""
    catch_up()
    return user.network.running


@pytest.mark.parametrize("way", ["page", "language", "window"])
def test_that_leaving_ends_the_probe_and_its_threads(make_program: Starter, qtbot: QtBot, way: str) -> None:
    user = make_program.user()
    user.shell.go("network")
    with server(silent) as quiet:
        user.network.write(str(quiet))
        user.network.start()
        qtbot.waitUntil(lambda: len(own_threads()) > 1)
        if way == "page":
            user.shell.go("settings")
        elif way == "language":
            user.shell.other_language()
        else:
            make_program.end(user.program)
            assert own_threads() == set(), "closing the window waits for them"
        qtbot.waitUntil(lambda: own_threads() == set())
    assert user.program.parts.beside.idle


def test_that_a_probe_holds_up_no_other_work(anybody: User, qtbot: QtBot) -> None:
    anybody.shell.go("network")
    done: list[int] = []
    with server(silent) as quiet:
        anybody.network.write(str(quiet))
        anybody.network.start()
        anybody.program.parts.tasks.run(lambda _stopped: 5, done.append)
        qtbot.waitUntil(lambda: done == [5])
        assert anybody.network.running


def test_that_a_bad_line_is_told_and_has_the_keyboard(anybody: User) -> None:
    anybody.shell.go("network")
    anybody.network.write("a.example", "https://a.example/page")
    anybody.network.start()
    first, second = anybody.network.rows
    assert anybody.network.error(first) == ""
    assert "https://a.example/page" in anybody.network.error(second)
    assert anybody.shell.focus == f"network-host-{second}"
    assert not anybody.network.running


def test_that_bad_rounds_have_the_keyboard_when_all_hosts_are_good(anybody: User) -> None:
    anybody.shell.go("network")
    anybody.network.rounds("many")
    anybody.network.start()
    assert anybody.shell.focus == "network-rounds"
    assert anybody.program.parts.beside.idle


def test_that_the_keyboard_stays_near_a_line_that_was_removed(anybody: User) -> None:
    anybody.shell.go("network")
    assert anybody.shell.focus == "network-host-h1"
    for row, focus in (("h2", "network-host-h3"), ("h5", "network-add")):
        button = shown(anybody.program.window, QPushButton, f"network-remove-{row}")
        button.setFocus()
        button.click()
        assert anybody.shell.focus == focus
    shown(anybody.program.window, QPushButton, "network-add").click()
    assert anybody.shell.focus == "network-host-h5"


def test_that_a_bug_in_the_probe_is_raised_on_the_window_s_thread(program: Program, qtbot: QtBot) -> None:
    def breaks(_stopped: object, _tell: object) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        program.parts.beside.run(breaks, lambda _: None, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert program.parts.beside.idle
