"""Conditions fit the facts they name: kinds, options, and that they can hold at all."""

from __future__ import annotations

from collections.abc import Iterator

from core.errors import Problem
from core.loading.places import TomlPath
from core.loading.pydantic_problems import shown
from core.loading.rules.context import Context, conditions_in
from core.loading.rules.facts import Shape, can_hold
from core.schema.conditions import Condition

_SIZES = ("at_least", "at_most", "between")
_EXAMPLES = {"word": '"…"', "words": '[ "…" ]', "number": "3", "flag": "true, false"}


def check_conditions(context: Context) -> Iterator[Problem]:
    """Check every condition of questions, rules, actions and red flags."""
    for part, path, conditions in conditions_in(context.content):
        for fact, condition in conditions.items():
            at = (*path, fact)
            shape = context.shapes.get(fact)
            if shape is None:
                yield from context.unknown("unknown_fact", part, at, fact, context.shapes)
                continue
            if not any(read in context.content.questions for read in shape.reads or context.content.questions):
                yield context.problem("fact_never_known", part, at, fact=fact, expected=", ".join(shape.reads))
                continue
            problems = list(_misfits(context, part, at, condition, shape))
            yield from problems
            # An impossible ask_when is told as an unreachable question.
            if not problems and part != "questions" and not can_hold([condition], shape):
                yield context.problem("never_holds", part, at, fact=fact, expected=_range(shape))


def _misfits(context: Context, part: str, at: TomlPath, condition: Condition, shape: Shape) -> Iterator[Problem]:
    fact = at[-1]
    given = [name for name in condition.model_fields_set if getattr(condition, name) is not None and name != "is_known"]
    if shape.kind == "hidden":
        if given:
            yield context.problem("date_in_condition", part, at, fact=fact, found=sorted(given)[0], expected="is_known")
        return
    for name in _SIZES:
        if name in given and shape.kind != "number":
            yield context.problem("size_of_word", part, (*at, name), fact=fact, found=name, expected="equals, any_of")
    if condition.equals is not None:
        yield from _equals(context, part, at, condition.equals, shape)
    for value in condition.any_of or ():
        yield from _value(context, part, (*at, "any_of"), value, shape)


def _equals(context: Context, part: str, at: TomlPath, value: object, shape: Shape) -> Iterator[Problem]:
    at = (*at, "equals")
    if shape.kind == "words" and isinstance(value, tuple):
        for word in value:
            yield from _value(context, part, at, word, shape)
    elif shape.kind == "words" or isinstance(value, tuple):
        yield _wrong(context, part, at, value, shape)
    else:
        yield from _value(context, part, at, value, shape)


def _value(context: Context, part: str, at: TomlPath, value: object, shape: Shape) -> Iterator[Problem]:
    if not _fits(value, shape):
        yield _wrong(context, part, at, value, shape)
    elif isinstance(value, str):
        yield from context.unknown("unknown_option", part, at, value, shape.words)


def _fits(value: object, shape: Shape) -> bool:
    if isinstance(value, str):
        return shape.kind in ("word", "words")
    return shape.kind == ("flag" if isinstance(value, bool) else "number")


def _wrong(context: Context, part: str, at: TomlPath, value: object, shape: Shape) -> Problem:
    return context.problem(
        "wrong_comparison", part, at, fact=at[-2], found=shown(value), expected=_EXAMPLES[shape.kind]
    )


def _range(shape: Shape) -> str:
    return ", ".join(shape.words) if shape.words else f"{shape.low:.12g} … {shape.high:.12g}"
