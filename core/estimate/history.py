"""Answers -> the attempts and the coming one, as the road wants them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from core.estimate.model import Model
from core.estimate.presence import Beliefs, believe
from core.inference.road import Attempt, Coming
from core.schema.answers import Answers, as_moment
from core.schema.answers import Attempt as MadeAttempt

PLANNED = "request.planned"
COUNTED_ATTEMPTS = 4
"""The latest attempts that enter the arithmetic: its cost grows as 3^k, and older ones teach little more."""


def made(answers: Answers) -> tuple[MadeAttempt, ...]:
    """Return the failed attempts that count, oldest first; one without a message today when none was recorded."""
    if answers.mode == "before":
        return ()
    recorded = sorted(answers.attempts, key=lambda attempt: as_moment(attempt.when))
    if not recorded:
        return (MadeAttempt(answers.as_of),)
    return tuple(recorded[-COUNTED_ATTEMPTS:])


def days_between(earlier: dt.date, later: dt.date) -> float:
    """Return days from one moment to another, in fractions when both have a time; never below 0.

    Examples:
        >>> days_between(dt.datetime(2026, 9, 27, 22), dt.datetime(2026, 9, 28, 10))
        0.5
        >>> days_between(dt.datetime(2026, 9, 27, 22), dt.date(2026, 9, 28))
        1.0
    """
    if isinstance(earlier, dt.datetime) and isinstance(later, dt.datetime):
        return max(0.0, (later - earlier).total_seconds() / 86_400)
    return max(0.0, float((_day(later) - _day(earlier)).days))


def moments(answers: Answers) -> list[dt.date]:
    """Return when the counted attempts were made."""
    return [attempt.when for attempt in made(answers)]


def looking_back(answers: Answers) -> Answers:
    """Return the answers without the planned time, which says nothing about an attempt already made."""
    return replace(answers, values={name: v for name, v in answers.values.items() if name != PLANNED})


def beliefs_at_attempts(model: Model, answers: Answers) -> list[Beliefs]:
    """Return what was believed at each counted attempt before it was made."""
    past = looking_back(answers)
    return [believe(model, past, when) for when in moments(answers)]


def at(answers: Answers, day: dt.date) -> dt.date:
    """Return the moment of an attempt on ``day``: at the planned hour when one is known."""
    planned = answers.planned
    return dt.datetime.combine(day, planned.time()) if isinstance(planned, dt.datetime) else day


def keeps(model: Model, answers: Answers, coming: dt.date) -> list[list[float]]:
    """Return, for each counted attempt, P(presence is carried unchanged to the next one, or to ``coming``)."""
    tried = moments(answers)
    waits = [days_between(earlier, later) for earlier, later in zip(tried, (*tried[1:], coming), strict=False)]
    return [[cause.keep(days) for cause in model.causes] for days in waits]


def attempts_of(
    model: Model, answers: Answers, beliefs: Sequence[Beliefs], kept: Sequence[Sequence[float]]
) -> list[Attempt]:
    """Return the counted attempts for the road."""
    return [
        Attempt(belief.presence, likelihood_of(model, attempt), keep)
        for belief, attempt, keep in zip(beliefs, made(answers), kept, strict=True)
    ]


def coming_of(model: Model, belief: Beliefs, actions: Sequence[str]) -> Coming:
    """Return the coming attempt with the actions taken before it."""
    return Coming(belief.presence, model.removal(actions))


def likelihood_of(model: Model, attempt: MadeAttempt) -> Sequence[float]:
    """Return P(the message of an attempt | blocker) for every cause, up to a factor of the message.

    That of its class, or of the classes of a decoded text; 1 for every cause without a message.
    """
    if attempt.message_shares:
        return model.messages.mixture(attempt.message_shares)
    return model.messages.likelihood(attempt.message)


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
