"""What the quiz shows: what can be asked, one question, or how a round went. Frozen pictures. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gui.questions.state import QuestionState

Verdict = Literal["right", "wrong", "open"]


@dataclass(frozen=True, slots=True)
class WayState:
    """A round that can be begun: its address, what its button says, and what a screen reader hears."""

    address: str
    label: str
    heard: str


@dataclass(frozen=True, slots=True)
class LineState:
    """Rounds side by side, such as both parts of a set; its name is nothing where they need none."""

    name: str
    ways: tuple[WayState, ...]


@dataclass(frozen=True, slots=True)
class GroupState:
    """Rounds that belong together: the sets, the lessons."""

    id: str
    title: str
    text: str
    lines: tuple[LineState, ...]


@dataclass(frozen=True, slots=True)
class RowState:
    """A round in the journal, and the way to remove it."""

    uid: str
    words: str
    remove: str
    heard: str


@dataclass(frozen=True, slots=True)
class PastState:
    """The newest rounds in the journal; ``bring_back`` is the way back for the one that was removed last."""

    title: str
    rows: tuple[RowState, ...]
    removed: str
    bring_back: str


@dataclass(frozen=True, slots=True)
class StartState:
    """What can be asked; ``resume`` is the way back to a round that was begun, nothing without one."""

    groups: tuple[GroupState, ...]
    note: str
    resume_title: str = ""
    resume_text: str = ""
    resume: str = ""
    past: PastState | None = None


@dataclass(frozen=True, slots=True)
class StepState:
    """One question of the round, to go to: its number, and whether it is answered or the one that is shown."""

    label: str
    heard: str
    answered: bool
    current: bool


@dataclass(frozen=True, slots=True)
class AskState:
    """One question, and where it stands in the round."""

    round: str
    place: str
    steps: tuple[StepState, ...]
    question: QuestionState
    back: str
    can_go_back: bool
    next: str
    is_last: bool
    left_open: str
    clear: str
    """What the way to take the answer back says; nothing while there is none."""
    leave: str


@dataclass(frozen=True, slots=True)
class LinkState:
    """An article to read on in."""

    article: str
    words: str


@dataclass(frozen=True, slots=True)
class AnswerState:
    """How one question went: what was chosen, what is told about it, what would be right, and why."""

    id: str
    verdict: Verdict
    overline: str
    ask: str
    chosen: str
    feedback: tuple[str, ...]
    right: str
    told: str
    link: LinkState


@dataclass(frozen=True, slots=True)
class BeliefState:
    """A belief that the answers may come from, and where to read how it is."""

    words: str
    link: LinkState


@dataclass(frozen=True, slots=True)
class DoneState:
    """How the round went."""

    round: str
    title: str
    sum: str
    again: str
    paired: str
    """What the way to the other part of the set says; nothing for a lesson."""
    keep: str
    can_keep: bool
    keep_note: str
    leave: str
    beliefs_title: str
    beliefs: tuple[BeliefState, ...]
    answers: tuple[AnswerState, ...]


@dataclass(frozen=True, slots=True)
class QuizState:
    """The whole page."""

    title: str
    intro: str
    part: StartState | AskState | DoneState
