"""What must hold of a trend whatever the values: a shift, a mirror, a larger unit, another order of the list."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.measure.trend import Point, Trend, trend_of

TODAY = dt.date(2026, 9, 28)
FIRST = dt.date(2024, 1, 1)
POINTS = st.lists(
    st.tuples(st.dates(FIRST, TODAY), st.integers(350, 950).map(float)), min_size=2, unique_by=lambda point: point[0]
)


def slopes(trend: Trend) -> list[float]:
    """Return the slope and its interval, which are there from two days on."""
    found = (trend.slope_low, trend.slope_per_month, trend.slope_high)
    return [slope for slope in found if slope is not None]


def changes(trend: Trend) -> list[float | None]:
    steps = (trend.change_30d, trend.change_90d, trend.change_180d, trend.largest_fall)
    return [step.by if step else None for step in steps]


@given(POINTS, st.integers(-300, 300))
def test_that_adding_a_constant_moves_nothing_but_the_height(points: list[Point], more: int) -> None:
    plain = trend_of(points, TODAY)
    moved = trend_of([(day, value + more) for day, value in points], TODAY)
    assert slopes(moved) == slopes(plain)
    assert changes(moved) == changes(plain)
    assert plain.line is not None
    assert moved.line is not None
    assert moved.line.level == pytest.approx(plain.line.level + more, abs=1e-9)


@given(POINTS)
def test_that_reversing_time_turns_the_sign_and_swaps_the_ends(points: list[Point]) -> None:
    mirrored = trend_of([(FIRST + (TODAY - day), value) for day, value in points], TODAY)
    assert slopes(mirrored) == pytest.approx([-slope for slope in reversed(slopes(trend_of(points, TODAY)))])


@given(POINTS)
def test_that_reversing_the_score_turns_the_sign_and_swaps_the_ends(points: list[Point]) -> None:
    mirrored = trend_of([(day, -value) for day, value in points], TODAY)
    assert slopes(mirrored) == [-slope for slope in reversed(slopes(trend_of(points, TODAY)))]


@given(POINTS, st.sampled_from([0.125, 0.5, 2.0, 64.0]))
def test_that_a_larger_unit_scales_everything(points: list[Point], unit: float) -> None:
    plain = trend_of(points, TODAY)
    scaled = trend_of([(day, unit * value) for day, value in points], TODAY)
    assert slopes(scaled) == [unit * slope for slope in slopes(plain)]
    assert changes(scaled) == [None if by is None else unit * by for by in changes(plain)]


@given(POINTS, st.integers(-20, 20))
def test_that_the_points_of_a_straight_line_give_it_back(points: list[Point], per_day: int) -> None:
    straight = trend_of([(day, 650.0 + per_day * (day - FIRST).days) for day, _ in points], TODAY)
    assert slopes(straight) == pytest.approx([30.4375 * per_day] * 3)
    assert straight.line is not None
    assert all(straight.line.at(day) == pytest.approx(value) for day, value in straight.points)


@given(POINTS, st.randoms(use_true_random=False))
def test_that_the_order_of_the_list_does_not_matter(points: list[Point], chance: random.Random) -> None:
    mixed = list(points)
    chance.shuffle(mixed)
    assert trend_of(mixed, TODAY) == trend_of(points, TODAY)


@given(POINTS)
def test_that_the_interval_holds_the_slope(points: list[Point]) -> None:
    low, slope, high = slopes(trend_of(points, TODAY))
    assert low <= slope <= high


@given(POINTS, st.integers(1, 400))
def test_that_waiting_makes_the_latest_value_older_and_changes_nothing_else(points: list[Point], wait: int) -> None:
    now, later = trend_of(points, TODAY), trend_of(points, TODAY + dt.timedelta(wait))
    assert now.age_days is not None
    assert later.age_days == now.age_days + wait
    assert (later.points, slopes(later), changes(later)) == (now.points, slopes(now), changes(now))


@given(POINTS)
def test_that_one_wild_value_among_many_moves_the_slope_no_further_than_its_interval(points: list[Point]) -> None:
    steady = [(FIRST - dt.timedelta(30 * n), 650.0 - n) for n in range(20)]
    low, _, high = slopes(trend_of(steady, TODAY))
    wild = trend_of([*steady, (points[0][0], 950.0)], TODAY)
    assert low - 1e-9 <= slopes(wild)[1] <= high + 1e-9
