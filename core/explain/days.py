"""A day in words: what kind it is, what falls on it, and what that means with how well it is founded."""

from __future__ import annotations

import datetime as dt

from core.estimate.days import DayInfo, Reason, statutory_days
from core.explain.language import Language


def kind_text(day: DayInfo, language: Language) -> str:
    """Return what kind of day it is; where nothing is announced, that it is not final."""
    words = language.words
    kind = words(f"fact.timing.day_kind.word.{day.kind}")
    return kind if day.announced else words("timing.not_final", kind=kind)


def name_texts(day: DayInfo, language: Language) -> tuple[str, ...]:
    """Return the names of what falls on the day."""
    words = language.words
    names = tuple(words(f"{key}.name" if not key.startswith("period.") else f"timing.{key}") for key in day.names)
    return (*names, statutory_days(day.date.year, language.code)[day.date]) if day.statutory else names


def weekday_text(day: dt.date, language: Language) -> str:
    """Return the name of the weekday."""
    return language.words(f"timing.weekday.d{day.isoweekday()}")


def reason_text(reason: Reason, language: Language) -> str:
    """Return what a rule says about the day: the cause, for or against, and the facts it rests on."""
    words, wording = language.words, language.wording
    facts = [
        f"{wording.fact_name(name)}{words('ui.colon')}{wording.fact(name, value)}"
        for name, value in reason.facts.items()
    ]
    cause = words(f"cause.{reason.cause}.name")
    return words(f"timing.reason_{reason.speaks}", cause=cause, facts=words("ui.list_separator").join(facts))
