"""A table of scores as people have it: every separator, encoding and way to write a day, and every mistake told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import Catalogue
from core.errors import Problem
from core.loading.library import Library
from core.measure.score_rows import judged
from core.measure.score_table import (
    MOST_TOLD,
    SIZE_LIMIT,
    ScoreRange,
    ScoreTableError,
    ScoreTableUnreadableError,
    read_score_table,
    score_table,
)

TODAY = dt.date(2026, 9, 28)
RANGE = ScoreRange(350, 950)
POINTS = ((dt.date(2026, 6, 1), 660.0), (dt.date(2026, 9, 1), 652.5))


def read(raw: bytes | str) -> tuple[tuple[dt.date, float], ...]:
    return score_table(raw, "scores.csv", RANGE, TODAY)


def problems(raw: bytes | str) -> tuple[Problem, ...]:
    with pytest.raises(ScoreTableError) as caught:
        read(raw)
    return caught.value.problems


def told(raw: bytes | str) -> list[tuple[int, str, str]]:
    """Return row, column and code of every mistake; column 0 where the whole row is meant."""
    return [(problem.line, dict(problem.facts).get("column", "0"), problem.code) for problem in problems(raw)]


@pytest.mark.parametrize("separator", [",", ";", "\t", " ", "   ", "，", "；", "\u3000", "、", ", ", " ; ", ":", "："])
def test_that_any_usual_separator_divides_the_cells(separator: str) -> None:
    assert read(f"2026-06-01{separator}660\n2026-09-01{separator}652.5\n") == POINTS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("heading", ["", "日期,芝麻分\n", "date,score\n"])
def test_that_any_usual_encoding_is_understood(encoding: str, heading: str) -> None:
    text = f"{heading}2026年6月1日,660分\n2026年9月1日,652.5分\n"
    assert read(text.encode(encoding)) == POINTS


def test_that_a_mark_inside_a_pasted_text_or_gb18030_is_dropped() -> None:
    assert read("\ufeff2026-06-01,660\n2026-09-01,652.5") == POINTS
    assert read("\ufeff2026年6月1日,660\n2026年9月1日,652.5".encode("gb18030")) == POINTS


@pytest.mark.parametrize(
    "day",
    [
        *("2026-09-01", "2026-9-1", "2026/9/1", "2026/09/01", "2026.9.1", "2026年9月1日", "2026 年 9 月 1 日"),
        *("2026年9月1号", "2026年9月1", "20260901", "２０２６－０９－０１", "２０２６年９月１日", "2026–9–1"),
        *("2026-09-01 00:00:00", "2026-09-01T10:30", "2026/9/1 0:00", "20260901 08:15", "2026年9月1日 20:05"),
    ],
)
@pytest.mark.parametrize("separator", [",", "\t", " "])
def test_that_any_way_to_write_the_year_first_is_a_day(day: str, separator: str) -> None:
    assert read(f"{day}{separator}652.5") == POINTS[1:]


@pytest.mark.parametrize(
    "score", ["650", "650.0", "６５０", "650分", "650 分", "650 points", '"650"', "+650", "650,", "650,,"]
)
def test_that_a_score_may_have_its_unit_quotation_marks_or_empty_cells_behind_it(score: str) -> None:
    assert read(f"2026-09-01,{score}") == ((dt.date(2026, 9, 1), 650.0),)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_that_rows_are_counted_alike_however_lines_end(ending: str) -> None:
    assert told(ending.join(["day,score", "", "2026-09-01,650", "2026-09-02,99"])) == [(4, "2", "score_out_of_range")]


def test_that_points_come_by_time_and_two_of_a_day_in_the_order_of_the_table() -> None:
    text = "2026-09-01,650\n2026-06-01,660\n2026-09-01,640\n2026-06-02 20:00,655\n2026-06-02 08:00,670"
    assert [score for _, score in read(text)] == [660.0, 670.0, 655.0, 650.0, 640.0]


def test_that_both_ends_of_the_range_and_today_are_allowed() -> None:
    assert len(read("2000-01-01,350\n2026-09-28,950")) == 2


def test_that_another_kind_of_score_has_its_own_range() -> None:
    assert score_table("2026-09-01,12", "x", ScoreRange(0, 100), TODAY) == ((dt.date(2026, 9, 1), 12.0),)


MISTAKES: dict[str, tuple[bytes | str, tuple[int, str, str]]] = {
    "empty": ("", (0, "0", "score_table_empty")),
    "only blank rows": ("\n , ,\n\t\n", (0, "0", "score_table_empty")),
    "only a heading": ("日期,芝麻分\n", (0, "0", "score_table_empty")),
    "a mark and nothing": (b"\xff\xfe", (0, "0", "score_table_empty")),
    "prose": ("I have no scores", (0, "0", "score_table_empty")),
    "a word for the day": ("2026-09-01,650\nsoon,650", (2, "1", "score_day_unknown")),
    "a word for the first day": ("soon,650", (1, "1", "score_day_unknown")),
    "30 February": ("2026-02-30,650", (1, "1", "score_day_unknown")),
    "25 o'clock": ("2026-09-01 25:00,650", (1, "1", "score_day_unknown")),
    "no year": ("9月1日,650", (1, "1", "score_day_unknown")),
    "a number for a day": ("46266,650", (1, "1", "score_day_unknown")),
    "the year last": ("1/9/2026,650", (1, "1", "score_day_ambiguous")),
    "the year last, with points": ("01.09.2026;650", (1, "1", "score_day_ambiguous")),
    "the year last, with a time": ("9/1/2026 10:30,650", (1, "1", "score_day_ambiguous")),
    "half a year": ("26-09-01 650", (1, "1", "score_day_ambiguous")),
    "tomorrow": ("2026-09-29,650", (1, "1", "score_day_out_of_reach")),
    "long ago": ("1999-12-31,650", (1, "1", "score_day_out_of_reach")),
    "below the range": ("2026-09-01,349.9", (1, "2", "score_out_of_range")),
    "above the range": ("2026-09-01,951", (1, "2", "score_out_of_range")),
    "below nothing": ("2026-09-01,-650", (1, "2", "score_out_of_range")),
    "no number": ("2026-09-01,nan", (1, "2", "score_not_a_number")),
    "without end": ("2026-09-01,inf", (1, "2", "score_not_a_number")),
    "a power of ten": ("2026-09-01,6.5e2", (1, "2", "score_not_a_number")),
    "digits of another script": ("2026-09-01,٦٥٠", (1, "2", "score_not_a_number")),
    "a comma for a point": ("2026-09-01;650,5", (1, "2", "score_not_a_number")),
    "no score": ("2026-09-01", (1, "2", "score_missing")),
    "no score, but room for it": ("2026-09-01,", (1, "2", "score_missing")),
    "no day": (",650", (1, "1", "score_day_unknown")),
    "a third cell": ("2026-09-01,650,good", (1, "3", "score_cell_beyond")),
    "a second heading": ("日期,分数\n日期,分数\n2026-09-01,650", (2, "1", "score_day_unknown")),
    "no text": (b"2026-09-01,650\n2026-09-02,\xff\xff\xff", (2, "0", "score_encoding_unknown")),
    "half a sign": ("2026-09-01,650\n".encode("utf-16-le")[:-1], (1, "0", "score_encoding_unknown")),
}


@pytest.mark.parametrize(("raw", "expected"), MISTAKES.values(), ids=MISTAKES.keys())
def test_that_a_mistake_is_told_with_its_row_and_its_column(raw: bytes | str, expected: tuple[int, str, str]) -> None:
    assert expected in told(raw)
    assert [found for found in told(raw) if found[:2] == expected[:2]] == [expected]


def test_that_one_wrong_row_takes_all_others_with_it() -> None:
    rows = [f"2026-0{month}-01,650" for month in range(1, 9)]
    assert len(read("\n".join(rows))) == 8
    assert told("\n".join([*rows, "2026-09-01,6500"])) == [(9, "2", "score_out_of_range")]


def test_that_every_mistake_of_a_table_is_told_in_the_order_of_its_rows() -> None:
    assert told("1/2/2026,99\n2026-09-01,650\n2026-09-02") == [
        (1, "1", "score_day_ambiguous"),
        (1, "2", "score_out_of_range"),
        (3, "2", "score_missing"),
    ]


@given(st.integers(1, 3 * MOST_TOLD))
def test_that_at_most_fifty_mistakes_are_told_and_the_number_of_the_others(wrong: int) -> None:
    found = problems("\n".join(f"2026-09-01,{n}" for n in range(wrong)))
    assert [problem.line for problem in found] == list(range(1, min(wrong, MOST_TOLD + 1) + 1))
    if wrong > MOST_TOLD:
        assert found[-1].code == "score_untold"
        assert dict(found[-1].facts) == {"count": str(wrong - MOST_TOLD)}
    assert all(problem.code == "score_out_of_range" for problem in found[:MOST_TOLD])


@pytest.mark.parametrize("heading", ["", "day,score\n"])
def test_that_ten_thousand_rows_are_taken_and_one_more_is_not(heading: str) -> None:
    rows = "2026-09-01,650\n" * 10_000
    assert len(read(heading + rows)) == 10_000
    row = 10_001 + bool(heading)
    assert told(heading + rows + "2026-09-01,650\n") == [(row, "0", "score_rows_too_many")]


def test_that_what_is_shown_of_a_cell_is_short_and_moves_no_cursor() -> None:
    facts = dict(problems("2026-09-01,\x1b[2J\u202e" + "9" * 500)[0].facts)
    assert "\x1b" not in facts["found"]
    assert "\u202e" not in facts["found"]
    assert len(facts["found"]) <= 41


def test_that_a_file_of_a_hundred_megabytes_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(ScoreTableUnreadableError) as caught:
        read_score_table(path, RANGE, TODAY)
    assert caught.value.code == "score_table_too_large"
    assert caught.value.facts == {"file": "huge.csv", "limit": "2 MB"}


def test_that_the_limit_is_met_by_what_is_pasted_too() -> None:
    row = "2026-09-01,650" + " " * 185 + "\n"
    assert len(read(row * (SIZE_LIMIT // len(row)))) == SIZE_LIMIT // len(row)
    with pytest.raises(ScoreTableUnreadableError):
        read(row * (SIZE_LIMIT // len(row) + 1))


def test_that_a_missing_file_and_a_folder_are_told_with_the_reason(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.csv", tmp_path, tmp_path / "a\0b.csv"):
        with pytest.raises(ScoreTableUnreadableError) as caught:
            read_score_table(path, RANGE, TODAY)
        assert caught.value.code == "score_table_unreadable"
        assert caught.value.facts["reason"]


def test_that_a_good_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_bytes("日期，芝麻分\r\n2026年6月1日，６６０\r\n2026/9/1，652.5\r\n".encode("gb18030"))
    assert read_score_table(path, RANGE, TODAY) == POINTS


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_mistake_has_words_that_need_no_more_than_its_facts(library: Library, language: str) -> None:
    words = Catalogue(language, library.words[language])
    seen = set()
    tables: list[bytes | str] = [raw for raw, _ in MISTAKES.values()]
    tables += ["2026-09-01,1\n" * 60, "2026-09-01,650\n" * 10_001]
    found = [problem for raw in tables for problem in problems(raw)]
    found += judged([("", "650"), ("soon", "650")], RANGE, TODAY, lambda: False).problems.values()
    for problem in found:
        line = words(f"problem.{problem.code}", **dict(problem.facts))
        assert "\n" not in line
        assert dict(problem.facts).get("column", "") in line
        seen.add(f"problem.{problem.code}")
    assert seen == {key for key in library.words[language] if key.startswith("problem.score_")}
