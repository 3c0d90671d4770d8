"""The shape of every fact a condition may name: its kind, its words or bounds, and what it is read from."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypeGuard

from core.schema.conditions import Condition, FactValue, holds
from core.schema.content import Content, Question

Kind = Literal["word", "words", "number", "flag", "hidden"]
_KINDS: Mapping[str, Kind] = {"choice": "word", "several": "words", "number": "number", "amount": "number"}
# Dates and series speak only through derived facts: a rule cannot compare a day with anything by itself.
_HIDDEN: Kind = "hidden"


class DerivedFact(Protocol):
    """What the checks need to know of a fact that is computed from answers and a date."""

    @property
    def kind(self) -> Literal["number", "flag", "word"]:
        """Return what kind of value the fact has."""

    @property
    def words(self) -> tuple[str, ...]:
        """Return the possible words of a fact of kind "word"."""

    @property
    def reads(self) -> tuple[str, ...]:
        """Return the ids of the questions it is computed from."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Return the ids of the figures it is computed with."""


@dataclass(frozen=True)
class Shape:
    """What values a fact can take, and the questions that it is read from."""

    kind: Kind
    words: tuple[str, ...] = ()
    low: float = -math.inf
    high: float = math.inf
    whole: bool = False
    reads: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


Shapes = Mapping[str, Shape]


def shapes_of(content: Content, derived: Mapping[str, DerivedFact]) -> dict[str, Shape]:
    """Return fact id -> shape, for the questions of the content and the derived facts."""
    shapes = {name: _of_question(name, question) for name, question in content.questions.items()}
    for name, fact in derived.items():
        shapes[name] = Shape(fact.kind, words=fact.words, reads=fact.reads, needs=fact.needs)
    return shapes


def can_hold(conditions: Iterable[Condition], shape: Shape) -> bool:
    """Return whether some value of the fact, or its being unknown, meets all conditions.

    Examples:
        >>> can_hold([Condition(at_least=5)], Shape("number", low=0, high=4))
        False
        >>> can_hold([Condition(at_least=5), Condition(at_most=6)], Shape("number", low=0))
        True
    """
    wanted = list(conditions)
    return any(all(holds(condition, value) is True for condition in wanted) for value in _candidates(wanted, shape))


def _of_question(name: str, question: Question) -> Shape:
    return Shape(
        kind=_KINDS.get(question.kind, _HIDDEN),
        words=tuple(option.id for option in question.options),
        low=-math.inf if question.minimum is None else question.minimum,
        high=math.inf if question.maximum is None else question.maximum,
        whole=question.whole,
        reads=(name,),
    )


def _candidates(conditions: list[Condition], shape: Shape) -> Iterator[FactValue | None]:
    """Yield values such that, if any value meets the conditions, one of these does."""
    yield None
    if shape.kind == "flag":
        yield from (True, False)
    elif shape.kind == "word":
        yield from shape.words
    elif shape.kind == "words":
        # Conditions on a set ask for an exact set or for an overlap: no others can tell apart more than these.
        yield from ((), shape.words, *((word,) for word in shape.words))
        yield from (condition.equals for condition in conditions if isinstance(condition.equals, tuple))
    elif shape.kind == "number":
        yield from _numbers(conditions, shape)
    else:
        yield "a date"  # only is_known is ever asked of it


def _numbers(conditions: list[Condition], shape: Shape) -> Iterator[float]:
    """Yield the corners of the closed ranges: where several ranges meet at all, they meet at a corner."""
    corners = {shape.low, shape.high, 0.0}
    for condition in conditions:
        corners.update(value for value in (condition.at_least, condition.at_most) if value is not None)
        corners.update(condition.between or ())
        corners.update(filter(_is_number, (condition.equals, *(condition.any_of or ()))))
    if shape.whole:
        corners = {math.ceil(value) if math.isfinite(value) else value for value in corners}
    yield from (value for value in corners if shape.low <= value <= shape.high)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
