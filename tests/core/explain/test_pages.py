"""Every explanation page, in both languages, for borrowers of all kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from core.assess import ROAD_ONLY, Assessor
from core.explain.language import Language
from core.explain.pages import SECTIONS, Pages
from core.explain.template_check import values_of
from core.facts.catalogue import DERIVED
from core.facts.read import Facts
from core.schema.content import Content
from tests.core.borrowers import borrower

Languages = Mapping[str, Language]
BOTH = pytest.mark.parametrize("code", ["zh_CN", "en"])
BORROWERS = range(12)
PRINTED = re.compile(r"""\{\{\s*facts\[["']([a-z0-9_.]+)["']\]""")
# Braces, signs of Python (a sentence may begin with "None"), and markers of sections that were not split off.
LEFTOVERS = re.compile(r"\{\{|\}\}|\{%|%\}|(?<![.?!] )\bNone\b|\binf\b|\bnan\b|&\w+;|&#\d+;|<bound|^# ", re.MULTILINE)


@pytest.fixture(scope="module")
def many_facts(content: Content, assessor: Assessor) -> list[Facts]:
    """Return the facts of somebody about whom nothing is known, and of a dozen random borrowers."""
    random = [assessor.assess(borrower(content, seed), ROAD_ONLY).facts for seed in BORROWERS]
    return [dict.fromkeys((*content.questions, *DERIVED)), *random]


@BOTH
def test_every_page_has_seven_sections_for_everybody(
    languages: Languages, content: Content, many_facts: list[Facts], code: str
) -> None:
    pages = Pages(languages[code])
    for cause in content.causes:
        for facts in many_facts:
            page = pages.page(cause, facts)
            assert tuple(page.sections) == SECTIONS, cause
            for section, text in page.sections.items():
                assert len(text) > 20, (cause, section)
                assert not LEFTOVERS.search(text), (cause, section, text)


@BOTH
def test_a_page_prints_the_readers_own_facts_in_their_words(
    languages: Languages, content: Content, many_facts: list[Facts], code: str
) -> None:
    pages = Pages(languages[code])
    for cause, fact in _printed(languages[code]):
        assert any(
            languages[code].wording.fact(fact, value) in _text(pages, cause, {**known, fact: value})
            for value in values_of(content, fact)
            for known in many_facts[:6]
        ), (cause, fact)


def test_both_languages_print_the_same_facts_on_the_same_pages(languages: Languages) -> None:
    assert set(_printed(languages["zh_CN"])) == set(_printed(languages["en"]))


def test_some_pages_speak_of_the_reader(languages: Languages) -> None:
    assert len({cause for cause, _ in _printed(languages["en"])}) >= 10


@BOTH
def test_a_name_with_signs_of_html_stays_as_it_is(languages: Languages, content: Content, code: str) -> None:
    name = '<b>A</b> & "c"'
    words = dict.fromkeys([*_needed_words(content), "cause.order_pending.name"], name)
    odd = Language.of(content, code, words, {"order_pending": "# why\n{{ cause.name }}\n"})
    nothing: Facts = dict.fromkeys((*content.questions, *DERIVED))
    assert Pages(odd).page("order_pending", nothing).sections == {"why": name}


def _needed_words(content: Content) -> Iterator[str]:
    """Yield the keys without which no figure and no channel can be printed."""
    yield from ("unit.unverified", "unit.date", "unit.clock", *(f"month.m{month}" for month in range(1, 13)))
    yield from (f"unit.{figure.unit}.{form}" for figure in content.figures.values() for form in ("one", "other"))
    yield from (f"channel.{channel}.name" for channel in content.channels)


def _printed(language: Language) -> Iterator[tuple[str, str]]:
    for cause, source in language.explanations.items():
        for match in PRINTED.finditer(source):
            yield cause, match[1]


def _text(pages: Pages, cause: str, facts: Facts) -> str:
    return "\n".join(pages.page(cause, facts).sections.values())
