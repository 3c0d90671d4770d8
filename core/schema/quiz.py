"""Frozen pictures of ``quiz.toml``: the items of the quiz, the wrong beliefs that they show, and the sets to compare.

What is asked, the options, the feedback and the explanations are words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from core.schema.network import Picture, Sourced

ItemKind = Literal["single", "multiple", "numeric"]

ANSWER = "answer"
"""The placeholder for the right number of a numeric item."""

Tolerance = Annotated[float, Field(ge=0)]
Finite = Annotated[float, Field(allow_inf_nan=False)]


class Number(Picture):
    """A number that the words of an item name as ``{<name>}``, shown with its unit."""

    value: Finite
    unit: str = Field(min_length=1)


class Miss(Picture):
    """A typical wrong number, from ``value - tolerance`` to ``value + tolerance``; ``shows`` what is believed."""

    value: Finite
    tolerance: Tolerance
    shows: str = ""


class Item(Sourced):
    """One question of the quiz; its lesson is the lesson of its article.

    A ``single`` or ``multiple`` has ``options`` in the order shown, and which of them are ``right``; ``shows`` says
    what somebody believes who takes a wrong one. A ``numeric`` has an ``answer`` in ``unit``, right up to ``tolerance``
    away, and the ``misses`` that have feedback of their own.
    """

    article: str
    kind: ItemKind
    options: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    shows: Mapping[str, str] = Field(default_factory=dict)
    answer: Finite | None = None
    tolerance: Tolerance | None = None
    unit: str = ""
    numbers: Mapping[str, Number] = Field(default_factory=dict)
    misses: Mapping[str, Miss] = Field(default_factory=dict)
    last_checked: dt.date


class Misconception(Picture):
    """A wrong belief that has a name; ``article`` is where to read how it is."""

    article: str


class QuizSet(Picture):
    """Items asked before and after learning; what stands at one place of both is compared."""

    before: tuple[str, ...] = Field(min_length=1)
    after: tuple[str, ...] = Field(min_length=1)


class QuizBook(Picture):
    """``quiz.toml`` as a whole, in the order of the file."""

    item: Mapping[str, Item] = Field(default_factory=dict)
    misconception: Mapping[str, Misconception] = Field(default_factory=dict)
    set: Mapping[str, QuizSet] = Field(default_factory=dict)
