"""What somebody may have kept: the examples of the tour, many copies of one check, a journal with a lock."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from core.journal.records import AssessmentRecord
from core.schema.answers import Answers
from gui.draft import Draft
from gui.engine import REVIEW
from gui.journal_example import open_example
from gui.journal_room import Outcome
from gui.keeping import record_now
from gui.pages.journal.kept import PAGE, Looking
from gui.pages.journal.working import erase, lock_now, set_lock
from gui.program import Program
from gui.tour import CASE, TRIES
from gui.tour_journal import keep_examples
from tests.pages.finding import shown

PASSPHRASE = "four quiet words here"
MORE_THAN_SHOWN = 20
KEPT = Draft(Answers(TRIES[0].when.date(), "after", CASE, TRIES), "full", REVIEW)  # type: ignore[union-attr]  # a time


def forget_journal(program: Program) -> None:
    """Begin with no journal, and with a page that remembers nothing."""
    program.desk.memory.pop(PAGE, None)
    program.desk.journal().around(erase, _fine)


def keep_examples_now(program: Program) -> None:
    """Keep the two checks and the failed try of the tour, and nothing else."""
    forget_journal(program)
    keep_examples(program, KEPT)


def keep_copies(program: Program, number: int) -> None:
    """Keep one check many times, on as many days; the newest was kept today."""
    content, now = program.parts.engine.content, program.parts.now()
    first = record_now(KEPT, content, now, "0" * 32, program.parts.engine.road(KEPT))
    day = dt.timedelta(days=1)
    records = [
        first.model_copy(update={"uid": f"{place:032x}", "day": first.day - place * day, "changed": first.changed})
        for place in range(number)
    ]
    program.desk.journal().write(partial(_put_all, records), _fine)


def keep_many(program: Program) -> None:
    """Keep more checks than the list shows at once, and nothing else."""
    forget_journal(program)
    keep_copies(program, MORE_THAN_SHOWN)


def keep_and_lock(program: Program) -> None:
    """Keep a check and nothing else, put the lock on, and lock."""
    forget_journal(program)
    keep_copies(program, 1)
    program.desk.journal().around(partial(set_lock, PASSPHRASE), _fine)
    program.desk.journal().around(lock_now, _fine)


def show_example(program: Program) -> None:
    """Let the page show the example in place of the journal."""
    forget_journal(program)
    open_example(program.desk)


def keep_copy(program: Program) -> None:
    """Make a copy of the journal."""
    program.desk.journal().around(_copy, _fine)


def keep_and_see_copies(program: Program) -> None:
    """Keep two checks, of which a copy has one, and choose that copy."""
    forget_journal(program)
    keep_copies(program, 1)
    keep_copy(program)
    keep_copies(program, 2)
    program.desk.memory[PAGE] = Looking(copies=True, copy=1)


def read_newest(window: QWidget) -> None:
    """Read the newest check."""
    shown(window, QPushButton, "journal-open-1").click()


def keep_and_compare(window: QWidget) -> None:
    """Choose the first two checks to be compared."""
    for place in (1, 2):
        shown(window, QPushButton, f"journal-mark-{place}").click()


def _copy(journal: object) -> None:
    journal.keep_copy()  # type: ignore[attr-defined]  # as below


def _put_all(records: list[AssessmentRecord], journal: object) -> None:
    journal.store.put(*records)  # type: ignore[attr-defined]  # the journal, of which the tests of the window know no type


def _fine(outcome: Outcome) -> None:
    assert outcome.error is None, outcome.error
