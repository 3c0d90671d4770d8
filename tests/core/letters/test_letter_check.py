"""A mistake in a letter is told once, with its file; the shipped letters have none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.errors import Problem
from core.letters.check import letter_problems
from core.loading.library import Library

MISTAKES = {
    "an undefined name": ("{{ nothing_here }}", "template_failed"),
    "a field that is not asked for": ('{{ fields["password"] }}', "template_failed"),
    "a blank that does not exist": ("{{ blanks.card_number }}", "template_failed"),
    "an undefined figure": ("{{ figures.no_such_figure }}", "template_failed"),
    "a fact that does not exist": ('{{ facts["card.no_such"] }}', "template_failed"),
    "a comparison of an unknown fact": ('{% if facts["request.amount"] > 5 %}x{% endif %}', "template_failed"),
    "the last try where there may be none": ("{{ last.when }}", "template_failed"),
    "an unclosed block": ("{% if true %}", "template_failed"),
    "a forbidden attribute": ("{{ rights.__class__ }}", "template_unsafe"),
}


def problems_with(library: Library, **added: str) -> list[Problem]:
    """Return the problems of a library with something added to one letter in some languages."""
    changed = {
        code: {**library.letters[code], "complaint": library.letters[code]["complaint"] + added.get(code, "")}
        for code in library.languages
    }
    return list(letter_problems(replace(library, letters=changed)))


def test_that_the_shipped_letters_have_no_mistake(library: Library) -> None:
    assert list(letter_problems(library)) == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize(("source", "code"), MISTAKES.values(), ids=MISTAKES.keys())
def test_that_a_mistake_in_one_language_is_one_problem(library: Library, language: str, source: str, code: str) -> None:
    (problem,) = problems_with(library, **{language: source})
    assert (problem.file, problem.code) == (f"{language}/letters/complaint.md", code)
    assert dict(problem.facts)["reason"]


def test_that_different_placeholders_in_two_languages_are_one_problem(library: Library) -> None:
    (problem,) = problems_with(library, en="{{ channels.police }}")
    assert (problem.file, problem.code) == ("en/letters/complaint.md", "template_languages_differ")
    assert dict(problem.facts) == {"other": "zh_CN/letters/complaint.md", "names": "channels.police"}


def test_that_a_missing_word_is_told_at_every_letter_that_needs_it(library: Library) -> None:
    gone = "letters.unknown_message"
    words = {code: {key: text for key, text in known.items() if key != gone} for code, known in library.words.items()}
    found = list(letter_problems(replace(library, words=words)))
    assert {problem.code for problem in found} == {"missing_words"}
    assert {dict(problem.facts)["key"] for problem in found} == {gone}
    assert "en/letters/complaint.md" in {problem.file for problem in found}
