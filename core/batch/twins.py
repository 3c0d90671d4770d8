"""Derived facts over whole columns, where working them out for every distinct combination of answers would not do.

Each is the twin of a function in ``core.facts``, for the same answers with the same result; a test compares them. A
derived fact without a twin needs none: it is worked out by that function, once for each combination that occurs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from core.batch.coded import Bools, Coded, Floats, Numbers, flags
from core.batch.rows import DAY, SECOND, begin_of
from core.facts.catalogue import DERIVED
from core.facts.spec import NEVER, Moment
from core.facts.subjects import CLASS_TWO, NO_INCOME_SHARE
from core.schema.answers import NONE, Answers

if TYPE_CHECKING:
    from core.batch.facts import ColumnFacts

Fact: TypeAlias = Coded | Numbers
Twin: TypeAlias = Callable[["ColumnFacts"], Fact]
HOURS = 24
NEVER_YET = 2**62
"""Ahead of every moment: fills up the shorter lists of tries, and is never counted."""
SCORE_WINDOW = 90
"""In days: as in ``core.facts.subjects``."""


def _days_since(question: str) -> Twin:
    return lambda facts: Numbers(_since(facts, question))


def _days_to(question: str) -> Twin:
    return lambda facts: Numbers(-_since(facts, question))


def _since(facts: ColumnFacts, question: str) -> Floats:
    """Return days from a date answer to the moment, :data:`NEVER` for "none", NaN when unknown."""
    answers = facts.words(question)
    then = [np.nan, *(-NEVER if day == NONE else day.toordinal() for day in answers.values[1:])]
    since: Floats = facts.when.day - answers.looked_up(then)
    return since


def _hour(facts: ColumnFacts) -> Fact:
    return Numbers(np.where(facts.when.timed, facts.when.time // (3600 * SECOND), np.nan))


def _hour_band(facts: ColumnFacts) -> Fact:
    """Return the band of the hour, as the function for one borrower says it for every hour of a day."""
    compute, model, day = DERIVED["timing.hour_band"].compute, facts.reader.content, dt.date.min
    bands = [
        compute(Moment(Answers(day), day, dt.time(hour), facts.reader.calendar, model.timing, model.figures))
        for hour in range(HOURS)
    ]
    hour = facts.when.time // (3600 * SECOND)
    return Coded((None, *bands), np.where(facts.when.timed, hour + 1, 0))


def _tries_24h(facts: ColumnFacts) -> Fact:
    history = facts.rows.history
    begins = [[begin_of(attempt.when) for attempt in tries or ()] for tries in history.values]
    most = max(map(len, begins))
    table = np.array([row + [NEVER_YET] * (most - len(row)) for row in begins], dtype=np.int64)
    age = facts.when.begins[:, None] - table[history.codes]
    counted = ((age >= 0) & (age <= DAY)).sum(axis=1).astype(np.float64)
    return Numbers(np.where(history.known & facts.when.timed, counted, np.nan))


def _limit_exceeded(facts: ColumnFacts) -> Fact:
    amount, available = facts.number("request.amount"), facts.number("limit.available")
    return flags(~np.isnan(amount) & ~np.isnan(available), amount > available)


def _latest_score(facts: ColumnFacts) -> Fact:
    return Numbers(facts.dated("score.history").until(facts.rows.as_of).latest[1])


def _score_change(facts: ColumnFacts) -> Fact:
    known = facts.dated("score.history").until(facts.rows.as_of)
    last, value = known.latest
    first, oldest = known.only_pairs(last[known.row] - known.day <= SCORE_WINDOW).earliest
    return Numbers(np.where(first < last, value - oldest, np.nan))


def _payment_share(facts: ColumnFacts) -> Fact:
    payments, income = facts.number("debts.monthly_payments"), facts.number("debts.monthly_income")
    earning = np.where(income == 0, np.nan, income)
    share = np.where(income == 0, NO_INCOME_SHARE, 100 * payments / earning)
    share = np.where(payments == 0, 0.0, share)
    return Numbers(np.where(np.isnan(payments) | np.isnan(income), np.nan, share))


def _exceeds(facts: ColumnFacts, figure: str, counts: Bools, question: str) -> Fact:
    """Return whether the sum goes over a Class II account's room, which counts what came in where ``counts``."""
    room = facts.figure(figure)
    account, amount = facts.words("card.account_class"), facts.number("request.amount")
    two = account.looked_up([name == CLASS_TWO for name in account.values], np.bool_) & ~np.isnan(amount)
    one = account.looked_up([name == "class_one" for name in account.values], np.bool_)
    received = np.where(counts, facts.number(question), 0.0)
    over = two & ((amount > room) | (amount + received > room))
    certain = over | (two & ~np.isnan(received))
    return flags(one | certain, over)


def _exceeds_daily_room(facts: ColumnFacts) -> Fact:
    return _exceeds(facts, "class2_daily_in", facts.today, "card.received_today")


def _exceeds_yearly_room(facts: ColumnFacts) -> Fact:
    return _exceeds(facts, "class2_yearly_in", facts.same_year, "card.received_this_year")


TWINS: Mapping[str, Twin] = {
    "identity.days_to_id_expiry": _days_to("identity.id_expires_on"),
    "limit.days_to_expiry": _days_to("limit.valid_until"),
    "limit.exceeded": _limit_exceeded,
    "history.days_since_refusal": _days_since("history.refused_on"),
    "history.tries_24h": _tries_24h,
    "device.days_since_phone_change": _days_since("device.phone_changed_on"),
    "device.days_since_sim_change": _days_since("device.sim_changed_on"),
    "score.latest": _latest_score,
    "score.change_90d": _score_change,
    "debts.payment_share": _payment_share,
    "card.exceeds_daily_room": _exceeds_daily_room,
    "card.exceeds_yearly_room": _exceeds_yearly_room,
    "timing.hour": _hour,
    "timing.hour_band": _hour_band,
}
