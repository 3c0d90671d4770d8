"""The sentences of the real content that tell a problem."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from core.catalogue import Catalogue, placeholders
from core.errors import Problem
from core.loading.files import take_snapshot
from core.loading.texts import texts_of

ROOT = Path(__file__).parents[3]


@cache
def catalogues() -> tuple[Catalogue, ...]:
    """Return the words of both languages."""
    snapshot = take_snapshot(ROOT / "content")
    return tuple(Catalogue(language, texts_of(snapshot, language).words) for language in ("zh_CN", "en"))


def assert_can_be_told(problem: Problem) -> None:
    """Fail when a sentence is missing, or asks for a fact that the problem does not have."""
    facts = dict(problem.facts)
    for words in catalogues():
        sentence = words(f"problem.{problem.code}", **facts)
        assert placeholders(sentence) <= placeholders(" ".join(facts.values())), problem
