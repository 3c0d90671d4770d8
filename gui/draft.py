"""What one person has told so far: a frozen picture, and the changes that make the next one. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from core.schema.answers import Answer, Answers, Attempt, Measurement, as_moment
from core.schema.content import Mode

Way = Literal["full", "short", "triage", "safety"]
"""How the checklist goes: every question, the most telling ones, the 60 seconds, or only the signs of fraud."""
WAYS: tuple[Way, ...] = ("full", "short", "triage", "safety")


@dataclass(frozen=True, slots=True)
class Draft:
    """One person's check, as far as it has come.

    Attributes:
        answers: What was answered; its ``as_of`` is the day on which the check was last touched.
        way: How the checklist goes.
        at: The step that is shown: a question, a step about the failed try, ``review``; empty before the beginning.
        skipped: Steps passed without an answer.
        put: Steps that were shown, in that order: the short way goes back along them.
        kept: Saved answers that the present content does not understand, by question: kept, not used.
        strange: Saved objections, steps done and messages that it does not know: kept, not used.
        example: The case whose made-up answers these are, never written to disk; empty for the user's own.
    """

    answers: Answers
    way: Way = "full"
    at: str = ""
    skipped: tuple[str, ...] = ()
    put: tuple[str, ...] = ()
    kept: Mapping[str, Any] = field(default_factory=dict)
    strange: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    example: str = ""

    @property
    def begun(self) -> bool:
        """Return whether there is anything to go on with."""
        return bool(self.at)

    @property
    def touched(self) -> int:
        """Return how many questions were answered, "not sure" among them."""
        return len(self.answers.values)


def fresh(as_of: dt.date, mode: Mode = "before", way: Way = "full") -> Draft:
    """Return a check that has only just begun."""
    return Draft(Answers(as_of, mode), way)


def with_answer(draft: Draft, question: str, answer: Answer) -> Draft:
    """Return the draft with one answer given or changed by hand; the others stay."""
    values = {**draft.answers.values, question: answer}
    kept = {name: raw for name, raw in draft.kept.items() if name != question}
    answers = replace(draft.answers, values=values, measured=_unmeasured(draft, question))
    return replace(draft, answers=answers, at=question, skipped=_less(draft, question), kept=kept)


def with_measured(draft: Draft, question: str, answer: Answer, by: Measurement) -> Draft:
    """Return the draft with one answer taken over from an instrument, and the measurement as its evidence."""
    changed = with_answer(draft, question, answer)
    measured = {**changed.answers.measured, question: by}
    return replace(changed, answers=replace(changed.answers, measured=measured))


def without_answer(draft: Draft, question: str) -> Draft:
    """Return the draft with one question open again."""
    values = {name: value for name, value in draft.answers.values.items() if name != question}
    answers = replace(draft.answers, values=values, measured=_unmeasured(draft, question))
    return replace(draft, answers=answers, at=question)


def with_skip(draft: Draft, step: str) -> Draft:
    """Return the draft with a step passed over; an answer it may have had is taken back."""
    return replace(without_answer(draft, step), skipped=(*_less(draft, step), step))


def _unmeasured(draft: Draft, question: str) -> dict[str, Measurement]:
    """Return the measurements without that of a question: what is said by hand was not measured."""
    return {name: by for name, by in draft.answers.measured.items() if name != question}


def _less(draft: Draft, step: str) -> tuple[str, ...]:
    return tuple(name for name in draft.skipped if name != step)


def with_attempts(draft: Draft, attempts: tuple[Attempt, ...]) -> Draft:
    """Return the draft with other failed tries, oldest first."""
    ordered = tuple(sorted(attempts, key=lambda attempt: as_moment(attempt.when)))
    return replace(draft, answers=replace(draft.answers, attempts=ordered))


def with_objection(draft: Draft, cause: str, objected: bool) -> Draft:
    """Return the draft with "this does not fit me" said, or taken back."""
    rest = tuple(name for name in draft.answers.objections if name != cause)
    return replace(draft, answers=replace(draft.answers, objections=(*rest, cause) if objected else rest))


def with_done(draft: Draft, action: str, done: bool) -> Draft:
    """Return the draft with a step of the plan taken, or taken back."""
    rest = tuple(name for name in draft.answers.done if name != action)
    return replace(draft, answers=replace(draft.answers, done=(*rest, action) if done else rest))


def at_step(draft: Draft, step: str) -> Draft:
    """Return the draft with another step shown."""
    return replace(draft, at=step, put=draft.put if step in draft.put else (*draft.put, step))


def on_day(draft: Draft, today: dt.date) -> Draft:
    """Return the draft as of ``today``; never before its latest try, for a clock may have been set back."""
    latest = max([today, *(as_moment(attempt.when).date() for attempt in draft.answers.attempts)])
    return replace(draft, answers=replace(draft.answers, as_of=latest))
