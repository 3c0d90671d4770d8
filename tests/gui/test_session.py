"""The session: undo and redo without limit, and who hears of it."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from core.schema.answers import Attempt
from gui.draft import (
    Draft,
    at_step,
    fresh,
    on_day,
    with_answer,
    with_attempts,
    with_done,
    with_objection,
    with_skip,
    without_answer,
)
from gui.session import Session

DAY = dt.date(2026, 9, 28)
QUESTIONS = ("safety.asked_to_pay", "card.kind", "card.state")


def begun() -> Session:
    return Session(at_step(fresh(DAY), QUESTIONS[0]))


def answer(session: Session, question: str, value: str = "yes") -> None:
    session.change(with_answer(session.draft, question, value))


def test_that_nothing_can_be_undone_at_first() -> None:
    session = begun()
    assert not session.can_undo
    session.undo()
    session.redo()
    assert session.draft == at_step(fresh(DAY), QUESTIONS[0])


def test_that_a_change_that_changes_nothing_cannot_be_undone() -> None:
    session = begun()
    session.change(session.draft)
    assert not session.can_undo


def test_that_undo_shows_the_step_of_the_change_and_not_the_one_looked_at_last() -> None:
    session = begun()
    answer(session, QUESTIONS[0])
    session.move(at_step(session.draft, QUESTIONS[1]))
    session.undo()
    assert session.draft.at == QUESTIONS[0]
    assert session.draft.answers.values == {}


def test_that_redo_shows_the_step_of_the_change() -> None:
    session = begun()
    answer(session, QUESTIONS[1])
    session.undo()
    session.move(at_step(session.draft, QUESTIONS[2]))
    session.redo()
    assert session.draft.at == QUESTIONS[1]
    assert session.draft.answers.values == {QUESTIONS[1]: "yes"}


def test_that_a_new_change_ends_what_could_be_redone() -> None:
    session = begun()
    answer(session, QUESTIONS[0])
    session.undo()
    answer(session, QUESTIONS[1])
    assert not session.can_redo


def test_that_a_glance_keeps_what_could_be_redone() -> None:
    session = begun()
    answer(session, QUESTIONS[0])
    session.undo()
    session.move(at_step(session.draft, QUESTIONS[2]))
    assert session.can_redo


def test_that_another_check_can_be_undone_to_where_the_old_one_was() -> None:
    session = begun()
    answer(session, QUESTIONS[1])
    old = session.draft
    session.begin(at_step(fresh(DAY, "after"), "attempt.message"))
    session.undo()
    assert session.draft == old


def test_that_undoing_a_fresh_start_is_redone_to_the_same() -> None:
    session = begun()
    answer(session, QUESTIONS[1])
    session.begin(fresh(DAY))
    session.undo()
    assert session.draft.begun
    session.redo()
    assert session.draft == fresh(DAY)


def test_that_listeners_hear_in_the_order_of_listening_until_they_leave() -> None:
    session, heard = begun(), list[str]()
    leave = session.listen(lambda: heard.append("first"))
    session.listen(lambda: heard.append("second"))
    answer(session, QUESTIONS[0])
    leave()
    leave()
    session.undo()
    assert heard == ["first", "second", "second"]


def test_that_a_listener_may_leave_while_it_is_told() -> None:
    session, heard = begun(), list[str]()

    def once() -> None:
        heard.append("once")
        leave()

    leave = session.listen(once)
    session.listen(lambda: heard.append("always"))
    answer(session, QUESTIONS[0])
    answer(session, QUESTIONS[1])
    assert heard == ["once", "always", "always"]


@given(st.lists(st.tuples(st.sampled_from(QUESTIONS), st.sampled_from(("yes", "no", "not_sure"))), max_size=12))
def test_that_as_many_undos_as_changes_lead_to_the_beginning_and_redos_to_the_end(given: list[tuple[str, str]]) -> None:
    session = begun()
    start, pasts = session.draft.answers, [session.draft.answers]
    for question, value in given:
        answer(session, question, value)
        if session.draft.answers != pasts[-1]:
            pasts.append(session.draft.answers)
    end = session.draft.answers
    while session.can_undo:
        session.undo()
    assert session.draft.answers == start
    while session.can_redo:
        session.redo()
    assert session.draft.answers == end


def test_that_an_answer_ends_a_skip_and_a_skip_an_answer() -> None:
    skipped = with_skip(with_answer(fresh(DAY), QUESTIONS[0], "yes"), QUESTIONS[0])
    assert (skipped.answers.values, skipped.skipped) == ({}, (QUESTIONS[0],))
    answered = with_answer(skipped, QUESTIONS[0], "no")
    assert (answered.answers.values, answered.skipped) == ({QUESTIONS[0]: "no"}, ())


def test_that_an_answer_taken_back_leaves_the_others() -> None:
    draft = with_answer(with_answer(fresh(DAY), QUESTIONS[0], "yes"), QUESTIONS[1], "no")
    assert without_answer(draft, QUESTIONS[0]).answers.values == {QUESTIONS[1]: "no"}


def test_that_tries_are_kept_oldest_first() -> None:
    late, early = Attempt(dt.datetime(2026, 9, 28, 20)), Attempt(dt.date(2026, 9, 28))
    assert with_attempts(fresh(DAY), (late, early)).answers.attempts == (early, late)


def test_that_an_objection_and_a_step_done_go_on_and_off_once() -> None:
    draft: Draft = fresh(DAY)
    for _ in range(2):
        draft = with_done(with_objection(draft, "cause", objected=True), "action", done=True)
    assert (draft.answers.objections, draft.answers.done) == (("cause",), ("action",))
    draft = with_done(with_objection(draft, "cause", objected=False), "action", done=False)
    assert (draft.answers.objections, draft.answers.done) == ((), ())


def test_that_the_day_is_never_before_the_latest_try() -> None:
    draft = with_attempts(fresh(DAY), (Attempt(dt.datetime(2026, 9, 28, 20)),))
    assert on_day(draft, dt.date(2026, 9, 1)).answers.as_of == DAY
    assert on_day(draft, dt.date(2026, 10, 1)).answers.as_of == dt.date(2026, 10, 1)
