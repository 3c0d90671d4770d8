"""A cause as a sheet: what a borrower reads of it, and what the estimate knows of it."""

from __future__ import annotations

from collections.abc import Iterator

from core.authoring.logic import (
    conditions_in_words,
    foundation,
    persistence_in_words,
    rule_line,
    sample_facts,
    share_in_words,
    value_in_words,
)
from core.authoring.sheet import Part, Sheet, Stand, bullets, shown
from core.authoring.words import marked
from core.explain.pages import SECTIONS, Pages
from core.explain.sandbox import TemplateFailedError
from core.explain.template_check import facts_used, values_of
from core.facts.catalogue import DERIVED
from core.schema.conditions import Conditions, FactValue, all_hold
from core.schema.content import Rule

IN_SHORT = ("summary", "tell_tale", "fix", "usual_time", "hedge")


def cause_sheet(name: str, stand: Stand) -> Sheet:
    """Return a cause with its page, filled in with sample facts where the stand knows any."""
    content, own, words = stand.sketch.content, stand.own, stand.language.words
    entry = content.causes[name]
    chips = (f"gate.{entry.gate}", f"grade.{entry.grade}", f"owner.{entry.owner}", f"family.{entry.family}")
    numbers = (
        own("authoring.cause.base_rate", value=share_in_words("base_rate", entry.base_rate, stand)),
        own("authoring.cause.strength", value=share_in_words("strength", entry.strength, stand)),
        own("authoring.cause.persistence", value=persistence_in_words(entry.persistence, stand)),
    )
    rules = {
        speaks: [
            rule_line(*rule, stand, cause=False) for rule in content.rules.items() if _about(rule[1], name, speaks)
        ]
        for speaks in ("for", "against")
    }
    parts = (
        Part("", "\n\n".join(words(f"cause.{name}.{field}") for field in IN_SHORT)),
        *_page(name, stand),
        Part(own("authoring.part.numbers"), bullets(numbers), "note"),
        *(Part(own(f"authoring.part.rules_{speaks}"), bullets(lines), "note") for speaks, lines in rules.items()),
        Part(own("authoring.part.messages"), bullets(list(_messages(name, stand))), "note"),
        Part(own("authoring.part.actions"), bullets(list(_actions(name, stand))), "note"),
        Part(own("authoring.part.sources"), foundation(entry, stand), "note"),
    )
    return Sheet(words(f"cause.{name}.name"), tuple(words(f"{key}.name") for key in chips), shown(parts))


def facts_for(name: str, stand: Stand) -> dict[str, FactValue]:
    """Return sample facts for a cause's page: where a rule speaks for the cause, a value with which it does."""
    content = stand.sketch.content
    used = facts_used(stand.language.explanations.get(name, ""))
    values = {fact: values_of(content, fact) for fact in used}
    for rule in content.rules.values():
        if _about(rule, name, "for") and len(rule.when) == 1 and rule.when.keys() <= used:
            (fact,) = rule.when
            fitting = tuple(value for value in values[fact] if _meets(rule.when, fact, value))
            values[fact] = fitting or values[fact]
    return sample_facts(used, values)


def _page(name: str, stand: Stand) -> Iterator[Part]:
    own, words = stand.own, stand.language.words
    if name not in stand.language.explanations:
        yield Part(own("authoring.part.page"), own("authoring.no_page"), "note")
        return
    sample = facts_for(name, stand) if stand.known else {}
    facts: dict[str, FactValue | None] = {**dict.fromkeys((*stand.sketch.content.questions, *DERIVED)), **sample}
    if sample:
        told = [
            own("authoring.sample_line", name=words(f"fact.{fact}.name"), value=value_in_words(fact, value, stand))
            for fact, value in sample.items()
        ]
        yield Part(own("authoring.part.sample"), bullets(told), "note")
    try:
        sections = Pages(stand.language).page(name, facts).sections
    except TemplateFailedError as error:
        yield Part(own("authoring.part.page"), own("authoring.page_failed", **error.facts), "note")
        return
    for section, text in sections.items():
        yield Part(own(f"section_page.{section}"), text, "accent" if section == "do" else "plain")
    for section in (section for section in SECTIONS if section not in sections):
        yield Part(marked(f"# {section}"), own("authoring.no_section"), "note")


def _about(rule: Rule, cause: str, speaks: str) -> bool:
    return (rule.cause, rule.speaks) == (cause, speaks)


def _meets(when: Conditions, fact: str, value: FactValue) -> bool:
    try:
        return all_hold(when, {fact: value})
    except TypeError:  # a comparison of size on a word: the checker tells it
        return False


def _messages(name: str, stand: Stand) -> Iterator[str]:
    for message, entry in stand.sketch.content.messages.items():
        if name in (*entry.points_to, *entry.may_point_to):
            how = "points_to" if name in entry.points_to else "may_point_to"
            said = stand.own(f"authoring.how.{how}", message=stand.language.words(f"message.{message}.name"))
            yield f"{said} `{message}`"


def _actions(name: str, stand: Stand) -> Iterator[str]:
    for action, entry in stand.sketch.content.actions.items():
        if name in entry.removes:
            title = stand.language.words(f"action.{action}.name")
            effect = share_in_words("effect", entry.removes[name], stand)
            helps = stand.own("authoring.action.removes", what=title, effect=effect)
            only = conditions_in_words(entry.when, stand)
            yield f"{helps} `{action}`" + (f" — {only}" if only else "")
