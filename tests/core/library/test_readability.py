"""The figures of readability against counts by hand."""

from __future__ import annotations

import pytest

from core.library.readability import chinese, english, syllables

WORDS = {
    "the": 1, "loan": 1, "lender": 2, "money": 2, "people": 2, "asked": 1, "wanted": 2, "needed": 2, "changes": 2,
    "comes": 1, "limits": 2, "table": 2, "queries": 2, "decision": 3, "account": 2, "verification": 5, "refused": 2,
    "free": 1, "borrow": 2, "bridge": 1,
}  # fmt: skip


def test_that_syllables_agree_with_a_count_by_hand() -> None:
    assert {word: syllables(word) for word in WORDS} == WORDS


def test_that_a_text_in_words_of_one_syllable_is_easier_than_any_grade() -> None:
    figures = english("The cat sat. The dog ran.")
    assert (figures.words, figures.sentences, figures.syllables) == (6, 2, 6)
    assert figures.grade == pytest.approx(0.39 * 3 + 11.8 - 15.59)


def test_that_a_point_inside_a_number_or_name_ends_no_sentence() -> None:
    assert english("It costs 13.5 yuan a day. Pay later.").sentences == 2
    assert english('He said "stop." Then he left.').sentences == 2


def test_that_longer_sentences_and_words_raise_the_grade() -> None:
    assert english("Pay it. Wait. Ask.").grade < english("Pay it, wait, and ask.").grade
    assert english("We ask you.").grade < english("Institutions interrogate applicants.").grade


def test_that_chinese_is_counted_by_signs_sentences_and_rare_signs() -> None:
    figures = chinese("先看卡，再看额度。App 里有没有？\n没有\n", frozenset("先看卡再额度里有没"))
    assert (figures.signs, figures.sentences, figures.rare) == (13, 3, 0)
    assert chinese("先嵌。", frozenset("先")).rare_share == pytest.approx(0.5)
    assert figures.sentence_length == pytest.approx(13 / 3)


@pytest.mark.parametrize("text", ["", "  \n", "。。", "1 2 3."])
def test_that_a_text_without_words_has_figures_of_nothing(text: str) -> None:
    assert english(text).grade == 0
    assert chinese(text, frozenset()).sentence_length == chinese(text, frozenset()).rare_share == 0
