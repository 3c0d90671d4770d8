"""Ids and words of the scales: whatever an entry names must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.errors import Problem
from core.loading.places import TomlPath
from core.loading.rules.context import Context, sourced_in
from core.schema.content import Sourced

# The arithmetic asks for these by name.
NEEDED_WORDS = {
    "weight": ("settles", "moderate"),
    "likelihood": ("points_to", "may_point_to", "same_gate", "elsewhere"),
}
# The source of a number that somebody has thought up.
JUDGEMENT = "expert_judgement"
# The one question whose options are entries of another file: a lender that can be chosen has words and channels.
LENDER_QUESTION = "request.lender"


def check_scales(context: Context) -> Iterator[Problem]:
    """Check the words that the arithmetic needs, and that rising numbers rise."""
    scales = context.content.scales
    tables: Mapping[str, Mapping[str, float]] = {"weight": scales.weight, "likelihood": scales.likelihood}
    for name, words in NEEDED_WORDS.items():
        for word in words:
            if word not in tables[name]:
                yield context.problem("missing_scale_word", "scales", (name,), scale=name, expected=word)
    bands = scales.bands
    if not bands.moderate < bands.elevated < bands.high:
        yield context.problem(
            "not_rising", "scales", ("bands",), found=f"{bands.moderate}, {bands.elevated}, {bands.high}"
        )
    if not scales.ranges.low < scales.ranges.high:
        yield context.problem("not_rising", "scales", ("ranges",), found=f"{scales.ranges.low}, {scales.ranges.high}")


def check_causes(context: Context) -> Iterator[Problem]:
    """Check the gates and causes: gate, and every word."""
    content, scales = context.content, context.content.scales
    for name, gate in content.gates.items():
        yield from _word(context, "gates", name, "unexplained", gate.unexplained, scales.base_rate)
    for name, cause in content.causes.items():
        yield from context.unknown("unknown_gate", "causes", (name, "gate"), cause.gate, content.gates)
        yield from _word(context, "causes", name, "base_rate", cause.base_rate, scales.base_rate)
        yield from _word(context, "causes", name, "strength", cause.strength, scales.strength)
        yield from _word(context, "causes", name, "persistence", cause.persistence, scales.half_life_days)


def check_rules(context: Context) -> Iterator[Problem]:
    """Check that every rule names a cause and a weight."""
    content = context.content
    for name, rule in content.rules.items():
        yield from context.unknown("unknown_cause", "rules", (name, "cause"), rule.cause, content.causes)
        yield from _word(context, "rules", name, "weight", rule.weight, content.scales.weight)


def check_actions(context: Context) -> Iterator[Problem]:
    """Check the causes and effects of every action, and the questions it answers."""
    content = context.content
    for name, action in content.actions.items():
        for cause, effect in action.removes.items():
            path = (name, "removes", cause)
            yield from context.unknown("unknown_cause", "actions", path, cause, content.causes)
            if effect not in content.scales.effect:
                yield from context.unknown("unknown_word", "actions", path, effect, content.scales.effect)
        for number, question in enumerate(action.reveals):
            yield from context.unknown(
                "reveals_unknown", "actions", (name, "reveals", number), question, content.questions
            )


def check_messages(context: Context) -> Iterator[Problem]:
    """Check the gates and causes that messages point to."""
    content = context.content
    for name, message in content.messages.items():
        for number, gate in enumerate(message.gates):
            yield from context.unknown("unknown_gate", "messages", (name, "gates", number), gate, content.gates)
        for field, causes in (("points_to", message.points_to), ("may_point_to", message.may_point_to)):
            for number, cause in enumerate(causes):
                yield from context.unknown("unknown_cause", "messages", (name, field, number), cause, content.causes)


def check_lenders(context: Context) -> Iterator[Problem]:
    """Check the channels of lenders, and that the lenders are the options of the question about the lender."""
    content = context.content
    for name, lender in content.lenders.items():
        for number, channel in enumerate(lender.service):
            yield from context.unknown(
                "unknown_channel", "lenders", (name, "service", number), channel, content.channels
            )
    if LENDER_QUESTION not in content.questions:
        return
    options = [option.id for option in content.questions[LENDER_QUESTION].options]
    for name in content.lenders:
        yield from context.unknown("unknown_option", "lenders", (name,), name, options)
    for number, option in enumerate(options):
        path = (LENDER_QUESTION, "options", number)
        yield from context.unknown("unknown_lender", "questions", path, option, content.lenders)


def check_derived_facts(context: Context) -> Iterator[Problem]:
    """Check that the figures exist, as numbers, with which facts are computed."""
    figures = context.content.figures
    for fact, shape in context.shapes.items():
        for name in shape.needs:
            if name not in figures:
                yield context.problem("missing_figure", "figures", (), fact=fact, expected=name)
            elif not isinstance(figures[name].value, float):
                path, found = (name, "value"), figures[name].value
                yield context.problem("figure_not_a_number", "figures", path, fact=fact, found=found)


def check_sources(context: Context) -> Iterator[Problem]:
    """Check that sources exist, and that a judgement gives its reason."""
    for part, path, entry in sourced_in(context.content):
        yield from check_sources_of(context, part, path, entry)


def check_sources_of(context: Context, part: str, path: TomlPath, entry: Sourced) -> Iterator[Problem]:
    """Check the sources of one entry."""
    for number, source in enumerate(entry.sources):
        yield from context.unknown("unknown_source", part, (*path, "sources", number), source, context.content.sources)
    if JUDGEMENT in entry.sources and not entry.because.strip():
        yield context.problem("because_missing", part, path)


def _word(
    context: Context, part: str, name: str, field: str, word: str, scale: Mapping[str, float]
) -> Iterator[Problem]:
    return context.unknown("unknown_word", part, (name, field), word, scale)
