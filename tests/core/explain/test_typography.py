"""How the words of both languages are set: signs that a reader stumbles over are in none of them."""

from __future__ import annotations

import re

import pytest

from core.loading.library import Library

CODE = re.compile(r"\{[{%#].*?[%}#]\}|`[^`]*`", re.DOTALL)
"""What a template works out, and what is typed into a file, where a straight quotation mark is right."""
TYPED = {"error.attempts_before", "problem.attempts_before"}
"""Words that quote a line of a file."""


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_that_no_quotation_mark_is_straight(library: Library, code: str) -> None:
    words = {key: text for key, text in library.words[code].items() if key not in TYPED}
    assert [key for key, text in {**words, **library.explanations[code]}.items() if '"' in CODE.sub("", text)] == []


def test_that_chinese_words_are_set_with_chinese_signs(library: Library) -> None:
    halved = re.compile(r"[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff] ?\([^)]*[\u4e00-\u9fff]")
    assert [key for key, text in library.words["zh_CN"].items() if halved.search(text)] == []
