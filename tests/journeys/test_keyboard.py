"""The whole program without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from gui.shell import MENUS, PageName
from tests.pages.user import MOST_STEPS, User

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TABS = 60


def tab_to(user: User, name: str) -> None:
    """Press the tabulator until a control has the keyboard."""
    for _ in range(TABS):
        if user.shell.focus == name:
            return
        user.shell.press(Key.Key_Tab)
    raise AssertionError(f"{name} is not reached by the tabulator")


def choose_by_keys(user: User, row: str) -> None:
    """Press the tabulator until a row has the keyboard, and arrows to the one wanted: a group of rows is one stop."""
    start = f"checklist-answer-{user.checklist.question}-"
    for _ in range(TABS):
        user.shell.press(Key.Key_Tab)
        if user.shell.focus.startswith(start):
            break
    for _ in user.checklist.rows:
        if user.shell.focus == start + row:
            break
        user.shell.press(Key.Key_Down)
    if user.checklist.chosen != [row]:
        user.shell.press(Key.Key_Space)


def open_by_keys(user: User, door: str) -> None:
    tab_to(user, f"home-door-{door}")
    user.shell.press(Key.Key_Space)


def test_that_a_check_is_finished_with_keys_alone(user: User) -> None:
    open_by_keys(user, "after")
    user.shell.press(Key.Key_1, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    for _ in range(MOST_STEPS):
        if user.page != "checklist":
            break
        answer_by_keys(user)
        user.shell.press(Key.Key_Return)
    assert user.page == "review"
    user.shell.press(Key.Key_Return)
    user.result.wait()
    assert user.page == "result"
    step = user.result.plan()[0]
    tab_to(user, f"result-step-{step}-done")
    user.shell.press(Key.Key_Space)
    assert user.draft.answers.done == (step,)


def answer_by_keys(user: User) -> None:
    """Answer a question with the number of its row; what could be typed with "not sure"."""
    rows = user.checklist.rows
    wanted = next(row for row in ("no", "store", "not_sure") if row in rows)
    if user.shell.focus.startswith("checklist-field-") or rows.index(wanted) >= 9:
        choose_by_keys(user, wanted)
    else:
        user.shell.press(Key(Key.Key_1.value + rows.index(wanted)))
    assert user.checklist.chosen == [wanted]


def test_that_a_number_key_chooses_and_return_goes_on_and_backspace_back(user: User) -> None:
    open_by_keys(user, "before")
    user.shell.press(Key.Key_1)
    assert user.checklist.chosen == ["no"]
    user.shell.press(Key.Key_3)
    assert user.checklist.chosen == ["not_sure"]
    user.shell.press(Key.Key_Return)
    assert user.checklist.question == "safety.app_source"
    user.shell.press(Key.Key_Backspace)
    assert user.checklist.question == "safety.asked_to_pay"
    assert user.checklist.chosen == ["not_sure"]


def test_that_a_number_without_a_row_chooses_nothing(user: User) -> None:
    open_by_keys(user, "before")
    user.shell.press(Key.Key_9)
    assert user.checklist.chosen == []


def test_that_digits_in_a_field_are_typed_and_choose_no_row(user: User) -> None:
    user.home.open("before")
    user.checklist.take_way("full")
    user.checklist.jump("situation")
    user.checklist.choose("jiebei")
    user.checklist.next()
    assert user.shell.focus == "checklist-field-request.amount-value"
    user.shell.press(Key.Key_8, Key.Key_1, Key.Key_Backspace, Key.Key_0, Key.Key_0, Key.Key_0)
    assert user.checklist.field() == "8000"
    assert user.checklist.question == "request.amount"
    user.shell.press(Key.Key_Return)
    assert user.draft.answers.values["request.amount"] == 8000.0
    assert user.checklist.question == "limit.available"


def test_that_the_space_bar_chooses_the_row_that_has_the_keyboard(user: User) -> None:
    user.home.open("before")
    assert user.shell.focus == "checklist-answer-safety.asked_to_pay-no"
    user.shell.press(Key.Key_Space)
    assert user.checklist.chosen == ["no"]


def test_that_the_keyboard_is_on_the_answers_of_every_new_question(user: User) -> None:
    user.home.open("before")
    for _ in range(3):
        assert user.shell.focus.startswith(f"checklist-answer-{user.checklist.question}-")
        user.shell.press(Key.Key_1 if user.checklist.question != "safety.pressure" else Key.Key_Down, Key.Key_Return)


def test_that_undo_and_redo_have_keys(user: User) -> None:
    user.home.open("before")
    user.shell.press(Key.Key_1)
    user.shell.press_standard(QKeySequence.StandardKey.Undo)
    assert user.checklist.chosen == []
    user.shell.press_standard(QKeySequence.StandardKey.Redo)
    assert user.checklist.chosen == ["no"]


def test_that_undo_and_redo_in_a_field_are_the_field_s_and_elsewhere_the_session_s(user: User) -> None:
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    user.home.open("before")
    user.checklist.take_way("full")
    user.checklist.jump("situation")
    user.checklist.choose("jiebei")
    user.checklist.next()
    user.shell.press(Key.Key_8, Key.Key_0)
    before = user.draft
    user.shell.press_standard(undo)
    assert (user.checklist.field(), user.draft) == ("", before)
    user.shell.press_standard(redo)
    assert (user.checklist.field(), user.draft) == ("80", before)
    user.shell.press(Key.Key_Return)
    assert user.draft.answers.values["request.amount"] == 80.0
    user.checklist.back()
    user.checklist.back()
    user.shell.press_standard(undo)
    assert "request.amount" not in user.draft.answers.values
    assert user.draft.answers.values["request.lender"] == "jiebei"
    user.checklist.leave_field()
    user.shell.press_standard(redo)
    assert user.draft.answers.values["request.amount"] == 80.0


@pytest.mark.parametrize(("number", "page"), [*enumerate(MENUS["go"][:-1], start=1)][:9])
def test_that_the_first_nine_pages_of_the_rail_have_a_digit(anybody: User, number: int, page: PageName) -> None:
    anybody.home.open("before")
    anybody.shell.go("settings")
    anybody.shell.press(Key(Key.Key_0.value + number), modifier=CONTROL)
    assert anybody.page == page


def test_that_the_settings_have_the_key_of_the_platform(user: User) -> None:
    user.shell.press(Key.Key_Comma, modifier=CONTROL)
    assert user.page == "settings"


def test_that_language_and_theme_and_size_have_keys(user: User) -> None:
    code, look = user.program.parts.speaker.code, user.program.parts.look
    user.shell.press(Key.Key_L, modifier=CONTROL)
    assert user.program.parts.speaker.code != code
    theme = look.theme
    user.shell.press(Key.Key_T, modifier=CONTROL)
    assert look.theme != theme
    user.shell.press(Key.Key_Plus, modifier=CONTROL)
    assert look.scale > 100
    user.shell.press(Key.Key_0, modifier=CONTROL)
    assert look.scale == 100
