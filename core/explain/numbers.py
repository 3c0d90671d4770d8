"""Numbers, dates and times as people read them in one language. The patterns are content."""

from __future__ import annotations

import datetime as dt

from core.catalogue import Catalogue


class Numbers:
    """Formats numbers with the words of one catalogue."""

    def __init__(self, words: Catalogue) -> None:
        """Take the words; of them only those under ``unit`` and ``month`` are used."""
        self._words = words

    def count(self, number: float, unit: str) -> str:
        """Return a number with its unit: "10,000 yuan", "1 day"; decimals only where there are any."""
        rounded = round(number, 2) + 0.0  # adding nothing turns a negative zero into zero
        shown = f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")
        form = "one" if rounded == 1 else "other"
        # Chinese counts in hundreds of millions where English counts in billions: a pattern may ask for ten times n.
        return self._words(f"unit.{unit}.{form}", n=shown.replace("-", "−"), tenfold=f"{10 * number:,.0f}")

    def delay(self, ms: float) -> str:
        """Return milliseconds as people read them: whole ones, below ten with one decimal."""
        return self.count(round(ms) if ms >= 10 else round(ms, 1), "milliseconds")

    def percent(self, probability: float) -> str:
        """Return a probability as a whole per cent; never 0 % or 100 %, which nobody can know."""
        whole = round(100 * probability)
        if whole < 1:
            return self._words("unit.under", n=self.count(1, "percent"))
        return self._words("unit.over", n=self.count(99, "percent")) if whole > 99 else self.count(whole, "percent")

    def points(self, difference: float) -> str:
        """Return a difference of probabilities in whole percentage points, with its sign."""
        whole = round(100 * difference)
        if whole == 0:
            return self._words("unit.under_one_point")
        form = "one" if abs(whole) == 1 else "other"
        return self._words(f"unit.percentage_points.{form}", n=f"{whole:+d}".replace("-", "−"))

    def date(self, day: dt.date) -> str:
        """Return a date in words, and the hour when there is one."""
        month = self._words(f"month.m{day.month}", n=day.month)
        text = self._words("unit.date", year=day.year, month=month, day=day.day)
        if isinstance(day, dt.datetime):
            return self._words("unit.date_and_time", date=text, time=self.clock(day.time()))
        return text

    def short_date(self, day: dt.date) -> str:
        """Return month and day, for the foot of a chart."""
        return self._words("unit.short_date", month=self._words(f"month.m{day.month}", n=day.month), day=day.day)

    def clock(self, time: dt.time) -> str:
        """Return a clock time, 24 hours."""
        return self._words("unit.clock", hour=f"{time.hour:02d}", minute=f"{time.minute:02d}")
