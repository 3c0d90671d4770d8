"""Facts about the moment: hours, period ends, festivals, and what is not known."""

from __future__ import annotations

import datetime as dt

import pytest

from core.facts.read import FactReader
from core.facts.timing import in_festival, period_end
from core.schema.answers import Answers
from core.schema.conditions import FactValue
from core.schema.content import Content, Festival

AS_OF = dt.date(2026, 9, 24)


@pytest.fixture(scope="module")
def reader(content: Content) -> FactReader:
    return FactReader.of(content)


def fact(reader: FactReader, name: str, when: dt.date) -> FactValue | None:
    return reader.read(Answers(when.date() if isinstance(when, dt.datetime) else when), when, [name])[name]


@pytest.mark.parametrize(
    ("hour", "band"),
    [
        (0, "night"),
        (5, "night"),
        (6, "early"),
        (8, "early"),
        (9, "day"),
        (16, "day"),
        (17, "evening"),
        (21, "evening"),
        (22, "late"),
        (23, "late"),
    ],
)
def test_an_hour_belongs_to_the_band_that_began_last(reader: FactReader, hour: int, band: str) -> None:
    moment = dt.datetime(2026, 9, 24, hour, 59)
    assert fact(reader, "timing.hour", moment) == hour
    assert fact(reader, "timing.hour_band", moment) == band


def test_without_a_time_the_hour_is_not_known(reader: FactReader) -> None:
    assert fact(reader, "timing.hour", AS_OF) is None
    assert fact(reader, "timing.hour_band", AS_OF) is None


def test_another_day_is_tried_at_the_planned_hour(reader: FactReader) -> None:
    answers = Answers(AS_OF, values={"request.planned": dt.datetime(2026, 9, 24, 23, 30)})
    facts = reader.read(answers, AS_OF + dt.timedelta(days=3), ["timing.hour", "timing.day_kind"])
    assert facts == {"timing.hour": 23.0, "timing.day_kind": "holiday"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2026, 1, 28), "none"),
        (dt.date(2026, 1, 29), "month"),
        (dt.date(2026, 1, 31), "month"),
        (dt.date(2026, 2, 1), "none"),
        (dt.date(2026, 2, 25), "none"),
        (dt.date(2026, 2, 26), "month"),
        (dt.date(2028, 2, 26), "none"),
        (dt.date(2028, 2, 27), "month"),
        (dt.date(2028, 2, 29), "month"),
        (dt.date(2026, 3, 26), "none"),
        (dt.date(2026, 3, 27), "quarter"),
        (dt.date(2026, 6, 30), "quarter"),
        (dt.date(2026, 9, 25), "none"),
        (dt.date(2026, 9, 26), "quarter"),
        (dt.date(2026, 12, 16), "none"),
        (dt.date(2026, 12, 17), "year"),
        (dt.date(2026, 12, 31), "year"),
        (dt.date(2027, 1, 1), "none"),
    ],
)
def test_a_period_ends_with_its_last_days(reader: FactReader, day: dt.date, expected: str) -> None:
    assert fact(reader, "timing.period_end", day) == expected


def test_a_longer_period_has_the_name_of_its_end() -> None:
    assert period_end(dt.date(2026, 12, 30), 3, 5, 1) == "quarter"
    assert period_end(dt.date(2026, 3, 31), 3, 1, 15) == "quarter"
    assert period_end(dt.date(2026, 3, 29), 3, 1, 15) == "month"


def festival(month: int, day: int, before: int, after: int) -> Festival:
    return Festival(sources=("test",), month=month, day=day, days_before=before, days_after=after)


@pytest.mark.parametrize(
    ("core", "inside", "outside"),
    [
        ((1, 1, 5, 2), ["2026-12-27", "2026-12-31", "2027-01-01", "2027-01-03"], ["2026-12-26", "2027-01-04"]),
        ((12, 31, 1, 5), ["2026-12-30", "2027-01-01", "2027-01-05"], ["2026-12-29", "2027-01-06", "2027-12-29"]),
        ((6, 18, 17, 0), ["2026-06-01", "2026-06-18"], ["2026-05-31", "2026-06-19"]),
        ((3, 1, 1, 0), ["2028-02-29", "2028-03-01", "2027-02-28"], ["2028-02-28", "2027-02-27"]),
    ],
)
def test_a_festival_reaches_across_the_new_year_and_the_leap_day(
    core: tuple[int, int, int, int], inside: list[str], outside: list[str]
) -> None:
    found = festival(*core)
    assert [day for day in inside if not in_festival(dt.date.fromisoformat(day), found)] == []
    assert [day for day in outside if in_festival(dt.date.fromisoformat(day), found)] == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2026, 10, 8), False),
        (dt.date(2026, 10, 9), True),
        (dt.date(2026, 11, 11), True),
        (dt.date(2026, 11, 12), False),
        (dt.date(2026, 12, 12), True),
        (dt.date(2026, 12, 13), False),
        (dt.date(2026, 6, 1), True),
        (dt.date(2026, 5, 31), False),
    ],
)
def test_the_shopping_festivals_of_the_content(reader: FactReader, day: dt.date, expected: bool) -> None:
    assert fact(reader, "timing.in_festival", day) is expected


def test_what_depends_on_a_schedule_is_unknown_without_one(reader: FactReader) -> None:
    day = dt.date(2031, 1, 20)
    for name in ("timing.days_to_long_holiday", "timing.days_after_long_holiday", "timing.spring_festival_eve"):
        assert fact(reader, name, day) is None
    assert fact(reader, "timing.day_kind", day) == "workday"
    assert fact(reader, "timing.is_rest_day", day) is False


def test_the_eve_of_the_spring_festival_is_a_fact(reader: FactReader) -> None:
    assert fact(reader, "timing.spring_festival_eve", dt.date(2026, 2, 13)) is True
    assert fact(reader, "timing.spring_festival_eve", dt.date(2026, 2, 11)) is False


def test_the_seconds_around_new_year_lie_in_two_years(reader: FactReader) -> None:
    last, first = dt.datetime(2026, 12, 31, 23, 59, 59), dt.datetime(2027, 1, 1)
    assert fact(reader, "timing.period_end", last) == "year"
    assert fact(reader, "timing.period_end", first) == "none"
    assert fact(reader, "timing.hour_band", last) == "late"
    assert fact(reader, "timing.hour_band", first) == "night"
