"""Checks of content that need the estimate: "not sure" lies between the answers, shares agree with base rates."""

from __future__ import annotations

from collections.abc import Iterator

from core.assess import ROAD_ONLY, Assessor
from core.errors import Problem
from core.estimate.samples import ORDINARY_DAY, typical_answers
from core.loading.library import Library
from core.schema.answers import Answer, Answers
from core.schema.content import Content

_FILE = "model/questions.toml"
_SLACK = 1e-9
SHARE_TOLERANCE = 0.005
"""Half a percentage point between the estimate without an answer and the mean over the answers by their shares."""


def estimate_problems(library: Library) -> Iterator[Problem]:
    """Yield every question whose unknown answer would not lie between its answers, or whose shares contradict it."""
    assessor = Assessor(library.content)
    for name, question in library.content.questions.items():
        asked = _what_makes_it_asked(library.content, name)
        unknown = _arrives(assessor, asked)
        pairs = typical_answers(question, ORDINARY_DAY)
        found = [_arrives(assessor, {**asked, name: answer}) for answer, _ in pairs]
        low, high = min(found), max(found)
        if not low - _SLACK <= unknown <= high + _SLACK:
            yield _problem("not_between_options", name, unknown=unknown, low=low, high=high)
        mean = sum(share * p for (_, share), p in zip(pairs, found, strict=True))
        if abs(mean - unknown) > SHARE_TOLERANCE:
            yield _problem("shares_disagree", name, mean=mean, unknown=unknown)


def _arrives(assessor: Assessor, values: dict[str, Answer]) -> float:
    return assessor.assess(Answers(ORDINARY_DAY, "before", values), ROAD_ONLY).arrives.estimate


def _what_makes_it_asked(content: Content, question: str) -> dict[str, Answer]:
    """Return answers under which a question is asked: for each condition on a choice, its first fitting option."""
    answers: dict[str, Answer] = {}
    for fact, condition in content.questions[question].ask_when.items():
        wanted = condition.any_of[0] if condition.any_of else condition.equals
        if isinstance(wanted, str):
            answers[fact] = wanted
    return answers


def _problem(code: str, question: str, **numbers: float) -> Problem:
    facts = {"question": question, **{name: f"{value:.3f}" for name, value in numbers.items()}}
    return Problem(_FILE, 0, code, tuple(facts.items()))
