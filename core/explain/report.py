"""An assessment as ready sentences, in parts that text, Markdown and HTML lay out. All numbers come from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.explain.causes import CauseText, cause_name, cause_text
from core.explain.language import Language
from core.explain.measured import measured_text
from core.explain.pages import Page, Pages
from core.explain.plans import PlanText, plan_text
from core.schema.assessment import MODEL_VERSION, Assessment, CauseResult, MeasuredAnswer

SHOWN_CAUSES = 3
"""At most so many causes come first: more reasons than that help nobody to act."""
WORTH_SHOWING = 0.02
"""A cause less likely than this is not worth a place among the first."""
SHOWN_QUESTIONS = 5
MOVES_ANYTHING = 0.005
"""Half a percentage point: an answer that moves less changes nothing that is shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """A name with a value beside it, and a remark below; ``share`` is the value from 0 to 1 where a bar can show it."""

    name: str
    value: str
    remark: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class SafetyText:
    """What to say about signs of fraud; ``level`` is none, caution or stop."""

    level: str
    title: str
    body: str
    steps: tuple[str, ...]
    flags: tuple[Line, ...]
    never_charge: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a reader sees, in the order of reading."""

    language: str
    title: str
    when: str
    safety: SafetyText
    headline: tuple[str, ...]
    road: tuple[Line, ...]
    families: tuple[Line, ...]
    owners: tuple[Line, ...]
    causes: tuple[CauseText, ...]
    others: tuple[Line, ...]
    plan: PlanText | None
    avoid: tuple[Line, ...]
    open_questions: tuple[Line, ...]
    answers: tuple[Line, ...]
    measured: tuple[Line, ...]
    unseen: tuple[str, ...]
    how: tuple[str, ...]
    pages: tuple[tuple[str, Page], ...]
    closing: tuple[str, ...]
    versions: str


def report_of(assessment: Assessment, language: Language, pages: bool = True) -> Report:
    """Return the report of an assessment; ``pages`` adds the explanation page of each cause shown first."""
    t = language.words
    first = first_causes(assessment)
    return Report(
        language=language.code,
        title=t("ui.title"),
        when=_when(assessment, language),
        safety=_safety(assessment, language),
        headline=_headline(assessment, language),
        road=_road(assessment, language),
        families=_shares(assessment, language, "family"),
        owners=_shares(assessment, language, "owner"),
        causes=_causes(assessment, language, first),
        others=_others(assessment, language, first),
        plan=plan_text(assessment, language),
        avoid=_avoid(language),
        open_questions=_open(assessment, language),
        answers=_effects(assessment, language),
        measured=_measured(assessment, language),
        unseen=_unseen(assessment, language),
        how=_how(assessment, language, first),
        pages=_pages(assessment, language, first) if pages and assessment.safety.level != "stop" else (),
        closing=_closing(assessment, language),
        versions=_versions(assessment, language),
    )


def first_causes(assessment: Assessment) -> list[CauseResult]:
    """Return the causes to show first: the likeliest blockers, without those that nobody outside can see."""
    seen = [cause for cause in assessment.causes if not cause.unexplained and not cause.objected]
    likely = [cause for cause in seen if cause.blocker >= WORTH_SHOWING]
    return sorted(likely, key=lambda cause: -cause.blocker)[:SHOWN_CAUSES]


def _causes(assessment: Assessment, language: Language, first: Sequence[CauseResult]) -> tuple[CauseText, ...]:
    """Return the causes as sentences; under a stop sign without their remedies, which would send people on."""
    texts = tuple(cause_text(cause, assessment, language) for cause in first)
    if assessment.safety.level != "stop":
        return texts
    return tuple(replace(text, fix="", time="") for text in texts)


def _when(assessment: Assessment, language: Language) -> str:
    key = "ui.as_of" if assessment.mode == "before" else "ui.as_of_after"
    date, planned = language.wording.date(assessment.as_of), language.wording.date(assessment.planned)
    return language.words(key, date=date, planned=planned)


def _safety(assessment: Assessment, language: Language) -> SafetyText:
    t, level = language.words, assessment.safety.level
    flags = tuple(Line(t(f"flag.{flag}.name"), "", t(f"flag.{flag}.why")) for flag in assessment.safety.flags)
    bounced = any(cause.family == "bounced" for cause in first_causes(assessment))
    never = t("safety.never_charge") if bounced or level != "none" else ""
    if level == "stop":
        steps = tuple(t("safety.stop_do").strip().splitlines())
        return SafetyText(level, t("safety.stop_title"), t("safety.stop_body"), steps, flags, never)
    title = t("safety.caution_title") if level == "caution" else ""
    return SafetyText(level, title, t("safety.one_rule"), (), flags, never)


def _headline(assessment: Assessment, language: Language) -> tuple[str, ...]:
    t, arrives = language.words, assessment.arrives
    numbers = {"hundred": t("ui.hundred"), "estimate": round(100 * arrives.estimate)}
    if arrives.low is None or arrives.high is None:
        counts = t("ui.counts_plain", **numbers)
    else:
        counts = t("ui.counts", **numbers, low=round(100 * arrives.low), high=round(100 * arrives.high))
    band = t("ui.band", band=t(f"band.{assessment.band}.name"))
    if assessment.other_bands:
        others = t("ui.list_separator").join(t(f"band.{band}.name") for band in assessment.other_bands)
        band = f"{band}{t('ui.gap')}{t('ui.band_reaches', others=others)}"
    # A good number must not weaken an alarm: whoever is being defrauded would read it as "go on".
    stop = (t("ui.stop_numbers"),) if assessment.safety.level == "stop" else ()
    return (*stop, counts, band, t("ui.humble"))


def _road(assessment: Assessment, language: Language) -> tuple[Line, ...]:
    t, percent = language.words, language.wording.percent
    return tuple(
        Line(t(f"gate.{gate.id}.name"), percent(gate.passes), t(f"gate.{gate.id}.what"), _share(gate.passes))
        for gate in assessment.gates
    )


def _shares(assessment: Assessment, language: Language, kind: str) -> tuple[Line, ...]:
    """Return how the likelihood of the blocker divides, as shares of all failures."""
    t, percent = language.words, language.wording.percent
    sums = assessment.families if kind == "family" else assessment.owners
    whole = sum(sums.values())
    return tuple(
        Line(t(f"{kind}.{name}.name"), percent(part / whole), t(f"{kind}.{name}.says"), _share(part / whole))
        for name, part in sums.items()
        if part / whole >= MOVES_ANYTHING
    )


def _share(value: float) -> float:
    """Return a share as finely as a bar can show it."""
    return round(value, 3)


def _others(assessment: Assessment, language: Language, first: Sequence[CauseResult]) -> tuple[Line, ...]:
    shown = {cause.id for cause in first}
    rest = sorted((c for c in assessment.causes if c.id not in shown and not c.objected), key=lambda c: -c.blocker)
    lines = [
        Line(cause_name(cause, language), language.wording.percent(cause.blocker))
        for cause in rest
        if cause.blocker >= MOVES_ANYTHING
    ]
    objected = language.words("ui.objected")
    return (*lines, *(Line(cause_name(c, language), "", objected) for c in assessment.causes if c.objected))


def _closing(assessment: Assessment, language: Language) -> tuple[str, ...]:
    t = language.words
    return t("ui.rights_line"), t("ui.privacy"), t("ui.licence"), _versions(assessment, language)


def _versions(assessment: Assessment, language: Language) -> str:
    """Return the line every form ends with: of which day, with which content and by which arithmetic."""
    date = language.wording.date(assessment.as_of)
    return language.words("ui.versions", date=date, content=assessment.version, model=MODEL_VERSION)


def _avoid(language: Language) -> tuple[Line, ...]:
    names = ("repeated_tapping", "many_lenders", "pay_first", "share_codes", "false_data", "cash_out")
    return tuple(Line(language.words(f"avoid.{name}.name"), "", language.words(f"avoid.{name}.why")) for name in names)


def _open(assessment: Assessment, language: Language) -> tuple[Line, ...]:
    t = language.words
    stop = language.content.scales.short_check_stop**2
    moving = [question.id for question in assessment.open_questions if question.influence > stop]
    return tuple(Line(t(f"question.{name}.prompt"), "", t(f"question.{name}.how")) for name in moving[:SHOWN_QUESTIONS])


def _effects(assessment: Assessment, language: Language) -> tuple[Line, ...]:
    effects = [(a.id, assessment.arrives.estimate - a.arrives_without) for a in assessment.answers]
    moving = sorted((e for e in effects if abs(e[1]) >= MOVES_ANYTHING), key=lambda effect: -abs(effect[1]))
    return tuple(
        Line(language.wording.fact_name(name), language.wording.points(change))
        for name, change in moving[:SHOWN_QUESTIONS]
    )


def _measured(assessment: Assessment, language: Language) -> tuple[Line, ...]:
    return tuple(
        Line(language.wording.fact_name(found.id), _shown(found, language), measured_text(found.by, language))
        for found in assessment.measured
    )


def _shown(found: MeasuredAnswer, language: Language) -> str:
    """Return a chosen answer in words; a list of numbers is told by its figures alone."""
    return language.wording.fact(found.id, found.value) if isinstance(found.value, str) else ""


def _unseen(assessment: Assessment, language: Language) -> tuple[str, ...]:
    t = language.words
    lines = [t("ui.unseen_model"), t("ui.unseen_funds"), t("ui.unseen_record")]
    if assessment.attempts_made > assessment.attempts_counted:
        counted, made = assessment.attempts_counted, assessment.attempts_made
        lines.append(t("ui.unseen_attempts", counted=counted, made=made))
    return tuple(lines)


def _how(assessment: Assessment, language: Language, first: Sequence[CauseResult]) -> tuple[str, ...]:
    scales, causes = language.content.scales, language.content.causes
    percent = language.wording.percent
    lines = [
        language.words(
            "ui.how_line",
            name=cause_name(cause, language),
            base=percent(scales.base_rate[causes[cause.id].base_rate]),
            presence=percent(cause.presence),
            strength=percent(cause.strength),
        )
        for cause in first
    ]
    return (language.words("ui.how_intro"), *lines)


def _pages(assessment: Assessment, language: Language, first: Sequence[CauseResult]) -> tuple[tuple[str, Page], ...]:
    made = Pages(language)
    return tuple((cause_name(cause, language), made.page(cause.id, assessment.facts)) for cause in first)
