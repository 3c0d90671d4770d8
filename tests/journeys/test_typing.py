"""Everything that can be typed, in the spellings people use."""

from __future__ import annotations

import datetime as dt

import pytest

from core.schema.answers import Answer, Answers
from gui.draft import Draft
from tests.pages.running import EVENING
from tests.pages.user import User

NUMBER, AMOUNT, DAY, MOMENT, LIST = (
    *("device.new_devices_30d", "request.amount", "device.phone_changed_on"),
    *("request.planned", "score.history"),
)


def at_question(anybody: User, question: str) -> User:
    """Open the full checklist at a question."""
    anybody.program.parts.session.change(Draft(Answers(EVENING.date()), "full", question))
    anybody.program.visit("checklist")
    return anybody


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        (NUMBER, "3", 3.0),
        (NUMBER, "３ 次", 3.0),
        (AMOUNT, "8,000", 8000.0),
        (AMOUNT, "1.5万", 15000.0),
        (AMOUNT, "１．５ 万元", 15000.0),
        (AMOUNT, "12k", 12000.0),
        (AMOUNT, "8000 元", 8000.0),
        (DAY, "2026-09-20", dt.date(2026, 9, 20)),
        (DAY, "20260920", dt.date(2026, 9, 20)),
        (DAY, "2026年9月20日", dt.date(2026, 9, 20)),
        (DAY, "9月20日", dt.date(2026, 9, 20)),
        (DAY, "9/20", dt.date(2026, 9, 20)),
        (MOMENT, "9.30", dt.date(2026, 9, 30)),
        (
            LIST,
            "2026-06-30 655\n2026年9月25日：652分",
            ((dt.date(2026, 6, 30), 655.0), (dt.date(2026, 9, 25), 652.0)),
        ),
    ],
)
def test_that_a_spelling_is_understood(anybody: User, question: str, typed: str, answer: Answer) -> None:
    at_question(anybody, question)
    anybody.checklist.type(typed)
    anybody.checklist.leave_field()
    assert anybody.checklist.error == ""
    assert anybody.draft.answers.values[question] == answer
    assert anybody.checklist.echo


def test_that_a_day_with_a_time_is_a_moment(anybody: User) -> None:
    at_question(anybody, MOMENT)
    anybody.checklist.type("2026-09-29")
    anybody.checklist.type("20点30分", field="time")
    anybody.checklist.next()
    assert anybody.draft.answers.values[MOMENT] == dt.datetime(2026, 9, 29, 20, 30)


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (NUMBER, "many"),
        (NUMBER, "99"),
        (AMOUNT, "0"),
        (AMOUNT, "1 or 2"),
        (DAY, "2026-02-30"),
        (DAY, "soon"),
        (MOMENT, "someday"),
        (LIST, "2026-06-30 655\nrubbish"),
        (LIST, "2026-06-30 20"),
    ],
)
def test_that_what_is_no_answer_leaves_one_line_and_loses_nothing(anybody: User, question: str, typed: str) -> None:
    at_question(anybody, question)
    anybody.checklist.type(typed)
    anybody.checklist.leave_field()
    assert anybody.checklist.error
    assert "\n" not in anybody.checklist.error
    assert anybody.checklist.field() == typed
    assert question not in anybody.draft.answers.values
    anybody.checklist.next()
    assert anybody.checklist.question == question
    assert anybody.checklist.field() == typed


def test_that_the_line_about_a_mistake_goes_when_the_mistake_is_mended(anybody: User) -> None:
    at_question(anybody, AMOUNT)
    anybody.checklist.type("a lot")
    anybody.checklist.leave_field()
    anybody.checklist.type("5000")
    anybody.checklist.leave_field()
    assert anybody.checklist.error == ""
    assert anybody.draft.answers.values[AMOUNT] == 5000.0


def test_that_a_wrong_number_leaves_the_answer_before_it(anybody: User) -> None:
    at_question(anybody, AMOUNT)
    anybody.checklist.type("5000")
    anybody.checklist.leave_field()
    anybody.checklist.type("a lot")
    anybody.checklist.leave_field()
    assert anybody.checklist.error
    assert anybody.draft.answers.values[AMOUNT] == 5000.0


def test_that_a_mistake_in_one_field_leaves_the_other_as_it_was_typed(anybody: User) -> None:
    at_question(anybody, MOMENT)
    anybody.checklist.type("2026-09-29")
    anybody.checklist.type("25:99", field="time")
    anybody.checklist.leave_field()
    assert anybody.checklist.error
    assert anybody.checklist.field("time") == "25:99"
    assert anybody.checklist.field() == "2026-09-29"


def test_that_an_emptied_field_opens_the_question_again(anybody: User) -> None:
    at_question(anybody, AMOUNT)
    anybody.checklist.type("5000")
    anybody.checklist.leave_field()
    anybody.checklist.type("")
    anybody.checklist.leave_field()
    assert AMOUNT not in anybody.draft.answers.values


@pytest.mark.parametrize(
    ("question", "chip", "answer"),
    [
        (DAY, "today", dt.date(2026, 9, 28)),
        (DAY, "week", dt.date(2026, 9, 21)),
        (MOMENT, "now", dt.datetime(2026, 9, 28, 21, 40)),
        (MOMENT, "tomorrow", dt.datetime(2026, 9, 29, 10, 0)),
    ],
)
def test_that_a_shortcut_fills_in_what_it_says(anybody: User, question: str, chip: str, answer: Answer) -> None:
    at_question(anybody, question)
    anybody.checklist.chip(chip)
    assert anybody.draft.answers.values[question] == answer
    assert anybody.checklist.field() == str(answer)[:10]


def test_that_not_sure_takes_the_place_of_what_was_typed(anybody: User) -> None:
    at_question(anybody, AMOUNT)
    anybody.checklist.type("5000")
    anybody.checklist.choose("not_sure")
    assert anybody.draft.answers.values[AMOUNT] == "not_sure"
    assert anybody.checklist.field() == ""


def test_that_a_failure_in_the_future_is_not_taken(anybody: User) -> None:
    anybody.home.open("after")
    anybody.checklist.next()
    anybody.checklist.type("2026-10-01")
    anybody.checklist.leave_field()
    assert anybody.checklist.error == anybody.words("checklist.error.ahead")
    assert len(anybody.draft.answers.attempts) == 1
    assert anybody.draft.answers.attempts[0].when == EVENING


def test_that_another_way_does_not_put_what_was_typed_into_another_question(anybody: User) -> None:
    at_question(anybody, "debts.open_lenders")
    anybody.checklist.type("many")
    anybody.checklist.take_way("triage")
    values = dict(anybody.draft.answers.values)
    anybody.checklist.next()
    assert anybody.checklist.error == ""
    assert anybody.draft.answers.values == values


def test_that_jumping_away_keeps_what_was_typed_well(anybody: User) -> None:
    at_question(anybody, AMOUNT)
    anybody.checklist.type("5000")
    anybody.checklist.jump("card")
    assert anybody.draft.answers.values == {AMOUNT: 5000.0}
    assert anybody.checklist.question == "card.kind"


def test_that_jumping_away_does_not_lose_what_was_typed_wrong(anybody: User) -> None:
    at_question(anybody, AMOUNT)
    anybody.checklist.type("5000 or 6000")
    anybody.checklist.jump("card")
    assert anybody.checklist.question == AMOUNT
    assert anybody.checklist.error
    assert anybody.checklist.field() == "5000 or 6000"


@pytest.mark.parametrize("ending", ["\n", "\n\n", "  \n"])
def test_that_empty_lines_in_a_list_do_not_matter(anybody: User, ending: str) -> None:
    at_question(anybody, LIST)
    anybody.checklist.type(f"{ending}2026-06-30 655{ending}")
    anybody.checklist.leave_field()
    assert anybody.draft.answers.values[LIST] == ((dt.date(2026, 6, 30), 655.0),)


def test_that_the_sum_with_cents_comes_back_as_it_was_typed(anybody: User) -> None:
    at_question(anybody, AMOUNT)
    anybody.checklist.type("123456.78")
    anybody.checklist.leave_field()
    assert anybody.checklist.field() == "123456.78"
