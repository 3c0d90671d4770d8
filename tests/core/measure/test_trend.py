"""The trend of a score: against scipy, against all pairs by brute force, and at its edges."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, pairwise
from statistics import median

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.stats import kendalltau, theilslopes

from core.facts.catalogue import DERIVED
from core.facts.read import FactReader
from core.measure.trend import DAYS_PER_MONTH, ENOUGH, Change, Point, trend_of
from core.schema.answers import Answers
from core.schema.content import Content

TODAY = dt.date(2026, 9, 28)
FIRST = dt.date(2024, 1, 1)
DAYS = st.dates(FIRST, TODAY)
SCORES = st.integers(350, 950).map(float) | st.floats(350, 950)
FEW_SCORES = st.integers(649, 652).map(float)
"""Most of them are equal to another."""
SERIES = st.lists(st.tuples(DAYS, SCORES)) | st.lists(st.tuples(DAYS, FEW_SCORES))
"""With several values on one day now and then."""
CONFIDENCE = 0.95


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def one_a_day(points: list[Point]) -> list[Point]:
    """Return the last value of each day, by day; written without a dictionary."""
    kept: list[Point] = []
    for number, (when, value) in enumerate(points):
        if all(later != when for later, _ in points[number + 1 :]):
            kept.append((when, value))
    return sorted(kept, key=lambda point: point[0])


@given(SERIES)
@example([(FIRST, 650.0), (TODAY, 600.0)])
@example([(FIRST, 650.0), (FIRST, 640.0), (TODAY, 600.0), (TODAY, 610.0)])
def test_that_slope_interval_and_line_are_those_of_scipy(points: list[Point]) -> None:
    trend, kept = trend_of(points, TODAY), one_a_day(points)
    assert trend.n == len(kept)
    if len(kept) < 2:
        assert (trend.slope_per_month, trend.slope_low, trend.slope_high, trend.line) == (None, None, None, None)
        return
    # "joint": half of the values lie above the line and half below, wherever days are counted from. Slope and interval
    # do not depend on that choice.
    days = [(when - kept[0][0]).days for when, _ in kept]
    found = theilslopes([value for _, value in kept], days, CONFIDENCE, method="joint")
    ours = (trend.slope_per_month, trend.slope_low, trend.slope_high)
    theirs = [DAYS_PER_MONTH * each for each in (found.slope, found.low_slope, found.high_slope)]
    assert ours == pytest.approx(theirs, rel=1e-12, abs=1e-12)
    assert trend.line is not None
    assert trend.line.start == kept[0][0]
    assert trend.line.level == pytest.approx(found.intercept, rel=1e-12)


@given(SERIES)
def test_that_the_slope_is_the_median_over_all_pairs(points: list[Point]) -> None:
    kept = one_a_day(points)
    slopes = [(after - before) / (later - earlier).days for (earlier, before), (later, after) in combinations(kept, 2)]
    found = trend_of(points, TODAY).slope_per_month
    assert found == (pytest.approx(DAYS_PER_MONTH * median(slopes)) if slopes else None)


@given(SERIES)
def test_that_the_largest_fall_is_the_deepest_step_between_neighbours(points: list[Point]) -> None:
    kept, fall = one_a_day(points), trend_of(points, TODAY).largest_fall
    steps = [Change(b - a, s, u) for (s, a), (u, b) in pairwise(kept)]
    deepest = min((step.by for step in steps), default=0.0)
    if deepest >= 0:
        assert fall is None
    else:
        assert fall == [step for step in steps if step.by == deepest][-1]


@given(SERIES, st.sampled_from([30, 90, 180]))
def test_that_a_change_starts_from_the_oldest_value_of_its_days(points: list[Point], span: int) -> None:
    trend, kept = trend_of(points, TODAY), one_a_day(points)
    found: Change | None = getattr(trend, f"change_{span}d")
    earlier = [point for point in kept[:-1] if point[0] >= kept[-1][0] - dt.timedelta(span)]
    expected = Change(kept[-1][1] - earlier[0][1], earlier[0][0], kept[-1][0]) if earlier else None
    assert found == expected


def test_that_a_value_just_as_many_days_ago_counts_and_an_older_one_does_not() -> None:
    latest = (day("2026-09-01"), 640.0)
    assert trend_of([(day("2026-08-02"), 655.0), latest], TODAY).change_30d == Change(-15, day("2026-08-02"), latest[0])
    assert trend_of([(day("2026-08-01"), 655.0), latest], TODAY).change_30d is None


def test_that_no_value_is_told_from_one_and_a_few_from_enough() -> None:
    points = [(FIRST + dt.timedelta(30 * n), 650.0 + n * n) for n in range(8)]
    codes = [trend_of(points[:n], TODAY).code for n in range(8)]
    assert codes == ["none", "one", "few", "few", "few", "enough", "enough", "enough"]
    assert [trend_of(points[:n], TODAY).enough for n in (4, 5)] == [False, True]


def test_that_enough_begins_where_a_perfect_order_is_rarer_than_one_in_twenty() -> None:
    chance = {n: kendalltau(range(n), range(n), method="exact").pvalue for n in (ENOUGH - 1, ENOUGH)}
    assert chance[ENOUGH] < 0.05 < chance[ENOUGH - 1]


def test_that_without_any_value_nothing_is_said() -> None:
    trend = trend_of([], TODAY)
    assert (trend.n, trend.latest, trend.latest_on, trend.age_days, trend.largest_fall) == (0, None, None, None, None)
    assert trend.band_at(TODAY) is None


def test_that_one_value_has_an_age_and_no_trend() -> None:
    trend = trend_of([(day("2026-09-01"), 650.0)], TODAY)
    assert (trend.latest, trend.latest_on, trend.age_days) == (650.0, day("2026-09-01"), 27)
    assert (trend.change_180d, trend.slope_per_month, trend.line, trend.band_at(TODAY)) == (None, None, None, None)


def test_that_of_one_day_the_value_listed_last_stands_whichever_is_higher() -> None:
    trend = trend_of([(FIRST, 600.0), (TODAY, 660.0), (FIRST, 650.0), (TODAY, 640.0)], TODAY)
    assert trend.points == ((FIRST, 650.0), (TODAY, 640.0))


def test_that_a_day_still_to_come_does_not_count() -> None:
    later = TODAY + dt.timedelta(1)
    assert trend_of([(later, 900.0), (TODAY, 650.0)], TODAY) == trend_of([(TODAY, 650.0)], TODAY)
    assert trend_of([(later, 900.0)], TODAY).code == "none"


def test_that_of_equal_falls_the_latest_is_told() -> None:
    values = (650.0, 640.0, 645.0, 635.0, 636.0)
    points = [(FIRST + dt.timedelta(n), value) for n, value in enumerate(values)]
    fall = trend_of(points, TODAY).largest_fall
    assert fall == Change(-10, FIRST + dt.timedelta(2), FIRST + dt.timedelta(3))


@given(SERIES, DAYS)
def test_that_the_band_holds_the_line_and_widens_outwards(points: list[Point], when: dt.date) -> None:
    trend = trend_of(points, TODAY)
    band = trend.band_at(when)
    if trend.line is None:
        assert band is None
        return
    assert band is not None
    assert band[0] <= trend.line.at(when) <= band[1]
    far = trend.band_at(TODAY + dt.timedelta(100_000))
    assert far is not None
    assert far[1] - far[0] >= band[1] - band[0] - 1e-6


@given(SERIES)
def test_that_half_of_the_values_lie_on_or_above_the_line(points: list[Point]) -> None:
    trend = trend_of(points, TODAY)
    if trend.line:
        above = [value - trend.line.at(when) for when, value in trend.points]
        assert sum(gap >= -1e-9 for gap in above) * 2 >= trend.n
        assert sum(gap <= 1e-9 for gap in above) * 2 >= trend.n


@given(SERIES, DAYS)
def test_that_the_facts_of_the_checklist_agree(content: Content, points: list[Point], today: dt.date) -> None:
    values = {"score.history": tuple(sorted(points, key=lambda point: point[0]))} if points else {}
    facts = FactReader.of(content).read(Answers(today, "before", values), today, ("score.latest", "score.change_90d"))
    trend = trend_of(points, today)
    assert facts["score.latest"] == trend.latest
    assert facts["score.change_90d"] == (trend.change_90d.by if trend.change_90d else None)


def test_that_no_later_reader_of_facts_was_forgotten() -> None:
    assert {name for name in DERIVED if name.startswith("score.")} == {"score.latest", "score.change_90d"}


@pytest.mark.parametrize("kind", ["walk", "noise"])
def test_that_the_interval_covers_the_truth_as_often_as_it_says_where_values_are_independent(kind: str) -> None:
    stream = np.random.default_rng(20261125)
    hits, rounds, length = 0, 400, 24
    for _ in range(rounds):
        noise = stream.normal(0, 5, length)
        values = 650 + (np.cumsum(noise) if kind == "walk" else noise)
        points = [(FIRST + dt.timedelta(30 * n), float(value)) for n, value in enumerate(values)]
        trend = trend_of(points, TODAY)
        assert trend.slope_low is not None
        assert trend.slope_high is not None
        hits += trend.slope_low <= 0 <= trend.slope_high
    # The words warn of the second: a score that moves on from its last value is covered far less often.
    assert (0.92 < hits / rounds < 0.98) if kind == "noise" else (hits / rounds < 0.8)
