"""An answers file meets every kind of question: what fits is kept, what does not is told, nothing breaks."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import AnswersError, AppError
from core.loading.answer_values import LONGEST_LIST, NotAnAnswerError, to_answer, to_moment
from core.loading.answers_file import read_answers
from core.schema.answers import NONE, NOT_SURE, Answers
from core.schema.content import Content, Option, Question

OPTIONS = (Option(id="a"), Option(id="b"), Option(id="c"))
QUESTIONS: Mapping[str, Question] = {
    "choice": Question(section="s", kind="choice", options=OPTIONS),
    "several": Question(section="s", kind="several", options=OPTIONS),
    "number": Question(section="s", kind="number", whole=True, minimum=-5, maximum=200, unit="times"),
    "unbounded": Question(section="s", kind="number", unit="times"),
    "amount": Question(section="s", kind="amount", minimum=0, maximum=1_000_000, unit="yuan"),
    "date": Question(section="s", kind="date"),
    "date_or_none": Question(section="s", kind="date", allows_none=True),
    "datetime": Question(section="s", kind="datetime"),
    "dated_values": Question(section="s", kind="dated_values", minimum=350, maximum=950, unit="points"),
}
DAY = dt.date(2026, 9, 27)
EAST, WEST = dt.timezone(dt.timedelta(hours=14)), dt.timezone(dt.timedelta(hours=-12))

GOOD: list[tuple[str, object, object]] = [
    ("choice", "b", "b"),
    ("several", [], ()),
    ("several", ["c", "a"], ("a", "c")),
    ("several", ["a", "a"], ("a",)),
    ("number", -5, -5.0),
    ("number", 200, 200.0),
    ("number", 3.0, 3.0),
    ("unbounded", -3.5, -3.5),
    ("amount", 0, 0.0),
    ("amount", 1_000_000, 1_000_000.0),
    ("amount", 0.01, 0.01),
    ("date", DAY, DAY),
    ("date", "2026-09-27", DAY),
    ("date", dt.datetime(2026, 9, 27, 23, 59), DAY),
    ("date", dt.date(2000, 1, 1), dt.date(2000, 1, 1)),
    ("date", dt.date(2099, 12, 31), dt.date(2099, 12, 31)),
    ("date_or_none", NONE, NONE),
    ("datetime", DAY, DAY),
    ("datetime", dt.datetime(2026, 9, 27, 10, 30), dt.datetime(2026, 9, 27, 10, 30)),
    ("datetime", "2026-09-27T10:30:00", dt.datetime(2026, 9, 27, 10, 30)),
    ("dated_values", [[DAY, 650]], ((DAY, 650.0),)),
    ("dated_values", [["2026-09-27", 350], ["2026-09-01", 950]], ((dt.date(2026, 9, 1), 950.0), (DAY, 350.0))),
    ("dated_values", [[DAY, 700], [DAY, 600]], ((DAY, 700.0), (DAY, 600.0))),
]
BAD: list[tuple[str, object]] = [
    ("choice", "d"),
    ("choice", NONE),
    ("choice", 1),
    ("choice", True),
    ("choice", ["a"]),
    ("several", "a"),
    ("several", ["a", "d"]),
    ("several", [["a"]]),
    ("several", {"a": True}),
    ("number", -6),
    ("number", 201),
    ("number", 1.5),
    ("number", "3"),
    ("number", True),
    ("number", [3]),
    ("number", math.nan),
    ("number", math.inf),
    ("number", 10**400),
    ("unbounded", -(10**400)),
    ("unbounded", math.nan),
    ("unbounded", -math.inf),
    ("amount", -0.01),
    ("amount", 1_000_000.01),
    ("amount", 1e300),
    ("date", "yesterday"),
    ("date", "2026-02-30"),
    ("date", 20260927.0),
    ("date", dt.time(10, 30)),
    ("date", NONE),
    ("date", dt.date(1999, 12, 31)),
    ("date", dt.date(2100, 1, 1)),
    ("datetime", "2026-09-27T25:00:00"),
    ("datetime", "27/09/2026"),
    ("datetime", None),
    ("datetime", dt.datetime(1, 1, 1, tzinfo=EAST)),
    ("datetime", dt.datetime.max.replace(tzinfo=WEST)),
    ("datetime", "0001-01-01T00:00:00+14:00"),
    ("dated_values", []),
    ("dated_values", {}),
    ("dated_values", [650]),
    ("dated_values", [[DAY]]),
    ("dated_values", [[DAY, 650, 1]]),
    ("dated_values", [["soon", 650]]),
    ("dated_values", [[DAY, 349]]),
    ("dated_values", [[DAY, math.nan]]),
    ("dated_values", [[DAY, 650]] * (LONGEST_LIST + 1)),
]


@pytest.mark.parametrize(("kind", "raw", "expected"), GOOD)
def test_what_fits_is_kept(kind: str, raw: object, expected: object) -> None:
    assert to_answer(QUESTIONS[kind], raw) == expected


@pytest.mark.parametrize(("kind", "raw"), BAD, ids=lambda value: str(value)[:30])
def test_what_does_not_fit_is_told_with_an_expectation(kind: str, raw: object) -> None:
    with pytest.raises(NotAnAnswerError) as caught:
        to_answer(QUESTIONS[kind], raw)
    assert caught.value.expected


@pytest.mark.parametrize("kind", QUESTIONS)
def test_not_sure_is_an_answer_everywhere(kind: str) -> None:
    assert to_answer(QUESTIONS[kind], NOT_SURE) == NOT_SURE


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2026-09-27T10:30:00+08:00", dt.datetime(2026, 9, 27, 10, 30)),
        ("2026-09-27T20:00:00Z", dt.datetime(2026, 9, 28, 4)),
        ("2026-09-27T10:30:00+14:00", dt.datetime(2026, 9, 27, 4, 30)),
        (dt.datetime(2026, 12, 31, 20, tzinfo=dt.UTC), dt.datetime(2027, 1, 1, 4)),
        (dt.datetime(2026, 9, 27, 20, tzinfo=WEST), dt.datetime(2026, 9, 28, 16)),
        ("1999-12-31T20:00:00Z", dt.datetime(2000, 1, 1, 4)),
    ],
)
def test_another_time_zone_becomes_the_time_in_china(raw: object, expected: dt.datetime) -> None:
    moment = to_moment(raw)
    assert moment == expected
    assert isinstance(moment, dt.datetime)
    assert moment.tzinfo is None


def test_the_limits_hold_for_the_day_in_china() -> None:
    with pytest.raises(NotAnAnswerError):
        to_moment("2099-12-31T20:00:00Z")
    with pytest.raises(NotAnAnswerError):
        to_moment("2000-01-01T00:00:00+14:00")


def test_bounds_are_told_in_full(content: Content) -> None:
    with pytest.raises(NotAnAnswerError) as caught:
        to_answer(QUESTIONS["amount"], -1)
    assert caught.value.expected == "0 … 1000000 (yuan)"


ZONES = st.sampled_from([None, dt.UTC, EAST, WEST, dt.timezone(dt.timedelta(hours=5, minutes=45))])
SCALARS = (
    st.text(max_size=30)
    | st.sampled_from([NOT_SURE, NONE, "a", "b", "2026-09-27", "2026-09-27T10:30:00+08:00", "9999-12-31T23:59-12:00"])
    | st.integers()
    | st.integers(-(10**500), 10**500)
    | st.floats()
    | st.booleans()
    | st.none()
    | st.dates()
    | st.datetimes(timezones=ZONES)
    | st.times()
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
PAIRS = st.lists(st.lists(SCALARS, min_size=2, max_size=2), max_size=4)


@given(raw=VALUES | PAIRS, kind=st.sampled_from(sorted(QUESTIONS)))
def test_any_value_is_an_answer_or_told(raw: object, kind: str) -> None:
    question = QUESTIONS[kind]
    try:
        answer = to_answer(question, raw)
    except NotAnAnswerError:
        return
    if isinstance(answer, float):
        assert math.isfinite(answer)
    if isinstance(answer, dt.date):
        assert 2000 <= answer.year <= 2099


# --- the file around the values


def read(folder: Path, content: Content, raw: bytes) -> Answers | AppError:
    path = folder / "answers.toml"
    path.write_bytes(raw)
    try:
        return read_answers(path, content, today=DAY)
    except AppError as error:
        return error


WHOLE = b"""
as_of = 2026-09-24
mode = "after"
planned = 2026-09-24T10:00:00
amount = 8000
objections = ["order_pending"]
done = ["upload_new_id"]
[answers]
"card.account_class" = "class_two"
"history.refused_on" = "none"
"safety.pressure" = ["tell_code"]
"score.history" = [[2026-09-01, 650], [2026-09-20, 640]]
[[attempts]]
when = 2026-09-23T21:40:00
message = "network_timeout"
"""


def test_a_whole_file_is_read(tmp_path: Path, content: Content) -> None:
    answers = read(tmp_path, content, WHOLE)
    assert isinstance(answers, Answers)
    assert answers.mode == "after"
    assert answers.values["score.history"] == ((dt.date(2026, 9, 1), 650.0), (dt.date(2026, 9, 20), 640.0))
    assert answers.planned == dt.datetime(2026, 9, 24, 10)


@given(raw=st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_an_app_error(
    tmp_path_factory: pytest.TempPathFactory, content: Content, raw: bytes
) -> None:
    assert isinstance(read(tmp_path_factory.getbasetemp(), content, raw), Answers | AppError)


@given(data=st.data())
def test_a_damaged_file_raises_nothing_but_an_app_error(
    tmp_path_factory: pytest.TempPathFactory, content: Content, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(start, min(len(WHOLE), start + 12)))
    put = data.draw(
        st.binary(max_size=6) | st.sampled_from([b"[", b"nan", b"2026-01-01", b"'x'", b"[[a]]", b"= ", b"0"])
    )
    assert isinstance(
        read(tmp_path_factory.getbasetemp(), content, WHOLE[:start] + put + WHOLE[end:]), Answers | AppError
    )


@given(
    key=st.sampled_from(["as_of", "mode", "planned", "amount", "objections", "done", "attempts", "answers"]),
    raw=st.sampled_from(
        [
            "1",
            "-0.5",
            "nan",
            "true",
            "'x'",
            "[]",
            "[1]",
            "[[1]]",
            "{}",
            "{a = 1}",
            "10:30:00",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31",
            "[{}]",
            "[{when = 1}]",
            "[{when = 2026-01-01}]",
            "[{when = 2026-01-01, message = 3}]",
            "[{when = 2026-01-01, message = []}]",
        ]
    ),
)
def test_any_value_under_any_key_raises_nothing_but_an_app_error(
    tmp_path_factory: pytest.TempPathFactory, content: Content, key: str, raw: str
) -> None:
    text = f'mode = "after"\n{key} = {raw}\n' if key != "mode" else f"mode = {raw}\n"
    assert isinstance(read(tmp_path_factory.getbasetemp(), content, text.encode()), Answers | AppError)


@pytest.mark.parametrize(
    "raw",
    [
        b"amount = " + b"9" * 5000,
        b"amount = 0x" + b"f" * 5000,
        b"planned = 0001-01-01T00:00:00+14:00",
        b"x = " + b"[" * 20_000,
        b"[answers]\n" + b"a" * 5000 + b" = 1",
        b"\xef\xbb\xbf\xff",
        b"\x00",
    ],
    ids=["many digits", "many hex digits", "day one", "brackets", "long key", "marks", "nothing"],
)
def test_what_breaks_parsers_is_told(tmp_path: Path, content: Content, raw: bytes) -> None:
    error = read(tmp_path, content, raw)
    assert isinstance(error, AnswersError)
    assert all(len(value) <= 300 for problem in error.problems for _, value in problem.facts)


def test_a_day_that_cannot_be_read_is_not_told_again_for_each_attempt(tmp_path: Path, content: Content) -> None:
    error = read(tmp_path, content, WHOLE.replace(b"as_of = 2026", b"as_of = 1900"))
    assert isinstance(error, AnswersError)
    assert [problem.code for problem in error.problems] == ["wrong_answer"]


def test_every_shipped_question_keeps_its_own_typical_answers(content: Content) -> None:
    for name, question in content.questions.items():
        for raw in _typical(question):
            assert to_answer(question, raw) is not None, name


def _typical(question: Question) -> list[Any]:
    values = [list(sample.value) if isinstance(sample.value, tuple) else sample.value for sample in question.samples]
    return [*(option.id for option in question.options if question.kind == "choice"), *filter(None, values)]
