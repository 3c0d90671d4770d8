"""Rounds that were kept stand where a new one begins; they can be removed and brought back. No window."""

from __future__ import annotations

import datetime as dt

import pytest

from core.journal.records import QuizRecord
from core.loading.library import Library
from gui.journal_room import Outcome
from gui.pages.quiz.past import SHOWN
from gui.pages.quiz.presenter import QuizPresenter
from gui.pages.quiz.state import PastState, QuizState, StartState
from tests.pages.desk import NOW, FakeScreen, Office, office


def record_of(number: int, quiz: str, moment: str = "alone") -> QuizRecord:
    return QuizRecord.model_validate(
        {
            "uid": f"{number:032x}",
            "day": NOW.date() - dt.timedelta(days=number),
            "changed": NOW,
            "quiz": quiz,
            "round": moment,
            "asked": ["one", "two", "three"],
            "chosen": {"one": "a", "two": 5.0},
            "right": ["one"],
        }
    )


def with_records(made: Office, *records: QuizRecord) -> FakeScreen[QuizState]:
    """Put records into the journal, and open the page."""
    made.desk.journal().write(lambda journal: journal.store.put(*records), lambda _outcome: None)
    made.later.settle()
    screen = FakeScreen[QuizState]()
    made.desk.memory["presenter"] = QuizPresenter(screen, made.desk)
    made.later.settle()
    return screen


def presenter_of(made: Office) -> QuizPresenter:
    presenter = made.desk.memory["presenter"]
    assert isinstance(presenter, QuizPresenter)
    return presenter


def past(screen: FakeScreen[QuizState]) -> PastState:
    part = screen.state.part
    assert isinstance(part, StartState)
    assert part.past is not None
    return part.past


@pytest.fixture
def made(library: Library) -> Office:
    return office(library)


def test_that_without_a_journal_nothing_is_looked_up(made: Office) -> None:
    screen = FakeScreen[QuizState]()
    QuizPresenter(screen, made.desk)
    assert made.later.jobs == []
    part = screen.state.part
    assert isinstance(part, StartState)
    assert part.past is None


def test_that_the_newest_rounds_are_shown_the_newest_first(made: Office) -> None:
    records = [record_of(number, "class") for number in (3, 1, 2, 5, 4, 7, 6)]
    shown = past(with_records(made, *records))
    assert [row.uid for row in shown.rows] == [f"{number:032x}" for number in range(1, SHOWN + 1)]
    assert (shown.removed, shown.bring_back) == ("", "")


def test_that_a_round_is_named_by_its_set_its_lesson_or_as_it_was_kept(made: Office, library: Library) -> None:
    name = next(iter(library.content.quiz.set))
    records = (record_of(1, name, "after"), record_of(2, "cost"), record_of(3, "gone_since"))
    one, two, three = (row.words for row in past(with_records(made, *records)).rows)
    assert made.words(f"quiz_set.{name}") in one
    assert made.words("lesson.cost.name") in two
    assert "gone_since" in three
    count = made.desk.speaker.wording.count
    for told in (one, two, three):
        assert count(3, "questions") in told
        assert count(1, "questions") in told


def test_that_a_round_is_removed_and_brought_back(made: Office) -> None:
    record = record_of(1, "cost")
    screen = with_records(made, record)
    before = past(screen)
    presenter_of(made).past.remove(record.uid)
    made.later.settle()
    assert (past(screen).rows, bool(past(screen).bring_back)) == ((), True)
    assert made.words("lesson.cost.name") in past(screen).removed
    presenter_of(made).past.bring_back()
    made.later.settle()
    assert past(screen) == before
    presenter_of(made).past.bring_back()
    assert made.later.waiting == 0


def test_that_a_journal_that_cannot_be_read_shows_nothing_and_one_that_cannot_be_written_says_so(made: Office) -> None:
    screen = with_records(made, record_of(1, "cost"))
    presenter_of(made).past.remove("f" * 32)
    made.later.settle()
    assert len(made.told) == 1
    assert len(past(screen).rows) == 1
    presenter_of(made).past.look()
    [job] = made.later.jobs
    error = made.desk.journal().reading(lambda journal: journal.store.get("e" * 32))(lambda: False).error
    job.on_done(Outcome(error=error))
    part = screen.state.part
    assert isinstance(part, StartState)
    assert part.past is None


def test_that_a_round_stands_there_once_it_is_kept(made: Office) -> None:
    screen = FakeScreen[QuizState]()
    presenter = QuizPresenter(screen, made.desk, "lesson:cost")
    for _ in presenter.items:
        presenter.answering.go_on()
    presenter.keeping.keep()
    made.later.settle()
    presenter.rounds.leave()
    [row] = past(screen).rows
    assert made.words("lesson.cost.name") in row.words
