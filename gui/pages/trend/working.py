"""What takes a moment, for the thread that works: reading a table, and what its points say. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import AppError
from core.explain.language import Language
from core.measure.score_rows import Judged, Merged, Points, Row, judged, merged
from core.measure.score_table import ScoreRange, read_score_table, score_table

if TYPE_CHECKING:
    from core.measure.trend import Trend

Stopped = Callable[[], bool]
STEPS = 64
"""So many pieces make the edges of the interval: they bend only near the median day."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a table says: which rows count, the sentences, and what of the trend is drawn."""

    judged: Judged = field(default_factory=Judged)
    points: Points = ()
    lines: tuple[str, ...] = ()
    line: tuple[tuple[int, float], ...] = ()
    spread: tuple[tuple[int, float, float], ...] = ()
    enough: bool = False


@dataclass(frozen=True, slots=True)
class Coming:
    """What is to come into a table: a text that was pasted, a file, or points as they were kept."""

    source: str | Path | Points
    name: str

    def points(self, allowed: ScoreRange, today: dt.date) -> Points:
        """Return its points.

        Raises:
            AppError: It cannot be read, or has mistakes.
        """
        if isinstance(self.source, tuple):
            return self.source
        if isinstance(self.source, Path):
            return read_score_table(self.source, allowed, today)
        return score_table(self.source, self.name, allowed, today)


def worked_out(
    rows: tuple[Row, ...], allowed: ScoreRange, today: dt.date, language: Language, should_stop: Stopped
) -> Outcome:
    """Return what the rows say."""
    # Loaded here, on the thread that works: they bring numpy, for which no page may wait.
    from core.commands.trend import trend_lines
    from core.measure.trend import trend_of

    found = judged(rows, allowed, today, should_stop)
    trend = trend_of(found.points, today)
    lines = tuple(trend_lines(trend, language))
    return Outcome(found, trend.points, lines, _line(trend), _spread(trend), trend.enough)


def came_in(
    rows: tuple[Row, ...], coming: Coming, allowed: ScoreRange, today: dt.date, should_stop: Stopped
) -> Merged | AppError:
    """Return the table with everything in that is to come, or why nothing of it comes in."""
    try:
        points = coming.points(allowed, today)
    except AppError as error:
        return error
    return merged(rows, judged(rows, allowed, today, should_stop), points)


def _line(trend: Trend) -> tuple[tuple[int, float], ...]:
    if trend.line is None:
        return ()
    ends = (trend.points[0][0], trend.points[-1][0])
    return tuple((day.toordinal(), trend.line.at(day)) for day in ends)


def _spread(trend: Trend) -> tuple[tuple[int, float, float], ...]:
    """Return the interval by day; with too few days there is none."""
    if not trend.enough:
        return ()
    first, last = trend.points[0][0].toordinal(), trend.points[-1][0].toordinal()
    days = sorted({first + (last - first) * step // STEPS for step in range(STEPS + 1)})
    heights = ((day, trend.band_at(dt.date.fromordinal(day))) for day in days)
    return tuple((day, *band) for day, band in heights if band)
