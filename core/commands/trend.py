"""``disburse-check trend``: a table of days and scores in, where the score stands and where it is heading out.

Brings numpy: the command line loads it when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.commands.workplace import Workplace
from core.explain.language import Language
from core.explain.scores import platform_range
from core.measure.score_kind import score_range_of
from core.measure.score_table import ScoreRange, read_score_table
from core.measure.trend import CONFIDENCE, ENOUGH, Change, Trend, trend_of

OF = 100
"""The interval is explained as so many of a hundred."""


def trend_as_json(place: Workplace, file: Path, allowed: ScoreRange | None = None) -> str:
    """Return the trend of the scores in a file as JSON, numbers unrounded; null where there is nothing to tell.

    Args:
        place: What every command stands on.
        file: A table of days and scores.
        allowed: What the score can be; None for the platform's score, as the content knows it.

    Raises:
        ScoreTableUnreadableError: The file cannot be read.
        ScoreTableError: It has mistakes.
        NoScoreRangeError: The content lacks the range of the score.
    """
    return json.dumps(trend_as_data(_trend(place, file, allowed)), ensure_ascii=False, indent=2)


def trend_as_text(place: Workplace, file: Path, allowed: ScoreRange | None = None) -> str:
    """Return the same in words, with what it does not say; arguments and errors as :func:`trend_as_json`."""
    lines = trend_lines(_trend(place, file, allowed), place.language)
    words, number = place.language.words, place.language.wording.count
    if allowed is None:
        read_as = platform_range(place.language)
    else:
        read_as = words("trend.range", low=number(allowed.low, "points"), high=number(allowed.high, "points"))
    return "\n".join([words("trend.title", file=file.name), read_as, "", *lines, "", words("trend.hedge")])


def trend_as_data(trend: Trend) -> dict[str, Any]:
    """Return a trend as plain data; ``largest_fall`` is a size, and 0 when no value is lower than the one before."""
    fall = trend.largest_fall
    return {
        "n": trend.n,
        "latest": trend.latest,
        "latest_on": trend.latest_on.isoformat() if trend.latest_on else None,
        "change_90d": trend.change_90d.by if trend.change_90d else None,
        "slope_per_month": trend.slope_per_month,
        "slope_low": trend.slope_low,
        "slope_high": trend.slope_high,
        "largest_fall": -fall.by if fall else (0.0 if trend.n > 1 else None),
    }


def trend_lines(trend: Trend, language: Language) -> list[str]:
    """Return sentences about a trend; none when there is no value."""
    return list(_Sentences(language).about(trend))


def _trend(place: Workplace, file: Path, allowed: ScoreRange | None) -> Trend:
    allowed = allowed or score_range_of(place.library.content)
    return trend_of(read_score_table(file, allowed, place.today), place.today)


def _direction(low: float, high: float) -> str:
    if low == high == 0:
        return "level"
    return "up" if low > 0 else "down" if high < 0 else "unsure"


class _Sentences:
    """Puts a trend into words."""

    def __init__(self, language: Language) -> None:
        self._words, self._wording = language.words, language.wording

    def about(self, trend: Trend) -> Iterator[str]:
        if trend.latest is None or trend.latest_on is None:
            return
        age = self._wording.count(trend.age_days or 0, "days")
        key = "trend.latest" if trend.age_days else "trend.latest_today"
        yield self._words(key, score=self._points(trend.latest), date=self._wording.date(trend.latest_on), age=age)
        if trend.slope_per_month is None:
            yield self._words("trend.one")
            return
        for days, change in ((30, trend.change_30d), (90, trend.change_90d), (180, trend.change_180d)):
            yield self._change(days, change)
        fall = trend.largest_fall
        yield self._fall(fall) if fall else self._words("trend.never_fell")
        yield self._words("trend.slope", slope=self._signed(trend.slope_per_month), n=trend.n)
        yield from self._how_sure(trend)

    def _how_sure(self, trend: Trend) -> Iterator[str]:
        # Rounded, so that what is concluded agrees with what is shown.
        low, high = (round(end or 0.0, 1) for end in (trend.slope_low, trend.slope_high))
        if not trend.enough:
            yield self._words("trend.few", n=trend.n, needed=ENOUGH)
            return
        misses = round(OF * (1 - CONFIDENCE))
        yield self._words("trend.interval", low=self._signed(low), high=self._signed(high), misses=misses, of=OF)
        yield self._words(f"trend.heading_{_direction(low, high)}")
        yield self._words("trend.caution")

    def _change(self, days: int, change: Change | None) -> str:
        span = self._wording.count(days, "days")
        if change is None:
            return self._words("trend.no_change", span=span)
        return self._words(
            "trend.change", span=span, by=self._signed(change.by), since=self._wording.date(change.since)
        )

    def _fall(self, fall: Change) -> str:
        since, until = self._wording.date(fall.since), self._wording.date(fall.until)
        return self._words("trend.largest_fall", by=self._points(-fall.by), since=since, until=until)

    def _points(self, score: float) -> str:
        return self._wording.count(round(score, 1), "points")

    def _signed(self, difference: float) -> str:
        shown = round(difference, 1)
        return ("+" if shown > 0 else "") + self._points(shown)
