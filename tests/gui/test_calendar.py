"""The calendar: what its days are, where a chosen day goes, and how the keyboard gets about."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.draft import Draft
from gui.pages.calendar.presenter import CalendarPresenter
from gui.pages.calendar.view import CalendarView
from gui.program import Program
from tests.pages.base import until
from tests.pages.finding import shown

MOST_TURNS = 1000


def calendar(program: Program, qtbot: QtBot) -> CalendarView:
    """Open the page and wait until its days are compared."""
    program.visit("calendar")
    page = program.window.page
    assert isinstance(page, CalendarView)
    until(lambda: page.complete and program.parts.tasks.idle)
    return page


def day(program: Program, date: str) -> QPushButton:
    """Return a day's button; months are built one at a turn of the event loop."""
    name, window = f"calendar-day-{date}", program.window
    until(lambda: any(found.isVisibleTo(window) for found in window.findChildren(QPushButton, name)))
    return shown(window, QPushButton, name)


def draft(program: Program) -> Draft:
    return program.parts.session.draft


def test_that_free_and_worked_days_carry_their_marks(program: Program, qtbot: QtBot) -> None:
    calendar(program, qtbot)
    words = program.parts.speaker.words
    assert day(program, "2026-10-01").text() == f"1\n{words('calendar.mark.free')}"
    assert day(program, "2026-10-10").text() == f"10\n{words('calendar.mark.worked')}"
    assert day(program, "2026-11-11").text() == f"11\n{words('calendar.mark.festival')}"
    assert day(program, "2026-09-23").text() == "23\n"


def test_that_days_that_are_over_are_not_compared(program: Program, qtbot: QtBot) -> None:
    calendar(program, qtbot)
    assert day(program, "2026-09-27").property("role") == "day-past"
    assert day(program, "2026-09-28").property("role") != "day-past"


def test_that_the_levels_come_from_the_users_own_answers(program: Program, qtbot: QtBot) -> None:
    program.desk.session.change(Draft(draft(program).answers, "full", "review"))
    calendar(program, qtbot)
    assert day(program, "2026-09-28").property("role") == "day-good"
    values = {"device.phone_changed_on": dt.date(2026, 9, 27)}
    answers = draft(program).answers
    program.parts.session.change(Draft(type(answers)(answers.as_of, "before", values), "full", "review"))
    until(lambda: program.parts.tasks.idle)
    assert day(program, "2026-09-28").property("role") == "day-weak"
    assert day(program, "2026-10-20").property("role") == "day-good"


def test_that_a_chosen_day_becomes_the_planned_one(program: Program, qtbot: QtBot) -> None:
    calendar(program, qtbot)
    day(program, "2026-10-09").click()
    shown(program.window, QPushButton, "calendar-take").click()
    assert draft(program).answers.planned == dt.datetime(2026, 10, 9, 10)
    assert draft(program).begun


def test_that_a_day_beyond_the_horizon_or_in_the_past_cannot_be_planned(program: Program, qtbot: QtBot) -> None:
    calendar(program, qtbot)
    for date, possible in (("2026-09-28", True), ("2026-09-27", False), ("2026-10-28", True), ("2026-10-29", False)):
        day(program, date).click()
        assert shown(program.window, QPushButton, "calendar-take").isEnabled() == possible, date


@pytest.mark.parametrize(
    ("key", "date"),
    [
        (Qt.Key.Key_Right, "2026-09-29"),
        (Qt.Key.Key_Left, "2026-09-27"),
        (Qt.Key.Key_Down, "2026-10-05"),
        (Qt.Key.Key_Up, "2026-09-21"),
    ],
)
def test_that_an_arrow_key_goes_to_the_next_day_or_week(program: Program, qtbot: QtBot, key: Qt.Key, date: str) -> None:
    calendar(program, qtbot)
    start = day(program, "2026-09-28")
    until(start.hasFocus)
    QTest.keyClick(start, key)
    assert day(program, date).isChecked()
    assert day(program, date).hasFocus()


def test_that_going_past_the_last_month_turns_the_page(program: Program, qtbot: QtBot) -> None:
    calendar(program, qtbot)
    day(program, "2026-11-30").click()
    QTest.keyClick(day(program, "2026-11-30"), Qt.Key.Key_Right)
    assert day(program, "2026-12-01").isChecked()
    shown(program.window, QPushButton, "calendar-today").click()
    assert day(program, "2026-09-28").isChecked()


def test_that_a_year_that_is_not_announced_says_that_nothing_is_final(program: Program, qtbot: QtBot) -> None:
    page = calendar(program, qtbot)
    page.day_chosen.emit("2027-02-06")
    words = program.parts.speaker.words
    kind = words("timing.not_final", kind=words("fact.timing.day_kind.word.holiday"))
    assert kind in day(program, "2027-02-06").accessibleName()


def test_that_a_day_is_saved_as_an_appointment_at_its_time(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    page = calendar(program, qtbot)
    day(program, "2026-10-09").click()
    page.path_chosen.emit(str(tmp_path / "day.ics"))
    (event,) = Calendar.from_ical((tmp_path / "day.ics").read_text("utf-8")).walk("VEVENT")
    assert event.decoded("dtstart") == dt.datetime(2026, 10, 9, 2, tzinfo=dt.UTC)


def test_that_a_folder_that_takes_no_file_is_told_in_one_line(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    page = calendar(program, qtbot)
    page.path_chosen.emit(str(tmp_path / "nowhere" / "day.ics"))
    assert "day.ics" in program.window.lines.banner.words


def test_that_the_claim_about_holidays_leads_to_the_page_that_weighs_it(program: Program, qtbot: QtBot) -> None:
    calendar(program, qtbot)
    shown(program.window, QPushButton, "calendar-claim").click()
    assert program.page_name == "explain"
    assert not isinstance(program.presenter, CalendarPresenter)
