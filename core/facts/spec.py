"""What a derived fact is: an id, a kind, the answers it reads, and the function that computes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.facts.calendar import Calendar
from core.schema.answers import Answers
from core.schema.conditions import FactValue
from core.schema.content import Figure, Timing

FactKind = Literal["number", "flag", "word"]
NEVER = float("inf")
"""Days since something that never happened: longer ago than anything."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a fact may be computed from: the answers, the moment of the request, and dated knowledge.

    ``time`` is None when only the day is known.
    """

    answers: Answers
    day: dt.date
    time: dt.time | None
    calendar: Calendar
    timing: Timing
    figures: Mapping[str, Figure]

    @property
    def hour(self) -> int | None:
        """Return the hour of the moment, 0 to 23; None when only the day is known."""
        return None if self.time is None else self.time.hour

    @property
    def today(self) -> bool:
        """Return whether the moment lies on the day of assessment."""
        return self.day == self.answers.as_of

    def number(self, question: str) -> float | None:
        """Return the answer of a number or amount question; None when unknown."""
        answer = self.answers.known(question)
        return float(answer) if isinstance(answer, int | float) else None

    def days_since(self, question: str) -> float | None:
        """Return days from a date answer to the moment, :data:`NEVER` for "none", None when unknown."""
        answer = self.answers.known(question)
        if isinstance(answer, dt.date):
            return float((self.day - answer).days)
        return NEVER if answer == "none" else None

    def figure(self, name: str) -> float:
        """Return the value of a numeric figure of the content."""
        value = self.figures[name].value
        if not isinstance(value, int | float):
            raise TypeError(f"figure {name} is not a number")
        return float(value)


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A derived fact. ``reads`` are the questions whose answers it depends on; ``dated`` says whether the day does."""

    id: str
    kind: FactKind
    compute: Callable[[Moment], FactValue | None]
    reads: tuple[str, ...] = ()
    unit: str = ""
    words: tuple[str, ...] = ()
    dated: bool = True
    needs: tuple[str, ...] = field(default=())
    """Figures of the content that must exist."""
