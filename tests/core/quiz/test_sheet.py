"""Every item in words, in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from core.explain.language import Language
from core.loading.library import Library
from core.quiz.sheet import NoSuchItemError, feedback_on, item_words


def test_that_every_item_is_in_words_in_both_languages(library: Library, languages: Mapping[str, Language]) -> None:
    for language in languages.values():
        for name, item in library.content.quiz.item.items():
            words = item_words(language, name)
            assert tuple(option.id for option in words.options) == item.options
            assert tuple(option.id for option in words.options if option.right) == item.right
            texts = [
                words.ask,
                words.told,
                *(text for option in words.options for text in (option.text, option.feedback)),
            ]
            texts += [miss.feedback for miss in words.misses]
            assert all(texts)
            assert not re.search(r"[{}]", " ".join(texts))


def test_that_numbers_stand_in_the_words_with_their_units(languages: Mapping[str, Language], library: Library) -> None:
    for name, item in library.content.quiz.item.items():
        words = item_words(languages["en"], name)
        if item.answer is not None:
            assert words.answer_words == languages["en"].wording.count(item.answer, item.unit)


def test_that_feedback_is_that_of_what_was_chosen(library: Library, languages: Mapping[str, Language]) -> None:
    for name, item in library.content.quiz.item.items():
        words = item_words(languages["zh_CN"], name)
        for option in words.options:
            assert feedback_on(words, item, (option.id,)) == (option.feedback,)
        for miss in words.misses:
            assert feedback_on(words, item, miss.value) == (miss.feedback,)
        assert feedback_on(words, item, None) == ()


def test_that_an_item_nobody_wrote_is_told_by_its_name(languages: Mapping[str, Language]) -> None:
    with pytest.raises(NoSuchItemError) as caught:
        item_words(languages["en"], "nobody_wrote_this")
    assert languages["en"].words("error.no_such_quiz_item", **caught.value.facts).count("nobody_wrote_this") == 1
