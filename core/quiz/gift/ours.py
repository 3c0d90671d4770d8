"""Items of our quiz as GIFT questions: the text of a language, plain, one category a lesson."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.explain.language import Language
from core.quiz.gift.questions import FULL, Choice, Choices, Near, Numerical, Question, Text, text_of
from core.quiz.sheet import ItemWords, item_words

WRONG = -FULL
"""Of a wrong option of a multiple choice: whoever takes one gets nothing for the right ones, as here."""


def questions_of(language: Language, items: Iterable[str]) -> Iterator[Question]:
    """Yield items as GIFT questions; the name of each is its id, so that it is known when it comes back.

    Raises:
        NoSuchItemError: There is no such item.
    """
    return (question_of(language, item_words(language, name)) for name in items)


def question_of(language: Language, words: ItemWords) -> Question:
    """Return one item as a GIFT question. What is told after handing in becomes its general feedback."""
    # A slash would begin a category below; Moodle writes it twice where it is part of a name.
    category = words.lesson_name.replace("/", "//")
    general = _plain(words.told)
    if words.answer is None:
        return Question(_plain(words.ask), _choices(words), words.id, category, general)
    asked = _plain(f"{words.ask}\n{in_unit(language, words.unit)}")
    return Question(asked, _numerical(words), words.id, category, general)


def in_unit(language: Language, unit: str) -> str:
    """Return the line that says in which unit a number is wanted: Moodle shows no unit beside its field."""
    return language.words("quizline.in_unit", unit=language.words(f"unit.{unit}.other", n="…", tenfold="…"))


def _choices(words: ItemWords) -> Choices:
    single = words.kind == "single"
    # Moodle takes five decimals, and knows a third as 33.33333.
    share = FULL if single else round(FULL / sum(option.right for option in words.options), 5)
    wrong = 0.0 if single else WRONG
    return Choices(
        single,
        tuple(
            Choice(_plain(option.text), share if option.right else wrong, _plain(option.feedback))
            for option in words.options
        ),
    )


def _numerical(words: ItemWords) -> Numerical:
    right = Near(words.answer, words.tolerance or 0.0, FULL, _plain(""))
    missed = (Near(miss.value, miss.tolerance, 0.0, _plain(miss.feedback)) for miss in words.misses)
    return Numerical((right, *missed), _plain(""))


def _plain(text: str) -> Text:
    return text_of(text, "plain")
