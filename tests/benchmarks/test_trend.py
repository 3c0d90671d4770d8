"""How long a trend and a table of scores take on this machine, and how that grows: printed, and nothing judged.

Run with ``python dev.py bench``. Medians of processor time; in brackets what was hoped for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from core.measure.score_table import ScoreRange, ScoreTableError, score_table
from core.measure.trend import Point, trend_of
from tests.benchmarks.test_speed import line, milliseconds

FIRST, TODAY = dt.date(2000, 1, 1), dt.date(2099, 12, 31)
MOST = 10_000
Shape = Callable[[np.random.Generator, int], NDArray[np.float64]]
SHAPES: dict[str, Shape] = {
    "independent values": lambda stream, n: stream.normal(650, 30, n),
    "a walk in whole points": lambda stream, n: 650 + stream.normal(0, 2, n).round().cumsum(),
    "the same value every day": lambda _stream, n: np.full(n, 650.0),
}


def points(shape: str, n: int) -> list[Point]:
    values = SHAPES[shape](np.random.default_rng(20261125), n)
    return [(FIRST + dt.timedelta(day), float(value)) for day, value in enumerate(values)]


def test_a_trend_of_more_and_more_days() -> None:
    print("\nTrend of a score: Theil-Sen slope with its interval, changes, largest fall")
    for shape in SHAPES:
        for n in (10, 100, 1_000, 2_000, 5_000, MOST, 20_000, 36_000):
            taken = milliseconds(partial(trend_of, points(shape, n), TODAY), 5)
            line(f"{shape}, {n:,} days", taken, "ms", "100" if n == MOST else "")


def test_a_table_of_scores() -> None:
    print("\nTable of days and scores to points")
    rows = [f"2026年9月{1 + n % 28}日，{650 + n % 50}分" for n in range(MOST)]
    wrong = [row.replace("分", "x") for row in rows]
    allowed = ScoreRange(350, 950)
    for name, table in (("good rows", rows), ("rows, each with a mistake", wrong)):
        raw = "\n".join(table).encode("gb18030")
        line(f"{MOST:,} {name}, GB18030", milliseconds(partial(_tried, raw, allowed), 5), "ms")


def _tried(raw: bytes, allowed: ScoreRange) -> object:
    try:
        return score_table(raw, "scores.csv", allowed, TODAY)
    except ScoreTableError as error:
        return error
