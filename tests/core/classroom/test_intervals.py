"""Intervals against other implementations, published examples, and classes whose gain is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from core.classroom.intervals import mean_interval, paired_interval, t_quantile, t_within


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 5, 8, 13, 30, 99, 500])
def test_that_quantiles_are_those_of_scipy(freedom: int) -> None:
    assert t_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-12)
    assert t_within(1.7, freedom) == pytest.approx(1 - 2 * stats.t.sf(1.7, freedom), rel=1e-12)


@given(st.lists(st.integers(-9, 9), min_size=2, max_size=40).filter(lambda values: len(set(values)) > 1))
def test_that_the_interval_of_a_mean_is_that_of_scipy(values: list[int]) -> None:
    found = stats.ttest_1samp(values, 0).confidence_interval(0.95)
    assert mean_interval(values) == pytest.approx((found.low, found.high))


def test_that_the_interval_of_a_paired_difference_is_the_published_one() -> None:
    """The tests of the R package "contingencytables" (Fagerland, Lydersen & Laake) print -0.1186 to -0.0046.

    There it is before less after.
    """
    assert paired_interval(59, 6, 16, 80) == pytest.approx((0.0046, 0.1186), abs=5e-5)


TABLES = st.tuples(*[st.integers(0, 20)] * 4).filter(lambda table: sum(table) > 0)


@given(TABLES)
def test_that_a_paired_interval_holds_its_difference_and_turns_with_it(table: tuple[int, int, int, int]) -> None:
    both, lost, won, neither = table
    low, high = paired_interval(*table)
    difference = (won - lost) / sum(table)
    assert -1 <= low <= difference + 1e-12
    assert difference - 1e-12 <= high <= 1
    assert high > low
    assert paired_interval(both, won, lost, neither) == pytest.approx((-high, -low))


def test_that_a_planted_gain_lies_in_its_interval_about_as_often_as_stated() -> None:
    chance = np.random.default_rng(7)
    items, people, classes, before, learns = 10, 20, 1500, 0.45, 0.5
    right = chance.random((classes, people, items)) < before
    after = right | (chance.random((classes, people, items)) < learns)
    planted = items * (1 - before) * learns
    held = 0
    for gained in (after.sum(axis=2) - right.sum(axis=2)).astype(float):
        low, high = mean_interval(list(gained)) or (planted, planted)
        held += low <= planted <= high
    # 1500 classes: a true 95 % gives 93.3 to 96.7 in three standard errors
    assert 0.933 <= held / classes <= 0.967


@pytest.mark.parametrize(("lost", "won"), [(0.05, 0.35), (0.1, 0.1), (0.0, 0.6)])
def test_that_a_planted_change_of_one_item_is_held_at_about_the_stated_rate(lost: float, won: float) -> None:
    """Exactly: over every table that twelve people can give, each with its probability."""
    people, both = 12, 0.25
    shares = (both, lost, won, 1 - both - lost - won)
    held = 0.0
    for a in range(people + 1):
        for b in range(people + 1 - a):
            for c in range(people + 1 - a - b):
                table = (a, b, c, people - a - b - c)
                low, high = paired_interval(*table)
                if low <= won - lost <= high:
                    held += float(stats.multinomial.pmf(table, people, shares))
    assert 0.93 <= held <= 0.995
