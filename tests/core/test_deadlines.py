"""The days that matter: counted right at the ends of months and years, and never wrong about how long is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.due.deadlines import Deadline, deadlines, term_of
from core.facts.calendar import Calendar
from core.journal.records import SentRecord
from core.schema.answers import Answer, Answers
from core.schema.content import Content

TODAY = dt.date(2026, 11, 26)
DISPUTE, COMPLAINT = "dispute_credit_entry", "complaint"


def sent(day: dt.date, letter: str = DISPUTE, number: int = 1, answered: bool = False) -> SentRecord:
    """Return a letter that was sent."""
    changed = dt.datetime(2026, 11, 26, 9)
    return SentRecord(uid=f"{number:032x}", day=day, changed=changed, letter=letter, answered=answered)


def listed(
    content: Content, records: Sequence[SentRecord] = (), today: dt.date = TODAY, **said: Answer
) -> tuple[Deadline, ...]:
    """Return what is due; the names of questions are given with ``__`` in place of the dot."""
    answers = Answers(TODAY, "before", {name.replace("__", "."): value for name, value in said.items()})
    return deadlines(records, answers, content, today)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2026-11-10", "2026-11-30"),
        ("2026-11-11", "2026-12-01"),
        ("2026-12-12", "2027-01-01"),
        ("2027-02-08", "2027-02-28"),
        ("2027-02-09", "2027-03-01"),
        ("2028-02-09", "2028-02-29"),
        ("2028-02-10", "2028-03-01"),
    ],
)
def test_that_the_answer_to_a_dispute_is_due_twenty_days_after_it_was_sent(
    content: Content, day: str, last: str
) -> None:
    (due,) = listed(content, [sent(dt.date.fromisoformat(day))])
    assert (due.kind, due.day, due.letter) == ("answer", dt.date.fromisoformat(last), DISPUTE)
    assert (due.figure, due.exact) == ("dispute_answer", True)


@given(day=st.dates(dt.date(2026, 1, 1), dt.date(2026, 11, 30)))
def test_that_working_days_are_those_of_another_program(content: Content, day: dt.date) -> None:
    calendar = Calendar(content.holidays)
    found = term_of(content.figures["complaint_answer"], day, calendar)
    assert found is not None
    between = [day + dt.timedelta(days=number) for number in range(1, (found[0] - day).days + 1)]
    assert sum(chinese_calendar.is_workday(one) for one in between) == content.figures["complaint_answer"].value
    assert chinese_calendar.is_workday(found[0])
    assert found[1]


def test_that_working_days_of_a_year_without_a_schedule_are_no_promise(content: Content) -> None:
    (due,) = listed(content, [sent(dt.date(2026, 12, 20), COMPLAINT)], today=dt.date(2026, 12, 21))
    assert due.day > dt.date(2027, 1, 1)
    assert not due.exact


def test_that_an_answer_stays_due_until_it_has_come(content: Content) -> None:
    long_ago = dt.date(2026, 9, 1)
    (late,) = listed(content, [sent(long_ago)])
    assert late.left == (dt.date(2026, 9, 21) - TODAY).days < 0
    assert listed(content, [sent(long_ago, answered=True)]) == ()


def test_that_with_the_clock_set_back_no_number_of_days_is_told(content: Content) -> None:
    records = [sent(TODAY)]
    for today in (TODAY - dt.timedelta(days=1), TODAY - dt.timedelta(days=400)):
        found = listed(content, records, today, identity__id_expires_on=dt.date(2027, 3, 1))
        assert [one.left for one in found] == [None, None]
    assert [one.left for one in listed(content, records)] == [20]


def test_that_the_days_of_the_check_are_listed_nearest_first(content: Content) -> None:
    found = listed(
        content,
        [sent(TODAY)],
        identity__id_expires_on=dt.date(2027, 1, 5),
        limit__valid_until=dt.date(2026, 12, 1),
        history__refused_on=dt.date(2026, 11, 20),
        request__planned=dt.datetime(2026, 11, 30, 10),
    )
    assert [one.kind for one in found] == ["planned", "limit_ends", "answer", "cooling_over", "id_expires"]
    assert [one.left for one in found] == [4, 5, 20, 24, 40]


def test_that_what_has_passed_is_left_out_but_for_a_card_that_ran_out(content: Content) -> None:
    past = dt.date(2026, 9, 1)
    found = listed(
        content, identity__id_expires_on=past, limit__valid_until=past, history__refused_on=past, request__planned=past
    )
    assert [(one.kind, one.day) for one in found] == [("id_expires", past)]


def test_that_the_day_of_the_plan_is_listed_while_it_lies_ahead(content: Content) -> None:
    empty = Answers(TODAY, "before")
    (ahead,) = deadlines((), empty, content, TODAY, TODAY)
    assert (ahead.kind, ahead.left) == ("good_day", 0)
    assert deadlines((), empty, content, TODAY, TODAY - dt.timedelta(days=1)) == ()


def test_that_a_letter_without_a_term_or_of_another_content_makes_nothing_due(content: Content) -> None:
    assert listed(content, [sent(TODAY, "question_to_lender"), sent(TODAY, "gone_from_the_content")]) == ()


def test_that_not_sure_is_no_day(content: Content) -> None:
    assert listed(content, identity__id_expires_on="not_sure", limit__valid_until="not_sure") == ()


@given(days=st.lists(st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)), max_size=6), today=st.dates())
def test_that_the_list_is_in_order_and_every_day_is_right(
    content: Content, days: list[dt.date], today: dt.date
) -> None:
    found = listed(content, [sent(day, number=number) for number, day in enumerate(days)], today)
    assert [one.day for one in found] == sorted(one.day for one in found)
    assert len(found) == len(days)
    for one in found:
        assert one.left is None or today + dt.timedelta(days=one.left) == one.day
