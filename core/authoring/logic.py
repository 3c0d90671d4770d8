"""Rules, conditions and words of the scales as an author reads them: in words, with their numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from core.authoring.sheet import Stand
from core.authoring.words import marked
from core.facts.catalogue import DERIVED
from core.schema.conditions import Condition, Conditions, FactValue
from core.schema.content import Content, Rule, Sourced

_SIZES = ("at_least", "at_most")


def conditions_in_words(conditions: Conditions, stand: Stand) -> str:
    """Return conditions joined by "and", each fact by its short name."""
    said = [words for fact, one in conditions.items() for words in _condition(fact, one, stand)]
    return stand.own("authoring.and").join(said)


def value_in_words(fact: str, value: FactValue, stand: Stand) -> str:
    """Return the value of a fact in words, a mark where there is no such fact."""
    if fact not in DERIVED and fact not in stand.sketch.content.questions:
        return marked(f"{fact}: {value}")
    return stand.language.wording.fact(fact, value)


def rule_line(name: str, rule: Rule, stand: Stand, *, cause: bool) -> str:
    """Return a rule in a line; ``cause`` says whether its cause has to be named."""
    own, about = stand.own, stand.language.words(f"cause.{rule.cause}.name")
    said = own("authoring.rule", when=conditions_in_words(rule.when, stand), weight=weight_in_words(rule, stand))
    whose = own(f"authoring.rule_{rule.speaks}", cause=about) if cause else ""
    return f"{whose}{said} `{name}`"


def weight_in_words(rule: Rule, stand: Stand) -> str:
    """Return the word of a weight, and by how much it multiplies or divides the odds."""
    ratio = stand.sketch.content.scales.weight.get(rule.weight)
    shown = marked(rule.weight) if ratio is None else f"{ratio:g}"
    return stand.own(f"authoring.weight_{rule.speaks}", word=rule.weight, ratio=shown)


def share_in_words(scale: str, word: str, stand: Stand) -> str:
    """Return a word of a scale of probabilities, and its number as a percentage."""
    value = getattr(stand.sketch.content.scales, scale).get(word)
    shown = marked(word) if value is None else stand.language.wording.count(100 * value, "percent")
    return stand.own("authoring.word_and_number", word=word, number=shown)


def persistence_in_words(word: str, stand: Stand) -> str:
    """Return the word for how long a cause lasts, and its half-life."""
    days = stand.sketch.content.scales.half_life_days.get(word)
    if days is None:
        shown = marked(word)
    elif math.isinf(days):
        shown = stand.own("authoring.for_ever")
    else:
        shown = stand.own("authoring.half_life", days=stand.language.wording.count(days, "days"))
    return stand.own("authoring.word_and_number", word=word, number=shown)


def foundation(entry: Sourced, stand: Stand) -> str:
    """Return where an entry comes from: its sources, and why, where it rests on a judgement."""
    lines = [stand.language.wording.source(name) for name in entry.sources]
    return "\n".join([*(f"- {line}" for line in lines), *(["", entry.because] if entry.because else [])])


def rules_about(facts: set[str], content: Content) -> Iterator[tuple[str, Rule]]:
    """Yield the rules that look at one of these facts."""
    for name, rule in content.rules.items():
        if facts & rule.when.keys():
            yield name, rule


def facts_from(question: str) -> set[str]:
    """Return the facts that an answer bears on: its own, and those computed from it."""
    return {question, *(fact for fact, spec in DERIVED.items() if question in spec.reads)}


def _condition(fact: str, condition: Condition, stand: Stand) -> Iterator[str]:
    own, name = stand.own, stand.language.words(f"fact.{fact}.name")

    def said(key: str, **facts: str) -> str:
        return own(f"authoring.condition.{key}", fact=name, **facts)

    if condition.is_known is not None:
        yield said("known" if condition.is_known else "unknown")
    if condition.equals is not None:
        yield said("equals", value=value_in_words(fact, condition.equals, stand))
    if condition.any_of is not None:
        listed = [value_in_words(fact, value, stand) for value in condition.any_of]
        yield said("any_of", values=stand.language.words("ui.list_separator").join(listed))
    for size in _SIZES:
        if (edge := getattr(condition, size)) is not None:
            yield said(size, value=value_in_words(fact, edge, stand))
    if condition.between is not None:
        low, high = (value_in_words(fact, edge, stand) for edge in condition.between)
        yield said("between", low=low, high=high)


def sample_facts(used: set[str], values: Mapping[str, tuple[FactValue, ...]]) -> dict[str, FactValue]:
    """Return one value for each fact that a page uses: the first that there is."""
    return {fact: values[fact][0] for fact in sorted(used) if values.get(fact)}
