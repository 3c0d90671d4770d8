"""Derived facts, each with its borders, with "not known" and with "never"."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest

from core.facts.catalogue import DERIVED
from core.facts.read import FactReader
from core.facts.subjects import NO_INCOME_SHARE
from core.schema.answers import NONE, NOT_SURE, Answers, Attempt
from core.schema.conditions import FactValue
from core.schema.content import Content

AS_OF = dt.date(2026, 9, 24)
TOMORROW = AS_OF + dt.timedelta(days=1)
NEXT_YEAR = dt.date(2027, 1, 5)


@pytest.fixture(scope="module")
def reader(content: Content) -> FactReader:
    return FactReader.of(content)


def fact(reader: FactReader, name: str, values: dict[str, Any], when: dt.date = AS_OF) -> FactValue | None:
    return reader.read(Answers(AS_OF, values=values), when, [name])[name]


DAYS_TO = {"identity.days_to_id_expiry": "identity.id_expires_on", "limit.days_to_expiry": "limit.valid_until"}
DAYS_SINCE = {
    "history.days_since_refusal": "history.refused_on",
    "device.days_since_phone_change": "device.phone_changed_on",
    "device.days_since_sim_change": "device.sim_changed_on",
}


@pytest.mark.parametrize(("name", "question"), DAYS_TO.items())
def test_days_until_a_date_are_counted_from_the_day_of_the_try(reader: FactReader, name: str, question: str) -> None:
    date = dt.date(2026, 10, 24)
    assert fact(reader, name, {question: date}) == 30
    assert fact(reader, name, {question: date}, TOMORROW) == 29
    assert fact(reader, name, {question: AS_OF}) == 0
    assert fact(reader, name, {question: dt.date(2026, 9, 20)}) == -4
    assert fact(reader, name, {question: dt.date(2028, 3, 1)}, dt.date(2028, 2, 28)) == 2


@pytest.mark.parametrize(("name", "question"), DAYS_SINCE.items())
def test_days_since_a_date_are_counted_to_the_day_of_the_try(reader: FactReader, name: str, question: str) -> None:
    assert fact(reader, name, {question: AS_OF}) == 0
    assert fact(reader, name, {question: dt.date(2026, 9, 21)}) == 3
    assert fact(reader, name, {question: dt.date(2026, 9, 21)}, dt.datetime(2026, 9, 25, 23)) == 4


@pytest.mark.parametrize(("name", "question"), DAYS_SINCE.items())
def test_what_never_was_is_infinitely_long_ago(reader: FactReader, name: str, question: str) -> None:
    assert fact(reader, name, {question: NONE}) == math.inf


@pytest.mark.parametrize("skipped", [True, False])
def test_nothing_said_is_nothing_known(reader: FactReader, content: Content, skipped: bool) -> None:
    said = {} if skipped else dict.fromkeys(content.questions, NOT_SURE)
    about_answers = [name for name, spec in DERIVED.items() if spec.reads]
    facts = reader.read(Answers(AS_OF, values=said), AS_OF, [*content.questions, *about_answers])
    assert {name: value for name, value in facts.items() if value is not None} == {}


@pytest.mark.parametrize(
    ("amount", "available", "expected"),
    [(5000, 5000, False), (5000.01, 5000, True), (0, 0, False), (1, None, None), (None, 1, None)],
)
def test_more_than_the_limit_shows_is_more_by_any_amount(
    reader: FactReader, amount: float | None, available: float | None, expected: bool | None
) -> None:
    values = {"request.amount": amount, "limit.available": available}
    said = {name: value for name, value in values.items() if value is not None}
    assert fact(reader, "limit.exceeded", said) is expected


def day(days_ago: int) -> dt.date:
    return AS_OF - dt.timedelta(days=days_ago)


@pytest.mark.parametrize(
    ("history", "latest", "change"),
    [
        (((day(30), 640.0), (day(0), 610.0)), 610, -30),
        (((day(0), 610.0), (day(30), 640.0)), 610, -30),
        (((day(90), 640.0), (day(0), 610.0)), 610, -30),
        (((day(91), 640.0), (day(0), 610.0)), 610, None),
        (((day(92), 700.0), (day(60), 640.0), (day(20), 600.0), (day(1), 650.0)), 650, 10),
        (((day(400), 700.0), (day(350), 690.0)), 690, -10),
        (((day(5), 655.0),), 655, None),
        (((day(5), 655.0), (day(-3), 700.0)), 655, None),
        ((), None, None),
    ],
)
def test_the_change_of_the_score_is_over_the_90_days_to_its_last_value(
    reader: FactReader, history: Any, latest: float | None, change: float | None
) -> None:
    assert fact(reader, "score.latest", {"score.history": history}) == latest
    assert fact(reader, "score.change_90d", {"score.history": history}) == change


@pytest.mark.parametrize(
    ("payments", "income", "share"),
    [(2500, 5000, 50), (0, 5000, 0), (0, 0, 0), (100, 0, NO_INCOME_SHARE), (6000, 5000, 120), (100, None, None)],
)
def test_payments_are_a_share_of_income(
    reader: FactReader, payments: float, income: float | None, share: float | None
) -> None:
    said = {"debts.monthly_payments": payments} | ({} if income is None else {"debts.monthly_income": income})
    assert fact(reader, "debts.payment_share", said) == share


ROOMS = [
    ("class_one", None, None, False),
    ("class_one", 500_000, 500_000, False),
    ("class_two", None, 0, None),
    ("class_two", None, None, None),
    ("class_three", 100_000, 0, None),
    (None, 500_000, 0, None),
]


@pytest.mark.parametrize(("account", "amount", "received", "expected"), ROOMS)
@pytest.mark.parametrize("room", ["daily", "yearly"])
def test_only_a_class_two_account_has_these_rooms(
    reader: FactReader, room: str, account: str | None, amount: float | None, received: float | None, expected: bool
) -> None:
    question = {"daily": "card.received_today", "yearly": "card.received_this_year"}[room]
    values = {"card.account_class": account, "request.amount": amount, question: received}
    said = {name: value for name, value in values.items() if value is not None}
    assert fact(reader, f"card.exceeds_{room}_room", said) is expected


@pytest.mark.parametrize(
    ("amount", "received", "expected"),
    [
        (10_000, 0, False),
        (10_000.01, 0, True),
        (10_001, None, True),
        (10_000, None, None),
        (4_000, 6_000, False),
        (4_000, 6_001, True),
    ],
)
def test_the_daily_room_of_a_class_two_account(
    reader: FactReader, amount: float, received: float | None, expected: bool | None
) -> None:
    said = {"card.account_class": "class_two", "request.amount": amount}
    said |= {} if received is None else {"card.received_today": received}
    assert fact(reader, "card.exceeds_daily_room", said) is expected


@pytest.mark.parametrize(
    ("amount", "received", "expected"),
    [(50_000, 150_000, False), (50_000, 150_001, True), (200_001, None, True), (200_000, None, None)],
)
def test_the_yearly_room_of_a_class_two_account(
    reader: FactReader, amount: float, received: float | None, expected: bool | None
) -> None:
    said = {"card.account_class": "class_two", "request.amount": amount}
    said |= {} if received is None else {"card.received_this_year": received}
    assert fact(reader, "card.exceeds_yearly_room", said) is expected


def test_the_room_of_a_day_is_new_tomorrow_and_that_of_a_year_is_new_in_january(reader: FactReader) -> None:
    said = {"card.account_class": "class_two", "request.amount": 9_000, "card.received_today": 6_000}
    assert fact(reader, "card.exceeds_daily_room", said) is True
    assert fact(reader, "card.exceeds_daily_room", said, TOMORROW) is False
    said = {"card.account_class": "class_two", "request.amount": 9_000, "card.received_this_year": 195_000}
    assert fact(reader, "card.exceeds_yearly_room", said) is True
    assert fact(reader, "card.exceeds_yearly_room", said, TOMORROW) is True
    assert fact(reader, "card.exceeds_yearly_room", said, NEXT_YEAR) is False


def test_an_answer_that_holds_only_today_is_unknown_on_any_other_day(reader: FactReader, content: Content) -> None:
    today = [name for name, question in content.questions.items() if question.holds == "today"]
    assert "order.listed" in today
    for name in today:
        question = content.questions[name]
        answer = question.options[0].id if question.options else 1.0
        assert fact(reader, name, {name: answer}) == answer
        assert fact(reader, name, {name: answer}, TOMORROW) is None
        assert fact(reader, name, {name: answer}, AS_OF - dt.timedelta(days=1)) is None


NOON = dt.datetime(2026, 9, 24, 12)


@pytest.mark.parametrize(
    ("tries", "when", "expected"),
    [
        ([NOON], dt.datetime(2026, 9, 24, 20), 1),
        ([NOON], dt.datetime(2026, 9, 25, 12), 1),
        ([NOON], dt.datetime(2026, 9, 25, 13), 0),
        ([NOON, dt.datetime(2026, 9, 24, 12, 40)], dt.datetime(2026, 9, 24, 12, 50), 2),
        ([NOON], dt.datetime(2026, 9, 24, 10), 0),
        ([dt.date(2026, 9, 24)], dt.datetime(2026, 9, 24, 20), 1),
        ([NOON], dt.date(2026, 9, 24), None),
        ([], dt.datetime(2026, 9, 24, 20), None),
    ],
)
def test_recorded_tries_count_for_a_day(
    reader: FactReader, tries: list[dt.date], when: dt.date, expected: float | None
) -> None:
    answers = Answers(AS_OF, "after", {}, tuple(Attempt(moment) for moment in tries))
    assert reader.read(answers, when, ["history.tries_24h"]) == {"history.tries_24h": expected}


def test_dates_and_scores_speak_only_through_derived_facts(reader: FactReader, content: Content) -> None:
    said: dict[str, Any] = {
        "identity.id_expires_on": AS_OF,
        "history.refused_on": NONE,
        "score.history": ((AS_OF, 600.0),),
        "request.planned": NOON,
    }
    assert all(value is None for value in reader.read(Answers(AS_OF, values=said), AS_OF, said).values())
    assert fact(reader, "device.environment", {"device.environment": ()}) == ()


def test_every_derived_fact_names_the_questions_that_can_change_it(reader: FactReader, content: Content) -> None:
    """Columns decide a rule once for all borrowers who agree on these questions: one left out would be ignored."""
    said: dict[str, Any] = {
        "identity.id_expires_on": AS_OF,
        "limit.valid_until": AS_OF,
        "history.refused_on": AS_OF,
        "device.phone_changed_on": AS_OF,
        "device.sim_changed_on": AS_OF,
        "request.amount": 9_000.0,
        "limit.available": 5_000.0,
        "score.history": ((AS_OF, 600.0), (AS_OF, 610.0)),
        "debts.monthly_payments": 10.0,
        "debts.monthly_income": 10.0,
        "card.account_class": "class_two",
        "card.received_today": 9_000.0,
        "card.received_this_year": 199_000.0,
        "request.planned": NOON,
    }
    whole = Answers(AS_OF, "after", said, (Attempt(NOON),))
    for question in said:
        less = Answers(AS_OF, "after", {n: v for n, v in said.items() if n != question}, (Attempt(NOON),))
        before, after = (reader.read(answers, AS_OF, DERIVED) for answers in (whole, less))
        for name, spec in DERIVED.items():
            assert before[name] == after[name] or question in spec.reads, (name, question)


def test_a_fact_that_does_not_depend_on_the_day_is_the_same_on_every_day(reader: FactReader, content: Content) -> None:
    said: dict[str, Any] = {
        "request.amount": 9_000.0,
        "limit.available": 5_000.0,
        "score.history": ((day(9), 600.0), (AS_OF, 610.0)),
        "debts.monthly_payments": 10.0,
        "debts.monthly_income": 10.0,
    }
    still = [name for name, spec in DERIVED.items() if not spec.dated]
    for days in (1, 30, 400):
        later = AS_OF + dt.timedelta(days=days)
        facts = reader.read(Answers(AS_OF, values=said), later, still)
        assert facts == reader.read(Answers(AS_OF, values=said), AS_OF, still)
        assert None not in facts.values()
