"""The shipped content, read once for all tests of the core."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import settings

from core.assess import Assessor
from core.commands.workplace import language_of
from core.explain.language import Language
from core.loading.library import Library, load_library
from core.schema.content import Content

ROOT = Path(__file__).parents[2]

EXAMPLES = 40
"""So often every law is tried in the gate; the laws run without coverage, which would take twice as long."""
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=EXAMPLES)
settings.load_profile("steady")


class ShippedContent(Content):
    """The same content under a short name: hypothesis prints what a failing test was given."""

    def __repr__(self) -> str:
        return "the shipped content"


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(ROOT / "content", dt.date(2026, 11, 26))


@pytest.fixture(scope="session")
def content(library: Library) -> Content:
    return ShippedContent.model_construct(**dict(library.content))


@pytest.fixture(scope="session")
def assessor(content: Content) -> Assessor:
    return Assessor(content)


@pytest.fixture(scope="session")
def languages(library: Library) -> dict[str, Language]:
    """Return every language of the shipped content by its code."""
    return {code: language_of(library, code) for code in library.languages}
