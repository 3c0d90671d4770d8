"""Facts about the moment itself: the hour, the kind of day, holidays, period ends, festivals."""

from __future__ import annotations

import calendar as months
import datetime as dt

from core.facts.spec import FactSpec, Moment
from core.schema.content import Festival

PLANNED = ("request.planned",)


def _hour(moment: Moment) -> float | None:
    return None if moment.hour is None else float(moment.hour)


def _hour_band(moment: Moment) -> str | None:
    if moment.hour is None:
        return None
    bands = moment.timing.hour_bands
    return max((start, band) for band, start in bands.items() if start <= moment.hour)[1]


def _days_to_long_holiday(moment: Moment) -> float | None:
    return moment.calendar.days_to_long(moment.day, moment.timing.long_holiday_days)


def _days_after_long_holiday(moment: Moment) -> float | None:
    return moment.calendar.days_after_long(moment.day, moment.timing.long_holiday_days)


def _spring_festival_eve(moment: Moment) -> bool | None:
    if not moment.calendar.announced(moment.day):
        return None
    return moment.calendar.workdays_before(moment.day, moment.timing.eve_workdays, "spring_festival")


def period_end(day: dt.date, month_days: int, quarter_days: int, year_days: int) -> str:
    """Return which period ``day`` closes (``year``, ``quarter``, ``month`` or ``none``), each by its last days.

    Examples:
        >>> period_end(dt.date(2026, 12, 31), 3, 5, 15), period_end(dt.date(2026, 6, 26), 3, 5, 15)
        ('year', 'quarter')
        >>> period_end(dt.date(2026, 2, 26), 3, 5, 15), period_end(dt.date(2026, 2, 25), 3, 5, 15)
        ('month', 'none')
    """
    left = months.monthrange(day.year, day.month)[1] - day.day
    if day.month == 12 and left < year_days:
        return "year"
    if day.month % 3 == 0 and left < quarter_days:
        return "quarter"
    return "month" if left < month_days else "none"


def _period_end(moment: Moment) -> str:
    timing = moment.timing
    return period_end(moment.day, timing.month_end_days, timing.quarter_end_days, timing.year_end_days)


def in_festival(day: dt.date, festival: Festival) -> bool:
    """Return whether ``day`` lies in the peak around the festival's core day of its own or the next year."""
    cores = (dt.date(year, festival.month, festival.day) for year in (day.year - 1, day.year, day.year + 1))
    return any(-festival.days_before <= (day - core).days <= festival.days_after for core in cores)


def _in_festival(moment: Moment) -> bool:
    return any(in_festival(moment.day, festival) for festival in moment.timing.festivals.values())


FACTS = (
    FactSpec("timing.hour", "number", _hour, PLANNED, "clock"),
    FactSpec("timing.hour_band", "word", _hour_band, PLANNED, words=("night", "early", "day", "evening", "late")),
    FactSpec(
        "timing.day_kind",
        "word",
        lambda moment: moment.calendar.kind(moment.day),
        words=("workday", "weekend", "holiday", "makeup_workday"),
    ),
    FactSpec("timing.is_rest_day", "flag", lambda moment: moment.calendar.is_rest_day(moment.day)),
    FactSpec("timing.days_to_long_holiday", "number", _days_to_long_holiday, unit="days"),
    FactSpec("timing.days_after_long_holiday", "number", _days_after_long_holiday, unit="days"),
    FactSpec("timing.spring_festival_eve", "flag", _spring_festival_eve),
    FactSpec("timing.period_end", "word", _period_end, words=("none", "month", "quarter", "year")),
    FactSpec("timing.in_festival", "flag", _in_festival),
)
