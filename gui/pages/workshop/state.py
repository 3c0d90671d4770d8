"""What the page of the workshop shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gui.questions.state import RowState

Part = Literal["", "lead", "take", "gather"]
"""Which of the three doors is open; none at first."""
Matrix = tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, slots=True)
class DoorState:
    """One of the three ways in."""

    id: str
    title: str
    text: str
    button: str


@dataclass(frozen=True, slots=True)
class KeyState:
    """A button: its words; a file key says with which name a dialog begins, and in which forms."""

    words: str
    possible: bool = True
    file: str = ""
    forms: str = ""


@dataclass(frozen=True, slots=True)
class LeadState:
    """What a workshop does, and what the leader has for it. ``keys`` by what they do."""

    code_label: str
    code: str
    code_hint: str
    quiz_label: str
    quizzes: tuple[RowState, ...]
    cases_label: str
    cases: tuple[RowState, ...]
    minutes: str
    minutes_hint: str
    wrong: tuple[str, ...]
    keys: dict[str, KeyState]
    wall_hint: str
    paper_label: str
    paper_hint: str
    plan_label: str
    plan_hint: str


@dataclass(frozen=True, slots=True)
class JoinState:
    """What is said before the first question: which workshop, before or after, the code word twice."""

    code_label: str
    code: str
    code_error: str
    quiz_label: str
    quizzes: tuple[RowState, ...]
    quiz_error: str
    moment_label: str
    moments: tuple[tuple[str, str, bool], ...]
    word_label: str
    word: str
    again_label: str
    again: str
    word_error: str
    why_label: str
    why: tuple[str, ...]
    keys: dict[str, KeyState]
    stage: str = "join"


@dataclass(frozen=True, slots=True)
class AskedState:
    """One item of the quiz being answered; ``typed`` is None where there are options."""

    item: str
    overline: str
    ask: str
    hint: str
    rows: tuple[RowState, ...]
    one_only: bool
    typed: str | None
    number_label: str
    number_error: str
    note: str
    keys: dict[str, KeyState]
    last: bool

    @property
    def stage(self) -> str:
        """Return where the participant is; a page begins anew at its top there."""
        return self.item


@dataclass(frozen=True, slots=True)
class CodeState:
    """One of the codes on the screen."""

    matrix: Matrix
    heard: str
    place: str
    hint: str
    keys: dict[str, KeyState]


@dataclass(frozen=True, slots=True)
class HandState:
    """Everything is answered: what to do with the result."""

    title: str
    text: str
    runs_label: str
    runs: tuple[RowState, ...]
    keys: dict[str, KeyState]
    code: CodeState | None
    stage: str = "hand"


@dataclass(frozen=True, slots=True)
class TakeState:
    """Taking part: one of three steps."""

    step: JoinState | AskedState | HandState


@dataclass(frozen=True, slots=True)
class BarState:
    """A line of the report: a name, a value and a remark; ``share`` from 0 to 1 where a bar can show it."""

    name: str
    value: str
    remark: str
    share: float | None


@dataclass(frozen=True, slots=True)
class BlockState:
    """Something with a heading ("": none): sentences, then lines."""

    title: str
    lines: tuple[str, ...]
    bars: tuple[BarState, ...]


@dataclass(frozen=True, slots=True)
class PaperPart:
    """One part of the report, on a card."""

    title: str
    lines: tuple[str, ...]
    blocks: tuple[BlockState, ...]


@dataclass(frozen=True, slots=True)
class GatherState:
    """Results brought together."""

    folder_label: str
    folder: str
    code_label: str
    code: str
    code_error: str
    scan_label: str
    scan_hint: str
    scanned: str
    scan_error: str
    keys: dict[str, KeyState]
    note: str
    parts: tuple[PaperPart, ...]
    refused_title: str
    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WorkshopState:
    """The whole page: three doors, or what is behind the one that is open."""

    title: str
    intro: str
    part: Part
    back: str
    doors: tuple[DoorState, ...]
    lead: LeadState | None = None
    take: TakeState | None = None
    gather: GatherState | None = None
