"""Conditions on facts: data, not code. A closed set of comparisons, joined by "and"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

Scalar = bool | float | str
FactValue = bool | float | str | tuple[str, ...]


class Condition(BaseModel):
    """One comparison (or a range) on one fact; every field that is set must hold.

    ``any_of`` on a fact that is a set of words means "has at least one of them"; ``equals = []`` on
    such a fact means "none of the options was chosen". ``between`` includes both ends.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    equals: Scalar | tuple[str, ...] | None = None
    any_of: tuple[Scalar, ...] | None = None
    at_least: float | None = None
    at_most: float | None = None
    between: tuple[float, float] | None = None
    is_known: bool | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("expected one of equals, any_of, at_least, at_most, between, is_known")
        if self.between is not None and self.between[0] > self.between[1]:
            raise ValueError("between: expected the smaller number first")
        return self


Conditions = Mapping[str, Condition]


def holds(condition: Condition, value: FactValue | None) -> bool | None:
    """Return whether ``value`` meets ``condition``; None when the fact is unknown.

    ``is_known`` is the one comparison that has an answer for an unknown fact.

    Examples:
        >>> holds(Condition(at_least=3), 4.0), holds(Condition(any_of=("a", "b")), "c")
        (True, False)
        >>> holds(Condition(equals="yes"), None) is None
        True
        >>> holds(Condition(any_of=("vpn",)), ("vpn", "root"))
        True
    """
    if condition.is_known is not None:
        if (value is not None) != condition.is_known:
            return False
        if value is None or condition.model_fields_set == {"is_known"}:
            return True
    if value is None:
        return None
    return _compares(condition, value)


def _compares(condition: Condition, value: FactValue) -> bool:
    if condition.equals is not None and not _equal(condition.equals, value):
        return False
    if condition.any_of is not None:
        members = set(value) if isinstance(value, tuple) else {value}
        if not members & set(condition.any_of):
            return False
    if condition.at_least is not None and not _number(value) >= condition.at_least:
        return False
    if condition.at_most is not None and not _number(value) <= condition.at_most:
        return False
    if condition.between is None:
        return True
    return condition.between[0] <= _number(value) <= condition.between[1]


def _equal(expected: Scalar | tuple[str, ...], value: FactValue) -> bool:
    if isinstance(expected, tuple) and isinstance(value, tuple):
        return set(expected) == set(value)
    return expected == value


def _number(value: FactValue) -> float:
    """Return a fact as a number; words never pass the content check as far as this."""
    if isinstance(value, str | tuple):
        raise TypeError(f"a comparison of size on the word {value!r}")
    return float(value)


def all_hold(conditions: Conditions, facts: Mapping[str, FactValue | None]) -> bool:
    """Return whether every condition holds; an unknown fact gives no evidence, so it is False."""
    return all(holds(condition, facts.get(fact)) is True for fact, condition in conditions.items())


def none_fails(conditions: Conditions, facts: Mapping[str, FactValue | None]) -> bool:
    """Return whether no condition is known to fail: an unknown fact leaves it possible."""
    return all(holds(condition, facts.get(fact)) is not False for fact, condition in conditions.items())


def tester(conditions: Conditions) -> Callable[[Mapping[str, FactValue | None]], bool]:
    """Return :func:`all_hold` of fixed conditions as one fast function; every fact named must be present.

    The live road tests some three hundred rules after every answer, so the common comparisons are prepared once.
    """
    pairs = [(fact, _prepared(condition)) for fact, condition in conditions.items()]
    if len(pairs) == 1:
        fact, test = pairs[0]
        return lambda facts: test(facts[fact])
    return lambda facts: all(test(facts[fact]) for fact, test in pairs)


def _prepared(condition: Condition) -> Callable[[FactValue | None], bool]:
    if condition.model_fields_set == {"equals"} and isinstance(condition.equals, str):
        return partial(_same, condition.equals)
    if condition.model_fields_set == {"at_least"} and condition.at_least is not None:
        return partial(_reaches, condition.at_least)
    return lambda value: holds(condition, value) is True


def _same(expected: str, value: FactValue | None) -> bool:
    return value == expected


def _reaches(least: float, value: FactValue | None) -> bool:
    return value is not None and _number(value) >= least
