"""Whatever bytes there are: points that keep to the rules, or one of the two errors, and the same every time."""

from __future__ import annotations

import datetime as dt

from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.measure.score_table import ScoreRange, ScoreTableError, ScoreTableUnreadableError, score_table

TODAY = dt.date(2026, 9, 28)
RANGE = ScoreRange(350, 950)
DAYS = st.dates(dt.date(2000, 1, 1), TODAY)
SCORES = st.integers(3500, 9500).map(lambda tenths: tenths / 10)
POINTS = st.lists(st.tuples(DAYS, SCORES), min_size=1, max_size=20)
STYLES = ("{0:%Y-%m-%d}", "{0.year:04d}/{0.month}/{0.day}", "{0.year:04d}年{0.month}月{0.day}日", "{0:%Y%m%d}")
SEPARATORS = (",", ";", "\t", " ", "，", "；", "\u3000")
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
LIKE_A_TABLE = st.text(st.sampled_from("0123456789-/.年月日，,;；\t \u3000:：\"'\r\n\ufeff\0分eE+−nan"), max_size=200)


def taken(raw: bytes | str) -> tuple[tuple[dt.date, float], ...] | None:
    """Return the points, None after one of the two expected errors."""
    try:
        return score_table(raw, "fuzz", RANGE, TODAY)
    except (ScoreTableError, ScoreTableUnreadableError):
        return None


def keeps_to_the_rules(points: tuple[tuple[dt.date, float], ...] | None) -> bool:
    return points is None or (
        len(points) > 0
        and list(points) == sorted(points, key=lambda point: point[0])
        and all(RANGE.low <= score <= RANGE.high and day <= TODAY for day, score in points)
    )


@settings(max_examples=600)
@given(st.binary(max_size=300) | st.text(max_size=200) | LIKE_A_TABLE | LIKE_A_TABLE.map(lambda text: text.encode()))
@example(b"\xff\xfe\x00")
@example(b"\xfe\xff\xd8\x00")
@example(b"\0")
@example(b"2\0")
@example("\ud800,650")
@example("2026-09-01" + " " * 5000 + "650")
@example("2026" + " " * 5000)
@example(":" * 5000)
@example("1" * 5000 + "," + "1" * 5000)
@example('"' * 1000)
def test_that_no_input_raises_anything_but_the_two_errors(raw: bytes | str) -> None:
    points = taken(raw)
    assert keeps_to_the_rules(points)
    assert taken(raw) == points


@given(st.binary(max_size=400), st.sampled_from(ENCODINGS), POINTS)
def test_that_bytes_thrown_into_a_good_table_are_refused_or_harmless(
    noise: bytes, encoding: str, points: list[tuple[dt.date, float]]
) -> None:
    good = "\n".join(f"{day},{score}" for day, score in points).encode(encoding)
    for place in (0, len(good) // 2, len(good)):
        assert keeps_to_the_rules(taken(good[:place] + noise + good[place:]))


@settings(max_examples=150)
@given(POINTS, st.sampled_from(STYLES), st.sampled_from(SEPARATORS), st.sampled_from(ENCODINGS), st.booleans())
def test_that_a_good_table_comes_back_as_it_was(
    points: list[tuple[dt.date, float]], style: str, separator: str, encoding: str, heading: bool
) -> None:
    rows = [f"日期{separator}芝麻分"] if heading else []
    rows += [f"{style.format(day)}{separator}{score}" for day, score in points]
    assert taken("\n".join(rows).encode(encoding)) == tuple(sorted(points, key=lambda point: point[0]))
