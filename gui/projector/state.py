"""What is on the wall while a case is told to a class. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gui.signs import GateRow

Kind = Literal["story", "ask", "told", "ended", "discuss"]
"""The story; the class says what it thinks; an answer is told; how it ended; questions to discuss."""
FULL_KEY, LEAVE_KEY = "F11", "Esc"
"""The keys as they stand on the keyboard."""


@dataclass(frozen=True, slots=True)
class Place:
    """A case, and a slide of it, from 0."""

    case: str
    slide: int


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A cause that leads: its share from 0 to 1, and whether it came nearer to the front; ``heard`` says it all."""

    id: str
    name: str
    value: str
    share: float
    moved: str
    heard: str


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """Signs of fraud: a title, and the names of the signs."""

    level: Literal["caution", "stop"]
    title: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoadState:
    """The road after what has been told, and the causes that lead; before anything is told, its gates alone."""

    title: str
    gates: tuple[GateRow, ...]
    label: str = ""
    estimate: str = ""
    range: str = ""
    causes_title: str = ""
    causes: tuple[CauseRow, ...] = ()
    no_cause: str = ""


@dataclass(frozen=True, slots=True)
class KeysState:
    """What the buttons say."""

    back: str
    next: str
    larger: str
    larger_heard: str
    smaller: str
    smaller_heard: str
    full: str
    leave: str


@dataclass(frozen=True, slots=True)
class SlideState:
    """One slide: ``lead`` is what the class looks at, ``texts`` are below it, ``points`` a list."""

    language: str
    place: Place
    kind: Kind
    window_title: str
    title: str
    progress: str
    overline: str
    lead: str
    texts: tuple[str, ...]
    points: tuple[str, ...]
    alarm: AlarmRow | None
    road: RoadState | None
    keys: KeysState
    first: bool
    last: bool
