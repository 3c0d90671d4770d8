"""Frozen pictures of what one borrower said: the answers, the attempts, the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

NOT_SURE: Literal["not_sure"] = "not_sure"
NONE: Literal["none"] = "none"

DatedValues = tuple[tuple[dt.date, float], ...]
Answer = str | float | tuple[str, ...] | dt.date | dt.datetime | DatedValues


FIGURES: Mapping[str, tuple[str, ...]] = {"network": ("hosts", "rounds", "failed", "median_ms", "p95_ms")}
"""Instrument -> the figures that a measurement with it has; what they mean is told where they are made."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """How an answer was measured: with which instrument, when (China time), and what it showed as plain numbers.

    Nothing else is kept: no host, no address, no name.
    """

    instrument: str
    when: dt.datetime
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One failed try: when it was made (China time; a day when the hour is not known), and the class of its message.

    Attributes:
        when: The moment or the day.
        message: The class of its message, chosen by the borrower or the likeliest of a decoded text.
        message_shares: Message class -> probability, when a text was decoded: each in (0, 1], 1 at most together.
            What is missing to 1 is the chance that the text says nothing. Where there are any, these count.
    """

    when: dt.date | dt.datetime
    message: str | None = None
    message_shares: tuple[tuple[str, float], ...] = ()


def as_moment(when: dt.date) -> dt.datetime:
    """Return a time as it is, and a day as its beginning: to put moments in order."""
    return when if isinstance(when, dt.datetime) else dt.datetime.combine(when, dt.time())


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything one borrower said, checked against the content.

    Attributes:
        as_of: The day of the assessment, in China.
        mode: ``before`` applying or ``after`` a failure.
        values: Question id -> answer. A question that is missing was skipped; ``not_sure`` was answered so.
            Both are unknown to the model. A date question may hold ``none``: it never happened.
        attempts: Failed tries, oldest first; empty before applying.
        objections: Causes of which the borrower said "this does not fit me".
        done: Actions already taken since the last try.
        measured: Question id -> how its answer was measured; what a person answered by hand has none.
    """

    as_of: dt.date
    mode: Literal["before", "after"] = "before"
    values: Mapping[str, Answer] = field(default_factory=dict)
    attempts: tuple[Attempt, ...] = ()
    objections: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    measured: Mapping[str, Measurement] = field(default_factory=dict)

    def known(self, question: str) -> Answer | None:
        """Return the answer, or None when it was skipped or "not sure"."""
        answer = self.values.get(question)
        return None if answer == NOT_SURE else answer

    @property
    def planned(self) -> dt.date | dt.datetime:
        """Return when the next try is planned: a time when one was given, else the day of assessment."""
        planned = self.known("request.planned")
        return planned if isinstance(planned, dt.date) else self.as_of
