"""Outcomes from a file: what counts, what is left out, and every bad line with its number."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.commands.learn import learn_as_json, learn_as_text
from core.commands.workplace import Workplace
from core.journal.records import AttemptRecord
from core.learn.outcomes import OutcomesError, OutcomesUnreadableError, outcome_lines, read_outcomes
from core.learn.study import NoOutcomesError
from core.schema.content import Content
from tests.core.journal.desk import NOON, one_of_each

ROOT = Path(__file__).parents[3]
FIRST = {"when": "2026-11-20T10:30", "outcome": "failed", "message": "card_class_limit"}
GOOD = {"when": "2026-11-21", "outcome": "arrived", "answers": {"request.lender": "jiebei", "request.amount": 5000}}

Lines = Callable[..., Path]


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    def write(*entries: object) -> Path:
        file = tmp_path / "outcomes.jsonl"
        texts = [entry if isinstance(entry, str) else json.dumps(entry) for entry in entries]
        file.write_text("\n".join(texts), "utf-8")
        return file

    return write


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Workplace]:
    cache = tmp_path_factory.mktemp("cache")
    return lambda language: Workplace(ROOT / "content", ROOT / "content", {}, cache, NOON.date(), language)


def test_that_first_tries_with_an_outcome_count_and_others_are_left_out(lines: Lines, content: Content) -> None:
    repeat = {**FIRST, "earlier": [{"when": "2026-11-19"}]}
    found = read_outcomes(
        lines(FIRST, GOOD, "", repeat, {**GOOD, "mode": "after"}, {**GOOD, "outcome": "waiting"}), content
    )
    assert [(one.arrived, one.message) for one in found.told] == [(False, "card_class_limit"), (True, None)]
    assert found.told[1].answers.values == {"request.lender": "jiebei", "request.amount": 5000.0}
    assert (found.repeats, found.waiting, found.unknown) == (2, 1, 0)


def test_that_what_the_content_does_not_know_is_passed_over_and_counted(lines: Lines, content: Content) -> None:
    strange = {**FIRST, "message": "gone_message", "answers": {"gone.question": "yes", "request.lender": "gone"}}
    found = read_outcomes(lines(strange), content)
    assert (found.unknown, found.told[0].message, found.told[0].answers.values) == (3, None, {})


def test_that_every_bad_line_is_told_with_its_number(lines: Lines, content: Content) -> None:
    bad = [
        {"when": "tomorrow", "outcome": "failed"},
        GOOD,
        "not json",
        {**GOOD, "phone": "13800138000"},
        {**GOOD, "when": "2026-02-30"},
        [],
        {"outcome": "failed"},
    ]
    with pytest.raises(OutcomesError) as told:
        read_outcomes(lines(*bad), content)
    assert [(problem.line, problem.code, dict(problem.facts)["where"]) for problem in told.value.problems] == [
        (1, "outcome_line_wrong", "when"),
        (3, "outcome_line_no_object", ""),
        (4, "outcome_line_unknown", "phone"),
        (5, "outcome_line_wrong", "when"),
        (6, "outcome_line_no_object", ""),
        (7, "outcome_line_lacks", "when"),
    ]


def test_that_a_file_that_is_no_text_or_not_there_is_told(tmp_path: Path, content: Content) -> None:
    (tmp_path / "raw").write_bytes(b"\xff\xfe\x00")
    for name in ("raw", "none"):
        with pytest.raises(OutcomesUnreadableError):
            read_outcomes(tmp_path / name, content)


def test_that_exported_outcomes_are_read_again_and_do_not_say_whose_they_are(lines: Lines, content: Content) -> None:
    record = one_of_each()[2]
    assert isinstance(record, AttemptRecord)
    text = outcome_lines([record])
    assert set(json.loads(text)) == {"when", "outcome", "message", "mode", "answers", "earlier", "objections", "done"}
    found = read_outcomes(lines(text), content)
    assert [(one.arrived, one.message) for one in found.told] == [(False, "card_class_limit")]


def test_that_the_command_says_that_two_outcomes_are_too_few(lines: Lines, place: Callable[[str], Workplace]) -> None:
    data = json.loads(learn_as_json(place("en"), lines(FIRST, GOOD)))
    assert (data["arrived"], data["failed"], data["verdict"], data["held_out"]) == (1, 1, "too_few", None)
    assert "too little to learn from" in learn_as_text(place("en"), lines(FIRST, GOOD))
    assert "太少了" in learn_as_text(place("zh"), lines(FIRST, GOOD))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_that_the_command_shows_scores_of_outcomes_held_out_and_left_out_tries(
    lines: Lines, place: Callable[[str], Workplace], language: str
) -> None:
    repeat = {**FIRST, "earlier": [{"when": "2026-11-19"}], "answers": {}}
    waiting = {**GOOD, "outcome": "waiting"}
    strange = {**GOOD, "answers": {"gone.question": "yes"}}
    file = lines(*[FIRST] * 6, *[GOOD] * 6, repeat, waiting, strange)
    data = json.loads(learn_as_json(place(language), file))
    assert data["left_out"] == {"repeats": 1, "waiting": 1}
    assert data["unknown_to_content"] == 1
    assert {"brier", "log_loss", "bins"} == set(data["held_out"]["after"])
    assert data["causes"][0]["id"] == "account_class_ceiling"
    text = learn_as_text(place(language), file)
    assert str(round(data["held_out"]["before"]["brier"], 4)) in text


def test_that_a_file_without_an_outcome_teaches_nothing(lines: Lines, place: Callable[[str], Workplace]) -> None:
    with pytest.raises(NoOutcomesError):
        learn_as_text(place("en"), lines({**GOOD, "outcome": "waiting"}))
