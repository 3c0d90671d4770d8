"""A table of scores that is being written: what counts, what does not, and what comes back from its CSV."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.measure.score_rows import Judged, Row, as_csv, judged, merged, rows_of
from core.measure.score_table import ScoreRange, read_score_table

TODAY, RANGE = dt.date(2026, 9, 28), ScoreRange(350, 950)
DAYS = st.dates(dt.date(2000, 1, 1), TODAY)
SCORES = st.integers(350_000_000, 950_000_000).map(lambda score: score / 1_000_000)
TABLES = st.dictionaries(DAYS, SCORES, max_size=30).map(lambda table: tuple(sorted(table.items())))


def judge(*rows: Row) -> Judged:
    return judged(rows, RANGE, TODAY, lambda: False)


@given(TABLES)
def test_that_every_row_written_from_points_is_read_as_the_same_point(
    points: tuple[tuple[dt.date, float], ...],
) -> None:
    assert judge(*rows_of(points)) == Judged(points)


def test_that_one_bad_row_takes_no_other_with_it() -> None:
    found = judge(("2026/9/1", "６５２分"), ("soon", "650"), ("2026-06-01", "660"), ("2026-07-01", "1000"))
    assert found.points == ((dt.date(2026, 6, 1), 660.0), (dt.date(2026, 9, 1), 652.0))
    assert {place: problem.code for place, problem in found.problems.items()} == {
        1: "score_day_unknown",
        3: "score_out_of_range",
    }


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("", "650"), "score_day_missing"),
        (("2026-09-01", ""), "score_missing"),
        (("day", "score"), "score_day_unknown"),
        (("2026-09-29", "650"), "score_day_out_of_reach"),
        (("2026-09-01", "650\t3"), "score_cell_beyond"),
    ],
)
def test_that_a_row_with_a_mistake_says_which(row: Row, code: str) -> None:
    assert [problem.code for problem in judge(row).problems.values()] == [code]


def test_that_an_empty_row_is_no_mistake() -> None:
    assert judge(("", ""), (" ", "\u3000")) == Judged()


def test_that_rows_beyond_the_most_that_can_be_used_do_not_count() -> None:
    days = [(dt.date(1999, 12, 31) + dt.timedelta(n % 9000 + 1), 650.0) for n in range(10_001)]
    found = judge(*rows_of(days))
    assert len(found.points) == 10_000
    assert {place: problem.code for place, problem in found.problems.items()} == {10_000: "score_rows_too_many"}


def test_that_reading_stops_when_it_is_asked_to() -> None:
    rows = [("soon", "650")] * 5_000
    assert len(judged(rows, RANGE, TODAY, lambda: True).problems) == 0


@given(TABLES, TABLES)
def test_that_after_a_merge_the_new_values_stand_and_none_is_lost(
    before: tuple[tuple[dt.date, float], ...], new: tuple[tuple[dt.date, float], ...]
) -> None:
    bad = ("soon", "650")
    after = merged((*rows_of(before), bad), Judged(before, {len(before): judge(bad).problems[0]}), new)
    assert dict(judge(*after.rows[:-1]).points) == {**dict(before), **dict(new)}
    assert after.rows[-1] == bad
    assert after.added == len(dict(new).keys() - dict(before).keys())
    assert after.replaced == sum(dict(before).get(day, score) != score for day, score in new)


@given(points=TABLES.filter(bool))
@pytest.mark.parametrize(("day", "score"), [("日期", "分数"), ("Day", "Score")])
def test_that_a_table_written_as_csv_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, points: tuple[tuple[dt.date, float], ...], day: str, score: str
) -> None:
    path = tmp_path_factory.mktemp("csv") / "scores.csv"
    path.write_bytes(as_csv(points, day, score).encode("utf-8"))
    assert read_score_table(path, RANGE, TODAY) == points


def test_that_a_csv_carries_the_mark_that_spreadsheets_know_its_encoding_by(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_bytes(as_csv([(TODAY, 650.0)], "日期", "分数").encode("utf-8"))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
