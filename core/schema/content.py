"""Frozen pictures of everything an author writes under ``content/model/``.

One class per kind of entry. Numbers of the model never stand in an entry: an entry names a word and
:class:`Scales` turns the word into a number. ``docs`` for authors are in README.md, "Writing content".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from core.schema.conditions import Conditions
from core.schema.dated import Confidence as Confidence
from core.schema.dated import Dated as Dated
from core.schema.library import Shelf
from core.schema.network import Grade as Grade
from core.schema.network import NetworkThresholds, Share
from core.schema.network import Picture as Picture
from core.schema.network import Sourced as Sourced
from core.schema.offers import ExampleOffer
from core.schema.quiz import QuizBook
from core.schema.rights import AskingStep, HotlineQuestion, InstitutionKind, Letter, Right

Probability = Annotated[float, Field(gt=0, lt=1)]

Owner = Literal["you", "your_bank", "the_lender", "nobody", "cannot_be_known"]
Family = Literal["bounced", "refused", "not_today"]
ReasonGroup = Literal["score_change", "liquidity", "systemic", "eligibility", "technical"]
Mode = Literal["before", "after"]
QuestionKind = Literal["choice", "several", "number", "amount", "date", "datetime", "dated_values"]


class Spread(Picture):
    """How unsure an elicited number is: standard deviations on the scale named by the field."""

    base_rate_logit: float = Field(gt=0)
    strength_logit: float = Field(gt=0)
    weight_share: float = Field(gt=0, description="of |ln LR|")
    settles_share: float = Field(gt=0, description="of |ln LR|, for the word `settles`")


class Bands(Picture):
    """Lower edges of the risk of failure, in (0, 1), rising."""

    moderate: Probability
    elevated: Probability
    high: Probability


class PlanSettings(Picture):
    """What the search for a plan may look at; days, minutes and probabilities."""

    horizon_days: int = Field(ge=1, le=90)
    tolerance: Probability
    tolerance_share: Annotated[float, Field(ge=0, lt=1)]
    subset_actions: int = Field(ge=1, le=14)
    presence_floor: Probability
    quick_minutes: int = Field(ge=1)
    soon_days: int = Field(ge=0)
    minutes_per_day_waited: float = Field(ge=0)


class RangeSettings(Picture):
    """Draws, seed and the two quantiles shown."""

    draws: int = Field(ge=100, le=100_000)
    seed: int
    low: Probability
    high: Probability


class Scales(Picture):
    """``scales.toml``: the only place where words become numbers."""

    base_rate: Mapping[str, Probability]
    strength: Mapping[str, Probability]
    weight: Mapping[str, Annotated[float, Field(ge=1)]]
    effect: Mapping[str, Probability]
    half_life_days: Mapping[str, Annotated[float, Field(ge=0)]]
    likelihood: Mapping[str, Annotated[float, Field(gt=0, le=1)]]
    spread: Spread
    bands: Bands
    plan: PlanSettings
    ranges: RangeSettings
    short_check_stop: Probability


class Gate(Sourced):
    """One step of the road; ``unexplained`` is the base-rate word of what nobody outside can see."""

    unexplained: str


class Cause(Sourced):
    """One thing that can stop a request at one gate."""

    gate: str
    base_rate: str
    strength: str
    persistence: str
    grade: Grade
    owner: Owner
    family: Family
    reason_group: ReasonGroup


class Option(Picture):
    """One answer of a choice; ``share`` of borrowers, equal shares when left out everywhere."""

    id: str
    share: Share | None = None


class Sample(Picture):
    """A typical answer of a question without options, for ranges and influence.

    Exactly one of: ``value`` (number, amount, or the set of a `several`), ``days`` from the day of
    assessment (date), ``hour`` of that day (datetime), ``points`` as [days, value] pairs, or ``none``.
    """

    share: Share
    value: float | tuple[str, ...] | None = None
    days: int | None = None
    hour: int | None = Field(default=None, ge=0, le=23)
    points: tuple[tuple[int, float], ...] | None = None
    none: Literal[True] | None = None


class Question(Picture):
    """One question of the checklist. Its id is the id of the fact that its answer gives."""

    section: str
    kind: QuestionKind
    options: tuple[Option, ...] = ()
    samples: tuple[Sample, ...] = ()
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    whole: bool = False
    allows_none: bool = False
    ask_when: Conditions = Field(default_factory=dict)
    modes: tuple[Mode, ...] = ("before", "after")
    holds: Literal["always", "today"] = "always"
    triage: bool = False


class Rule(Sourced):
    """When every condition holds, this speaks for or against a cause with a weight."""

    when: Conditions = Field(min_length=1)
    cause: str
    speaks: Literal["for", "against"]
    weight: str
    group: str = ""


class Action(Sourced):
    """Something a borrower can do. ``when`` rules it out only where a known fact contradicts it."""

    kind: Literal["test", "fix", "wait", "ask"]
    minutes: int = Field(ge=0)
    cost_yuan: float = Field(default=0, ge=0)
    takes_days: int = Field(ge=0, le=365)
    owner: Owner
    removes: Mapping[str, str] = Field(min_length=1)
    reveals: tuple[str, ...] = ()
    when: Conditions = Field(default_factory=dict)


class Message(Sourced):
    """A class of failure message: the gates it speaks of and the causes it points to."""

    gates: tuple[str, ...] = ()
    points_to: tuple[str, ...] = ()
    may_point_to: tuple[str, ...] = ()


class RedFlag(Sourced):
    """A sign of fraud; ``stop`` replaces all advice, ``caution`` stands beside it."""

    when: Conditions = Field(min_length=1)
    level: Literal["stop", "caution"]


class Figure(Dated):
    """A number, a day or a clock time that texts name only through a placeholder."""

    value: float | dt.date | dt.time
    unit: str


class Channel(Dated):
    """An official place to turn to: a hotline, a site, a counter; ``supervises`` are the lenders it watches over."""

    number: str = ""
    site: str = ""
    supervises: tuple[InstitutionKind, ...] = ()


class Lender(Sourced):
    """A lender people name; only ids here, its words are in the texts."""

    service: tuple[str, ...] = ()


class Source(Picture):
    """Where something was read, and how far it can be trusted."""

    title_zh: str = Field(min_length=1)
    title_en: str = Field(min_length=1)
    publisher_zh: str
    publisher_en: str
    kind: Literal["law", "regulator", "press", "platform", "code", "paper", "blog", "expert_judgement"]
    date: str = ""
    address: str = ""
    confidence: Confidence


class Holiday(Picture):
    """One official holiday: its free days, and the weekend days worked in exchange."""

    name: str
    first: dt.date
    last: dt.date
    workdays: tuple[dt.date, ...] = ()


class HolidayYear(Sourced):
    """The State Council's schedule of one year."""

    holiday: tuple[Holiday, ...] = Field(min_length=1)


class Festival(Sourced):
    """A shopping festival: the days around its core day that are called a peak, (month, day)."""

    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    days_before: int = Field(ge=0, le=60)
    days_after: int = Field(ge=0, le=60)


class Timing(Sourced):
    """``timing.toml``: bands of the day and how many days count as a period end."""

    hour_bands: Mapping[str, int] = Field(description="band -> the hour it starts, rising from 0")
    month_end_days: int = Field(ge=1, le=10)
    quarter_end_days: int = Field(ge=1, le=10)
    year_end_days: int = Field(ge=1, le=31)
    long_holiday_days: int = Field(ge=2, le=10, description="free days in a row that make it long")
    eve_workdays: int = Field(ge=1, le=10, description="last working days before the Spring Festival")
    festivals: Mapping[str, Festival]


class Content(Picture):
    """The whole model content of one folder, checked. Mappings keep the order of the files."""

    version: str
    language_independent_hash: str
    scales: Scales
    gates: Mapping[str, Gate]
    causes: Mapping[str, Cause]
    sections: tuple[str, ...]
    questions: Mapping[str, Question]
    rules: Mapping[str, Rule]
    actions: Mapping[str, Action]
    messages: Mapping[str, Message]
    flags: Mapping[str, RedFlag]
    figures: Mapping[str, Figure]
    channels: Mapping[str, Channel]
    lenders: Mapping[str, Lender]
    rights: Mapping[str, Right]
    asking: Mapping[str, AskingStep]
    hotline: Mapping[str, HotlineQuestion]
    letters: Mapping[str, Letter]
    sources: Mapping[str, Source]
    holidays: Mapping[str, HolidayYear]
    timing: Timing
    network: NetworkThresholds
    library: Shelf
    offers: Mapping[str, ExampleOffer]
    quiz: QuizBook
