"""Scores kept on their own: one a day of each kind, nothing replaced unless asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.journal.journal import Journal
from core.journal.records import ScoreRecord
from core.journal.scores import Kept, Made, keep_scores, score_table_of, scores_of
from core.journal.store import Store
from tests.core.journal.desk import NOON, check_of, uid

DAY = dt.date(2026, 11, 1)
SERIES = st.dictionaries(
    st.integers(0, 6).map(lambda number: DAY + dt.timedelta(days=number)), st.sampled_from([600.0, 650.0]), max_size=6
)


def made() -> Made:
    numbers = count(1)
    return Made(lambda: uid(next(numbers) + 1000), NOON)


def memory() -> Store:
    journal = Journal(None, lambda: NOON)
    journal.open()
    return journal.store


def in_store(store: Store) -> dict[tuple[str, dt.date], float]:
    return {(one.of, one.day): one.value for one in store.each("score") if isinstance(one, ScoreRecord)}


@given(SERIES, SERIES, st.booleans())
def test_that_a_day_has_one_value_and_the_one_that_was_there_stays_unless_replaced(
    first: Mapping[dt.date, float], second: Mapping[dt.date, float], replace: bool
) -> None:
    store, making = memory(), made()
    keep_scores(store, "platform", first.items(), making, replace=False)
    found = keep_scores(store, "platform", second.items(), making, replace=replace)
    both = first.keys() & second.keys()
    differing = {day for day in both if first[day] != second[day]}
    assert found == Kept(len(second.keys() - first.keys()), len(both) - len(differing), len(differing))
    expected = {**first, **second} if replace else {**second, **first}
    assert in_store(store) == {("platform", day): value for day, value in expected.items()}
    assert store.count("score") == len(expected)


def test_that_two_kinds_of_score_do_not_meet() -> None:
    store, making = memory(), made()
    keep_scores(store, "platform", [(DAY, 650.0)], making, replace=False)
    assert keep_scores(store, "other", [(DAY, 3.0)], making, replace=True) == Kept(1, 0, 0)
    assert (scores_of(store, "platform"), scores_of(store, "other")) == (((DAY, 650.0),), ((DAY, 3.0),))


@pytest.mark.parametrize("later", ["check", "score"])
def test_that_scores_told_in_checks_come_with_those_kept_and_the_one_saved_last_stands(later: str) -> None:
    store, moment = memory(), NOON + dt.timedelta(hours=1)
    history = {"score.history": [[DAY.isoformat(), 640.0], ["2026-11-02", 645.0]]}
    store.put(check_of(1, answers=history, changed=moment if later == "check" else NOON))
    keep_scores(
        store, "platform", [(DAY, 650.0)], Made(lambda: uid(9), NOON if later == "check" else moment), replace=False
    )
    first = 640.0 if later == "check" else 650.0
    assert scores_of(store, "platform") == ((DAY, first), (dt.date(2026, 11, 2), 645.0))
    assert score_table_of(store).count == 2
