"""The parts of the checklist's picture: sections, road, and the step that is shown."""

from __future__ import annotations

from collections.abc import Mapping

from gui.decoding.reading import Kept
from gui.draft import Draft
from gui.engine import EARLIER, MESSAGE, MOMENT, Engine
from gui.pages.checklist.pasted import message_fields, message_rows
from gui.pages.checklist.state import RoadPanel, SectionRow
from gui.pages.checklist.tries import EXAMPLE, written_moment
from gui.questions.kinds import TIME, VALUE
from gui.questions.state import ChipState, FieldState, QuestionState, RowState
from gui.route import FAILURE, section_of, sections, steps
from gui.signs import GateRow
from gui.speaker import Speaker


def road_panel(
    gates: tuple[GateRow, ...], estimate: float, spread: tuple[float, float] | None, speaker: Speaker
) -> RoadPanel:
    """Return the road beside the question; the range follows when it has been worked out."""
    words, percent = speaker.words, speaker.wording.percent
    low, high = (percent(edge) for edge in spread) if spread else ("", "")
    return RoadPanel(
        title=words("checklist.road_title"),
        subtitle=words("checklist.road_subtitle"),
        gates=gates,
        label=words("checklist.estimate_label"),
        estimate=percent(estimate),
        range=words("checklist.range", low=low, high=high) if spread else words("checklist.range_coming"),
    )


def section_rows(draft: Draft, engine: Engine, speaker: Speaker) -> tuple[SectionRow, ...]:
    """Return the sections with their state."""
    words = speaker.words
    here = section_of(draft.at, engine) if draft.at in steps(draft, engine) else ""
    rows = []
    for section in sections(draft, engine):
        name = words(f"section.{section.id}.name") if section.id != FAILURE else words("checklist.failure_name")
        complete = section.done >= section.steps
        state = "done" if complete else "begun" if section.done else "open"
        unsure = words("checklist.unsure", count=section.unsure) if section.unsure else ""
        label = words("checklist.section_unsure", name=name, unsure=unsure) if unsure else name
        heard = words("checklist.section_heard", name=name, state=words(f"checklist.state.{state}"), unsure=unsure)
        icon = "check" if complete else "dot" if section.id == here else "ring"
        rows.append(SectionRow(section.id, label, icon, heard, section.id == here))
    return tuple(rows)


def overline(draft: Draft, engine: Engine, speaker: Speaker) -> str:
    """Return the section's name and the place of the step in it."""
    words, here = speaker.words, section_of(draft.at, engine)
    within = [step for step in steps(draft, engine) if section_of(step, engine) == here]
    name = words(f"section.{here}.name") if here != FAILURE else words("checklist.failure_name")
    if draft.way == "short" and here != FAILURE:
        return name
    return words("checklist.overline", section=name, n=within.index(draft.at) + 1, of=len(within))


def attempt_picture(
    draft: Draft, engine: Engine, speaker: Speaker, typed: Mapping[str, str], error: str, pasted: Kept
) -> QuestionState:
    """Return the picture of a step about the failed tries: the message, the time, or the tries before."""
    words, step = speaker.words, draft.at
    rows = {MESSAGE: message_rows(draft, engine, speaker, pasted), EARLIER: _tries(draft, speaker)}.get(step, ())
    fields, chips = _moment_fields(draft, speaker, typed) if step != MESSAGE else (message_fields(pasted, speaker), ())
    return QuestionState(
        id=step,
        overline=overline(draft, engine, speaker),
        prompt=words(f"checklist.{step}.prompt"),
        lead=words("checklist.failure_intro") if step == MESSAGE else "",
        fields=fields,
        chips=chips,
        rows=rows,
        one_only=step != EARLIER,
        searchable=words("checklist.search") if step == MESSAGE else "",
        echo="" if error else _moment_echo(draft, speaker),
        error=error,
        why_label=words("checklist.why_label"),
        why=words(f"checklist.{step}.why"),
        how_label=words("checklist.how_label"),
        how=words(f"checklist.{step}.how"),
    )


def _tries(draft: Draft, speaker: Speaker) -> tuple[RowState, ...]:
    """Return the tries before the last one; taking the tick off removes one."""
    words = speaker.words
    rows = []
    for number, attempt in enumerate(draft.answers.attempts[:-1]):
        message = words(f"message.{attempt.message}.name") if attempt.message else ""
        rows.append(RowState(f"try-{number}", speaker.wording.date(attempt.when), message, chosen=True))
    return tuple(rows)


def _moment_fields(
    draft: Draft, speaker: Speaker, typed: Mapping[str, str]
) -> tuple[tuple[FieldState, ...], tuple[ChipState, ...]]:
    words, texts = speaker.words, {**written_moment(draft), **typed}
    fields = (
        FieldState(VALUE, words("checklist.field.date"), texts[VALUE], "", f"{draft.answers.as_of}"),
        FieldState(TIME, words("checklist.field.time"), texts[TIME], "", f"{EXAMPLE:%H:%M}"),
    )
    names = ("just_now", "this_morning", "yesterday_evening") if draft.at == MOMENT else ("add_try",)
    return fields, tuple(ChipState(name, words(f"checklist.chip.{name}")) for name in names)


def _moment_echo(draft: Draft, speaker: Speaker) -> str:
    if draft.at != MOMENT or not draft.answers.attempts:
        return ""
    return speaker.words("checklist.echo_attempt", date=speaker.wording.date(draft.answers.attempts[-1].when))
