"""Away at once: one key takes everything off the screen, whatever is shown and whatever is under way."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.leaving import KEY
from gui.main_window import keys_of
from gui.opening import Folders, open_window
from gui.program import Program
from gui.report import CrashReporter
from gui.shell import LEAVE_KEY, PageName
from gui.start import Starter as StartingUp
from gui.start import make_application
from tests.pages.base import catch_up, until
from tests.pages.running import Starter
from tests.pages.user import User

AT_ONCE_S = 0.1
"""Nobody sees a window longer than this after the key; a loaded machine may take a while for the key itself."""


@pytest.fixture
def ended(anybody: User) -> list[str]:
    """Return what gets a word when the program has ended after the key."""
    told: list[str] = []
    anybody.program.leaving.left = lambda: told.append("left")
    return told


def press(user: User) -> float:
    """Press the key and return in how many seconds nothing was on the screen any more."""
    began = time.perf_counter()
    user.shell.press_leave()
    assert user.shell.on_screen == 0
    return time.perf_counter() - began


def test_that_the_key_in_the_menu_is_the_one_that_is_heard_everywhere() -> None:
    assert keys_of("file.leave") == [QKeySequence(LEAVE_KEY)] == [QKeySequence(KEY)]


def test_that_the_key_takes_every_page_off_the_screen_at_once(anybody: User, monkeypatch: pytest.MonkeyPatch) -> None:
    window, slowest = anybody.program.window, 0.0
    with monkeypatch.context() as staying:
        staying.setattr(window, "close", bool)
        for page in get_args(PageName):
            window.show()
            window.activateWindow()
            anybody.program.visit(page)
            catch_up()
            slowest = max(slowest, press(anybody))
        catch_up()
    assert slowest < AT_ONCE_S


def crash(program: Program) -> None:
    """Show the dialog about a mistake of the program."""
    reporter = CrashReporter(program.parts.speaker, program.window, "source")
    reporter.report(ValueError, ValueError(), None)


def ask_where(program: Program) -> None:
    """Ask where to save the guide."""
    program.visit("help")
    program.act("file.save")
    assert any(dialog.isVisible() for dialog in program.window.findChildren(QFileDialog))


def preview(program: Program) -> None:
    """Show a sheet as it would be printed."""
    program.visit("help")
    program.act("file.print")


def open_a_menu(program: Program) -> None:
    """Open a menu, which takes the keyboard for itself."""
    program.window.menuBar().setActiveAction(program.window.menuBar().actions()[0])


@pytest.mark.parametrize("cover", [crash, ask_where, preview, open_a_menu])
def test_that_the_key_is_heard_while_something_else_is_in_front(
    anybody: User, ended: list[str], cover: Callable[[Program], None], qtbot: QtBot
) -> None:
    cover(anybody.program)
    catch_up()
    assert anybody.shell.on_screen > (0 if cover is open_a_menu else 1)
    assert press(anybody) < AT_ONCE_S
    qtbot.waitUntil(lambda: bool(ended))


def test_that_the_key_is_heard_while_something_is_worked_out(anybody: User, ended: list[str], qtbot: QtBot) -> None:
    begun, never = Event(), Event()

    def work(stopped: Callable[[], bool]) -> None:
        begun.set()
        while not stopped():
            never.wait(0.01)

    anybody.program.desk.later(work, lambda _: None)
    until(begun.is_set)
    assert press(anybody) < AT_ONCE_S
    qtbot.waitUntil(lambda: bool(ended))


def test_that_other_keys_and_the_key_with_others_are_left_alone(anybody: User, ended: list[str]) -> None:
    window = anybody.program.window.windowHandle()
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F8)
    catch_up()
    assert (anybody.shell.on_screen, ended) == (1, [])


def test_that_the_owner_finds_all_answers_at_the_next_start(
    make_program: Starter, anybody: User, ended: list[str], qtbot: QtBot
) -> None:
    anybody.home.open("before")
    anybody.checklist.take_way("full")
    before = anybody.draft
    press(anybody)
    qtbot.waitUntil(lambda: bool(ended))
    assert make_program.user().draft == before


def test_that_the_key_is_heard_while_the_program_is_still_being_loaded(folders: Folders, qtbot: QtBot) -> None:
    make_application()
    opened = open_window(folders, "en")
    starter = StartingUp(folders, opened, None)
    with qtbot.waitExposed(opened.window):
        opened.window.show()
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    window = opened.window.windowHandle()
    assert window is not None
    QTest.keyPress(window, Qt.Key.Key_F9)
    assert not opened.window.isVisible()
    assert starter.program is None
