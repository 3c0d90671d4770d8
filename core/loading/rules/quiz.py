"""The items of the quiz can be answered and marked, lead to articles that exist, and can be compared in sets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from core.errors import Problem
from core.loading.places import TomlPath
from core.loading.rules.context import Context
from core.loading.rules.quiz_words import units_in
from core.schema.quiz import ANSWER, Item, Miss, QuizSet

FEWEST_OPTIONS = 2

_ID = re.compile(r"[a-z][a-z0-9_]*")
_PART = "quiz"
_OF_CHOICES = ("options", "right", "shows")
_OF_NUMBERS = ("answer", "tolerance", "unit", "misses")
_NOT_COUNTED = ("date", "clock")


def check_quiz(context: Context) -> Iterator[Problem]:
    """Check everything in the quiz but its words."""
    book = context.content.quiz
    yield from _ids(context)
    for name, item in book.item.items():
        yield from _article(context, ("item", name), item.article)
        yield from _fields(context, name, item)
        yield from _options(context, name, item) if item.kind != "numeric" else _misses(context, name, item)
        yield from _shown(context, name, item)
    for path, unit in units_in(book):
        if unit in _NOT_COUNTED:
            yield context.problem("unit_not_counted", _PART, path, found=unit)
    shown = {belief for item in book.item.values() for _, belief in _beliefs(item)}
    for name, belief in book.misconception.items():
        yield from _article(context, ("misconception", name), belief.article)
        if name not in shown:
            yield context.problem("misconception_never_shown", _PART, ("misconception", name), found=name)
    for name, pairs in book.set.items():
        yield from _set(context, name, pairs)


def _ids(context: Context) -> Iterator[Problem]:
    book = context.content.quiz
    paths: list[TomlPath] = [("item", name) for name in book.item]
    paths += [("misconception", name) for name in book.misconception] + [("set", name) for name in book.set]
    for name, item in book.item.items():
        paths += [("item", name, "numbers", number) for number in item.numbers]
        paths += [("item", name, "misses", miss) for miss in item.misses]
        named = ((number, option) for number, option in enumerate(item.options) if not _ID.fullmatch(option))
        for number, _ in named:
            yield context.problem("bad_id", _PART, ("item", name, "options", number))
        if ANSWER in item.numbers:
            yield context.problem("number_called_answer", _PART, ("item", name, "numbers", ANSWER), found=ANSWER)
    for path in paths:
        if not _ID.fullmatch(str(path[-1])):
            yield context.problem("bad_id", _PART, path)


def _article(context: Context, at: TomlPath, article: str) -> Iterator[Problem]:
    return context.unknown("unknown_article", _PART, (*at, "article"), article, context.content.library.article)


def _fields(context: Context, name: str, item: Item) -> Iterator[Problem]:
    """Tell fields that belong to the other kind, and those that are missing."""
    numeric = item.kind == "numeric"
    for field in _OF_CHOICES if numeric else _OF_NUMBERS:
        if field in item.model_fields_set:
            yield context.problem("field_out_of_place", _PART, ("item", name, field), kind=item.kind)
    for field in ("answer", "tolerance", "unit") if numeric else ("options", "right"):
        if not getattr(item, field) and field not in item.model_fields_set:
            yield context.problem("missing_field", _PART, ("item", name, field))


def _options(context: Context, name: str, item: Item) -> Iterator[Problem]:
    at = ("item", name)
    yield from _twice(context, (*at, "options"), item.options)
    yield from _twice(context, (*at, "right"), item.right)
    for number, option in enumerate(item.right):
        yield from context.unknown("unknown_option", _PART, (*at, "right", number), option, item.options)
    if "options" in item.model_fields_set and len(item.options) < FEWEST_OPTIONS:
        facts = {"found": len(item.options), "expected": FEWEST_OPTIONS}
        yield context.problem("too_few_options", _PART, (*at, "options"), **facts)
    if "right" in item.model_fields_set:
        yield from _number_right(context, name, item)


def _number_right(context: Context, name: str, item: Item) -> Iterator[Problem]:
    right = set(item.right) & set(item.options)
    if item.kind == "single" and len(item.right) != 1:
        yield context.problem("one_right_answer", _PART, ("item", name, "right"), found=len(item.right))
    if item.kind == "multiple" and (not item.right or (item.options and right == set(item.options))):
        # Where everything is right, whoever ticks all without reading passes.
        yield context.problem("right_and_wrong_needed", _PART, ("item", name, "right"), found=len(item.right))


def _misses(context: Context, name: str, item: Item) -> Iterator[Problem]:
    if item.answer is None or item.tolerance is None:
        return
    taken = {"answer": Miss(value=item.answer, tolerance=item.tolerance)}
    for miss, found in item.misses.items():
        for other, there in taken.items():
            if abs(found.value - there.value) <= found.tolerance + there.tolerance:
                path = ("item", name, "misses", miss)
                yield context.problem("miss_overlaps", _PART, path, found=miss, other=other)
        taken[miss] = found


def _beliefs(item: Item) -> Iterator[tuple[TomlPath, str]]:
    for option, belief in item.shows.items():
        yield ("shows", option), belief
    for miss, found in item.misses.items():
        if found.shows:
            yield ("misses", miss, "shows"), found.shows


def _shown(context: Context, name: str, item: Item) -> Iterator[Problem]:
    known = context.content.quiz.misconception
    for path, belief in _beliefs(item):
        yield from context.unknown("unknown_misconception", _PART, ("item", name, *path), belief, known)
    if item.kind == "numeric":
        return
    wrong = [option for option in item.options if option not in item.right]
    for option in item.shows:
        yield from context.unknown("not_a_wrong_option", _PART, ("item", name, "shows", option), option, wrong)


def _set(context: Context, name: str, pairs: QuizSet) -> Iterator[Problem]:
    items, at = context.content.quiz.item, ("set", name)
    for moment, names in (("before", pairs.before), ("after", pairs.after)):
        for number, item in enumerate(names):
            yield from context.unknown("unknown_item", _PART, (*at, moment, number), item, items)
        yield from _twice(context, (*at, moment), names)
    if len(pairs.before) != len(pairs.after):
        facts = {"found": len(pairs.after), "expected": len(pairs.before)}
        yield context.problem("set_not_paired", _PART, (*at, "after"), **facts)
        return
    yield from _kinds(context, at, zip(pairs.before, pairs.after, strict=True))


def _kinds(context: Context, at: TomlPath, pairs: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Tell pairs of two kinds: a number is guessed right less often than an option, so they say nothing together."""
    items = context.content.quiz.item
    for number, (first, second) in enumerate(pairs):
        if first in items and second in items and items[first].kind != items[second].kind:
            facts = {"found": second, "kind": items[second].kind, "other": first, "expected": items[first].kind}
            yield context.problem("pair_of_two_kinds", _PART, (*at, "after", number), **facts)


def _twice(context: Context, at: TomlPath, names: Sequence[str]) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if name in names[:number]:
            yield context.problem("given_twice", _PART, (*at, number), found=name)
