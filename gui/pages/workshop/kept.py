"""What the page of the workshop remembers while the program runs. No Qt.

Nothing of it is written to disk but what somebody saves: a plan, sheets, a result, a report. None is in the journal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from core.classroom.figures import ClassReport
from core.classroom.merge import Merged
from core.classroom.result import ClassResult
from core.errors import Problem
from core.quiz.round import Round
from gui.desk import Desk
from gui.pages.workshop.state import Part

PAGE = "workshop"
Moment = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Lead:
    """What the workshop does. ``wrong`` is what is the matter with the plan that was opened last."""

    code: str
    quiz: str
    cases: tuple[str, ...] = ()
    wrong: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """One participant: what was typed, the round under way, and the result once it is handed in.

    ``tried`` says that somebody has asked to begin: from then on mistakes are told. ``typed`` is a number as it was
    typed, by item.
    """

    code: str = ""
    quiz: str = ""
    moment: Moment = "before"
    word: str = ""
    again: str = ""
    tried: bool = False
    round: Round | None = None
    typed: dict[str, str] = field(default_factory=dict)
    cases: tuple[str, ...] = ()
    slip: bytes = b""
    result: ClassResult | None = None
    code_at: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """What was brought together. ``scanned`` is pasted and not read yet; ``error`` is what was wrong with it.

    ``report`` is what the results of ``merged`` say; None where there are none.
    """

    folder: str = ""
    code: str = ""
    scanned: str = ""
    error: tuple[str, tuple[tuple[str, object], ...]] | None = None
    merged: Merged | None = None
    report: ClassReport | None = None
    reading: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything on the page."""

    lead: Lead
    part: Part = ""
    seat: Seat = field(default_factory=Seat)
    table: Table = field(default_factory=Table)


class Memory:
    """Holds what the page remembers at a place that outlives the page."""

    def __init__(self, desk: Desk, fresh: Callable[[], Kept], show: Callable[[], None]) -> None:
        """Take the place, what is there at first, and what shows the page after a change."""
        self._desk, self._fresh, self._show = desk, fresh, show

    @property
    def now(self) -> Kept:
        """Return what is remembered."""
        kept = self._desk.memory.get(PAGE)
        if not isinstance(kept, Kept):
            kept = self._desk.memory[PAGE] = self._fresh()
        return kept

    def open(self, part: Part) -> None:
        """Open a door."""
        self._keep(replace(self.now, part=part))

    def lead(self, **changes: Any) -> None:
        """Change what the workshop does."""
        self._keep(replace(self.now, lead=replace(self.now.lead, **changes)))

    def seat(self, **changes: Any) -> None:
        """Change what a participant has done."""
        self._keep(replace(self.now, seat=replace(self.now.seat, **changes)))

    def table(self, **changes: Any) -> None:
        """Change what is brought together."""
        self._keep(replace(self.now, table=replace(self.now.table, **changes)))

    def _keep(self, kept: Kept) -> None:
        self._desk.memory[PAGE] = kept
        self._show()
