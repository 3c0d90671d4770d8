"""What the checklist shows: frozen pictures of plain values."""

from __future__ import annotations

from dataclasses import dataclass

from gui.questions.state import QuestionState, RowState
from gui.signs import AlarmState, GateRow


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section in the list beside the question."""

    id: str
    label: str
    icon: str
    heard: str
    current: bool


@dataclass(frozen=True, slots=True)
class RoadPanel:
    """The road beside the question."""

    title: str
    subtitle: str
    gates: tuple[GateRow, ...]
    label: str
    estimate: str
    range: str


@dataclass(frozen=True, slots=True)
class ChecklistState:
    """The whole page."""

    title: str
    progress: int
    progress_text: str
    saved: str
    leave: str
    ways_label: str
    ways: tuple[RowState, ...]
    sections: tuple[SectionRow, ...]
    question: QuestionState
    back: str
    can_go_back: bool
    skip: str
    next: str
    road: RoadPanel
    alarm: AlarmState | None = None
    """Signs of fraud in a pasted message, above its question."""
