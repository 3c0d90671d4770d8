"""The way through the checklist: which steps there are, and which comes next. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gui.draft import Draft
from gui.engine import ATTEMPT_STEPS, REVIEW, Engine

FAILURE = "failure"
"""The section of the steps about failed tries; the others are sections of the content."""


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section of the checklist: how many steps it has, how many are done, how many of those "not sure"."""

    id: str
    first: str
    steps: int
    done: int
    unsure: int


def steps(draft: Draft, engine: Engine) -> list[str]:
    """Return every step of the draft's way but the review, in order."""
    tries = ATTEMPT_STEPS if draft.answers.mode == "after" else ()
    return [*tries, *engine.questions(draft)]


def next_step(draft: Draft, engine: Engine) -> str:
    """Return the step after the one shown; the review comes last."""
    listed = steps(draft, engine)
    at = listed.index(draft.at) if draft.at in listed else -1
    if at + 1 < len(listed):
        return listed[at + 1]
    return (engine.most_telling(draft) if draft.way == "short" else None) or REVIEW


def previous_step(draft: Draft, engine: Engine) -> str | None:
    """Return the step before the one shown; None at the first."""
    listed = steps(draft, engine)
    if draft.at not in listed:
        return listed[-1] if listed else None
    at = listed.index(draft.at)
    return listed[at - 1] if at > 0 else None


def first_step(draft: Draft, engine: Engine) -> str:
    """Return where a fresh draft begins."""
    listed = steps(draft, engine)
    return listed[0] if listed else (engine.most_telling(draft) or REVIEW)


def section_of(step: str, engine: Engine) -> str:
    """Return the section of a step."""
    return FAILURE if step in ATTEMPT_STEPS else engine.content.questions[step].section


def is_done(draft: Draft, step: str) -> bool:
    """Return whether a step needs nothing more: answered, not sure, or skipped."""
    if step in ATTEMPT_STEPS:
        return bool(draft.answers.attempts) and (draft.at not in ATTEMPT_STEPS or step in draft.skipped)
    return step in draft.answers.values or step in draft.skipped


def sections(draft: Draft, engine: Engine) -> list[SectionState]:
    """Return the sections in the order in which they come."""
    found: dict[str, list[str]] = {}
    for step in steps(draft, engine):
        found.setdefault(section_of(step, engine), []).append(step)
    return [
        SectionState(
            name,
            listed[0],
            len(listed),
            sum(is_done(draft, step) for step in listed),
            sum(draft.answers.values.get(step) == "not_sure" for step in listed),
        )
        for name, listed in found.items()
    ]
