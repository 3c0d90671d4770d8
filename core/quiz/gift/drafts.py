"""GIFT questions as items of our quiz, as far as it can hold them; what it cannot hold says why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from core.quiz.gift.questions import FULL, Choices, Near, Numerical, Question, Text, TrueFalse
from core.schema.quiz import ItemKind

Reason = Literal["kind", "partial", "weights", "nothing_wrong", "numbers", "overlap", "markup", "braces"]
"""Why a question is not taken: words ``quizline.reason.<reason>``."""
Lost = Literal["digits", "feedback", "explanation", "otherwise"]
"""What an author has to see to in a question that was taken: words ``quizline.lost.<lost>``."""
ALL_RIGHT = 0.1
"""Per cent by which the weights of the right options may miss 100: thirds are written with five decimals."""

_MARKUP = re.compile(r"</?[A-Za-z][^>]*>|&(?:[A-Za-z]+|#\d+);")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")


@dataclass(frozen=True)
class DraftOption:
    """An option with its words."""

    text: str
    right: bool
    feedback: str


@dataclass(frozen=True)
class DraftMiss:
    """A wrong number with feedback of its own."""

    value: float
    tolerance: float
    feedback: str


@dataclass(frozen=True)
class Draft:
    """An item as far as GIFT tells it: without article, sources and unit; ``lost`` is what is left to an author."""

    id: str
    kind: ItemKind
    ask: str
    told: str
    line: int
    lost: tuple[Lost, ...]
    options: tuple[DraftOption, ...] = ()
    answer: float | None = None
    tolerance: float | None = None
    misses: tuple[DraftMiss, ...] = ()


@dataclass(frozen=True)
class NotTaken:
    """A question that our quiz cannot hold."""

    line: int
    title: str
    kind: str
    reason: Reason


class _CannotTakeError(Exception):
    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


def drafts_of(questions: Iterable[Question], truth: tuple[str, str]) -> tuple[tuple[Draft, ...], tuple[NotTaken, ...]]:
    """Return the questions that our quiz can hold, and those that it cannot with the reason.

    Args:
        questions: As they were read.
        truth: The options of a question for true or false: how "true" and "false" read.
    """
    taken: dict[str, Draft] = {}
    left = []
    for number, question in enumerate(questions, start=1):
        try:
            name = _free(_name(question.title) or f"question_{number}", taken)
            taken[name] = _draft(question, name, truth)
        except _CannotTakeError as error:
            title = question.title or " ".join(question.text.text.split())[:40]
            left.append(NotTaken(question.line, title, question.kind, error.reason))
    return tuple(taken.values()), tuple(left)


def _draft(question: Question, name: str, truth: tuple[str, str]) -> Draft:
    body, ask, told = question.body, _words(question.text), _words(question.general)
    if isinstance(body, Numerical):
        right, misses = _numbers(body)
        lost = _lost(ask, told, [miss.feedback for miss in misses], bool(body.otherwise.text))
        return Draft(name, "numeric", ask, told, question.line, lost, (), right.value, right.tolerance, misses)
    if isinstance(body, TrueFalse):
        kind: ItemKind = "single"
        options = _truth(body, truth)
    elif isinstance(body, Choices):
        kind = "single" if body.single else "multiple"
        options = _options(body)
    else:
        raise _CannotTakeError("kind")
    lost = _lost(ask, told, [option.feedback for option in options], False, [option.text for option in options])
    return Draft(name, kind, ask, told, question.line, lost, options)


def _truth(body: TrueFalse, truth: tuple[str, str]) -> tuple[DraftOption, ...]:
    feedback = {body.answer: _words(body.if_right), not body.answer: _words(body.if_wrong)}
    return tuple(
        DraftOption(text, value == body.answer, feedback[value])
        for value, text in zip((True, False), truth, strict=True)
    )


def _options(body: Choices) -> tuple[DraftOption, ...]:
    weights = [option.weight for option in body.options]
    if body.single and (weights.count(FULL) != 1 or any(0 < weight < FULL for weight in weights)):
        raise _CannotTakeError("partial")
    if not body.single and abs(sum(weight for weight in weights if weight > 0) - FULL) > ALL_RIGHT:
        raise _CannotTakeError("weights")
    if all(weight > 0 for weight in weights):
        raise _CannotTakeError("nothing_wrong")
    return tuple(
        DraftOption(_words(option.text), option.weight > 0, _words(option.feedback)) for option in body.options
    )


def _numbers(body: Numerical) -> tuple[Near, tuple[DraftMiss, ...]]:
    right = [near for near in body.accepted if near.weight == FULL]
    missed = [near for near in body.accepted if near.weight <= 0]
    if len(right) != 1 or len(right) + len(missed) != len(body.accepted):
        raise _CannotTakeError("partial")
    if any(near.value is None for near in body.accepted):
        raise _CannotTakeError("numbers")
    ranges = sorted((near.value or 0.0, near.tolerance) for near in body.accepted)
    for (low, below), (high, above) in pairwise(ranges):
        if high - low <= below + above:
            raise _CannotTakeError("overlap")
    misses = tuple(DraftMiss(near.value or 0.0, near.tolerance, _words(near.feedback)) for near in missed)
    return right[0], misses


def _words(text: Text) -> str:
    """Return the words of a text; markup and braces would be shown as they are, or be taken for placeholders."""
    if text.format in ("html", "moodle") and _MARKUP.search(text.text):
        raise _CannotTakeError("markup")
    if "{" in text.text or "}" in text.text:
        raise _CannotTakeError("braces")
    return text.text


def _lost(ask: str, told: str, feedback: list[str], otherwise: bool, options: Iterable[str] = ()) -> tuple[Lost, ...]:
    found: list[Lost] = []
    if any(re.search(r"\d", text) for text in (ask, told, *feedback, *options)):
        found.append("digits")
    if not all(feedback):
        found.append("feedback")
    if not told:
        found.append("explanation")
    if otherwise:
        found.append("otherwise")
    return tuple(found)


def _name(title: str) -> str:
    if _NAME.fullmatch(title):
        return title
    plain = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:40].strip("_")
    return plain if _NAME.fullmatch(plain) else ""


def _free(name: str, taken: Iterable[str]) -> str:
    """Return a name that is not taken yet."""
    used, number, found = set(taken), 1, name
    while found in used:
        number += 1
        found = f"{name}_{number}"
    return found
