"""A trend of more values than all pairs can be listed of: the selection finds just what sorting all pairs finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import theilslopes

from core.measure import trend as module
from core.measure.trend import DAYS_PER_MONTH, Point, trend_of

FIRST, TODAY = dt.date(2000, 1, 1), dt.date(2099, 12, 31)
CALENDAR = 36_000
Numbers = NDArray[np.float64]
Shape = Callable[[np.random.Generator, int], Numbers]

SHAPES: dict[str, Shape] = {
    "independent": lambda stream, n: stream.normal(650, 30, n),
    "whole points": lambda stream, n: stream.normal(650, 30, n).round(),
    "tenths, many of them equal": lambda stream, n: stream.normal(650, 1, n).round(1),
    "a walk in whole points": lambda stream, n: 650 + stream.normal(0, 2, n).round().cumsum(),
    "two values": lambda stream, n: stream.choice([649.0, 650.0], n),
    "one value": lambda _stream, n: np.full(n, 650.0),
    "rising": lambda _stream, n: 350 + np.arange(n) / 16,
    "equal but for the last digits": lambda stream, n: 650 + stream.normal(0, 1e-13, n),
    "tenths with noise in the last digits": lambda stream, n: (
        stream.normal(650, 1, n).round(1) + stream.normal(0, 1e-12, n)
    ),
    "huge and tiny": lambda stream, n: 10 ** stream.uniform(-6, 9, n),
}


def series(shape: str, n: int, seed: int) -> tuple[Numbers, Numbers]:
    stream = np.random.default_rng(seed)
    days = np.sort(stream.choice(CALENDAR, n, replace=False)).astype(float)
    return days, SHAPES[shape](stream, n)


def points_of(days: Numbers, values: Numbers) -> list[Point]:
    return [(FIRST + dt.timedelta(int(day)), float(value)) for day, value in zip(days, values, strict=True)]


def found(days: Numbers, values: Numbers) -> tuple[float | None, ...]:
    trend = trend_of(points_of(days, values), TODAY)
    return trend.slope_per_month, trend.slope_low, trend.slope_high


def grain(values: Numbers) -> float:
    """Return what rounding of the largest value may do to a slope per month."""
    return DAYS_PER_MONTH * 1e-14 * float(np.abs(values).max())


def of_scipy(days: Numbers, values: Numbers) -> list[float]:
    result = theilslopes(values, days, 0.95, method="joint")
    return [DAYS_PER_MONTH * each for each in (result.slope, result.low_slope, result.high_slope)]


@pytest.mark.parametrize("n", [1000, 1001, 1024, 1025, 2100])
@pytest.mark.parametrize("shape", SHAPES)
def test_that_many_values_have_the_slope_and_the_interval_of_scipy(shape: str, n: int) -> None:
    days, values = series(shape, n, seed=n)
    assert found(days, values) == pytest.approx(of_scipy(days, values), rel=1e-9, abs=grain(values))


@settings(max_examples=60)
@given(st.sampled_from(sorted(SHAPES)), st.integers(2, 200), st.integers(0, 10_000))
def test_that_the_selection_agrees_with_scipy_where_it_has_to_narrow_down_to_single_pairs(
    shape: str, n: int, seed: int
) -> None:
    days, values = series(shape, n, seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_LISTED", 0)
        patch.setattr(module, "_CANDIDATES", 3)
        patch.setattr(module, "_SAMPLE", 20)
        ours = found(days, values)
    assert ours == pytest.approx(of_scipy(days, values), rel=1e-9, abs=grain(values))


def test_that_the_seed_of_the_sample_does_not_show_in_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    days, values = series("independent", 3000, seed=1)
    results = set()
    for seed in range(5):
        monkeypatch.setattr(module, "_SEED", seed)
        results.add(found(days, values))
    assert len(results) == 1


def test_that_ten_thousand_values_have_the_slope_of_all_fifty_million_pairs() -> None:
    days, values = series("whole points", 10_000, seed=4)
    slope, low, high = (each / DAYS_PER_MONTH for each in found(days, values) if each is not None)
    below = dict.fromkeys((slope, low, high), (0, 0))
    for lag in range(1, len(days)):
        slopes = (values[lag:] - values[:-lag]) / (days[lag:] - days[:-lag])
        for each, (smaller, not_larger) in below.items():
            near = 1e-12 * max(1, abs(each))
            below[each] = (smaller + int((slopes < each - near).sum()), not_larger + int((slopes <= each + near).sum()))
    pairs = len(days) * (len(days) - 1) // 2
    assert below[slope][0] <= (pairs - 1) // 2 < below[slope][1]
    # Sen's ranks, without the few equal values' correction, which moves them by less than a hundredth of their reach.
    reach = 1.96 * (pairs * (2 * len(days) + 5) / 9) ** 0.5
    assert below[low][0] <= (pairs - reach) / 2 + reach / 100
    assert below[low][1] >= (pairs - reach) / 2 - reach / 100
    assert below[high][0] <= (pairs + reach) / 2 + reach / 100
    assert below[high][1] >= (pairs + reach) / 2 - reach / 100


@pytest.mark.parametrize("step", [0.1, -0.7, 1 / 3])
def test_that_two_thousand_values_on_a_line_no_computer_number_hits_give_it_back(step: float) -> None:
    days = np.arange(2000.0)
    assert found(days, 650 + step * days) == pytest.approx((DAYS_PER_MONTH * step,) * 3)
