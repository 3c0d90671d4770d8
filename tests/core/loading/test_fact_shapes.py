"""Whether a condition can ever hold, for every kind of fact."""

from __future__ import annotations

import pytest

from core.loading.rules.facts import Shape, can_hold
from core.schema.conditions import Condition

WORD = Shape("word", ("a", "b"))
WORDS = Shape("words", ("a", "b", "c"))
SHARE = Shape("number", low=0, high=1)
COUNT = Shape("number", low=0, high=9, whole=True)
FLAG, DATE, OPEN = Shape("flag"), Shape("hidden"), Shape("number")


@pytest.mark.parametrize(
    ("shape", "conditions"),
    [
        (WORD, [Condition(equals="a")]),
        (WORD, [Condition(any_of=("a", "b")), Condition(any_of=("b", "c"))]),
        (WORD, [Condition(is_known=False)]),
        (WORDS, [Condition(equals=())]),
        (WORDS, [Condition(equals=("a", "c"))]),
        (WORDS, [Condition(any_of=("a",)), Condition(any_of=("c",))]),
        (SHARE, [Condition(between=(0.4, 0.5)), Condition(at_least=0.5)]),
        (SHARE, [Condition(any_of=(0.25, 7.0))]),
        (COUNT, [Condition(at_least=2.5, at_most=3.5)]),
        (COUNT, [Condition(equals=9)]),
        (OPEN, [Condition(at_most=-30)]),
        (OPEN, [Condition(at_least=31)]),
        (FLAG, [Condition(equals=False)]),
        (DATE, [Condition(is_known=True)]),
        (DATE, [Condition(is_known=False)]),
    ],
)
def test_that_what_some_answer_meets_can_hold(shape: Shape, conditions: list[Condition]) -> None:
    assert can_hold(conditions, shape)


@pytest.mark.parametrize(
    ("shape", "conditions"),
    [
        (WORD, [Condition(equals="c")]),
        (WORD, [Condition(equals="a"), Condition(equals="b")]),
        (WORD, [Condition(equals="a"), Condition(is_known=False)]),
        (WORDS, [Condition(equals=()), Condition(any_of=("a",))]),
        (SHARE, [Condition(at_least=0.6), Condition(at_most=0.4)]),
        (SHARE, [Condition(at_least=1.5)]),
        (COUNT, [Condition(between=(0.2, 0.8))]),
        (COUNT, [Condition(equals=2.5)]),
        (FLAG, [Condition(equals=True), Condition(equals=False)]),
        (DATE, [Condition(is_known=True), Condition(is_known=False)]),
    ],
)
def test_that_what_no_answer_meets_cannot_hold(shape: Shape, conditions: list[Condition]) -> None:
    assert not can_hold(conditions, shape)
