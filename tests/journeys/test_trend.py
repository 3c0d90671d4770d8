"""From the first value written down to the result, without a mouse."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gui.shell import MENUS
from tests.journeys.test_keyboard import CONTROL, tab_to
from tests.pages.base import catch_up
from tests.pages.user import User

Key = Qt.Key
SCORES = (("2026-05-01", "690"), ("2026-07-01", "688"), ("2026/9/1", "640"))


def go_by_keys(user: User, page: str) -> None:
    user.shell.press(Key(Key.Key_1.value + MENUS["go"].index(page)), modifier=CONTROL)


def type_in_cell(user: User, words: str, then: Qt.Key) -> None:
    """Type into the cell that is being written in, and go on."""
    editor = user.program.window.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, then)
    catch_up()


def test_that_scores_go_from_the_table_through_the_check_into_the_result(user: User) -> None:
    go_by_keys(user, "trend")
    for day, score in SCORES:
        tab_to(user, "trend-add")
        user.shell.press(Key.Key_Space)
        type_in_cell(user, day, Key.Key_Tab)
        type_in_cell(user, score, Key.Key_Return)
        user.trend.wait()
    tab_to(user, "trend-chart")
    user.shell.press(Key.Key_Home, Key.Key_Right)
    score = user.program.parts.speaker.wording.count(688, "points")
    assert score in user.trend.says("read-out")
    tab_to(user, "trend-take")
    user.shell.press(Key.Key_Space)
    assert user.shell.banner == user.words("trend_page.taken", count=3)
    assert user.draft.answers.values["score.history"] == (
        (dt.date(2026, 5, 1), 690.0),
        (dt.date(2026, 7, 1), 688.0),
        (dt.date(2026, 9, 1), 640.0),
    )
    go_by_keys(user, "result")
    user.result.wait()
    assert user.page == "result"
    facts = user.program.parts.engine.facts(user.draft)
    assert (facts["score.latest"], facts["score.change_90d"]) == (640.0, -48.0)


def test_that_undo_takes_the_scores_out_of_the_check_and_the_table_stays(user: User) -> None:
    user.home.open("before")
    user.shell.go("trend")
    user.trend.wait()
    user.trend.paste("2026-07-01 688\n2026-09-01 640")
    user.trend.click("take")
    assert "score.history" in user.draft.answers.values
    user.shell.undo()
    assert "score.history" not in user.draft.answers.values
    assert user.page == "trend"
    assert len(user.trend.rows) == 2
    assert user.trend.can("take")
