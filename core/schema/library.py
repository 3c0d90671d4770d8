"""Frozen pictures of ``library.toml``: what there is to read, which words are explained, and the case studies.

Titles, summaries and stories are words; the prose of an article is a file of its own, read when it is opened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from core.schema.network import Grade, Picture, Sourced

ARTICLE_SECTIONS = ("main", "story", "today", "unknown")
"""The parts of every article, in order; each starts with a line ``# <name>`` in its template."""

Outcome = Literal[
    "arrived", "arrived_later", "refused_again", "still_waiting", "did_not_borrow", "fraud_avoided", "lost_money"
]
"""How the story of a case ends."""


class Article(Sourced):
    """Something longer to read, for one lesson; ``minutes`` is the time it takes to read it calmly."""

    lesson: str
    minutes: int = Field(ge=1, le=30)
    grade: Grade
    last_checked: dt.date
    review_by: dt.date
    causes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    questions: tuple[str, ...] = Field(min_length=1)


class Term(Picture):
    """A word that needs explaining; ``article`` is where to read on."""

    article: str


class CaseStudy(Sourced):
    """A made-up person whose answers lie in ``cases/<id>.toml``.

    ``message`` is the class of the failure message, empty where nothing has failed yet; ``cause`` is what the story
    names as the reason.
    """

    message: str = ""
    cause: str
    outcome: Outcome
    articles: tuple[str, ...] = Field(min_length=1)
    questions: tuple[str, ...] = Field(min_length=1)


class Shelf(Picture):
    """``library.toml`` as a whole; lessons in the order in which they are taught."""

    lessons: tuple[str, ...] = Field(min_length=1)
    article: Mapping[str, Article] = Field(default_factory=dict)
    term: Mapping[str, Term] = Field(default_factory=dict)
    case: Mapping[str, CaseStudy] = Field(default_factory=dict)
