"""Leading a workshop: what it does, the plan as a file, the wall, the paper. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.classroom.handouts import Wanted, leader_sheets, sheets
from core.classroom.plan import MOST_CASES, Plan, PlanError, plan_text, read_plan
from core.classroom.words import CODE_LENGTHS, new_code
from core.errors import AppError
from core.files import write_whole
from gui.desk import Desk
from gui.pages.workshop.kept import Kept, Lead, Memory
from gui.pages.workshop.lead_picture import cases_of, minutes_of
from gui.papers import write_document

Chance = Callable[[int], bytes]
FIRST_CASES = 2
"""So many cases are chosen at first: a start that fits into a lesson."""


def fresh(desk: Desk, chance: Chance) -> Kept:
    """Return what is there when nobody has chosen anything: a code of chance, the first set, the first cases."""
    content = desk.engine.content
    return Kept(
        Lead(
            code=new_code(chance(CODE_LENGTHS[-1])),
            quiz=next(iter(content.quiz.set), ""),
            cases=tuple(content.library.case)[:FIRST_CASES],
        )
    )


class Leading:
    """Changes what the workshop does, and gives it out."""

    def __init__(self, desk: Desk, memory: Memory, chance: Chance, project: Callable[[tuple[str, ...]], None]) -> None:
        """Take what remembers; ``project`` puts cases on the wall."""
        self._desk, self._memory, self._chance, self._project = desk, memory, chance, project

    def choose_quiz(self, quiz: str) -> None:
        """Take another set."""
        if quiz in self._desk.engine.content.quiz.set:
            self._memory.lead(quiz=quiz)

    def toggle_case(self, case: str) -> None:
        """Take a case or leave it; they are told in the order of the library."""
        chosen = {*self._now.cases} ^ {case}
        cases = tuple(name for name in self._desk.engine.content.library.case if name in chosen)
        self._memory.lead(cases=cases[:MOST_CASES])

    def renew_code(self) -> None:
        """Take another code: for another workshop."""
        self._memory.lead(code=new_code(self._chance(CODE_LENGTHS[-1])))

    def show_wall(self) -> None:
        """Put the cases on the wall."""
        if self._now.cases:
            self._project(self._now.cases)

    def save_plan(self, path: str) -> None:
        """Write the plan, for the others to open."""
        now = self._now
        plan = Plan(code=now.code, quiz=now.quiz, cases=now.cases, minutes=minutes_of(now, self._desk))
        self._told(partial(write_whole, Path(path), plan_text(plan)), path)

    def open_plan(self, path: str) -> None:
        """Take over what a plan says, or say what is wrong with it."""
        try:
            plan = read_plan(Path(path), self._desk.engine.content)
        except PlanError as error:
            self._memory.lead(wrong=error.problems)
            return
        except AppError as error:
            self._desk.tell(f"error.{error.code}", **error.facts)
            return
        self._memory.lead(code=plan.code, quiz=plan.quiz, cases=plan.cases, wrong=())

    def save_sheets(self, path: str) -> None:
        """Write the sheets for everybody."""
        desk = self._desk
        write_document(sheets(self._wanted, desk.speaker.language, cases_of(desk)), Path(path), desk)

    def save_answers(self, path: str) -> None:
        """Write the sheets for the leader."""
        desk = self._desk
        write_document(leader_sheets(self._wanted, desk.speaker.language, cases_of(desk)), Path(path), desk)

    @property
    def _now(self) -> Lead:
        return self._memory.now.lead

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self._now.code, self._now.quiz, self._now.cases)

    def _told(self, write: Callable[[], None], path: str) -> None:
        try:
            write()
        except AppError as error:
            self._desk.tell(f"error.{error.code}", **error.facts)
            return
        self._desk.tell("papers.saved", file=Path(path).name)
