"""Every article, in both languages: its parts, its sources, its words, its length, and how hard it reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.explain.language import Language
from core.library.articles import ArticlePage, Articles, NotOnTheShelfError
from core.library.documents import plain
from core.library.glossary import Glossary
from core.library.readability import chinese, english
from core.loading.library import Library
from core.schema.library import ARTICLE_SECTIONS

ROOT = Path(__file__).parents[3]
BOTH = pytest.mark.parametrize("code", ["zh_CN", "en"])
LEFTOVERS = re.compile(r"\{\{|\}\}|\{%|%\}|&\w+;|&#\d+;|^# ", re.MULTILINE)
SIGNS_A_MINUTE, WORDS_A_MINUTE = 200, 150
"""Slow reading: with thoughts of one's own on the way."""
HIGHEST_GRADE = 7.0
LONGEST_SENTENCE, MOST_RARE_SIGNS = 22.0, 0.025

Pages = Mapping[str, ArticlePage]


@pytest.fixture(scope="module")
def pages(library: Library, languages: Mapping[str, Language]) -> Mapping[str, Pages]:
    made = {code: Articles(language, library.shelf.articles(code)) for code, language in languages.items()}
    return {code: {name: of.page(name) for name in library.content.library.article} for code, of in made.items()}


@pytest.fixture(scope="module")
def common() -> frozenset[str]:
    return frozenset((ROOT / "resources" / "reading" / "common_characters.txt").read_text("utf-8"))


def prose(page: ArticlePage) -> str:
    return "\n".join(plain(line) for section in page.sections.values() for line in section.splitlines())


@BOTH
def test_that_every_article_has_its_four_parts_filled_in(pages: Mapping[str, Pages], code: str) -> None:
    for name, page in pages[code].items():
        assert tuple(page.sections) == ARTICLE_SECTIONS, name
        for section, text in page.sections.items():
            assert len(text) > 30, (name, section)
            assert not LEFTOVERS.search(text), (name, section)
        assert "1. " in page.sections["today"], name
        assert min(len(page.questions), len(page.sources)) > 0, name


@BOTH
def test_that_a_source_is_shown_with_its_kind_and_how_far_to_trust_it(pages: Mapping[str, Pages], code: str) -> None:
    for page in pages[code].values():
        assert all(source.title and source.publisher and source.kind and source.confidence for source in page.sources)


def test_that_what_an_article_names_in_its_text_is_among_its_sources(library: Library) -> None:
    named = re.compile(r"sources\.(\w+)")
    for code in library.languages:
        for name, text in library.shelf.articles(code).items():
            listed = set(library.content.library.article[name].sources)
            assert set(named.findall(text)) <= listed, (code, name, set(named.findall(text)) - listed)


def test_that_both_languages_name_the_same_figures_in_the_same_parts(library: Library) -> None:
    tags = re.compile(r"^# \w+|\{\{ *(\w+\.\w+) *\}\}", re.MULTILINE)
    for name, text in library.shelf.articles("zh_CN").items():
        other = library.shelf.articles("en")[name]
        assert _by_part(tags, text) == _by_part(tags, other), name


def _by_part(tags: re.Pattern[str], text: str) -> list[set[str]]:
    parts: list[set[str]] = []
    for match in tags.finditer(text):
        if match[1] is None:
            parts.append(set())
        else:
            parts[-1].add(match[1])
    return parts


@BOTH
def test_that_an_article_uses_the_words_it_says_it_explains(
    library: Library, languages: Mapping[str, Language], pages: Mapping[str, Pages], code: str
) -> None:
    glossary = Glossary.of(languages[code].words, library.content.library.term)
    for name, page in pages[code].items():
        found = {span.term for text in page.sections.values() for span in glossary.spans(text)}
        assert set(page.terms) <= found, name


def test_that_a_chinese_article_has_400_to_900_signs_and_the_minutes_it_says(
    pages: Mapping[str, Pages], common: frozenset[str]
) -> None:
    for name, page in pages["zh_CN"].items():
        signs = chinese(prose(page), common).signs
        assert 400 <= signs <= 900, (name, signs)
        assert abs(page.minutes - signs / SIGNS_A_MINUTE) <= 1, name
        assert abs(page.minutes - english(prose(pages["en"][name])).words / WORDS_A_MINUTE) <= 1, name


def test_that_the_english_reads_as_in_middle_school(pages: Mapping[str, Pages]) -> None:
    grades = {name: english(prose(page)).grade for name, page in pages["en"].items()}
    assert {name: grade for name, grade in grades.items() if grade > HIGHEST_GRADE} == {}


def test_that_the_chinese_has_short_sentences_and_common_signs(
    pages: Mapping[str, Pages], common: frozenset[str]
) -> None:
    for name, page in pages["zh_CN"].items():
        figures = chinese(prose(page), common)
        assert figures.sentence_length <= LONGEST_SENTENCE, name
        assert figures.rare_share <= MOST_RARE_SIGNS, name


def test_that_the_list_of_common_signs_is_the_one_of_2500(common: frozenset[str]) -> None:
    signs = {sign for sign in common if not sign.isspace()}
    assert len(signs) == 2500
    assert all("\u4e00" <= sign <= "\u9fff" for sign in signs)


def test_that_the_library_carries_what_was_promised(library: Library) -> None:
    shelf = library.content.library
    assert len(shelf.article) >= 16
    assert len(shelf.term) >= 24
    assert len(shelf.case) >= 10
    assert {article.lesson for article in shelf.article.values()} == set(shelf.lessons)


@BOTH
def test_that_an_article_that_names_the_simulated_one_says_what_it_is(pages: Mapping[str, Pages], code: str) -> None:
    for name, page in pages[code].items():
        text = prose(page)
        if "simulated_article" in {source.id for source in page.sources}:
            assert ("模拟" if code == "zh_CN" else "simulated") in text, name


def test_that_an_article_nobody_wrote_is_told(library: Library, languages: Mapping[str, Language]) -> None:
    with pytest.raises(NotOnTheShelfError):
        Articles(languages["en"], library.shelf.articles("en")).page("no_such_article")
