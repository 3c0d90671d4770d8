"""What is known about a day before anybody has answered anything: its kind, its names, the rules that hold on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from core.estimate.model import Model, RoadCause, RoadRule
from core.facts.calendar import DayKind
from core.facts.catalogue import DERIVED
from core.facts.timing import in_festival, period_end
from core.schema.answers import Answers
from core.schema.conditions import FactValue
from core.schema.content import Grade

_TIMING = "timing."
_KIND = ("timing.day_kind", "timing.is_rest_day")
_LANGUAGES = {"zh_CN": "zh_CN", "en": "en_US"}
_OBSERVED = ("补假", "observed")
"""What the package marks so is a guess about a schedule that has not been announced."""
ONE_DAY = dt.timedelta(days=1)
Rules = Sequence[tuple[RoadCause, RoadRule]]


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that holds on the day, with the cause it speaks for or against and how well that is founded."""

    rule: str
    cause: str
    grade: Grade
    speaks: Literal["for", "against"]
    facts: Mapping[str, FactValue | None]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayInfo:
    """One day in China.

    Attributes:
        kind: Working day, weekend, public holiday, or a weekend day worked in exchange.
        announced: Whether the year has an official schedule. Without one ``kind`` knows the statutory days at most.
        names: Catalogue keys such as ``holiday.national_day``, ``festival.double_eleven`` or ``period.quarter``.
        statutory: Whether it is a statutory holiday of a year not announced; what will be free around it is open.
        reasons: The rules that hold, those that speak for a cause first.
    """

    date: dt.date
    kind: DayKind
    announced: bool
    names: tuple[str, ...]
    statutory: bool
    reasons: tuple[Reason, ...]


def days_between(model: Model, first: dt.date, last: dt.date, hour: int | None = None) -> list[DayInfo]:
    """Return every day from ``first`` to ``last``, both included; with an hour, what holds at that hour too."""
    return list(_days(model, first, last, hour))


def _days(model: Model, first: dt.date, last: dt.date, hour: int | None) -> Iterator[DayInfo]:
    rules, day = _rules(model), first
    while day <= last:
        yield _day(model, rules, day, hour)
        day += ONE_DAY


def _rules(model: Model) -> list[tuple[RoadCause, RoadRule]]:
    """Return the rules that look at nothing but the day, with their causes."""
    about = {fact for fact in DERIVED if fact.startswith(_TIMING)}
    return [(cause, rule) for cause in model.causes for rule in cause.rules if about.issuperset(rule.when)]


def _day(model: Model, rules: Rules, day: dt.date, hour: int | None) -> DayInfo:
    calendar = model.reader.calendar
    announced = calendar.announced(day)
    statutory = not announced and day in statutory_days(day.year)
    return DayInfo(
        date=day,
        kind="holiday" if statutory else calendar.kind(day),
        announced=announced,
        names=tuple(_names(model, day)),
        statutory=statutory,
        reasons=tuple(
            sorted(_reasons(model, rules, day, hour, statutory), key=lambda reason: reason.speaks == "against")
        ),
    )


def _names(model: Model, day: dt.date) -> Iterator[str]:
    timing = model.content.timing
    if (span := model.reader.calendar.holiday_on(day)) is not None:
        yield f"holiday.{span.name}"
    for name, festival in timing.festivals.items():
        if in_festival(day, festival):
            yield f"festival.{name}"
    period = period_end(day, timing.month_end_days, timing.quarter_end_days, timing.year_end_days)
    if period != "none":
        yield f"period.{period}"


def _reasons(model: Model, rules: Rules, day: dt.date, hour: int | None, statutory: bool) -> Iterator[Reason]:
    """Yield the rules that hold; those about free and working days not where the schedule alone could tell."""
    when = day if hour is None else dt.datetime.combine(day, dt.time(hour))
    wanted = [fact for fact in DERIVED if fact.startswith(_TIMING)]
    facts = model.reader.read(Answers(day), when, wanted)
    for cause, rule in rules:
        guessed = statutory and not rule.when.keys().isdisjoint(_KIND)
        if not guessed and rule.holds(facts):
            entry, grade = model.content.rules[rule.id], model.content.causes[cause.id].grade
            told = {fact: facts[fact] for fact in rule.when}
            yield Reason(rule.id, cause.id, grade, entry.speaks, told, entry.sources)


@cache
def statutory_days(year: int, language: str = "zh_CN") -> Mapping[dt.date, str]:
    """Return the statutory holidays of a year by date, under their names in one language.

    They follow from the law and the calendar. Which days around them are free or worked is announced each year, and
    is not guessed here: a wrong schedule once circulated.

    Source:
        Package ``holidays``, which knows the statutory days of years to come.
    """
    # Loaded here because it takes a third of a bare start, and only a year not announced needs it.
    import holidays

    found = holidays.country_holidays("CN", years=year, language=_LANGUAGES.get(language, "zh_CN"))
    return {day: name for day, name in found.items() if not any(mark in name for mark in _OBSERVED)}
