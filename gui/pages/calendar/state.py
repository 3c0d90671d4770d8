"""What the calendar page shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of a month; ``mark`` says free, worked or festival, ``level`` how it compares with the best day."""

    id: str
    number: str
    mark: str
    level: str
    heard: str
    selected: bool


@dataclass(frozen=True, slots=True)
class MonthState:
    """One month: weeks from Monday on, None outside the month."""

    title: str
    weeks: tuple[tuple[DayCell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """What holds on the day, and how well that is founded."""

    text: str
    grade: str


@dataclass(frozen=True, slots=True)
class DayPanel:
    """The day that is selected."""

    label: str
    date: str
    kind: str
    level: str
    calm: bool
    reasons: tuple[ReasonLine, ...]
    compare: str
    claim: str
    take: str
    can_take: bool
    export: str
    file_name: str
    file_form: str


@dataclass(frozen=True, slots=True)
class CalendarState:
    """The whole page."""

    title: str
    span: str
    earlier: str
    later: str
    today: str
    weekdays: tuple[str, ...]
    months: tuple[MonthState, ...]
    day: DayPanel
    good_title: str
    good: tuple[tuple[str, str], ...]
    note: str
    legend: tuple[tuple[str, str], ...]
    marks: str
