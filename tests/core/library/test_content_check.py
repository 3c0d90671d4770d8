"""What only shows when articles and stories are laid out is told by the content check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.library.content_check import shelf_problems
from core.loading.files import Snapshot, take_snapshot
from core.loading.library import Library
from core.loading.shelf import Shelved
from tests.core.loading.sentences import assert_can_be_told

CONTENT = Path(__file__).parents[3] / "content"
ARTICLE = "en/articles/your_card.md"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return take_snapshot(CONTENT, shelf=True)


def changed(library: Library, snapshot: Snapshot, old: str, new: str) -> Library:
    text = snapshot.files[ARTICLE].decode()
    assert old in text
    files = {**snapshot.files, ARTICLE: text.replace(old, new, 1).encode()}
    return replace(library, shelf=Shelved(lambda: Snapshot(files, ())))


def test_that_the_shipped_shelf_has_no_mistake(library: Library) -> None:
    assert list(shelf_problems(library)) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{{ figures.one_yuan }}", "{% if %}", "template_failed"),
        ("{{ figures.one_yuan }}", "{{ figures.no_yuan }}", "template_failed"),
        ("{{ figures.one_yuan }}", "{{ figures.one_yuan.__class__ }}", "template_unsafe"),
        ("## Three doors\n", "", "subheadings_differ"),
    ],
)
def test_that_a_mistake_in_an_article_is_told_at_its_file(
    library: Library, snapshot: Snapshot, old: str, new: str, code: str
) -> None:
    problems = list(shelf_problems(changed(library, snapshot, old, new)))
    assert [(problem.file, problem.code) for problem in problems] == [(ARTICLE, code)]
    assert_can_be_told(problems[0])


def test_that_a_story_that_needs_what_nobody_answered_is_told(library: Library) -> None:
    words = {**library.words, "en": {**library.words["en"], "case.one_digit.person": "She earns {income}."}}
    (problem,) = shelf_problems(replace(library, words=words))
    assert (problem.file, problem.code) == ("en/texts", "story_without_fact")
    assert dict(problem.facts)["where"] == "one_digit"
    assert_can_be_told(problem)
