"""Recorded tries with what came of them: from a file with one JSON object a line, or from the journal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from core.errors import NOT_TEXT, AppError, Problem, ProblemsError, reason_of
from core.journal.convert import said_before
from core.journal.records import AttemptRecord, Ids, Moment, Outcome, Part, Said, Try
from core.loading.answer_values import to_moment
from core.schema.answers import Answers, as_moment
from core.schema.content import Content

SIZE_LIMIT = 200_000_000
MOST_PROBLEMS = 50
_CODES = {"missing": "outcome_line_lacks", "extra_forbidden": "outcome_line_unknown"}


class OutcomesUnreadableError(AppError):
    """The file is missing, too big, or may not be read."""

    code = "file_unreadable"


class OutcomesError(ProblemsError):
    """Lines of the file are no outcomes; carries the first of them."""

    code = "outcomes_have_problems"


class OutcomeLine(Part):
    """One line of a file: when, what came of it, the class of the message, and what was said before."""

    when: Moment
    outcome: Outcome
    message: str | None = None
    mode: Literal["before", "after"] = "before"
    answers: Said = Field(default_factory=dict)
    earlier: list[Try] = Field(default_factory=list)
    objections: Ids = Field(default_factory=list)
    done: Ids = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """One try that can teach something: what was said before it, whether the money arrived, and the message if not."""

    answers: Answers
    arrived: bool
    message: str | None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All tries that can teach something, and how many cannot.

    Attributes:
        told: First tries with an outcome.
        repeats: Tries after a failure: the road carries the past along, and its numbers do not part.
        waiting: Tries of which nobody knows yet what came.
        unknown: Answers and messages that the present content does not know; the rest of such a try counts.
    """

    told: tuple[Told, ...]
    repeats: int
    waiting: int
    unknown: int


def read_outcomes(path: Path, content: Content) -> Outcomes:
    """Return the tries in a file.

    Raises:
        OutcomesUnreadableError: Nothing could be read.
        OutcomesError: Lines that are no outcomes, each with its number.
    """
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise OutcomesUnreadableError("file_too_large", file=path.name, limit=f"{SIZE_LIMIT // 10**6} MB")
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except OSError as error:
        raise OutcomesUnreadableError(file=path.name, reason=reason_of(error)) from error
    except UnicodeDecodeError as error:
        raise OutcomesUnreadableError(file=path.name, reason=NOT_TEXT) from error
    problems: list[Problem] = []
    found = [_line(path.name, number, text, problems) for number, text in enumerate(lines, start=1) if text.strip()]
    if problems:
        raise OutcomesError(problems[:MOST_PROBLEMS])
    return outcomes_of([record for record in found if record], content)


def outcomes_of(records: Iterable[AttemptRecord], content: Content) -> Outcomes:
    """Return what recorded tries can teach."""
    told: list[Told] = []
    repeats = waiting = unknown = 0
    for record in records:
        if record.outcome == "waiting":
            waiting += 1
        elif record.earlier or record.mode == "after":
            repeats += 1
        else:
            opened = said_before(record, content)
            message = record.message if record.message in content.messages else None
            unknown += len(opened.gone.answers) + (record.message is not None and message is None)
            told.append(Told(opened.answers, record.outcome == "arrived", message))
    return Outcomes(tuple(told), repeats, waiting, unknown)


def outcome_lines(records: Sequence[AttemptRecord]) -> str:
    """Return recorded tries as a file for :func:`read_outcomes`: without uid and without the time they were saved."""
    kept = set(OutcomeLine.model_fields)
    return "".join(
        json.dumps(record.model_dump(mode="json", include=kept), ensure_ascii=False) + "\n" for record in records
    )


def _line(name: str, number: int, text: str, problems: list[Problem]) -> AttemptRecord | None:
    try:
        line = OutcomeLine.model_validate_json(text)
        day = as_moment(to_moment(line.when)).date()
        data = {"uid": f"{number:032x}", "day": day, "changed": f"{day}T00:00:00", **line.model_dump()}
        return AttemptRecord.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        code = _CODES.get(first["type"], "outcome_line_wrong") if where else "outcome_line_no_object"
        problems.append(Problem(name, number, code, (("where", where[:80]),)))
        return None
