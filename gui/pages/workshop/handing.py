"""What becomes of a result: the cases worked through, a file in a folder, a code on the screen. No Qt."""

from __future__ import annotations

from pathlib import Path

from core.assess import ROAD_ONLY
from core.classroom.code import payloads
from core.classroom.result import CaseRun, ClassResult, save_result
from core.errors import AppError
from core.explain.report import first_causes
from gui.desk import Desk
from gui.pages.workshop.kept import Memory, Seat
from gui.pages.workshop.lead_picture import cases_of


class Handing:
    """Hands over what a participant has made."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        """Take what remembers."""
        self._desk, self._memory = desk, memory

    def toggle_run(self, case: str) -> None:
        """Say that a case was worked through, or that it was not."""
        result = self._now.result
        if result is not None:
            runs = [run for run in result.runs if run.case != case]
            runs += [self._run(case)] if len(runs) == len(result.runs) else []
            self._memory.seat(result=ClassResult(**{**dict(result), "runs": tuple(runs)}), code_at=None)

    def save(self, folder: str) -> None:
        """Write the result into a folder; nothing there is replaced."""
        if self._now.result is None:
            return
        try:
            file = save_result(self._now.result, Path(folder))
        except AppError as error:
            self._desk.tell(f"error.{error.code}", **error.facts)
            return
        self._desk.tell("workshop.take.saved", file=file.name)

    def show_code(self) -> None:
        """Show the result as a code: the first part, the next one, and after the last none."""
        now = self._now
        if now.result is None:
            return
        try:
            parts = len(payloads(now.result))
        except AppError as error:
            self._desk.tell(f"error.{error.code}", **error.facts)
            return
        place = 0 if now.code_at is None else now.code_at + 1
        self._memory.seat(code_at=place if place < parts else None)

    def finish(self) -> None:
        """Forget everything of this participant: the next one may sit down, in the same workshop."""
        now = self._now
        fresh = Seat(code=now.code, quiz=now.quiz, cases=now.cases, moment=now.moment)
        self._memory.seat(**{name: getattr(fresh, name) for name in Seat.__slots__})

    def _run(self, case: str) -> CaseRun:
        found = self._desk.engine.assessor.assess(cases_of(self._desk).answers(case), ROAD_ONLY)
        return CaseRun(case=case, causes=tuple(cause.id for cause in first_causes(found)), band=found.band)

    @property
    def _now(self) -> Seat:
        return self._memory.now.seat
