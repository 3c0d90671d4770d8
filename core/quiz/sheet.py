"""An item of the quiz with its words in one language: numbers, figures and channels filled in."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import AppError
from core.explain.language import Language
from core.quiz.marking import Given, miss_of
from core.schema.quiz import ANSWER, Item, ItemKind


class NoSuchItemError(AppError):
    """The quiz has no item of this name."""

    code = "no_such_quiz_item"


@dataclass(frozen=True)
class OptionWords:
    """One option: what it says, whether it is right, and what is told to whoever chose it."""

    id: str
    text: str
    right: bool
    feedback: str


@dataclass(frozen=True)
class MissWords:
    """One typical wrong number, and what is told to whoever gave it."""

    id: str
    value: float
    tolerance: float
    feedback: str


@dataclass(frozen=True)
class ItemWords:
    """An item as it is read. ``answer`` and ``tolerance`` are None where there are options; ``answer_words`` is ""."""

    id: str
    kind: ItemKind
    lesson: str
    lesson_name: str
    article: str
    article_title: str
    ask: str
    told: str
    options: tuple[OptionWords, ...] = ()
    answer: float | None = None
    tolerance: float | None = None
    unit: str = ""
    answer_words: str = ""
    misses: tuple[MissWords, ...] = ()


def item_words(language: Language, name: str) -> ItemWords:
    """Return an item in words.

    Raises:
        NoSuchItemError: There is no such item.
    """
    content, words = language.content, language.words
    if name not in content.quiz.item:
        raise NoSuchItemError(found=name[:60])
    item = content.quiz.item[name]
    lesson = content.library.article[item.article].lesson
    numbers = numbers_of(language, item)
    return ItemWords(
        id=name,
        kind=item.kind,
        lesson=lesson,
        lesson_name=words(f"lesson.{lesson}.name"),
        article=item.article,
        article_title=words(f"article.{item.article}.title"),
        ask=words(f"quiz.{name}.ask", **numbers),
        told=words(f"quiz.{name}.told", **numbers),
        options=_options(language, name, item, numbers),
        answer=item.answer,
        tolerance=item.tolerance,
        unit=item.unit,
        answer_words=numbers.get(ANSWER, ""),
        misses=_misses(language, name, item, numbers),
    )


def numbers_of(language: Language, item: Item) -> dict[str, str]:
    """Return the placeholders that an item's own words may name, each as a number with its unit."""
    count = language.wording.count
    found = {name: count(number.value, number.unit) for name, number in item.numbers.items()}
    return found if item.answer is None else {**found, ANSWER: count(item.answer, item.unit)}


def feedback_on(words: ItemWords, item: Item, given: Given) -> tuple[str, ...]:
    """Return what is told about an answer: the feedback of every option chosen, or of a typical wrong number."""
    if isinstance(given, tuple):
        return tuple(option.feedback for option in words.options if option.id in given)
    missed = miss_of(item, given) if given is not None else None
    return tuple(miss.feedback for miss in words.misses if miss.id == missed)


def prose_of(words: ItemWords) -> str:
    """Return all that is read of an item, a text a line, so that its readability can be measured."""
    options = (text for option in words.options for text in (option.text, option.feedback))
    return "\n".join((words.ask, words.told, *options, *(miss.feedback for miss in words.misses)))


def _options(language: Language, name: str, item: Item, numbers: dict[str, str]) -> tuple[OptionWords, ...]:
    def words(option: str, field: str) -> str:
        return language.words(f"quiz.{name}.option.{option}.{field}", **numbers)

    return tuple(
        OptionWords(option, words(option, "text"), option in item.right, words(option, "feedback"))
        for option in item.options
    )


def _misses(language: Language, name: str, item: Item, numbers: dict[str, str]) -> tuple[MissWords, ...]:
    return tuple(
        MissWords(id_, miss.value, miss.tolerance, language.words(f"quiz.{name}.miss.{id_}.feedback", **numbers))
        for id_, miss in item.misses.items()
    )
