"""The parts of the calendar's picture: months, the day that is selected, the good days ahead."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Mapping, Sequence

from core.estimate.days import DayInfo
from core.explain.days import kind_text, name_texts, reason_text, weekday_text
from gui.desk import Desk
from gui.pages.calendar.state import DayCell, DayPanel, MonthState, ReasonLine
from gui.speaker import Speaker

GOOD_WITHIN, WATCH_WITHIN = 0.01, 0.05
"""How far below the best day a day is still good, and still only tight: as on the home page."""
MARKS = {"holiday": "free", "makeup_workday": "worked"}
SHOWN_SPANS = 2
CALM = ("good", "past", "unknown")


def level_of(day: dt.date, today: dt.date, chances: Mapping[dt.date, float]) -> str:
    """Return how a day compares with the best one that is shown: good, watch, weak; past, or not known yet."""
    if day < today:
        return "past"
    if day not in chances:
        return "unknown"
    below = max(chances.values()) - chances[day]
    return "good" if below <= GOOD_WITHIN else "watch" if below <= WATCH_WITHIN else "weak"


def month_of(
    first: dt.date, days: Mapping[dt.date, DayInfo], levels: Mapping[dt.date, str], selected: dt.date, speaker: Speaker
) -> MonthState:
    """Return one month."""
    weeks = []
    for week in months.Calendar().monthdatescalendar(first.year, first.month):
        cells = [_cell(days[d], levels[d], d == selected, speaker) if d.month == first.month else None for d in week]
        weeks.append(tuple(cells))
    month = speaker.words(f"month.m{first.month}", n=first.month)
    title = speaker.words("calendar.month", year=first.year, month=month)
    return MonthState(title, tuple(weeks))


def _cell(day: DayInfo, level: str, selected: bool, speaker: Speaker) -> DayCell:
    words = speaker.words
    festival = any(name.startswith("festival.") for name in day.names)
    mark = words(f"calendar.mark.{MARKS[day.kind]}") if day.kind in MARKS else ""
    names = words("ui.list_separator").join(name_texts(day, speaker.language))
    heard = words(
        "calendar.day_heard",
        date=speaker.wording.date(day.date),
        weekday=weekday_text(day.date, speaker.language),
        kind=kind_text(day, speaker.language),
        names=names,
        level=words(f"calendar.level.{level}"),
    )
    shown = mark or (words("calendar.mark.festival") if festival else "")
    return DayCell(day.date.isoformat(), str(day.date.day), shown, level, heard, selected)


def panel_of(day: DayInfo, level: str, chances: Mapping[dt.date, float], can_take: bool, desk: Desk) -> DayPanel:
    """Return the day that is selected: what it is, what holds on it, how it compares."""
    words, language = desk.speaker.words, desk.speaker.language
    names = name_texts(day, language)
    kind = kind_text(day, language)
    told = [reason for reason in day.reasons if reason.speaks == "for"]
    date = words("timing.day_line", date=desk.speaker.wording.date(day.date), weekday=weekday_text(day.date, language))
    return DayPanel(
        label=words("calendar.selected"),
        date=date,
        kind=words("timing.named", kind=kind, names=words("ui.list_separator").join(names)) if names else kind,
        level=words(f"calendar.level.{level}"),
        calm=level in CALM,
        reasons=tuple(ReasonLine(reason_text(r, language), words(f"grade.{r.grade}.name")) for r in told),
        compare=_compare(day.date, chances, desk.speaker),
        claim=words("calendar.claim"),
        take=words("calendar.take"),
        can_take=can_take,
        export=words("calendar.export"),
        file_name=words("calendar.file_name", date=day.date.isoformat()),
        file_form=words("calendar.file_form"),
    )


def _compare(day: dt.date, chances: Mapping[dt.date, float], speaker: Speaker) -> str:
    if day not in chances:
        return ""
    below = max(chances.values()) - chances[day]
    chance = speaker.wording.percent(chances[day])
    if below <= GOOD_WITHIN:
        return speaker.words("calendar.as_good", chance=chance)
    return speaker.words("calendar.below", chance=chance, points=speaker.wording.points(-below))


def good_spans(levels: Mapping[dt.date, str]) -> list[tuple[dt.date, dt.date]]:
    """Return the next runs of good days, first and last day of each.

    Examples:
        >>> day = dt.date(2026, 10, 1)
        >>> levels = {day: "weak", day.replace(day=2): "good", day.replace(day=3): "good", day.replace(day=4): "watch"}
        >>> [(a.day, b.day) for a, b in good_spans(levels)]
        [(2, 3)]
    """
    spans: list[tuple[dt.date, dt.date]] = []
    for day in sorted(day for day, level in levels.items() if level == "good"):
        if spans and day - spans[-1][1] == dt.timedelta(days=1):
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans[:SHOWN_SPANS]


def span_lines(spans: Sequence[tuple[dt.date, dt.date]], speaker: Speaker) -> tuple[tuple[str, str], ...]:
    """Return the good days ahead in words."""
    words, wording = speaker.words, speaker.wording
    lines = []
    for first, last in spans:
        days = wording.count((last - first).days + 1, "days")
        dates = (
            wording.date(first)
            if first == last
            else words("calendar.from_to", first=wording.date(first), last=wording.date(last))
        )
        lines.append((dates, words("calendar.so_many", days=days)))
    return tuple(lines)
