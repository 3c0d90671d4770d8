"""``disburse-check timing``: the days from one to another, their kind, and what holds on them."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from core.commands.workplace import Workplace
from core.errors import AppError
from core.estimate.days import DayInfo, days_between
from core.estimate.model import Model
from core.explain.days import kind_text, name_texts, reason_text, weekday_text
from core.explain.language import Language

LONGEST = 1100
"""Days in one answer: three years."""


def timing_as_json(place: Workplace, first: dt.date, last: dt.date) -> str:
    """Return the days as a JSON list."""
    language = place.language
    data = [_entry(day, language) for day in _days(place, first, last)]
    return json.dumps(data, ensure_ascii=False, indent=2)


def timing_as_text(place: Workplace, first: dt.date, last: dt.date) -> str:
    """Return a line for each day, and below it what speaks for a cause on it."""
    language, words = place.language, place.language.words
    lines = []
    for day in _days(place, first, last):
        names = words("ui.list_separator").join(name_texts(day, language))
        told = words("timing.named", kind=kind_text(day, language), names=names) if names else kind_text(day, language)
        date = words("timing.day_line", date=language.wording.date(day.date), weekday=weekday_text(day.date, language))
        lines.append(f"{date}{words('ui.colon')}{told}")
        lines += [_reason_line(day, number, language) for number in range(len(day.reasons))]
    return "\n".join([*(line for line in lines if line), "", words("timing.weak"), words("timing.source")])


def _reason_line(day: DayInfo, number: int, language: Language) -> str:
    reason = day.reasons[number]
    if reason.speaks == "against":
        return ""
    grade = language.words(f"grade.{reason.grade}.name")
    return f"    {reason_text(reason, language)}{language.words('ui.semicolon')}{grade}"


def _days(place: Workplace, first: dt.date, last: dt.date) -> list[DayInfo]:
    if last < first or (last - first).days >= LONGEST:
        raise AppError("bad_span", first=first.isoformat(), last=last.isoformat(), days=LONGEST)
    return days_between(Model.of(place.library.content), first, last)


def _entry(day: DayInfo, language: Language) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(),
        "kind": day.kind,
        "announced": day.announced,
        "names": list(name_texts(day, language)),
        "reasons": [
            {
                "rule": reason.rule,
                "cause": reason.cause,
                "speaks": reason.speaks,
                "grade": reason.grade,
                "text": reason_text(reason, language),
                "sources": list(reason.sources),
            }
            for reason in day.reasons
        ],
    }
