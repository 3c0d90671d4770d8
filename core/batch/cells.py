"""One cell of a table -> what it says, in the forms of an answers file; parts of a list have a bar between them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from difflib import get_close_matches

from core.loading.answer_values import NotAnAnswerError, to_answer, to_moment
from core.loading.pydantic_problems import shown
from core.redact import redact
from core.schema.answers import NONE, NOT_SURE, Answer
from core.schema.content import Question

BAR = "|"
"""Between the parts of a list in one cell."""
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_LONGEST = 100


class CellError(ValueError):
    """A cell cannot be used: a code with facts, as a problem of an answers file has them."""

    def __init__(self, code: str, **facts: str) -> None:
        """Keep what is wrong."""
        super().__init__(code)
        self.code, self.facts = code, facts


def answer_in(name: str, question: Question, cell: str) -> Answer | None:
    """Return the answer in a cell; None when it is blank.

    Raises:
        CellError: The question allows no such answer.
    """
    text = cell.strip()
    if not text:
        return None
    try:
        return to_answer(question, _raw(question, text))
    except NotAnAnswerError as error:
        raise wrong(name, text, _expected(question, error.expected)) from None


def moment_in(name: str, cell: str) -> dt.date | dt.datetime | None:
    """Return the day or the time in a cell; None when it is blank.

    Raises:
        CellError: It is none.
    """
    text = cell.strip()
    try:
        return to_moment(text) if text else None
    except NotAnAnswerError as error:
        raise wrong(name, text, error.expected) from None


def day_in(name: str, cell: str) -> dt.date | None:
    """Return the day in a cell, as :func:`moment_in` without the time."""
    moment = moment_in(name, cell)
    return moment.date() if isinstance(moment, dt.datetime) else moment


def word_in(name: str, words: tuple[str, ...], cell: str) -> str | None:
    """Return which of ``words`` a cell holds; None when it is blank.

    Raises:
        CellError: It holds another.
    """
    text = cell.strip()
    if text and text not in words:
        raise wrong(name, text, BAR.join(words).replace(BAR, f" {BAR} "))
    return text or None


def moments_in(name: str, cell: str) -> tuple[dt.date | dt.datetime, ...] | None:
    """Return the days and times in a cell, in the order written; None when it is blank."""
    if not cell.strip():
        return None
    found = [moment_in(name, part) for part in cell.split(BAR)]
    if None in found:
        raise wrong(name, cell, f"2026-09-27T10:30:00{BAR}2026-09-28")
    return tuple(moment for moment in found if moment)


def messages_in(known: Mapping[str, object], cell: str) -> tuple[str | None, ...] | None:
    """Return the classes of messages in a cell, one a try and None for a try without any; None when it is blank."""
    if not cell.strip():
        return None
    parts = [part.strip() or None for part in cell.split(BAR)]
    for part in parts:
        _must_be_known("unknown_message", part, known)
    return tuple(parts)


def ids_in(name: str, known: Mapping[str, object], cell: str) -> tuple[str, ...] | None:
    """Return the causes or actions in a cell, each once; None when it is blank."""
    parts = [part.strip() for part in cell.split(BAR) if part.strip()]
    for part in parts:
        _must_be_known(f"unknown_in_{name}", part, known)
    return tuple(dict.fromkeys(parts)) or None


def wrong(name: str, cell: str, expected: str) -> CellError:
    """Return the error of a cell that does not fit; a number in it that could be somebody's is masked."""
    return CellError("wrong_answer", question=name, found=shown(redact(cell[:_LONGEST]).text), expected=expected)


def _must_be_known(code: str, part: str | None, known: Mapping[str, object]) -> None:
    if part is not None and part not in known:
        found = part[:_LONGEST]
        near = get_close_matches(found, known, n=1) or list(known)[:1]
        raise CellError(code, found=redact(found).text, near=near[0])


def _raw(question: Question, text: str) -> object:
    """Return a cell's text as the value that an answers file would have."""
    if text == NOT_SURE:
        return text
    if question.kind in ("number", "amount"):
        return _number(text)
    if question.kind == "several":
        parts = [part.strip() for part in text.split(BAR)]
        return [] if parts == [NONE] and NONE not in [option.id for option in question.options] else parts
    if question.kind == "dated_values":
        pairs = [part.rpartition(":") for part in text.split(BAR)]
        return [[day.strip(), _number(value.strip())] for day, _, value in pairs]
    return text


def _number(text: str) -> float | str:
    return float(text) if _NUMBER.fullmatch(text) else text


def _expected(question: Question, expected: str) -> str:
    """Return what would fit as it stands in a cell; only lists are written otherwise than in an answers file."""
    if question.kind == "several":
        return f"{BAR.join(option.id for option in question.options)} / {NONE} / {NOT_SURE}"
    return f"2026-09-01:650{BAR}…" if question.kind == "dated_values" else expected
