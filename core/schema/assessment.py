"""Frozen picture of an assessment: every number a page, a report or the JSON shows, and nothing they must compute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.inference.trace import TraceNode
from core.schema.answers import Answer, Measurement
from core.schema.conditions import FactValue
from core.schema.content import Family, Grade, Mode, Owner

MODEL_VERSION = "2"
"""Of the arithmetic: raised whenever the same answers with the same content come out as other numbers."""
Band = Literal["low", "moderate", "elevated", "high"]


@dataclass(frozen=True, slots=True)
class Range:
    """P(arrives) with the quantiles between which it plausibly lies; they are None when not asked for."""

    estimate: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class GateResult:
    """A gate, and P(the coming attempt passes it | it got there). They multiply to P(arrives)."""

    id: str
    passes: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """One rule that holds. ``counted`` is False when a heavier rule of its group already says it."""

    rule: str
    fact: str
    value: FactValue | None
    facts: Mapping[str, FactValue | None]
    decibans: float
    counted: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CauseResult:
    """One cause on the road.

    Attributes:
        presence: P(present) from base rate and evidence, at the planned attempt, or at the last one after a failure.
        strength: P(it stops the request | present and reached).
        share: Its additive share of the risk of the coming attempt; all shares sum to 1.
        blocker: P(it stops the coming attempt), or after a failure P(it stopped the last one | all failures).
        still_present: P(it was present at the last attempt | all failures); before applying the presence.
        stops_next: P(it stops the coming attempt | all that is known).
        ranks_first: In which part of the draws it is the likeliest blocker; None without ranges.
    """

    id: str
    gate: str
    presence: float
    strength: float
    share: float
    blocker: float
    still_present: float
    stops_next: float
    grade: Grade | None
    owner: Owner
    family: Family
    objected: bool
    unexplained: bool
    evidence: tuple[Evidence, ...]
    open_questions: tuple[str, ...]
    ranks_first: float | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a plan with its marginal gain in P(arrives), in the plan's order."""

    action: str
    gain: float
    minutes: int
    takes_days: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do until a date. ``without`` is P(arrives) on that date with none of the steps; gains add up."""

    date: dt.date
    arrives: Range
    without: float
    minutes: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Plans:
    """The recommended plan, and the best ones under narrower conditions."""

    recommended: Plan
    today: Plan
    quick: Plan
    soon: Plan
    horizon: Plan


@dataclass(frozen=True, slots=True)
class DayResult:
    """P(arrives) of an attempt on one date, without and with the recommended plan."""

    date: dt.date
    arrives: float
    with_plan: float


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer; ``influence`` is the variance its answer would bring into P(arrives)."""

    id: str
    influence: float


@dataclass(frozen=True, slots=True)
class AnswerEffect:
    """An answered question, and P(arrives) if it were unknown."""

    id: str
    arrives_without: float


@dataclass(frozen=True, slots=True)
class MeasuredAnswer:
    """An answer that was measured and not told from memory: the question, its answer, and the measurement."""

    id: str
    value: Answer
    by: Measurement


@dataclass(frozen=True, slots=True)
class Safety:
    """Signs of fraud in the answers; ``stop`` comes before all advice."""

    level: Literal["none", "caution", "stop"]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole result for one borrower on one day."""

    as_of: dt.date
    planned: dt.date | dt.datetime
    mode: Mode
    version: str
    band: Band
    other_bands: tuple[Band, ...]
    arrives: Range
    gates: tuple[GateResult, ...]
    causes: tuple[CauseResult, ...]
    owners: Mapping[Owner, float]
    families: Mapping[Family, float]
    safety: Safety
    facts: Mapping[str, FactValue | None]
    open_questions: tuple[OpenQuestion, ...]
    answers: tuple[AnswerEffect, ...]
    objections: tuple[str, ...]
    attempts_counted: int
    attempts_made: int
    messages: tuple[str, ...]
    trace: TraceNode | None
    plans: Plans | None = None
    by_date: tuple[DayResult, ...] = field(default=())
    measured: tuple[MeasuredAnswer, ...] = ()
