"""Words that need explaining are found where a text uses them, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.explain.language import Language
from core.library.documents import documents_of
from core.library.glossary import Glossary
from core.loading.library import Library

ENGLISH = Glossary(
    {"report": ["credit report"], "limit": ["limit", "credit limit"], "query": ["query"], "draw": ["draw"]},
    borders=True,
)
CHINESE = Glossary(
    {"one": ["I 类"], "two": ["II 类"], "report": ["征信报告", "征信"], "limit": ["额度"]}, borders=False
)
BOTH = pytest.mark.parametrize("code", ["zh_CN", "en"])


def found(glossary: Glossary, text: str, without: str = "") -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.term) for span in glossary.spans(text, without)]


def test_that_the_longest_spelling_wins_at_one_place() -> None:
    assert found(ENGLISH, "the credit limit") == [("credit limit", "limit")]
    assert found(CHINESE, "看征信报告") == [("征信报告", "report")]


def test_that_an_english_word_is_found_whole_in_any_case_and_in_the_plural() -> None:
    assert found(ENGLISH, "Limits and queries") == [("Limits", "limit"), ("queries", "query")]
    assert found(ENGLISH, "unlimited drawing, delimit") == []


def test_that_class_two_is_not_taken_for_class_one_or_found_in_class_three() -> None:
    assert found(CHINESE, "II 类和 I 类") == [("II 类", "two"), ("I 类", "one")]
    assert found(CHINESE, "III 类") == []


def test_that_only_the_first_mention_in_a_section_is_found() -> None:
    assert found(CHINESE, "额度，额度\n\n## 又一段\n\n额度") == [("额度", "limit"), ("额度", "limit")]
    assert [span.start for span in CHINESE.spans("额度，额度\n\n## 又一段\n\n额度")] == [0, 15]


@pytest.mark.parametrize(
    "text",
    [
        "# 额度",
        "## 额度",
        "[额度](term:limit)",
        "![额度](x.png)",
        "`额度`",
        "<额度>",
        "https://a.b/额度",
        "[a](额度)",
        "《额度办法》",
    ],
)
def test_that_nothing_is_found_in_headings_links_addresses_code_and_titles(text: str) -> None:
    assert found(CHINESE, text) == []


def test_that_a_mention_after_a_closed_one_still_counts() -> None:
    assert found(CHINESE, "[额度](term:limit) 和额度") == [("额度", "limit")]


def test_that_a_term_is_not_linked_in_its_own_explanation() -> None:
    assert found(CHINESE, "额度和征信", without="limit") == [("征信", "report")]


def test_that_linking_puts_the_address_of_the_term_behind_its_words() -> None:
    assert CHINESE.linked("看额度") == "看[额度](term:limit)"


def test_that_no_terms_find_nothing() -> None:
    assert Glossary({}, borders=True).spans("limit") == ()


PIECES = st.lists(
    st.sampled_from(["额度", "征信", "征信报告", "I 类", "II", "# ", "\n", "a", "[", "](", ")", "`", "，"]), max_size=30
)


@given(PIECES.map("".join))
def test_that_spans_are_in_order_apart_and_name_what_stands_there(text: str) -> None:
    spans = CHINESE.spans(text)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    spelled = {"one": {"I 类"}, "two": {"II 类"}, "report": {"征信报告", "征信"}, "limit": {"额度"}}
    assert all(text[span.start : span.end] in spelled[span.term] for span in spans)


@given(PIECES.map("".join))
def test_that_linking_adds_links_and_changes_no_word(text: str) -> None:
    linked = CHINESE.linked(text)
    assert linked.count("](term:") == len(CHINESE.spans(text))
    assert re.sub(r"\[([^\[\]]*)\]\(term:\w+\)", r"\1", linked) == text


@BOTH
def test_that_every_word_of_the_glossary_is_used_somewhere(
    library: Library, languages: Mapping[str, Language], code: str
) -> None:
    glossary = Glossary.of(languages[code].words, library.content.library.term)
    prose = [document.text for document in documents_of(languages[code], library.shelf) if document.kind != "term"]
    used = {span.term for text in prose for span in glossary.spans(text)}
    assert set(library.content.library.term) - used == set()


@BOTH
def test_that_no_two_words_share_a_spelling(library: Library, languages: Mapping[str, Language], code: str) -> None:
    words = languages[code].words
    spellings = [
        form.strip().casefold()
        for term in library.content.library.term
        for form in words(f"term.{term}.forms").split("|")
    ]
    assert len(spellings) == len(set(spellings))
    assert "" not in spellings
