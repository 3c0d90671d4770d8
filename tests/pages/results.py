"""Results of a class of eight, as if they had been read from a folder, and a file in it that does not count."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QWidget

from core.classroom.merge import Merged, Refused
from core.classroom.report import class_report
from core.classroom.result import CaseRun, ClassResult, short_hash
from core.quiz.marking import Given
from core.schema.content import Content
from gui.pages.workshop.kept import PAGE, Kept, Lead, Table
from gui.program import Program
from tests.pages.finding import shown

PEOPLE, CODE, QUIZ, CASE = 8, "k7m2qx", "class", "one_digit"


def class_results(content: Content) -> tuple[ClassResult, ...]:
    """Return what eight people handed in before and after; more of them are right after, and one left all open."""
    return tuple(_result(content, person, moment) for person in range(PEOPLE) for moment in ("before", "after"))


def forget_workshop(program: Program) -> None:
    """Begin with the three doors."""
    program.desk.memory.pop(PAGE, None)


def bring_results(program: Program) -> None:
    """Let the results lie on the table."""
    content = program.desk.engine.content
    merged = Merged(
        class_results(content),
        (Refused("result-zz.json", "class_result_unknown_field", (("where", "-"),)),),
    )
    table = Table(folder="results", merged=merged, report=class_report(merged.results, content))
    program.desk.memory[PAGE] = Kept(Lead(CODE, QUIZ), part="gather", table=table)


def lead_a_class(window: QWidget) -> None:
    """Open the first door."""
    shown(window, QPushButton, "workshop-door-lead").click()


def sit_down(program: Program) -> None:
    """Let a participant have begun, and typed what is no code and two different words."""
    forget_workshop(program)
    kept = Kept(Lead(CODE, QUIZ), part="take")
    seat = replace(kept.seat, code="?", word="blue kettle", again="green kettle", tried=True)
    program.desk.memory[PAGE] = replace(kept, seat=seat)


def _result(content: Content, person: int, moment: str) -> ClassResult:
    pairs = content.quiz.set[QUIZ]
    asked = pairs.before if moment == "before" else pairs.after
    return ClassResult(
        workshop=CODE,
        version=short_hash(content.language_independent_hash),
        quiz=QUIZ,
        round="before" if moment == "before" else "after",
        slip=f"{person + (PEOPLE if moment == 'after' else 0):016x}",
        pair=f"{person:016x}",
        answers={item: _answer(content, item, person < (3 if moment == "before" else 6), person) for item in asked},
        runs=(CaseRun(case=CASE, causes=("card_details_wrong",), band="high"),) if moment == "after" else (),
    )


def _answer(content: Content, name: str, right: bool, person: int) -> Given:
    item = content.quiz.item[name]
    if person == PEOPLE - 1:
        return None
    if item.answer is not None:
        return item.answer if right else item.answer / 2
    return item.right if right else tuple(option for option in item.options if option not in item.right)[:1]
