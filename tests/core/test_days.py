"""The timing instrument against the official schedule, two packages, and the rules of the content."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from core.assess import Assessor
from core.commands.timing import timing_as_json, timing_as_text
from core.commands.workplace import Workplace
from core.errors import AppError
from core.estimate.days import DayInfo, days_between, statutory_days
from core.explain.appointment import appointment
from core.schema.answers import Answers
from core.schema.conditions import all_hold
from core.schema.content import Content

ROOT = Path(__file__).parents[2]
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2026, 12, 31)
DAYS = st.dates(FIRST, LAST)


def days(assessor: Assessor, first: dt.date, last: dt.date, hour: int | None = None) -> list[DayInfo]:
    return days_between(assessor.model, first, last, hour)


def place(language: str = "zh") -> Workplace:
    return Workplace(ROOT / "content", ROOT / "content", {}, None, dt.date(2026, 11, 25), language)


def test_that_every_day_of_three_years_is_what_two_packages_say(assessor: Assessor) -> None:
    official = holidays.country_holidays("CN", years=range(2024, 2027))
    makeup = set(official.weekend_workdays)
    found = days(assessor, FIRST, LAST)
    assert len(found) == 1096
    for day in found:
        assert (day.kind in ("workday", "makeup_workday")) == chinese_calendar.is_workday(day.date), day.date
        assert (day.kind == "makeup_workday") == (day.date in makeup), day.date
        assert day.announced
        assert not day.statutory


def test_that_a_year_without_a_schedule_says_so_and_names_only_what_the_law_fixes(assessor: Assessor) -> None:
    found = {day.date: day for day in days(assessor, dt.date(2027, 1, 1), dt.date(2027, 12, 31))}
    assert not any(day.announced for day in found.values())
    free = {date for date, day in found.items() if day.kind == "holiday"}
    assert len(free) == 13
    assert {dt.date(2027, 2, 5), dt.date(2027, 5, 2), dt.date(2027, 10, 3)} <= free
    assert not any(day.kind == "makeup_workday" for day in found.values())


def test_that_no_rule_about_free_days_is_told_where_only_a_schedule_could_tell(assessor: Assessor) -> None:
    (eve,) = days(assessor, dt.date(2027, 2, 5), dt.date(2027, 2, 5))
    assert eve.statutory
    assert not any("timing.is_rest_day" in reason.facts for reason in eve.reasons)


@given(DAYS, st.sampled_from([None, 0, 10, 23]))
def test_that_a_reason_is_told_exactly_when_its_rule_holds_by_the_day_alone(
    assessor: Assessor, content: Content, date: dt.date, hour: int | None
) -> None:
    (day,) = days(assessor, date, date, hour)
    when = date if hour is None else dt.datetime.combine(date, dt.time(hour))
    facts = assessor.model.reader.read(Answers(date), when)
    expected = {
        name
        for name, rule in content.rules.items()
        if all(fact.startswith("timing.") and fact not in content.questions for fact in rule.when)
        and all_hold(rule.when, facts)
    }
    assert {reason.rule for reason in day.reasons} == expected


def test_that_the_last_day_of_a_year_and_a_leap_day_are_days_like_others(assessor: Assessor) -> None:
    leap, last = days(assessor, dt.date(2024, 2, 29), dt.date(2024, 2, 29)), days(assessor, LAST, LAST)
    assert leap[0].names == ("period.month",)
    assert last[0].names == ("period.year",)


def test_that_both_languages_name_the_same_days() -> None:
    for year in (2027, 2028):
        assert statutory_days(year, "zh_CN").keys() == statutory_days(year, "en").keys()


def test_that_the_command_gives_what_it_promises() -> None:
    data = json.loads(timing_as_json(place(), dt.date(2026, 9, 29), dt.date(2026, 10, 1)))
    assert [entry["kind"] for entry in data] == ["workday", "workday", "holiday"]
    assert set(data[0]) == {"date", "kind", "announced", "names", "reasons"}
    assert data[2]["names"] == ["国庆节"]
    assert "National Day" in timing_as_text(place("en"), dt.date(2026, 10, 1), dt.date(2026, 10, 1))


@pytest.mark.parametrize("last", [dt.date(2026, 9, 28), dt.date(2036, 1, 1)])
def test_that_a_span_that_ends_before_it_begins_or_never_is_refused(last: dt.date) -> None:
    with pytest.raises(AppError) as caught:
        timing_as_json(place(), dt.date(2026, 9, 29), last)
    assert caught.value.code == "bad_span"


def test_that_an_appointment_with_a_time_is_the_same_moment_everywhere() -> None:
    text = appointment(dt.datetime(2026, 10, 9, 10, 0), "放款自检", "再试一次", dt.datetime(2026, 9, 28, 21, 40))
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event.decoded("dtstart") == dt.datetime(2026, 10, 9, 2, 0, tzinfo=dt.UTC)
    assert str(event["summary"]) == "放款自检"


def test_that_an_appointment_without_a_time_fills_one_day() -> None:
    (event,) = Calendar.from_ical(appointment(LAST, "a", "b", dt.datetime(2026, 1, 1))).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (LAST, dt.date(2027, 1, 1))
