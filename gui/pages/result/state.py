"""What the result page shows: frozen pictures of plain values."""

from __future__ import annotations

from dataclasses import dataclass

from gui.questions.state import QuestionState
from gui.signs import AlarmState, GateRow


@dataclass(frozen=True, slots=True)
class Line:
    """A name with a value beside it and a remark below; ``id`` where it can be acted upon.

    ``more`` opens the remark where that stands elsewhere as well.
    """

    name: str
    value: str = ""
    remark: str = ""
    id: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class RiskState:
    """Band, number, range, and the sentence in counts."""

    label: str
    band: str
    risk: str
    range: str
    calm: bool
    edges: tuple[float, ...]
    names: tuple[str, ...]
    estimate: float
    spread: tuple[float, float]
    heard: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CauseState:
    """One cause with what speaks for and against it."""

    id: str
    name: str
    share: float
    value: str
    grade: str
    owner: str
    chance: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    unknown: tuple[str, ...]
    more: str
    details: tuple[str, ...]
    page: str
    object: str
    objected: bool


@dataclass(frozen=True, slots=True)
class StepState:
    """One step of the plan."""

    id: str
    name: str
    gain: str
    effort: str
    details: tuple[str, ...]
    more: str
    done: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class PlanState:
    """The plan."""

    title: str
    lead: tuple[str, ...]
    steps: tuple[StepState, ...]
    small_title: str
    small: tuple[str, ...]
    others_title: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CurveState:
    """P(arrives) by date."""

    title: str
    without: tuple[float, ...]
    with_plan: tuple[float, ...]
    ticks: tuple[tuple[int, str], ...]
    best: int
    heard: str
    readouts: tuple[str, ...]
    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TraceState:
    """One number of the trace with what it was worked out from."""

    name: str
    value: str
    how: str
    children: tuple[TraceState, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIfState:
    """One answer changed, before and after side by side."""

    title: str
    intro: str
    choose: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    question: QuestionState
    before_label: str
    before: str
    before_gates: tuple[GateRow, ...]
    after_label: str
    after: str
    after_gates: tuple[GateRow, ...]
    verdict: str
    keep: str


@dataclass(frozen=True, slots=True)
class ResultState:
    """The whole page; without ``risk`` it is still being worked out. ``hidden`` are causes that nobody can see.

    ``onward`` are the names of the pages that help further.
    """

    title: str
    when: str
    working: str
    save: str
    keep: str
    change: str
    report_name: str
    onward: tuple[str, ...]
    alarm: AlarmState | None = None
    anyway: str = ""
    risk: RiskState | None = None
    road_title: str = ""
    road: tuple[GateRow, ...] = ()
    road_says: tuple[str, ...] = ()
    road_note: str = ""
    how: str = ""
    causes_title: str = ""
    causes_note: str = ""
    causes: tuple[CauseState, ...] = ()
    rest_title: str = ""
    rest: tuple[CauseState, ...] = ()
    hidden: tuple[Line, ...] = ()
    plan: PlanState | None = None
    blocks: tuple[Block, ...] = ()
    open: Block | None = None
    borrow: Block | None = None
    curve: CurveState | None = None
    trace_title: str = ""
    trace: TraceState | None = None
    closing: tuple[str, ...] = ()
