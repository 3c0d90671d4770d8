"""Where a score stands and where it is heading: latest value, changes, a robust slope with its interval, largest fall.

Brings numpy: import it where a page or a command needs it, not at start-up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Point = tuple[dt.date, float]
Numbers = NDArray[np.float64]
Places = NDArray[np.intp]

DAYS_PER_MONTH = 30.4375
"""A year of 365.25 days in twelve parts."""
CONFIDENCE = 0.95
_Z = 1.959963984540054
"""The standard normal deviate with 2.5 % above it."""
ENOUGH = 5
"""Days with a value from which a 95 % interval exists. Without any trend, n values still all rise or all fall with
probability 2/n!: more than 5 % for four, 1.7 % for five."""
_LISTED = 500_000
"""So many pairs, of 1,000 points, are listed outright."""
_CANDIDATES = 60_000
"""So many slopes between two others are listed and put in order at once."""
_SAMPLE, _SEED = 10_000, 1968
"""The sample only says where to look; what is found is exact whatever was drawn."""


@dataclass(frozen=True, slots=True)
class Change:
    """By how many points a value differs from an earlier one (below 0: it fell), and the days of the two."""

    by: float
    since: dt.date
    until: dt.date


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line: ``level`` points on the day ``start``, and ``per_day`` more each day."""

    start: dt.date
    level: float
    per_day: float

    def at(self, day: dt.date) -> float:
        """Return the height of the line on a day, in points."""
        return self.level + self.per_day * (day - self.start).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What a dated list of one score says.

    Attributes:
        points: One value for each day, by day, none after today; of several on one day the one listed last.
        code: How much there is to go by: ``none``, ``one``, ``few`` (2 to 4 days: a slope, but no 95 % interval can
            exist) or ``enough``.
        age_days: Days from the latest value to today.
        change_30d: The latest value against the *oldest one of the 30 days before it*, the 30th included; None when
            there is none. ``change_90d`` and ``change_180d`` likewise.
        slope_per_month: Theil-Sen slope in points per 30.4375 days; None with fewer than two days.
        slope_low: Lower end of its 95 % interval after Sen. With ``few`` days it is only the smallest slope between
            two values. ``slope_high`` likewise.
        line: The trend line; half of the values lie on or above it, half on or below.
        edges: Lines found in the same way with the slopes ``slope_low`` and ``slope_high``.
        largest_fall: The largest step down between two values that follow each other, of equal ones the latest; None
            when there is no step down.
    """

    points: tuple[Point, ...]
    code: Literal["none", "one", "few", "enough"]
    age_days: int | None = None
    change_30d: Change | None = None
    change_90d: Change | None = None
    change_180d: Change | None = None
    slope_per_month: float | None = None
    slope_low: float | None = None
    slope_high: float | None = None
    line: Line | None = None
    edges: tuple[Line, ...] = ()
    largest_fall: Change | None = None

    @property
    def n(self) -> int:
        """Return the number of days with a value."""
        return len(self.points)

    @property
    def enough(self) -> bool:
        """Return whether the interval really is one of 95 %."""
        return self.code == "enough"

    @property
    def latest(self) -> float | None:
        """Return the latest value."""
        return self.points[-1][1] if self.points else None

    @property
    def latest_on(self) -> dt.date | None:
        """Return the day of the latest value."""
        return self.points[-1][0] if self.points else None

    def band_at(self, day: dt.date) -> tuple[float, float] | None:
        """Return between which heights to shade on a day, in points; None where there is no line.

        The band shows how far the slope may be off, not between what the next value will lie.
        """
        heights = [line.at(day) for line in (self.line, *self.edges) if line]
        return (min(heights), max(heights)) if heights else None


def trend_of(points: Iterable[Point], today: dt.date) -> Trend:
    """Return what a dated list of one score says on a day.

    Up to 1,000 values all pairs are looked at. Beyond, the time grows like n log n, and a slope per day is exact to
    the last digits of the largest value (about 1e-14 of it).

    Args:
        points: (day, value in points), in any order; those after ``today`` are left out, and of several on one day
            the last one in the list stands.
        today: The day to count from, in China.

    Source:
        Sen (1968), Estimates of the regression coefficient based on Kendall's tau, JASA 63, 1379-1389, eq. 2.6. It
        takes values to be independent; a score moves on from its last value, so the interval is rather too narrow.

    Examples:
        >>> trend = trend_of([(dt.date(2026, 9, 1), 660.0), (dt.date(2026, 6, 1), 680.0)], today=dt.date(2026, 9, 4))
        >>> trend.latest, trend.age_days, trend.change_90d, trend.change_180d.by, trend.largest_fall.by
        (660.0, 3, None, -20.0, -20.0)
        >>> trend.code, round(trend.slope_per_month, 2)
        ('few', -6.62)
    """
    kept = tuple(sorted({day: float(value) for day, value in points if day <= today}.items()))
    if len(kept) < 2:
        return Trend(points=kept, code="one" if kept else "none", age_days=(today - kept[0][0]).days if kept else None)
    days = np.array([(day - kept[0][0]).days for day, _ in kept], dtype=float)
    values = np.array([value for _, value in kept])
    slopes = _theil_sen(days, values)
    middle, *edges = (Line(kept[0][0], float(np.median(values - slope * days)), slope) for slope in slopes)
    return Trend(
        points=kept,
        code="enough" if len(kept) >= ENOUGH else "few",
        age_days=(today - kept[-1][0]).days,
        change_30d=_change(kept, 30),
        change_90d=_change(kept, 90),
        change_180d=_change(kept, 180),
        slope_per_month=DAYS_PER_MONTH * slopes[0],
        slope_low=DAYS_PER_MONTH * slopes[1],
        slope_high=DAYS_PER_MONTH * slopes[2],
        line=middle,
        edges=tuple(edges),
        largest_fall=_largest_fall(kept),
    )


def _change(points: tuple[Point, ...], span: int) -> Change | None:
    last, value = points[-1]
    since, earlier = next((day, value) for day, value in points if (last - day).days <= span)
    return Change(value - earlier, since, last) if since < last else None


def _largest_fall(points: tuple[Point, ...]) -> Change | None:
    steps = (Change(later - earlier, since, until) for (since, earlier), (until, later) in pairwise(points))
    falls = (step for step in steps if step.by < 0)
    return min(falls, key=lambda fall: (fall.by, -fall.until.toordinal()), default=None)


def _theil_sen(days: Numbers, values: Numbers) -> tuple[float, float, float]:
    """Return the median of the slopes of all pairs, per day, and the lower and upper end of its 95 % interval."""
    n = len(days)
    pairs = n * (n - 1) // 2
    alike = np.unique(values, return_counts=True)[1].astype(float)
    # The standard deviation of Kendall's score, were there no trend; equal values make it smaller.
    deviation = ((n * (n - 1) * (2 * n + 5) - (alike * (alike - 1) * (2 * alike + 5)).sum()) / 18) ** 0.5
    low = max(round((pairs - _Z * deviation) / 2) - 1, 0)
    high = min(round((pairs + _Z * deviation) / 2), pairs - 1)
    ranks = (low, (pairs - 1) // 2, pairs // 2, high)
    found = _listed(days, values, ranks) if pairs <= _LISTED else _Selection(days, values).at(ranks)
    return (found[1] + found[2]) / 2, found[0], found[3]


def _listed(days: Numbers, values: Numbers, ranks: Sequence[int]) -> list[float]:
    one, other = np.triu_indices(len(days), k=1)
    slopes = np.partition((values[other] - values[one]) / (days[other] - days[one]), ranks)
    return [float(slopes[rank]) for rank in ranks]


class _Selection:
    """Finds what stands at some ranks among the slopes of all pairs, without listing them.

    Sort the points by height above a line of slope ``a``: two of them stand in another order than by day just when the
    slope between them is below ``a``. So to count exchanged pairs, in n log n steps, is to count the slopes below
    ``a``; and the pairs exchanged from one such order to another have their slopes between the two.

    Source:
        Dillencourt, Mount and Netanyahu (1992), A randomized algorithm for slope selection, IJCGA 2, 1-27.
    """

    def __init__(self, days: Numbers, values: Numbers) -> None:
        self._days, self._values = days, values
        self._first, self._last = np.arange(len(days)), np.arange(len(days))[::-1]
        self._stream = np.random.default_rng(_SEED)
        self._from, self._to, self._found = 0, 0, np.empty(0)

    def at(self, ranks: Sequence[int]) -> list[float]:
        return [self._at(rank) for rank in ranks]

    def _at(self, rank: int) -> float:
        if not self._from <= rank < self._to:  # the two ranks of a median are neighbours
            self._from, self._to, self._found = self._around(rank)
        return float(self._found[min(rank - self._from, len(self._found) - 1)])

    def _around(self, rank: int) -> tuple[int, int, Numbers]:
        """Return a first rank, the first one beyond, and the slopes between: a single one where all are equal."""
        low, high, below = self._first, self._last, 0
        between = _Exchanged(low, high)
        while between.count > _CANDIDATES:
            for pivot in self._pivots(between, (rank - below) / between.count):
                before, after, under, equal = self._orders_at(pivot)
                if rank < under:
                    high = before
                elif rank >= under + equal:
                    low, below = after, under + equal
                else:
                    return under, under + equal, np.array([pivot])
            between = _Exchanged(low, high)
        return below, below + between.count, np.sort(self._slopes(between, np.arange(between.count)))

    def _pivots(self, between: _Exchanged, share: float) -> tuple[float, float]:
        """Return two slopes close to each other, between which the wanted one almost surely lies."""
        sample = np.sort(self._slopes(between, self._stream.integers(between.count, size=_SAMPLE)))
        margin = 3 * (_SAMPLE * share * (1 - share)) ** 0.5 + 3
        low, high = share * _SAMPLE - margin, share * _SAMPLE + margin
        return float(sample[max(int(low), 0)]), float(sample[min(int(high), _SAMPLE - 1)])

    def _slopes(self, exchanged: _Exchanged, numbers: Places) -> Numbers:
        one, other = exchanged.pairs(numbers)
        return (self._values[one] - self._values[other]) / (self._days[one] - self._days[other])

    def _orders_at(self, slope: float) -> tuple[Places, Places, int, int]:
        """Return the orders just below and just above a slope, how many slopes are smaller, and how many equal it."""
        heights = self._values - slope * self._days
        order = np.argsort(heights)
        # What rounding does to heights that are equal; pairs of just this slope would otherwise count as others.
        grain = 8 * np.finfo(float).eps * (np.abs(self._values).max() + abs(slope) * self._days[-1])
        level = np.concatenate([[0], np.cumsum(np.diff(heights[order]) > grain)])
        before = order[np.argsort(level * len(order) + order)]
        after = order[np.argsort(level * len(order) - order)]
        alike = np.bincount(level)
        return before, after, _Exchanged(self._first, before).count, int((alike * (alike - 1) // 2).sum())


class _Exchanged:
    """The pairs that stand in one order in ``old`` and in the other in ``new``, numbered from 0 to ``count`` - 1.

    Splits the sequence by one binary digit of the new place after the other, as a wavelet tree does. Among those that
    agree in all higher digits, each with a 0 is exchanged with every one with a 1 that stands before it.
    """

    def __init__(self, old: Places, new: Places) -> None:
        place = np.empty(len(new), dtype=np.intp)
        place[new] = np.arange(len(new))
        half = (1 << (len(new) - 1).bit_length()) // 2
        self._new, self._half = new, half
        # Filled up to a power of two by some that stand last in both orders: then each group has as many 0 as 1.
        keys, levels = np.concatenate([place[old], np.arange(len(new), 2 * half)]), []
        while half:
            is_one = (keys & half) != 0
            zeros, ones = keys[~is_one], keys[is_one]
            levels.append((zeros, ones, np.cumsum(is_one)[~is_one] - np.arange(len(zeros)) // half * half))
            keys, half = np.concatenate([zeros.reshape(-1, half), ones.reshape(-1, half)], axis=1).ravel(), half // 2
        self._zeros, self._ones, counts = (np.concatenate(parts) for parts in zip(*levels, strict=True))
        self._ends = np.cumsum(counts)
        self.count = int(self._ends[-1])

    def pairs(self, numbers: Places) -> tuple[Places, Places]:
        """Return the two points of each of the pairs with these numbers."""
        zero = np.searchsorted(self._ends, numbers, side="right")
        nth = numbers - np.where(zero > 0, self._ends[zero - 1], 0)
        level, within = np.divmod(zero, self._half)
        group = level * self._half + (within & -(self._half >> level))
        return self._new[self._zeros[zero]], self._new[self._ones[group + nth]]
