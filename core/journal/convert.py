"""Answers to a record and back: by stable ids, and what the present content no longer knows is listed and kept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.journal.records import (
    VERSION,
    AssessmentRecord,
    AttemptRecord,
    CauseSummary,
    MeasuredBy,
    Place,
    Plain,
    ResultSummary,
    Try,
)
from core.loading.answer_values import NotAnAnswerError, to_answer, to_moment
from core.loading.measurements import from_measurement, to_measurement
from core.schema.answers import Answer, Answers, Attempt, Measurement, as_moment
from core.schema.assessment import Assessment
from core.schema.content import Content

MOST_CAUSES = 8
"""So many of the likeliest causes are kept of a result: more than any page shows."""
SHORT_HASH = 12
LONGEST_VERSION = 40


@dataclass(frozen=True, slots=True)
class Gone:
    """What a record says and the present content does not know: kept, told, and not used.

    Attributes:
        answers: Question -> what was answered: the question is gone, or the answer no longer fits it.
        objections: Causes that are gone.
        done: Actions that are gone.
        messages: Moment of a try -> a class of message that is gone.
    """

    answers: Mapping[str, Plain] = field(default_factory=dict)
    objections: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    messages: Mapping[str, str] = field(default_factory=dict)

    @property
    def anything(self) -> bool:
        """Return whether there is anything to tell."""
        return bool(self.answers or self.objections or self.done or self.messages)


@dataclass(frozen=True, slots=True)
class Opened:
    """The answers of a record as the present content understands them, and what it does not."""

    answers: Answers
    gone: Gone


@dataclass(frozen=True, slots=True)
class Context:
    """What an assessment is kept with: its uid, the clock, the front's place in the checklist, the result shown."""

    uid: str
    now: dt.datetime
    place: Place = field(default_factory=Place)
    result: Assessment | None = None


def record_of(answers: Answers, content: Content, context: Context, gone: Gone | None = None) -> AssessmentRecord:
    """Return a check as a record. What was ``gone`` when it was opened goes back in, unless answered anew since."""
    gone = gone or Gone()
    return AssessmentRecord(
        uid=context.uid,
        day=answers.as_of,
        changed=context.now,
        mode=answers.mode,
        answers={**gone.answers, **{name: plain(value) for name, value in answers.values.items()}},
        attempts=_tries(answers.attempts, gone.messages),
        objections=[*answers.objections, *gone.objections],
        done=[*answers.done, *gone.done],
        measured=_evidence(answers.measured, {**gone.answers, **answers.values}),
        place=context.place,
        result=summary_of(context.result) if context.result else None,
        content_version=_version(content),
        model_version=content.language_independent_hash[:SHORT_HASH],
    )


def opened(record: AssessmentRecord, content: Content) -> Opened:
    """Return the answers of a record, checked against the present content.

    How an answer was measured comes back also for one that is gone: it goes into the next record with it.
    """
    values, lost = _answers(record.answers, content)
    answers = Answers(
        as_of=record.day,
        mode=record.mode,
        values=values,
        attempts=_attempts(record.attempts, content),
        objections=tuple(name for name in record.objections if name in content.causes),
        done=tuple(name for name in record.done if name in content.actions),
        measured={name: to_measurement(by.model_dump()) for name, by in record.measured.items()},
    )
    gone = Gone(
        lost,
        tuple(name for name in record.objections if name not in content.causes),
        tuple(name for name in record.done if name not in content.actions),
        {t.when: t.message for t in record.attempts if t.message and t.message not in content.messages},
    )
    return Opened(answers, gone)


def said_before(record: AttemptRecord, content: Content) -> Opened:
    """Return what was said before a recorded try was made, checked against the present content."""
    values, lost = _answers(record.answers, content)
    day = as_moment(to_moment(record.when)).date()
    answers = Answers(
        as_of=day,
        mode=record.mode,
        values=values,
        attempts=_attempts(record.earlier, content),
        objections=tuple(name for name in record.objections if name in content.causes),
        done=tuple(name for name in record.done if name in content.actions),
    )
    return Opened(answers, Gone(lost))


def attempt_of(
    answers: Answers, outcome: AttemptRecord, assessment: str | None, gone: Gone | None = None
) -> AttemptRecord:
    """Return a record of a try, filled with what was said before it: a later change of mind must not teach anything."""
    told = {**(gone or Gone()).answers, **{name: plain(value) for name, value in answers.values.items()}}
    said = {
        "assessment": assessment,
        "mode": answers.mode,
        "answers": told,
        "earlier": _tries(answers.attempts, {}),
        "objections": list(answers.objections),
        "done": list(answers.done),
    }
    return outcome.model_copy(update=said)


def plain(answer: Answer) -> Any:
    """Return an answer as data."""
    if isinstance(answer, dt.date):
        return _told(answer)
    if isinstance(answer, tuple):
        return [(item[0].isoformat(), item[1]) if isinstance(item, tuple) else item for item in answer]
    return answer


def summary_of(result: Assessment) -> ResultSummary:
    """Return what is kept of a result."""
    likeliest = sorted(result.causes, key=lambda cause: -cause.blocker)[:MOST_CAUSES]
    return ResultSummary(
        band=result.band,
        arrives=result.arrives.estimate,
        low=result.arrives.low,
        high=result.arrives.high,
        causes=[CauseSummary(id=cause.id, blocker=cause.blocker) for cause in likeliest],
        safety=result.safety.level,
    )


def _answers(said: Mapping[str, Plain], content: Content) -> tuple[dict[str, Answer], dict[str, Plain]]:
    values: dict[str, Answer] = {}
    lost: dict[str, Plain] = {}
    for name, raw in said.items():
        try:
            values[name] = to_answer(content.questions[name], _raw(raw))
        except (KeyError, NotAnAnswerError):
            lost[name] = raw
    return values, lost


def _raw(value: Plain) -> object:
    """Return an answer as an answers file would hold it."""
    return [list(item) if isinstance(item, tuple) else item for item in value] if isinstance(value, list) else value


def _evidence(measured: Mapping[str, Measurement], said: Mapping[str, object]) -> dict[str, MeasuredBy]:
    """Return how answers were measured; of a question that has none any more nothing is kept."""
    return {name: MeasuredBy(**from_measurement(by)) for name, by in measured.items() if name in said}


def _tries(attempts: Sequence[Attempt], strange: Mapping[str, str]) -> list[Try]:
    return [
        Try(when=(when := _told(a.when)), message=a.message or strange.get(when), message_shares=dict(a.message_shares))
        for a in attempts
    ]


def _attempts(tries: Sequence[Try], content: Content) -> tuple[Attempt, ...]:
    known = content.messages
    found = [
        Attempt(
            to_moment(one.when),
            one.message if one.message in known else None,
            tuple((name, share) for name, share in one.message_shares.items() if name in known),
        )
        for one in tries
    ]
    return tuple(sorted(found, key=lambda attempt: as_moment(attempt.when)))


def _told(when: dt.date) -> str:
    return when.isoformat(timespec="seconds") if isinstance(when, dt.datetime) else when.isoformat()


def _version(content: Content) -> str:
    """Return the version of the content, or nothing when somebody's own content has an unusual one."""
    version = content.version[:LONGEST_VERSION]
    return version if re.fullmatch(VERSION, version) else ""
