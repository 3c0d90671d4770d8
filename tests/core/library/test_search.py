"""Finding: what is found, in which order, and where it is marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.explain.language import Language
from core.library.documents import Document, documents_of
from core.library.search import Hit, Index, fold
from core.loading.library import Library

ENGLISH = (
    Document("article", "text", "Cost", (), "A credit report is a record of credit."),
    Document("article", "heading", "Money", ("Your credit report",), "Nothing here."),
    Document("article", "title", "The credit report", (), "Nothing here."),
    Document("article", "start", "Creditors", (), "Nothing here."),
    Document("article", "inside", "Accredited", (), "Nothing here."),
)
CHINESE = (
    Document("article", "title", "征信报告", (), "没有别的。"),
    Document("article", "heading", "看一看", ("你的征信",), "没有别的。"),
    Document("article", "text", "钱", (), "银行会看你的征信报告。"),
    Document("article", "latin", "App 里的额度", (), "ＶＰＮ 要关掉。"),
)
BOTH = pytest.mark.parametrize("code", ["zh_CN", "en"])
Indexes = Mapping[str, Index]


@pytest.fixture(scope="module")
def indexes(library: Library, languages: Mapping[str, Language]) -> Indexes:
    return {
        code: Index(documents_of(language, library.shelf), chinese=code == "zh_CN")
        for code, language in languages.items()
    }


def english(query: str) -> list[str]:
    return [hit.id for hit in Index(ENGLISH, chinese=False).search(query)]


def chinese(query: str) -> list[str]:
    return [hit.id for hit in Index(CHINESE, chinese=True).search(query)]


def marked(hit: Hit) -> list[str]:
    return [hit.excerpt[start:end] for start, end in hit.excerpt_marks]


def test_that_a_title_comes_before_a_heading_and_a_heading_before_the_text() -> None:
    assert english("credit report") == ["title", "heading", "text"]
    assert chinese("征信") == ["title", "heading", "text"]


def test_that_a_whole_word_comes_before_the_start_of_one_and_that_before_the_inside() -> None:
    assert [name for name in english("credit") if name in ("title", "start", "inside")] == ["title", "start", "inside"]


def test_that_every_word_of_the_query_must_stand_in_a_document() -> None:
    assert english("credit record") == ["text"]
    assert english("credit nowhere") == []


@pytest.mark.parametrize("query", ["征信报告", "zhengxinbaogao", "zheng xin bao gao", "zhengxinb", "zxbg", "ZXBG"])
def test_that_chinese_is_found_by_its_signs_its_sounds_and_their_first_letters(query: str) -> None:
    assert chinese(query)[0] == "title"


def test_that_a_sound_depends_on_the_neighbours_of_a_sign() -> None:
    assert chinese("yinhang") == ["text"]
    assert chinese("yinxing") == []


def test_that_two_first_letters_are_looked_for_in_titles_and_headings_only() -> None:
    assert chinese("zx") == ["title", "heading"]


def test_that_a_sound_is_found_only_from_the_start_of_a_sign() -> None:
    assert chinese("engxin") == []


def test_that_latin_letters_in_chinese_are_found_as_they_stand_in_any_width() -> None:
    assert chinese("app") == chinese("ＡＰＰ") == ["latin"]
    assert chinese("vpn") == ["latin"]


@pytest.mark.parametrize("query", ["", "   ", "\n\t"])
def test_that_nothing_typed_finds_nothing(query: str) -> None:
    assert english(query) == chinese(query) == []


def test_that_the_excerpt_shows_what_was_found_and_marks_it() -> None:
    text = "start " * 60 + "the reserved number " + "end " * 60
    (hit,) = Index([Document("cause", "a", "Phone", (), text)], chinese=False).search("reserved number")
    assert marked(hit) == ["reserved", "number"]
    assert (hit.excerpt[0], hit.excerpt[-1]) == ("…", "…")
    assert len(hit.excerpt) < 250
    assert set(hit.excerpt.strip("…").split()) == {"start", "the", "reserved", "number", "end"}


def test_that_the_title_is_marked_where_the_word_stands() -> None:
    (hit, *_) = Index(ENGLISH, chinese=False).search("report")
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["report"]


def test_that_sounds_mark_the_signs_they_belong_to() -> None:
    hit = Index(CHINESE, chinese=True).search("zhengx")[0]
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["征信"]


def test_that_preparing_changes_no_answer() -> None:
    prepared = Index(CHINESE, chinese=True)
    prepared.prepare()
    assert prepared.search("zhengxin") == Index(CHINESE, chinese=True).search("zhengxin")


def test_that_a_query_without_end_is_cut_off() -> None:
    assert english("credit " * 10_000) == english("credit")


@given(st.text(max_size=40))
def test_that_folding_keeps_every_sign_where_it_was(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="征信报告银行crediteport (*[.+\\", max_size=20))
def test_that_any_query_is_answered_with_marks_inside_the_texts(query: str) -> None:
    for documents, is_chinese in ((ENGLISH, False), (CHINESE, True)):
        for hit in Index(documents, chinese=is_chinese).search(query):
            assert all(0 <= start < end <= len(hit.title) for start, end in hit.title_marks)
            assert all(0 <= start < end <= len(hit.excerpt) for start, end in hit.excerpt_marks)
            assert hit.title_marks or hit.excerpt_marks


@BOTH
def test_that_every_document_is_found_by_its_own_title(
    library: Library, languages: Mapping[str, Language], indexes: Indexes, code: str
) -> None:
    for document in documents_of(languages[code], library.shelf):
        hits = indexes[code].search(document.title, most=5)
        assert (document.kind, document.id) in [(hit.kind, hit.id) for hit in hits], document.title


FIRST = {
    ("zh_CN", "征信报告"): {"credit_report_calmly", "credit_report"},
    ("zh_CN", "解冻费"): {"unfreeze_fee"},
    ("zh_CN", "shualiushui"): {"statement_polishing"},
    ("zh_CN", "elei zhanghu"): set(),
    ("en", "fee to unfreeze"): {"unfreeze_fee", "one_rule_against_scams"},
    ("en", "cost table"): {"cost_table", "true_cost"},
    ("en", "instal"): {"instalment"},
}


@pytest.mark.parametrize(("code", "query"), FIRST)
def test_that_a_word_leads_to_the_page_that_is_about_it(indexes: Indexes, code: str, query: str) -> None:
    hits = indexes[code].search(query)
    assert {hit.id for hit in hits[:1]} <= FIRST[code, query]
    assert bool(hits) == bool(FIRST[code, query])


@BOTH
def test_that_a_search_in_everything_is_answered_at_once(indexes: Indexes, code: str) -> None:
    queries = {"zh_CN": ("征信", "a", "借款 机构", "zx"), "en": ("credit", "a", "the loan", "e")}[code]
    for query in queries:
        indexes[code].search(query)  # the sounds are worked out once
        start = dt.datetime.now(dt.UTC)
        indexes[code].search(query)
        assert (dt.datetime.now(dt.UTC) - start).total_seconds() < 0.2, query
