"""What an answer to an item is worth: right, wrong or not given, and which wrong beliefs it shows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

from core.errors import AppError
from core.schema.quiz import Item

Given: TypeAlias = tuple[str, ...] | float | None
"""The options chosen, the number typed, or None for no answer; no option chosen is no answer either."""

_NEAR = 1e-9
"""Of a number: 18.55 is 0.3 away from 18.25, and its double is a little more."""


class NotAnAnswerToItemError(AppError):
    """An option that the item does not have, or a number where options are, or the other way about."""

    code = "not_an_answer_to_item"


@dataclass(frozen=True)
class Mark:
    """What an answer is worth; ``right`` is None where nothing was answered.

    ``misconceptions`` are named in the order of the options, each once.
    """

    right: bool | None
    misconceptions: tuple[str, ...] = ()


def mark(item: Item, given: Given) -> Mark:
    """Return what an answer is worth. Of several options all right ones must be chosen and no other.

    Raises:
        NotAnAnswerToItemError: It cannot be an answer to this item.

    Examples:
        >>> import datetime as dt
        >>> known = {"article": "a", "sources": ("s",), "last_checked": dt.date(2026, 11, 26)}
        >>> two = Item(kind="single", options=("yes", "no"), right=("no",), shows={"yes": "promise"}, **known)
        >>> mark(two, ("no",)), mark(two, ("yes",)), mark(two, None).right
        (Mark(right=True, misconceptions=()), Mark(right=False, misconceptions=('promise',)), None)
        >>> mark(Item(kind="numeric", answer=18.25, tolerance=0.3, unit="percent", **known), 18.55).right
        True
    """
    if given is None or given == ():
        return Mark(None)
    if isinstance(given, tuple):
        _check_options(item, given)
        shown = [item.shows[option] for option in item.options if option in given and option in item.shows]
        return Mark(set(given) == set(item.right), tuple(dict.fromkeys(shown)))
    if item.answer is None or item.tolerance is None:
        raise NotAnAnswerToItemError(found=f"{given:g}")
    if _is_near(given, item.answer, item.tolerance):
        return Mark(True)
    miss = miss_of(item, given)
    belief = item.misses[miss].shows if miss else ""
    return Mark(False, (belief,) if belief else ())


def miss_of(item: Item, number: float) -> str | None:
    """Return which typical wrong number was given, None when it is none of them."""
    for name, miss in item.misses.items():
        if _is_near(number, miss.value, miss.tolerance):
            return name
    return None


def _check_options(item: Item, given: tuple[str, ...]) -> None:
    unknown = [option for option in given if option not in item.options]
    if unknown or item.kind == "numeric":
        raise NotAnAnswerToItemError(found=", ".join(unknown or given)[:60])
    if item.kind == "single" and len(given) > 1:
        raise NotAnAnswerToItemError(found=", ".join(given)[:60])


def _is_near(number: float, middle: float, tolerance: float) -> bool:
    """Return whether a number lies at most ``tolerance`` away; the end of the range belongs to it."""
    return math.isfinite(number) and abs(number - middle) <= tolerance + _NEAR * max(1.0, abs(middle))
