"""Titles with brackets of their own, cited in brackets."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assess import ROAD_ONLY, Assessor
from core.brackets import cited, unnested
from core.explain.language import Language
from core.explain.pages import Pages
from core.library.articles import Articles
from core.loading.library import Library
from core.schema.answers import Answers

WITHIN = re.compile(r"(?<!\])[（(][^（()）《]*(?<!\])[（(]")
SIGNS = "（）()ab，, ]"


@given(st.text(SIGNS, max_size=24))
def test_that_what_is_unnested_stays_so(text: str) -> None:
    once = unnested(text)
    assert unnested(once) == once
    assert [sign for sign in once if sign in "ab"] == [sign for sign in text if sign in "ab"]


@pytest.mark.parametrize("text", ["(one (two)", "（一（二）", "a) (b (c", "(one（two)）", "(one) (two)", "a\n(b\n(c))"])
def test_that_brackets_without_partners_or_beside_each_other_stay(text: str) -> None:
    assert unnested(text) == text


def test_that_the_marks_of_a_title_keep_its_brackets() -> None:
    assert unnested("（见《甲（1995）》）") == "（见《甲（1995）》）"
    assert cited("甲（转载）", "依据：") == "甲（转载）"


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_that_no_title_is_cited_with_brackets_in_brackets(
    library: Library, languages: dict[str, Language], assessor: Assessor, code: str
) -> None:
    language = languages[code]
    articles, pages = Articles(language, library.shelf.articles(code)), Pages(language)
    nothing = assessor.assess(Answers(as_of=dt.date(2026, 11, 26), mode="before"), ROAD_ONLY).facts
    told = [words for name in library.content.library.article for words in articles.sections(name).values()]
    told += [words for cause in library.content.causes for words in pages.page(cause, nothing).sections.values()]
    told.append(language.words("cost.line_rule"))
    assert [found[0] for words in told for found in WITHIN.finditer(words)] == []
