"""One cause as sentences: how likely, what speaks for and against it, how well founded, what helps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.estimate.model import UNEXPLAINED
from core.explain.language import Language
from core.schema.assessment import Assessment, CauseResult, Evidence

_STRENGTH_EDGES = (("settles", 30.0), ("strong", 9.0), ("clear", 4.0), ("slight", 0.0))
"""Words for decibans: settles from 30, strong from a likelihood ratio of about 8, clear from about 2.5."""
SHOWN_UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class CauseText:
    """A cause ready to read."""

    id: str
    name: str
    summary: str
    chance: tuple[str, ...]
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    unknown: tuple[str, ...]
    tell_tale: str
    fix: str
    time: str
    grade: str
    owner: str
    hedge: str
    sources: str


def cause_name(cause: CauseResult, language: Language) -> str:
    """Return the name of a cause; an unexplained one is named after its gate."""
    if cause.unexplained:
        gate = language.words(f"gate.{cause.id.removesuffix(UNEXPLAINED)}.name")
        return language.words("ui.hidden_name", gate=gate)
    return language.words(f"cause.{cause.id}.name")


def cause_text(cause: CauseResult, assessment: Assessment, language: Language) -> CauseText:
    """Return a cause of the content as sentences."""
    t, key = language.words, f"cause.{cause.id}"
    return CauseText(
        id=cause.id,
        name=cause_name(cause, language),
        summary=t(f"{key}.summary"),
        chance=_chance(cause, assessment, language),
        speaks_for=(
            *_messages(cause, assessment, language),
            *_evidence((e for e in cause.evidence if e.decibans > 0), language),
        ),
        speaks_against=_evidence((e for e in cause.evidence if e.decibans < 0), language),
        unknown=tuple(language.wording.fact_name(q) for q in cause.open_questions[:SHOWN_UNKNOWN]),
        tell_tale=t(f"{key}.tell_tale"),
        fix=t("ui.fix_line", fix=t(f"{key}.fix")),
        time=t("ui.time_line", time=t(f"{key}.usual_time")),
        grade=t("ui.grade_line", grade=t(f"grade.{cause.grade}.name")),
        owner=t("ui.owner_line", owner=t(f"owner.{cause.owner}.name")),
        hedge=t(f"{key}.hedge"),
        sources=t("ui.sources_line", sources=_sources(cause, language)),
    )


def _chance(cause: CauseResult, assessment: Assessment, language: Language) -> tuple[str, ...]:
    percent = language.wording.percent
    if assessment.mode == "before":
        return (language.words("ui.chance_before", share=percent(cause.blocker)),)
    after = language.words("ui.chance_after", share=percent(cause.blocker))
    return after, language.words("ui.still_there", share=percent(cause.still_present))


def _messages(cause: CauseResult, assessment: Assessment, language: Language) -> tuple[str, ...]:
    """Return a line for each class of message that points to the cause: the strongest evidence there is."""
    known = language.content.messages
    pointing = dict.fromkeys(
        name for name in assessment.messages if cause.id in (*known[name].points_to, *known[name].may_point_to)
    )
    return tuple(language.words("ui.message_line", name=language.words(f"message.{name}.name")) for name in pointing)


def _evidence(found: Iterable[Evidence], language: Language) -> tuple[str, ...]:
    return tuple(_evidence_line(evidence, language) for evidence in found)


def _evidence_line(evidence: Evidence, language: Language) -> str:
    t, wording = language.words, language.wording
    strength = t(f"strength.{strength_word(evidence.decibans)}") if evidence.counted else t("ui.evidence_not_counted")
    facts = [f"{wording.fact_name(name)}" for name in evidence.facts]
    values = [wording.fact(name, value) for name, value in evidence.facts.items()]
    fact, value = t("ui.list_separator").join(facts), t("ui.list_separator").join(values)
    return t("ui.evidence_line", fact=fact, value=value, strength=strength)


def strength_word(decibans: float) -> str:
    """Return the word for how much a piece of evidence says.

    Examples:
        >>> strength_word(40), strength_word(-10), strength_word(4.8), strength_word(1.8)
        ('settles', 'strong', 'clear', 'slight')
    """
    return next(word for word, least in _STRENGTH_EDGES if abs(decibans) >= least)


def _sources(cause: CauseResult, language: Language) -> str:
    names = language.content.causes[cause.id].sources
    return language.words("ui.list_separator").join(language.wording.source(name) for name in names)
