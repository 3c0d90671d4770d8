"""What the axes of a chart name, and which of many values are drawn. No Qt."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence

XY = tuple[float, float]
LINES = 5
"""About so many lines stand across."""
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
DAYS = (1, 2, 5, 10, 15)


def ticks(low: float, high: float) -> Iterator[float]:
    """Yield round numbers from low to high.

    Examples:
        >>> list(ticks(641, 678))
        [650.0, 660.0, 670.0]
    """
    rough = (high - low) / LINES
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(step * power for step in (1, 2, 5, 10) if step * power >= rough)
    for number in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
        yield round(number * step, 9)


def day_ticks(first: int, last: int, room: int) -> list[tuple[int, str]]:
    """Return days to name below, at most ``room``: firsts of months, or with less than three of these, days."""
    begin, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    starts = [day for day in _months(begin, end) if begin <= day <= end]
    if len(starts) < 3:
        step = next((step for step in DAYS if (last - first) / step < room), DAYS[-1])
        every = max(step, math.ceil((last - first + 1) / room))
        return [(day, f"{dt.date.fromordinal(day)}") for day in range(first, last + 1, every)]
    for months in MONTHS:
        kept = [day for day in starts if (12 * day.year + day.month - 1) % months == 0]
        if 0 < len(kept) <= room:
            return [(day.toordinal(), f"{day:%Y-%m}") for day in kept]
    return [(starts[0].toordinal(), f"{starts[0]:%Y-%m}")]


def _months(begin: dt.date, end: dt.date) -> Iterator[dt.date]:
    for count in range(12 * begin.year + begin.month - 1, 12 * end.year + end.month):
        yield dt.date(count // 12, count % 12 + 1, 1)


def thinned(places: Sequence[XY]) -> list[int]:
    """Return the numbers of the first, last, highest and lowest place in every column of pixels.

    Source:
        Jugel, Jerzak, Hackenbroich and Markl (2014), M4: a visualization-oriented time series data aggregation,
        PVLDB 7(10), 797-808.

    Examples:
        >>> thinned([(0.1, 5), (0.2, 9), (0.3, 1), (0.4, 4), (0.5, 3), (2.0, 7)])
        [0, 1, 2, 4, 5]
    """
    columns: dict[int, list[int]] = {}
    for number, (x, _) in enumerate(places):
        columns.setdefault(int(x), []).append(number)
    kept: list[int] = []
    for numbers in columns.values():
        low, high = _extremes(numbers, places)
        kept += sorted({numbers[0], low, high, numbers[-1]})
    return kept


def _extremes(numbers: Iterable[int], places: Sequence[XY]) -> tuple[int, int]:
    by_height = sorted(numbers, key=lambda number: places[number][1])
    return by_height[0], by_height[-1]


def number(value: float) -> str:
    """Return a number as an axis shows it."""
    return f"{value:.9g}".replace("-", "\u2212")
