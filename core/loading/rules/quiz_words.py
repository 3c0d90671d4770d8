"""The words of the quiz: which keys its items need, and that their placeholders stand for numbers of the item."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue import placeholders
from core.errors import Problem
from core.loading.places import TomlPath
from core.loading.rules.context import Context
from core.loading.texts import Texts
from core.schema.quiz import ANSWER, Item, QuizBook

_FAMILIES = ("quiz.", "misconception.", "quiz_set.")


def quiz_keys(book: QuizBook) -> dict[str, TomlPath]:
    """Return every key that the quiz needs a text for, with the path of what needs it."""
    keys: dict[str, TomlPath] = {}
    for name, item in book.item.items():
        keys |= {f"quiz.{name}.{field}": ("item", name) for field in ("ask", "told")}
        for number, option in enumerate(item.options):
            path = ("item", name, "options", number)
            keys |= {f"quiz.{name}.option.{option}.{field}": path for field in ("text", "feedback")}
        keys |= {f"quiz.{name}.miss.{miss}.feedback": ("item", name, "misses", miss) for miss in item.misses}
    keys |= {f"misconception.{name}": ("misconception", name) for name in book.misconception}
    return keys | {f"quiz_set.{name}": ("set", name) for name in book.set}


def units_in(book: QuizBook) -> Iterator[tuple[TomlPath, str]]:
    """Yield (path, unit) of every number in the quiz."""
    for name, item in book.item.items():
        if item.unit:
            yield ("item", name, "unit"), item.unit
        for number, value in item.numbers.items():
            yield ("item", name, "numbers", number, "unit"), value.unit


def check_quiz_words(context: Context, texts: Texts) -> Iterator[Problem]:
    """Check that no word of one language is about what the quiz does not have, and that its placeholders are filled."""
    book = context.content.quiz
    keys = quiz_keys(book)
    for key, home in texts.homes.items():
        if not key.startswith(_FAMILIES):
            continue
        if key not in keys:
            found = _unknown_part(book, key)
            yield context.places.problem("words_without_entry", home.file, home.path, key=key, found=found)
            continue
        known = _numbers_of(book.item[key.split(".")[1]]) if key.startswith("quiz.") else set()
        # A name with a dot is a figure or a channel: those are checked with all other words.
        for name in sorted(name for name in placeholders(texts.words[key]) - known if "." not in name):
            yield context.places.problem("unknown_placeholder", home.file, home.path, key=key, found=name)


def _numbers_of(item: Item) -> set[str]:
    return {*item.numbers, *([ANSWER] if item.answer is not None else [])}


def _unknown_part(book: QuizBook, key: str) -> str:
    """Return the first part of a key that leads nowhere: the item if there is none, else what it is said of it."""
    family, _, rest = key.partition(".")
    item, _, field = rest.partition(".")
    return field if family == "quiz" and item in book.item and field else item
