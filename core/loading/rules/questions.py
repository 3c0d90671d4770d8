"""Questions: sections in order, shares that add up, typical answers that fit, and that each is asked and used."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from core.errors import Problem
from core.loading.places import TomlPath
from core.loading.rules.context import Context, conditions_in
from core.loading.rules.facts import can_hold
from core.loading.rules.links import LENDER_QUESTION
from core.loading.rules.samples import check_samples
from core.schema.conditions import Condition
from core.schema.content import Question

WITH_OPTIONS = ("choice", "several")


def check_sections(context: Context) -> Iterator[Problem]:
    """Check that the questions stand in the order of the sections, and that each section has some."""
    sections = context.content.sections
    reached = 0
    for name, question in context.content.questions.items():
        yield from context.unknown("unknown_section", "questions", (name, "section"), question.section, sections)
        if question.section not in sections:
            continue
        place = sections.index(question.section)
        if place < reached:
            yield context.problem(
                "section_out_of_order",
                "questions",
                (name, "section"),
                found=question.section,
                expected=sections[reached],
            )
        reached = max(reached, place)
    used = {question.section for question in context.content.questions.values()}
    for number, section in enumerate(sections):
        if section not in used:
            yield context.problem("empty_section", "questions", ("sections", number), found=section)
        if section in sections[:number]:
            yield context.problem("given_twice", "questions", ("sections", number), found=section)


def check_answers(context: Context) -> Iterator[Problem]:
    """Check options, bounds, shares and typical answers of every question."""
    for name, question in context.content.questions.items():
        yield from _options(context, name, question)
        yield from _bounds(context, name, question)
        if question.kind == "choice":
            shares = [option.share for option in question.options]
            yield from check_shares(context, (name, "options"), shares)
        else:
            yield from check_shares(context, (name, "samples"), [sample.share for sample in question.samples])
        yield from check_samples(context, name, question)


def check_shares(context: Context, at: TomlPath, shares: Sequence[float | None]) -> Iterator[Problem]:
    """Check that shares add up to one, or that none is given."""
    given = [share for share in shares if share is not None]
    if not given:
        return
    if len(given) < len(shares):
        yield context.problem("share_missing", "questions", (*at, list(shares).index(None)))
    elif not math.isclose(sum(given), 1, abs_tol=1e-6):
        yield context.problem("shares_off", "questions", at, found=f"{sum(given):g}", expected="1")


def check_reachable(context: Context) -> Iterator[Problem]:
    """Check that ``ask_when`` looks back only, and can be met by the questions before."""
    order = {name: number for number, name in enumerate(context.content.questions)}
    for name, question in context.content.questions.items():
        later = [
            fact
            for fact in question.ask_when
            if any(order.get(read, -1) >= order[name] for read in _reads(context, fact))
        ]
        for fact in later:
            yield context.problem("later_question", "questions", (name, "ask_when", fact), fact=fact)
        if not later and not _reachable(context, name):
            yield context.problem("unreachable_question", "questions", (name, "ask_when"))


def check_used(context: Context) -> Iterator[Problem]:
    """Check that each question bears on something, alone or through a derived fact that is in use."""
    facts = {
        fact for part, _, conditions in conditions_in(context.content) if part != "questions" for fact in conditions
    }
    used = {question for fact in facts for question in _reads(context, fact)}
    for name in context.content.questions:
        if name not in used and name != LENDER_QUESTION:  # the lender decides on words and channels
            yield context.problem("unused_question", "questions", (name,))


def _reads(context: Context, fact: str) -> tuple[str, ...]:
    shape = context.shapes.get(fact)
    return shape.reads if shape else ()


def _options(context: Context, name: str, question: Question) -> Iterator[Problem]:
    if question.kind in WITH_OPTIONS and not question.options:
        yield context.problem("options_missing", "questions", (name,), kind=question.kind)
    if question.kind not in WITH_OPTIONS and question.options:
        yield context.problem("field_out_of_place", "questions", (name, "options"), kind=question.kind)
    ids = [option.id for option in question.options]
    for number, option in enumerate(ids):
        if option in ids[:number]:
            yield context.problem("given_twice", "questions", (name, "options", number), found=option)


def _bounds(context: Context, name: str, question: Question) -> Iterator[Problem]:
    low, high = question.minimum, question.maximum
    if low is not None and high is not None and low > high:
        yield context.problem("bounds_reversed", "questions", (name, "minimum"), found=f"{low:.12g} … {high:.12g}")


def _reachable(context: Context, name: str) -> bool:
    """Return whether some answers lead to the question, in some mode that it is asked in."""
    modes = set(context.content.questions[name].modes)
    wanted: dict[str, list[Condition]] = {}
    asked: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in asked or current not in context.content.questions:
            continue
        asked.add(current)
        modes &= set(context.content.questions[current].modes)
        for fact, condition in context.content.questions[current].ask_when.items():
            wanted.setdefault(fact, []).append(condition)
            # A fact read from several questions may be known from the others; only a direct one must be asked.
            if fact in context.content.questions and condition.is_known is not False:
                waiting.append(fact)
    return bool(modes) and all(
        can_hold(conditions, context.shapes[fact]) for fact, conditions in wanted.items() if fact in context.shapes
    )
