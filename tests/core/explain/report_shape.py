"""The shape of the JSON report, written down a second time: the published schema is made from it, and cases checked."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.schema.content import Family, Grade, Mode, Owner

Share = Annotated[float, Field(ge=0, le=1, description="A probability, unrounded.")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day as YYYY-MM-DD.")]
Moment = Annotated[
    str, Field(pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?$", description="A day, with its time if known.")
]
Id = Annotated[str, Field(min_length=1, description="A name of the content; stable, never translated.")]
Value = str | bool | float | list[str] | None
Band = Literal["low", "moderate", "elevated", "high"]
VALUES = 'A fact\'s value; "none" for an event that never was, null where it is not known.'


class Shape(BaseModel):
    """An object with exactly these keys."""

    model_config = ConfigDict(extra="forbid", strict=True)


class RangeShape(Shape):
    """P(the money arrives) and between what it plausibly lies; null where that was not worked out."""

    estimate: Share
    low: Share | None
    high: Share | None


class GateShape(Shape):
    """A gate of the road; all gates multiply to the estimate."""

    id: Id
    passes: Share = Field(alias="pass")


class EvidenceShape(Shape):
    """A rule that holds."""

    rule: Id
    fact: Id
    value: Value = Field(description=VALUES)
    facts: dict[str, Value] = Field(description=VALUES)
    decibans: float = Field(description="Its weight: ten times the decimal logarithm of the likelihood ratio.")
    counted: bool = Field(description="False when a heavier rule about the same thing says it already.")
    sources: list[Id]


class CauseShape(Shape):
    """A cause that can stop a request."""

    id: Id
    gate: Id
    presence: Share = Field(description="P(it is there).")
    strength: Share = Field(description="P(it stops the request | it is there and reached).")
    share: Share = Field(description="Its part of the risk of the coming attempt; all parts add up to 1.")
    blocker: Share = Field(description="P(it stops the coming attempt), after a failure P(it stopped the last one).")
    still_present: Share
    stops_next: Share
    ranks_first: Share | None = Field(description="In which part of the draws it is the likeliest blocker.")
    grade: Grade | None = Field(description="How well founded it is.")
    owner: Owner
    family: Family
    objected: bool = Field(description="The borrower said that it does not fit.")
    unexplained: bool = Field(description="It stands for what nobody outside can see.")
    evidence: list[EvidenceShape]
    open_questions: list[Id]


class StepShape(Shape):
    """A step of a plan; ``gain`` is what it adds to P(arrives) in the plan's order."""

    action: Id
    gain: float
    minutes: int = Field(ge=0)
    takes_days: int = Field(ge=0)


class PlanShape(Shape):
    """What to do until a day; ``without`` is P(arrives) on that day with none of it."""

    date: Day
    arrives: RangeShape
    without: Share
    minutes: int = Field(ge=0)
    steps: list[StepShape]


class DayShape(Shape):
    """P(arrives) of an attempt on a day, without and with the plan."""

    date: Day
    arrives: Share
    with_plan: Share


class QuestionShape(Shape):
    """A question without an answer; ``influence`` is the variance that its answer would bring."""

    id: Id
    influence: float = Field(ge=0)


class AnswerShape(Shape):
    """An answered question, and P(arrives) if it were open."""

    id: Id
    arrives_without: Share


class SafetyShape(Shape):
    """Signs of fraud."""

    level: Literal["none", "caution", "stop"]
    flags: list[Id]


class AttemptsShape(Shape):
    """Failed attempts: how many were told, and how many enter the arithmetic."""

    counted: int = Field(ge=0)
    made: int = Field(ge=0)


class ReportShape(Shape):
    """The whole assessment of one borrower on one day."""

    format: Literal[1] = Field(description="Raised when a key goes or means something else, not when one is added.")
    as_of: Day
    planned: Moment
    mode: Mode
    content_version: str = Field(min_length=1)
    model_version: str = Field(min_length=1)
    band: Band = Field(description="The risk of failure.")
    other_bands: list[Band]
    arrives: RangeShape
    gates: list[GateShape]
    causes: list[CauseShape]
    owners: dict[Owner, Share]
    families: dict[Family, Share]
    safety: SafetyShape
    plan: PlanShape | None
    other_plans: dict[Literal["today", "quick", "soon", "horizon"], PlanShape]
    by_date: list[DayShape]
    open_questions: list[QuestionShape]
    answers: list[AnswerShape]
    objections: list[Id]
    attempts: AttemptsShape


def schema() -> dict[str, Any]:
    """Return the schema to be published."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Disburse Check report"}
    made = ReportShape.model_json_schema(by_alias=True)
    made.pop("title")
    return {**dialect, **made}
