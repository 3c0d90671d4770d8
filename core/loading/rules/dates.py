"""Days: what is in force, what is due for review, and calendars that make sense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise

from core.errors import Problem
from core.loading.places import TomlPath
from core.loading.pydantic_problems import shown
from core.loading.rules.context import Context
from core.schema.content import Content
from core.schema.dated import Dated
from core.schema.library import Article
from core.schema.network import NetworkThresholds

_UNIT_TYPES: Mapping[str, type] = {"date": dt.date, "clock": dt.time}
_EXAMPLES = {"date": "2026-11-24", "clock": "17:15:00"}


def check_days(context: Context) -> Iterator[Problem]:
    """Check that no period of a figure, a channel, a right, the network figures or a holiday ends before it begins."""
    for part, name, entry in _dated(context.content):
        yield from _in_order(context, part, (name, "effective_to"), entry.effective_from, entry.effective_to)
        yield from _in_order(context, part, (name, "review_by"), entry.last_checked, entry.review_by)
    for name, article in context.content.library.article.items():
        path = ("article", name, "review_by")
        yield from _in_order(context, "library", path, article.last_checked, article.review_by)
    network = context.content.network
    yield from _in_order(context, "network", ("review_by",), network.last_checked, network.review_by)
    for year, schedule in context.content.holidays.items():
        for number, holiday in enumerate(schedule.holiday):
            at = (year, "holiday", number)
            yield from _in_order(context, "holidays", (*at, "last"), holiday.first, holiday.last)
            for day in holiday.workdays:
                if holiday.first <= day <= holiday.last:
                    yield context.problem("workday_in_holiday", "holidays", (*at, "workdays"), found=day.isoformat())


def check_timing(context: Context) -> Iterator[Problem]:
    """Check that the bands of the day rise from midnight, and that festivals fall on days that exist."""
    hours = tuple(context.content.timing.hour_bands.values())
    if not hours or hours[0] != 0 or hours[-1] > 23 or any(later <= hour for hour, later in pairwise(hours)):
        yield context.problem("not_rising", "timing", ("hour_bands",), found=", ".join(map(str, hours)))
    for name, festival in context.content.timing.festivals.items():
        try:
            dt.date(2023, festival.month, festival.day)  # not a leap year: the day must exist in every year
        except ValueError:
            yield context.problem(
                "no_such_day", "timing", ("festivals", name), found=f"{festival.month}-{festival.day}"
            )


def check_figures(context: Context) -> Iterator[Problem]:
    """Check that a figure's value is of the type that its unit needs."""
    for name, figure in context.content.figures.items():
        wanted = _UNIT_TYPES.get(figure.unit, float)
        if not isinstance(figure.value, wanted):
            facts = {"unit": figure.unit, "found": shown(figure.value), "expected": _EXAMPLES.get(figure.unit, "20")}
            yield context.problem("value_of_wrong_unit", "figures", (name, "value"), **facts)


def check_in_force(context: Context, today: dt.date) -> Iterator[Problem]:
    """Check what has days against a day: checked before it, still in force, not due for review.

    A right may end: the program leaves it out by itself from then on, or tells it as ended.
    """
    for part, name, entry in _dated(context.content):
        if part != "rights" and entry.effective_to is not None and entry.effective_to < today:
            yield context.problem(
                "no_longer_in_force", part, (name, "effective_to"), found=entry.effective_to, today=today
            )
        yield from _reviewed(context, part, (name,), entry, today)
    for name, article in context.content.library.article.items():
        yield from _reviewed(context, "library", ("article", name), article, today)
    for name, item in context.content.quiz.item.items():
        yield from _checked(context, "quiz", ("item", name), item.last_checked, today)
    yield from _reviewed(context, "network", (), context.content.network, today)


def _dated(content: Content) -> Iterator[tuple[str, str, Dated]]:
    tables: Mapping[str, Mapping[str, Dated]] = {
        "figures": content.figures,
        "channels": content.channels,
        "rights": content.rights,
    }
    return ((part, name, entry) for part, table in tables.items() for name, entry in table.items())


def _reviewed(
    context: Context, part: str, at: TomlPath, entry: Dated | NetworkThresholds | Article, today: dt.date
) -> Iterator[Problem]:
    if entry.review_by < today:
        yield context.problem("review_overdue", part, (*at, "review_by"), found=entry.review_by, today=today)
    yield from _checked(context, part, at, entry.last_checked, today)


def _checked(context: Context, part: str, at: TomlPath, checked: dt.date, today: dt.date) -> Iterator[Problem]:
    if checked > today:
        facts = {"found": checked, "today": today}
        yield context.problem("checked_in_the_future", part, (*at, "last_checked"), **facts)


def _in_order(
    context: Context, part: str, at: TomlPath, first: dt.date | None, last: dt.date | None
) -> Iterator[Problem]:
    if first is not None and last is not None and last < first:
        yield context.problem("days_reversed", part, at, found=last, expected=first)
