"""Working days and public holidays of mainland China, from the official schedules in the content.

A year without a schedule is "not announced": nothing is guessed about it (a wrong schedule for 2024 once circulated).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from core.schema.content import HolidayYear

DayKind = Literal["workday", "weekend", "holiday", "makeup_workday"]
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FreeSpan:
    """One public holiday as a run of days, both ends included."""

    name: str
    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """Return how many days the holiday lasts."""
        return (self.last - self.first).days + 1


class Calendar:
    """The days of the announced years."""

    def __init__(self, years: Mapping[str, HolidayYear]) -> None:
        """Read the schedules; their keys are ``y`` and the year."""
        self._years = frozenset(int(key.removeprefix("y")) for key in years)
        spans = [FreeSpan(h.name, h.first, h.last) for year in years.values() for h in year.holiday]
        self.spans = tuple(sorted(spans, key=lambda span: span.first))
        self._makeup = frozenset(day for year in years.values() for h in year.holiday for day in h.workdays)

    def announced(self, day: dt.date) -> bool:
        """Return whether the year of ``day`` has an official schedule."""
        return day.year in self._years

    def holiday_on(self, day: dt.date) -> FreeSpan | None:
        """Return the public holiday that ``day`` lies in; None outside, and in a year not announced."""
        return next((span for span in self.spans if span.first <= day <= span.last), None)

    def kind(self, day: dt.date) -> DayKind:
        """Return what kind of day it is; in a year not announced only weekdays are known."""
        if day in self._makeup:
            return "makeup_workday"
        if self.holiday_on(day):
            return "holiday"
        return "weekend" if day.weekday() >= 5 else "workday"

    def is_rest_day(self, day: dt.date) -> bool:
        """Return whether banks' counters and the large-value system rest."""
        return self.kind(day) in ("weekend", "holiday")

    def days_to_long(self, day: dt.date, long_days: int) -> int | None:
        """Return days to the next long holiday's first day, 0 inside one; None when it is not announced."""
        if not self.announced(day):
            return None
        ahead = (max(0, (s.first - day).days) for s in self.spans if s.days >= long_days and s.last >= day)
        return min(ahead, default=None)

    def days_after_long(self, day: dt.date, long_days: int) -> int | None:
        """Return days since the last long holiday ended, 0 inside one; None when that is not known."""
        if not self.announced(day):
            return None
        behind = (max(0, (day - s.last).days) for s in self.spans if s.days >= long_days and s.first <= day)
        return min(behind, default=None)

    def workdays_before(self, day: dt.date, count: int, holiday: str) -> bool:
        """Return whether ``day`` is one of the last ``count`` working days before the named holiday."""
        upcoming = next((s for s in self.spans if s.name == holiday and s.first > day), None)
        if upcoming is None or self.is_rest_day(day) or (upcoming.first - day).days > 2 * count + 10:
            return False
        between = (day + _ONE_DAY * n for n in range((upcoming.first - day).days))
        return sum(not self.is_rest_day(d) for d in between) <= count
