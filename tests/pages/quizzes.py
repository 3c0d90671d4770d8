"""What is done on the page of the quiz before it is looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QWidget

from core.journal.records import QuizRecord
from core.quiz.round import Moment
from gui.journal_room import Outcome
from gui.program import Program
from tests.pages.base import catch_up
from tests.pages.finding import is_shown, shown
from tests.pages.keepsakes import forget_journal

MOMENTS: tuple[Moment, ...] = ("before", "after", "alone")


def begin_round(program: Program) -> None:
    """Begin the part of a set that comes before, with nothing answered."""
    program.desk.memory.clear()
    name = next(iter(program.parts.engine.content.quiz.set))
    program.visit("quiz", f"set:{name}:before")


def keep_and_begin(program: Program) -> None:
    """Keep three rounds and nothing else, and begin another."""
    forget_journal(program)
    book, now = program.parts.engine.content.quiz, program.parts.now()
    name, pairs = next(iter(book.set.items()))
    records = [
        QuizRecord(uid=f"{number:032x}", day=now.date(), changed=now, quiz=name, round=moment, asked=[*pairs.before])
        for number, moment in enumerate(MOMENTS)
    ]
    program.desk.journal().write(lambda journal: journal.store.put(*records), _fine)
    begin_round(program)


def put_aside(window: QWidget) -> None:
    """Look for other questions, so that the round waits, and remove one that was kept."""
    shown(window, QPushButton, "quiz-leave").click()
    shown(window, QPushButton, "quiz-remove-1").click()


def type_no_number(window: QWidget) -> None:
    """Go on to the question for a number, write none, and go on to the last one."""
    while not is_shown(window, "quiz-done"):
        fields = [field for field in window.findChildren(QLineEdit) if field.isVisible()]
        if fields:
            fields[0].textEdited.emit("soon")
            return
        answer_and_go_on(window)


def answer_all(window: QWidget) -> None:
    """Choose the first option of every question, write 1 where a number is asked for, and hand in."""
    while not is_shown(window, "quiz-done"):
        answer_and_go_on(window)


def answer_and_go_on(window: QWidget) -> None:
    """Answer what is asked, and go on."""
    rows = [row for row in window.findChildren(QAbstractButton) if row.objectName().startswith("quiz-answer-")]
    fields = [field for field in window.findChildren(QLineEdit) if field.isVisible()]
    if fields:
        fields[0].textEdited.emit("1")
    else:
        next(row for row in rows if row.isVisible()).click()
    shown(window, QPushButton, "quiz-next").click()
    catch_up()


def _fine(outcome: Outcome) -> None:
    assert outcome.error is None, outcome.error
