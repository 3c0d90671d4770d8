"""What people type: every spelling of a number, a day, a time, a list."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.typed import clock_in, dated_in, day_in, number_in

TODAY = dt.date(2026, 9, 28)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("8000", 8000),
        ("8,000", 8000),
        ("8，000 元", 8000),
        ("８０００", 8000),
        ("8 000", 8000),
        ("1.5万", 15000),
        ("1.5 w", 15000),
        ("3千", 3000),
        ("12K", 12000),
        ("-3", -3),
        ("0", 0),
        ("655分", 655),
        ("8000.50", 8000.5),
    ],
)
def test_that_a_number_is_found(text: str, number: float) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize("text", ["", " ", "万", "about", "1 or 2", "1.2.3", "3万5千", "50%2", "5-6", "1e9", "--5"])
def test_that_what_is_not_exactly_one_number_is_none(text: str) -> None:
    assert number_in(text) is None


@given(st.decimals(min_value=0, max_value=10_000_000, places=2), st.sampled_from(["", " 元", "元整"]))
def test_that_any_amount_is_read_back_as_it_was_written(amount: float, unit: str) -> None:
    assert number_in(f"{amount:,}{unit}") == pytest.approx(float(amount))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-20", dt.date(2026, 9, 20)),
        ("2026/9/20", dt.date(2026, 9, 20)),
        ("2026.9.20", dt.date(2026, 9, 20)),
        ("20260920", dt.date(2026, 9, 20)),
        ("2026年9月20日", dt.date(2026, 9, 20)),
        ("２０２６年９月２０日", dt.date(2026, 9, 20)),
        ("9月20日", dt.date(2026, 9, 20)),
        ("9/20", dt.date(2026, 9, 20)),
        (" 9-20 ", dt.date(2026, 9, 20)),
        ("1/2", dt.date(2027, 1, 2)),
        ("2028-02-29", dt.date(2028, 2, 29)),
    ],
)
def test_that_a_day_is_found(text: str, day: dt.date) -> None:
    assert day_in(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30", "2026-13-01", "0/0", "920", "26-9", "2026", "0000-01-01"])
def test_that_what_is_no_day_is_none(text: str) -> None:
    assert day_in(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("12-30", dt.date(2027, 1, 2), dt.date(2026, 12, 30)),
        ("1-2", dt.date(2026, 12, 30), dt.date(2027, 1, 2)),
        ("3-5", dt.date(2026, 9, 1), dt.date(2026, 3, 5)),
        ("3-2", dt.date(2026, 9, 1), dt.date(2027, 3, 2)),
    ],
)
def test_that_a_day_without_a_year_is_the_nearest_one(text: str, today: dt.date, day: dt.date) -> None:
    assert day_in(text, today) == day


@pytest.mark.parametrize("today", [dt.date(2027, 12, 1), dt.date(2028, 2, 28), dt.date(2029, 1, 5)])
def test_that_the_leap_day_without_a_year_is_found_where_one_is_near(today: dt.date) -> None:
    assert day_in("2-29", today) == dt.date(2028, 2, 29)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31)), st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%Y年%m月%d日"]))
def test_that_any_day_is_read_back_as_it_was_written(day: dt.date, form: str) -> None:
    assert day_in(day.strftime(form), TODAY) == day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9:05", dt.time(9, 5)),
        ("09：05", dt.time(9, 5)),
        ("20点30分", dt.time(20, 30)),
        ("20点", dt.time(20)),
        ("7", dt.time(7)),
        ("0:00", dt.time(0)),
        ("23.59", dt.time(23, 59)),
    ],
)
def test_that_a_time_is_found(text: str, clock: dt.time) -> None:
    assert clock_in(text) == clock


@pytest.mark.parametrize("text", ["", "24:00", "9:60", "noon", "1:2:3", "-1"])
def test_that_what_is_no_time_is_none(text: str) -> None:
    assert clock_in(text) is None


def test_that_lines_without_a_pair_are_named_by_their_number() -> None:
    text = "2026-06-30 655\n\nrubbish\n20260925,652分\n2026-09-26"
    pairs, wrong = dated_in(text, TODAY)
    assert pairs == [(dt.date(2026, 6, 30), 655.0), (dt.date(2026, 9, 25), 652.0)]
    assert wrong == [3, 5]


@pytest.mark.parametrize("line", ["2026-06-30\t655", "2026/6/30 ： 655", "2026年6月30日 655分", "20260630 655"])
def test_that_a_line_holds_a_day_and_a_value(line: str) -> None:
    assert dated_in(line, TODAY) == ([(dt.date(2026, 6, 30), 655.0)], [])


@given(st.text(max_size=30))
def test_that_no_text_whatever_is_an_error(text: str) -> None:
    pairs, wrong = dated_in(text, TODAY)
    assert len(pairs) + len(wrong) <= len(text.splitlines()) or not text
    for found in (number_in(text), day_in(text, TODAY), clock_in(text)):
        assert found is None or str(found)
