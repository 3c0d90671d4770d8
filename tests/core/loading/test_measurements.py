"""How an answer was measured is read whole or told as a mistake, and comes back as it was written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import AnswersError
from core.loading.answer_values import NotAnAnswerError
from core.loading.answers_file import read_answers
from core.loading.measurements import TOO_BIG, from_measurement, to_measurement
from core.schema.answers import FIGURES, Measurement
from core.schema.content import Content
from tests.core.loading.sentences import assert_can_be_told

DAY = dt.date(2026, 9, 28)
WHOLE: dict[str, Any] = {
    "instrument": "network",
    "when": "2026-09-28T21:40:00",
    "figures": {"hosts": 5, "rounds": 50, "failed": 1, "median_ms": 23.5, "p95_ms": 80},
}
FILE = """
[answers]
"network.quality" = "smooth"
[measured."network.quality"]
instrument = "network"
when = 2026-09-28T21:40:00
[measured."network.quality".figures]
hosts = 5
rounds = 50
failed = 1
median_ms = 23.5
p95_ms = 80
"""

MOMENTS = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 12, 31)).map(
    lambda found: found.replace(microsecond=0)
)
MEASUREMENTS = st.sampled_from(sorted(FIGURES)).flatmap(
    lambda instrument: st.builds(
        Measurement,
        st.just(instrument),
        MOMENTS,
        st.fixed_dictionaries({name: st.floats(0, TOO_BIG) for name in FIGURES[instrument]}),
    )
)


def read(folder: Path, content: Content, text: str) -> Any:
    path = folder / "answers.toml"
    path.write_text(text, "utf-8")
    return read_answers(path, content, today=DAY)


@given(MEASUREMENTS)
def test_that_a_measurement_comes_back_as_it_was_written(measurement: Measurement) -> None:
    assert to_measurement(from_measurement(measurement)) == measurement


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"host": "a.example"}, "instrument, when, figures"),
        ({"instrument": "telescope"}, "instrument = network"),
        ({"instrument": ["network"]}, "instrument = network"),
        ({"when": "2026-09-28"}, "2026-09-27T10:30:00"),
        ({"when": 5}, "2026-09-27 / 2026-09-27T10:30:00"),
        ({"figures": {**WHOLE["figures"], "host": 1}}, "figures = hosts, rounds, failed, median_ms, p95_ms"),
        ({"figures": {}}, "figures = hosts, rounds, failed, median_ms, p95_ms"),
        ({"figures": [1]}, "figures = hosts, rounds, failed, median_ms, p95_ms"),
        *(({"figures": {**WHOLE["figures"], "p95_ms": odd}}, "0 … 1000000") for odd in (-1, 10**400, True, "1")),
        ({"figures": {**WHOLE["figures"], "p95_ms": float("nan")}}, "0 … 1000000"),
        ({"figures": {**WHOLE["figures"], "p95_ms": float("inf")}}, "0 … 1000000"),
    ],
)
def test_that_what_is_no_measurement_says_what_was_expected(change: dict[str, Any], expected: str) -> None:
    with pytest.raises(NotAnAnswerError) as caught:
        to_measurement({**WHOLE, **change})
    assert caught.value.expected == expected


def test_that_an_answers_file_may_say_how_an_answer_was_measured(tmp_path: Path, content: Content) -> None:
    assert read(tmp_path, content, FILE).measured == {"network.quality": to_measurement(WHOLE)}


def test_that_a_file_of_before_has_no_measurements(tmp_path: Path, content: Content) -> None:
    assert read(tmp_path, content, FILE.split("[measured", maxsplit=1)[0]).measured == {}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (FILE.replace('"network"', '"telescope"'), "wrong_answer", 4),
        (FILE.replace('"network.quality" = "smooth"', ""), "measured_unanswered", 4),
        (FILE.replace('measured."network.quality"', 'measured."network.kind"'), "measured_unanswered", 4),
        ("measured = 5", "wrong_answer", 1),
    ],
)
def test_that_a_mistake_is_told_with_its_line(
    tmp_path: Path, content: Content, text: str, code: str, line: int
) -> None:
    with pytest.raises(AnswersError) as caught:
        read(tmp_path, content, text)
    (problem,) = caught.value.problems
    assert (problem.code, problem.line) == (code, line)
    assert_can_be_told(problem)
