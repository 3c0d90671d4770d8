"""The window on the wall: the keys of a presenter's remote, a look of its own, everything readable on every slide."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.program import Program
from gui.projector.opening import open_projector
from gui.projector.window import ProjectorWindow, scales_for
from gui.theme.tokens import TYPE, WALL_SCALE, WALL_SCALES
from gui.widgets.text import Text
from tests.pages.base import catch_up
from tests.pages.finding import shown
from tests.pages.user import User

Key = Qt.Key
CASES = ("half_an_hour_to_pay", "six_lenders")


def hung(program: Program, qtbot: QtBot, *cases: str) -> ProjectorWindow:
    """Return the window with some cases."""
    window = open_projector(program.parts.look, program.desk, cases or CASES, program.window)
    qtbot.waitExposed(window)
    window.activateWindow()
    catch_up()
    return window


def says(window: ProjectorWindow, name: str) -> str:
    """Return what a text says."""
    return shown(window, Text, f"projector-{name}").plain


def test_that_the_keys_of_a_remote_lead_through_a_case_and_escape_leaves(anybody: User, qtbot: QtBot) -> None:
    window = hung(anybody.program, qtbot)
    read = [says(window, "n")]
    for key in (Key.Key_Space, Key.Key_PageDown, Key.Key_Right, Key.Key_PageUp, Key.Key_Left, Key.Key_Home):
        QTest.keyClick(window, key)
        read.append(says(window, "n").split(" ")[0])
    assert read == ["1 / 11", "2", "3", "4", "3", "2", "1"]
    QTest.keyClick(window, Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.isVisible()
    QTest.keyClick(window, Key.Key_Escape)
    assert not window.isVisible()


def test_that_the_space_bar_goes_on_even_after_a_click_on_a_button(anybody: User, qtbot: QtBot) -> None:
    window = hung(anybody.program, qtbot)
    shown(window, QPushButton, "projector-larger").click()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_Space)
    assert says(window, "n") == "2 / 11"
    window.close()


def test_that_the_wall_is_light_whatever_the_desk_wears(anybody: User, qtbot: QtBot) -> None:
    anybody.program.chooser.choose("theme", "dark")
    window = hung(anybody.program, qtbot)
    light = window.grab().toImage().pixelColor(4, 4)
    assert light == window.palette().color(QPalette.ColorRole.Window)
    assert light.lightness() > 200
    assert anybody.program.window.palette().color(QPalette.ColorRole.Window).lightness() < 60
    window.close()


def test_that_nothing_is_cut_on_any_slide(user: User, qtbot: QtBot) -> None:
    window = hung(user.program, qtbot, CASES[0])
    slides = 0
    while True:
        catch_up()
        area = window.findChild(QLabel, "projector-lead")
        assert area is not None
        for text in window.findChildren(Text):
            if text.isVisibleTo(window):
                assert text.height() >= text.heightForWidth(text.width()), (slides, text.plain)
                assert text.wordWrap() or text.width() >= text.one_line(), (slides, text.plain)
        slides += 1
        if not shown(window, QPushButton, "projector-next").isEnabled():
            break
        QTest.keyClick(window, Key.Key_Space)
    assert slides == 11
    window.close()


def test_that_a_slide_is_as_large_as_it_fits_unless_somebody_wants_it_larger() -> None:
    room = QSize(1280, 800)
    assert scales_for(room, 0) == (175, 150, 125, 110, 100)
    assert scales_for(room, -2) == (125, 110, 100)
    assert scales_for(room, 1) == (200,)
    assert scales_for(room, 99) == (WALL_SCALES[-1],)
    assert scales_for(room, -99) == (WALL_SCALES[0],)
    assert scales_for(QSize(1920, 1080), 0)[0] == 225


def test_that_short_slides_are_as_large_as_the_window_allows_from_the_first_on(anybody: User, qtbot: QtBot) -> None:
    window = hung(anybody.program, qtbot, "one_digit")
    assert shown(window, Text, "projector-lead").font().pixelSize() == pytest.approx(
        TYPE["display"] * WALL_SCALE / 100, abs=1
    )
    window.resize(1920, 1080)
    catch_up()
    assert shown(window, Text, "projector-lead").font().pixelSize() > round(TYPE["display"] * 2)
    window.close()


def test_that_the_key_that_leaves_at_once_is_heard_on_the_wall_too(anybody: User, qtbot: QtBot) -> None:
    window = hung(anybody.program, qtbot)
    qtbot.waitUntil(window.isActiveWindow)
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyPress(handle, Key.Key_F9)
    assert not window.isVisible()
    assert not anybody.program.window.isVisible()


def test_that_the_window_and_its_presenter_are_freed_when_it_is_left(program: Program, qtbot: QtBot) -> None:
    window = hung(program, qtbot)
    held = weakref.ref(window.led_by)
    window.close()
    del window
    catch_up()
    gc.collect()
    assert held() is None
    assert program.window.findChildren(ProjectorWindow) == []
