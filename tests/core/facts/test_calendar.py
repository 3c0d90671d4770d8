"""The calendar of mainland China: the official schedules, day by day against two other people's packages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from core.facts.calendar import Calendar, DayKind
from core.schema.content import Content, Holiday, HolidayYear

ANNOUNCED = (2024, 2025, 2026)
LONG = 3


@pytest.fixture(scope="module")
def calendar(content: Content) -> Calendar:
    return Calendar(content.holidays)


def days_of(year: int) -> Iterator[dt.date]:
    day = dt.date(year, 1, 1)
    while day.year == year:
        yield day
        day += dt.timedelta(days=1)


@pytest.mark.parametrize("year", ANNOUNCED)
def test_every_day_rests_or_works_as_chinesecalendar_says(calendar: Calendar, year: int) -> None:
    other = pytest.importorskip("chinese_calendar")
    wrong = [day for day in days_of(year) if calendar.is_rest_day(day) != other.is_holiday(day)]
    assert wrong == []


@pytest.mark.parametrize("year", ANNOUNCED)
def test_every_weekend_worked_in_exchange_is_in_chinesecalendar(calendar: Calendar, year: int) -> None:
    other = pytest.importorskip("chinese_calendar")
    ours = [day for day in days_of(year) if calendar.kind(day) == "makeup_workday"]
    assert ours == [day for day in days_of(year) if day.weekday() >= 5 and other.is_workday(day)]


@pytest.mark.parametrize("year", ANNOUNCED)
def test_every_day_rests_or_works_as_holidays_says(calendar: Calendar, year: int) -> None:
    china = pytest.importorskip("holidays").country_holidays("CN", years=year)
    wrong = [day for day in days_of(year) if calendar.is_rest_day(day) == china.is_working_day(day)]
    assert wrong == []


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (dt.date(2024, 2, 9), "workday"),  # the eve of 2024 was only recommended to be free
        (dt.date(2024, 2, 10), "holiday"),
        (dt.date(2024, 2, 18), "makeup_workday"),
        (dt.date(2024, 9, 14), "makeup_workday"),
        (dt.date(2025, 1, 28), "holiday"),
        (dt.date(2025, 10, 8), "holiday"),
        (dt.date(2025, 10, 9), "workday"),
        (dt.date(2026, 1, 4), "makeup_workday"),
        (dt.date(2026, 2, 14), "makeup_workday"),
        (dt.date(2026, 2, 15), "holiday"),
        (dt.date(2026, 2, 23), "holiday"),
        (dt.date(2026, 9, 19), "weekend"),
        (dt.date(2026, 9, 20), "makeup_workday"),
        (dt.date(2026, 9, 24), "workday"),
        (dt.date(2026, 9, 25), "holiday"),
    ],
)
def test_days_that_the_official_notices_name(calendar: Calendar, day: dt.date, kind: DayKind) -> None:
    assert calendar.kind(day) == kind


def test_a_holiday_is_known_by_its_first_and_last_day(calendar: Calendar) -> None:
    festival = calendar.holiday_on(dt.date(2026, 2, 20))
    assert festival is not None
    assert (festival.name, festival.first, festival.last) == (
        "spring_festival",
        dt.date(2026, 2, 15),
        dt.date(2026, 2, 23),
    )
    assert festival.days == 9
    assert calendar.holiday_on(dt.date(2026, 2, 24)) is None


@pytest.mark.parametrize(
    ("day", "ahead", "behind"),
    [
        (dt.date(2026, 9, 24), 1, 95),
        (dt.date(2026, 9, 25), 0, 0),
        (dt.date(2026, 9, 27), 0, 0),
        (dt.date(2026, 9, 28), 3, 1),
        (dt.date(2026, 10, 7), 0, 0),
        (dt.date(2025, 12, 31), 1, 84),
        (dt.date(2026, 2, 14), 1, 42),
    ],
)
def test_days_to_and_after_a_long_holiday(calendar: Calendar, day: dt.date, ahead: int, behind: int) -> None:
    assert calendar.days_to_long(day, LONG) == ahead
    assert calendar.days_after_long(day, LONG) == behind


def test_days_to_a_long_holiday_fall_by_one_a_day_until_it_begins(calendar: Calendar) -> None:
    for day in [*days_of(2025), *days_of(2026)]:
        today, tomorrow = (calendar.days_to_long(d, LONG) for d in (day, day + dt.timedelta(days=1)))
        if today and tomorrow is not None:
            assert tomorrow == today - 1
        inside = (found := calendar.holiday_on(day)) is not None and found.days >= LONG
        assert (today == 0) == inside
        assert (calendar.days_after_long(day, LONG) == 0) == inside


def test_a_short_holiday_is_not_a_long_one(calendar: Calendar) -> None:
    assert calendar.days_to_long(dt.date(2025, 1, 1), LONG) == 27
    assert calendar.days_to_long(dt.date(2025, 1, 1), 1) == 0


def test_nothing_is_guessed_about_a_year_not_announced(calendar: Calendar) -> None:
    day = dt.date(2031, 10, 1)
    assert not calendar.announced(day)
    assert calendar.days_to_long(day, LONG) is None
    assert calendar.days_after_long(day, LONG) is None
    assert calendar.kind(day) == "workday"
    assert calendar.kind(dt.date(2031, 10, 4)) == "weekend"


def test_after_the_last_announced_holiday_the_next_one_is_not_known(calendar: Calendar) -> None:
    assert calendar.days_to_long(dt.date(2026, 10, 8), LONG) is None
    assert calendar.days_after_long(dt.date(2026, 12, 31), LONG) == 85


def test_the_eve_is_the_last_three_working_days_before_the_festival(calendar: Calendar) -> None:
    for year, expected in {2024: [7, 8, 9], 2026: [12, 13, 14]}.items():
        eve = [day for day in days_of(year) if calendar.workdays_before(day, 3, "spring_festival")]
        assert eve == [dt.date(year, 2, day) for day in expected]
    eve = [day for day in days_of(2025) if calendar.workdays_before(day, 3, "spring_festival")]
    assert eve == [dt.date(2025, 1, 24), dt.date(2025, 1, 26), dt.date(2025, 1, 27)]


def test_a_holiday_across_new_year_is_one_holiday() -> None:
    year = HolidayYear(
        sources=("test",),
        holiday=(Holiday(name="new_year", first=dt.date(2029, 12, 30), last=dt.date(2030, 1, 1)),),
    )
    calendar = Calendar({"y2030": year, "y2029": year})
    assert calendar.kind(dt.date(2029, 12, 31)) == "holiday"
    assert calendar.days_to_long(dt.date(2029, 12, 29), LONG) == 1
    assert calendar.days_after_long(dt.date(2030, 1, 2), LONG) == 1
