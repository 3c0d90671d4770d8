"""Decides what the calendar shows. Levels come from the model with the user's own answers: no second opinion. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from core.errors import AppError
from core.estimate.days import DayInfo, days_between
from core.explain.appointment import appointment
from core.files import write_whole
from gui.desk import Desk
from gui.draft import at_step, fresh, with_answer
from gui.engine import MID_MORNING, PLANNED
from gui.following import Following
from gui.pages.calendar.picture import good_spans, level_of, month_of, panel_of, span_lines
from gui.pages.calendar.state import CalendarState
from gui.route import first_step
from gui.speaker import Speaker

MONTHS = 3
LEVELS = ("good", "watch", "weak")
CLAIM = "holiday_demand_peak"
"""The cause whose page weighs what is said about holidays."""


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: CalendarState) -> None:
        """Show a picture."""


class CalendarPresenter(Following):
    """Shows three months, and one day of them in full."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Begin with this month and the planned day."""
        super().__init__(desk)
        self._screen = screen
        self._chances: Mapping[dt.date, float] = {}
        planned = desk.engine.answers(desk.session.draft).planned
        self._selected = max(planned.date() if isinstance(planned, dt.datetime) else planned, self._today())
        self._first = self._today().replace(day=1)
        self.follow(self.ask_chances, self.show)
        self.show()

    def select(self, day: str) -> None:
        """Show a day in full, and its month if it lies outside those shown."""
        self._selected = dt.date.fromisoformat(day)
        if not self._first <= self._selected < _month(self._first, MONTHS):
            self._first = self._selected.replace(day=1)
        self.show()

    def turn(self, step: int) -> None:
        """Show the months one later (1) or earlier (-1), or again this month (0)."""
        self._first = _month(self._first, step) if step else self._today().replace(day=1)
        self._selected = self._first if step else self._today()
        self.show()

    def take(self) -> None:
        """Plan the next try for the selected day; without a check, begin one with that answer."""
        desk = self._desk
        draft, when = desk.session.draft, dt.datetime.combine(self._selected, MID_MORNING)
        if not draft.begun:
            draft = fresh(desk.now().date(), way="short")
            draft = at_step(draft, first_step(draft, desk.engine))
            desk.session.begin(draft)
        desk.session.change(at_step(with_answer(draft, PLANNED, when), draft.at))
        desk.tell("calendar.taken", date=Spoken(desk.speaker, when))

    def explain(self) -> None:
        """Open the page that weighs what is said about holidays."""
        self._desk.visit("explain", CLAIM)

    def save(self, path: str) -> None:
        """Write the selected day as an appointment."""
        desk, words = self._desk, self._desk.speaker.words
        when = dt.datetime.combine(self._selected, MID_MORNING)
        text = appointment(when, words("calendar.appointment"), words("calendar.appointment_text"), desk.now())
        try:
            write_whole(Path(path), text)
        except AppError as error:
            desk.tell(f"error.{error.code}", **error.facts)
            return
        desk.tell("result.saved", file=Path(path).name)

    def ask_chances(self) -> None:
        """Work out how good the days are; the view asks once they stand, for two threads take turns with Python."""
        desk = self._desk
        last = _month(self._first, MONTHS) - dt.timedelta(days=1)
        work = partial(
            desk.engine.chances, desk.engine.answers(desk.session.draft), max(self._first, self._today()), last
        )
        self.ask(work, self._on_chances)

    def show(self) -> None:
        """Show the present picture."""
        self._screen.show_state(calendar_state(self._first, self._selected, self._chances, self._desk))

    def _today(self) -> dt.date:
        return self._desk.now().date()

    def _on_chances(self, chances: Mapping[dt.date, float]) -> None:
        self._chances = chances
        self.show()


class Spoken:
    """A moment that is put into the words of the language in which it is asked for."""

    def __init__(self, speaker: Speaker, when: dt.date) -> None:
        """Keep the moment."""
        self._speaker, self._when = speaker, when

    def __str__(self) -> str:
        return self._speaker.wording.date(self._when)


def calendar_state(first: dt.date, selected: dt.date, chances: Mapping[dt.date, float], desk: Desk) -> CalendarState:
    """Return the picture of three months from ``first`` on."""
    words, speaker, today = desk.speaker.words, desk.speaker, desk.now().date()
    last = _month(first, MONTHS) - dt.timedelta(days=1)
    days = {day.date: day for day in days_between(desk.engine.assessor.model, first, last)}
    levels = {day: level_of(day, today, chances) for day in days}
    shown = [_month(first, number) for number in range(MONTHS)]
    months = tuple(month_of(month, days, levels, selected, speaker) for month in shown)
    reach = (selected - today).days
    can_take = 0 <= reach <= desk.engine.content.scales.plan.horizon_days
    return CalendarState(
        title=words("calendar.title"),
        span=words("calendar.from_to", first=months[0].title, last=months[-1].title),
        earlier=words("calendar.earlier"),
        later=words("calendar.later"),
        today=words("calendar.today"),
        weekdays=tuple(words(f"calendar.weekday.d{number}") for number in range(1, 8)),
        months=months,
        day=panel_of(_info(days, selected, desk), levels.get(selected, "past"), chances, can_take, desk),
        good_title=words("calendar.good_title"),
        good=span_lines(good_spans(levels), speaker),
        note=words("ui.gap").join((words("timing.weak"), words("timing.source"))),
        legend=tuple((level, words(f"calendar.level.{level}")) for level in LEVELS),
        marks=words("calendar.marks"),
    )


def _info(days: Mapping[dt.date, DayInfo], selected: dt.date, desk: Desk) -> DayInfo:
    return days.get(selected) or days_between(desk.engine.assessor.model, selected, selected)[0]


def _month(first: dt.date, later: int) -> dt.date:
    """Return the first day of the month so many months later.

    Examples:
        >>> _month(dt.date(2026, 11, 1), 3), _month(dt.date(2026, 1, 1), -1)
        (datetime.date(2027, 2, 1), datetime.date(2025, 12, 1))
    """
    count = first.year * 12 + first.month - 1 + later
    return dt.date(count // 12, count % 12 + 1, 1)
