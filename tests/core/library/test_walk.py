"""A case told step by step: what is known after each step, and what the road makes of it."""

from __future__ import annotations

import datetime as dt

import pytest

from core.assess import ROAD_ONLY, Assessor
from core.explain.language import Language
from core.library.cases import Cases
from core.library.walk import Walk
from core.loading.library import Library
from core.schema.answers import Answers, Attempt

TRIES = (Attempt(dt.datetime(2026, 9, 1, 10), None), Attempt(dt.datetime(2026, 9, 2, 10), "overall_score"))
ANSWERS = Answers(
    dt.date(2026, 9, 3),
    "after",
    {"credit.overdue": "never", "request.amount": 2000.0},
    TRIES,
    objections=("debt_burden_high",),
    done=("wait",),
)


def test_that_tries_are_told_before_answers_and_answers_as_the_file_has_them() -> None:
    told = [step.attempt or step.question for step in Walk(ANSWERS).steps]
    assert told == [*TRIES, "credit.overdue", "request.amount"]


def test_that_nothing_is_known_at_first_but_the_day_and_that_something_failed() -> None:
    assert Walk(ANSWERS).first(0) == Answers(ANSWERS.as_of, "after")


@pytest.mark.parametrize("steps", [4, 9])
def test_that_everything_is_known_at_the_last_step_and_after_it(steps: int) -> None:
    assert Walk(ANSWERS).first(steps) == ANSWERS


def test_that_each_step_adds_what_it_tells_and_takes_nothing_back() -> None:
    walk = Walk(ANSWERS)
    for number, told in enumerate(walk.steps[:3]):
        before, after = walk.first(number), walk.first(number + 1)
        assert after.attempts == ((*before.attempts, told.attempt) if told.attempt else before.attempts)
        assert after.values == ({**before.values, told.question: told.answer} if told.question else before.values)


def test_that_every_shipped_case_ends_where_its_check_does(
    library: Library, languages: dict[str, Language], assessor: Assessor
) -> None:
    cases = Cases(languages["en"], library.shelf.cases)
    for name in library.content.library.case:
        answers = cases.answers(name)
        walk = Walk(answers)
        assert len(walk.steps) > 3
        roads = [assessor.assess(walk.first(number), ROAD_ONLY).gates for number in range(len(walk.steps) + 1)]
        assert roads[-1] == assessor.assess(answers, ROAD_ONLY).gates
        assert len(set(roads)) > 1, f"the road of {name} never moves"
