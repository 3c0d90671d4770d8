"""Notes of calls: kept in the journal when asked, and told apart from those of another check. No window."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.journal.errors import LockedError
from core.journal.records import AnyRecord, NoteRecord
from core.journal.scrub import MASK
from core.loading.library import Library
from gui.casework import calls_now
from gui.draft import Draft, with_answer
from gui.journal_room import Outcome
from gui.pages.help.noting import DAY, TIME
from tests.gui.test_presenter_help import TRIES, Place, place_of
from tests.pages.desk import NOW, draft_of, office

BEGUN = draft_of("review", mode="after", tries=TRIES, request__lender="jiebei", safety__asked_to_pay="no")
OTHER = draft_of("review", request__lender="huabei")


def note_a_call(place: Place) -> None:
    place.presenter.noting.put(DAY, "2026-09-20")
    place.presenter.noting.put(TIME, "10:30")
    place.note(where_stopped="institution_refused")


def in_journal(place: Place) -> list[AnyRecord]:
    found: list[Outcome] = []
    place.made.later(place.made.desk.journal().reading(lambda journal: list(journal.store.each())), found.append)
    place.made.later.settle()
    return list(found[0].value)


def keep(place: Place) -> None:
    place.presenter.keeping.keep((*place.calls, *place.others)[0].id)
    place.made.later.settle()


@pytest.fixture
def place(library: Library) -> Place:
    return place_of(library, office(library, BEGUN))


def test_that_a_call_is_kept_only_when_asked_and_says_what_was_heard_on_its_day(place: Place) -> None:
    note_a_call(place)
    assert in_journal(place) == []
    keep(place)
    (record,) = in_journal(place)
    assert isinstance(record, NoteRecord)
    (call,) = place.calls
    assert record.text == "\n".join((call.title, *call.answers))
    assert MASK not in record.text
    (noted,) = calls_now(place.made.desk)
    assert (record.day, record.place) == (dt.date(2026, 9, 20), noted.note.channel)
    assert record.asked == ["where_stopped"]
    assert call.kept == place.made.words("help.is_kept")


def test_that_a_call_kept_again_takes_its_own_place(place: Place) -> None:
    note_a_call(place)
    keep(place)
    keep(place)
    assert len(in_journal(place)) == 1


def test_that_a_locked_journal_is_said_and_the_call_is_not_told_to_be_kept(place: Place) -> None:
    note_a_call(place)
    place.presenter.keeping.keep((*place.calls, *place.others)[0].id)
    place.made.later.jobs.pop().on_done(Outcome(error=LockedError(file="journal.db")))
    assert place.made.told[-1] == place.made.words("error.journal_locked", file="journal.db")
    assert place.calls[0].kept == ""


def test_that_the_calls_of_another_check_propose_nothing_and_stand_apart(place: Place) -> None:
    place.note(where_stopped="institution_refused")
    assert place.proposals
    place.made.desk.session.begin(OTHER)
    assert (place.calls, place.proposals, len(place.others)) == ((), {}, 1)
    assert place.state.calls is not None
    assert place.state.calls.others_title == place.made.words("help.others_title")
    assert calls_now(place.made.desk) == ()
    place.note(where_stopped="institution_refused")
    assert (len(place.calls), len(place.others)) == (1, 1)


def test_that_undo_gives_a_check_its_calls_back(place: Place) -> None:
    place.note(where_stopped="institution_refused")
    proposed = place.proposals
    place.made.desk.session.begin(OTHER)
    place.made.desk.session.undo()
    assert (place.proposals, place.others) == (proposed, ())
    place.made.desk.session.redo()
    assert len(place.others) == 1


def test_that_a_call_noted_before_any_check_belongs_to_the_one_begun_then(library: Library) -> None:
    place = place_of(library)
    place.note(where_stopped="institution_refused")
    place.made.desk.session.begin(BEGUN)
    assert (len(place.calls), place.others) == (1, ())


def test_that_a_check_that_goes_on_with_its_answers_keeps_its_calls(place: Place) -> None:
    place.note(where_stopped="institution_refused")
    place.made.desk.session.begin(replace(BEGUN, at="attempt.moment", way="short"))
    assert len(place.calls) == 1


def test_that_an_example_has_no_call_of_the_users_and_the_end_of_it_brings_them_back(place: Place) -> None:
    session = place.made.desk.session
    place.note(where_stopped="institution_refused")
    example = Draft(OTHER.answers, at="review", example="near_midnight")
    session.begin(example)
    assert (place.calls, len(place.others)) == ((), 1)
    session.change(with_answer(example, "request.amount", 500.0))
    session.begin(BEGUN)
    assert (len(place.calls), place.others) == (1, ())


def test_that_a_call_of_another_check_can_still_be_kept_and_forgotten(place: Place) -> None:
    note_a_call(place)
    place.made.desk.session.begin(OTHER)
    keep(place)
    (record,) = in_journal(place)
    assert isinstance(record, NoteRecord)
    assert record.assessment is None
    place.presenter.calls.remove(place.others[0].id)
    assert place.state.calls is None
    assert len(in_journal(place)) == 1
    assert record.changed == NOW.replace(microsecond=0)


def test_that_what_was_noted_of_an_example_stays_out_of_the_journal(place: Place) -> None:
    place.made.desk.session.begin(Draft(OTHER.answers, at="review", example="near_midnight"))
    note_a_call(place)
    keep(place)
    assert place.made.told[-1] == place.made.words("journalpage.example.not_kept")
    assert in_journal(place) == []
