"""What a call changes: only questions it fits, only what is new, only when the borrower accepts it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.explain.language import Language
from core.loading.answer_values import to_answer
from core.rights.hotline import Changes, accept, answers_from_note
from core.rights.proposals import proposal_texts
from core.schema.answers import NOT_SURE, Answer, Answers, Attempt
from core.schema.content import Content
from core.schema.hotline import HotlineNote
from tests.core.borrowers import borrower

TODAY = dt.date(2026, 11, 25)
TRIED = dt.datetime(2026, 11, 24, 20, 15)
Languages = Mapping[str, Language]


def case(message: str | None = None, values: Mapping[str, Answer] | None = None, **more: Answer) -> Answers:
    named = {name.replace("__", "."): value for name, value in {**(values or {}), **more}.items()}
    return Answers(TODAY, "after", named, (Attempt(TRIED, message),))


def changes(content: Content, answers: Answers, **told: str | dt.date) -> Changes:
    return answers_from_note(HotlineNote(TODAY, answers=told), answers, content)


def test_that_a_refusal_by_an_institution_names_message_and_day_of_the_last_try(content: Content) -> None:
    found = changes(content, case(), where_stopped="institution_refused")
    assert {(p.question, p.new) for p in found.proposals} == {
        ("", "institution_refused"),
        ("history.refused_on", TRIED.date()),
    }


def test_that_the_place_where_it_stopped_replaces_no_message_that_says_more(content: Content) -> None:
    found = changes(content, case("id_expired"), where_stopped="institution_refused")
    assert [p.question for p in found.proposals] == ["history.refused_on"]


def test_that_a_reason_replaces_any_message_and_the_coarser_place(content: Content) -> None:
    told = {"where_stopped": "institution_refused", "reason": "overdue_record"}
    found = changes(content, case("overall_score"), **told)
    assert [(p.asked, p.old, p.new) for p in found.proposals if not p.question] == [
        ("reason", "overall_score", "overdue_record")
    ]


def test_that_a_reason_which_says_nothing_changes_nothing(content: Content) -> None:
    assert changes(content, case("overall_score"), reason="generic_try_later").proposals == ()


def test_that_a_credit_query_adds_one_to_a_known_number(content: Content) -> None:
    (found,) = changes(content, case(credit__inquiries_3m=2.0), credit_query="yes").proposals
    assert (found.question, found.old, found.new) == ("credit.inquiries_3m", 2.0, 3.0)


@pytest.mark.parametrize("values", [{}, {"credit__inquiries_3m": NOT_SURE}])
def test_that_an_unknown_number_is_never_counted_on(
    content: Content, languages: Languages, values: dict[str, Answer]
) -> None:
    answers = case(values=values)
    found = changes(content, answers, credit_query="yes")
    assert [p.new for p in found.proposals] == [None]
    assert accept(answers, found.proposals) == answers
    assert [text.can_be_accepted for text in proposal_texts(found, languages["en"])] == [False]


@pytest.mark.parametrize(
    ("planned", "again", "expected"),
    [
        (dt.datetime(2026, 11, 26, 10), dt.date(2026, 12, 5), dt.datetime(2026, 12, 5, 10)),
        (dt.date(2026, 11, 26), dt.date(2026, 12, 5), dt.date(2026, 12, 5)),
        (dt.date(2026, 12, 10), dt.date(2026, 12, 5), None),
        (dt.date(2026, 12, 5), dt.date(2026, 12, 5), None),
    ],
)
def test_that_the_next_try_moves_to_the_day_named_and_never_forward(
    content: Content, planned: dt.date, again: dt.date, expected: dt.date | None
) -> None:
    found = changes(content, case(request__planned=planned), retry_after=again)
    assert [p.new for p in found.proposals] == ([expected] if expected else [])
    assert found.too_far is None


def test_that_a_day_beyond_every_plan_is_told_and_not_planned(content: Content, languages: Languages) -> None:
    far = TODAY + dt.timedelta(days=content.scales.plan.horizon_days + 1)
    found = changes(content, case(), retry_after=far)
    assert (found.proposals, found.too_far) == ((), far)
    (text,) = proposal_texts(found, languages["en"])
    assert not text.can_be_accepted
    assert str(far.year) in text.line


def test_that_the_kind_of_lender_is_known_afterwards(content: Content) -> None:
    assert changes(content, case(), lender_kind="micro_loan").lender_kind == "micro_loan"
    assert changes(content, case(), lender_kind="not_told").lender_kind is None


def test_that_what_stands_there_already_is_not_proposed(content: Content) -> None:
    assert changes(content, case(card__state="normal"), card_usable="yes").proposals == ()


def test_that_before_any_try_no_message_is_given_to_one(content: Content) -> None:
    answers = Answers(TODAY, "before")
    found = changes(content, answers, where_stopped="institution_refused", reason="overdue_record")
    assert found.proposals == ()


def test_that_an_answer_of_no_script_is_a_mistake(content: Content) -> None:
    with pytest.raises(KeyError, match="no_such"):
        changes(content, case(), no_such="yes")
    with pytest.raises(KeyError, match="maybe"):
        changes(content, case(), card_usable="maybe")


def test_that_a_note_has_no_place_for_a_name_or_a_number() -> None:
    assert [field.name for field in fields(HotlineNote)] == ["when", "channel", "role", "answers"]


def test_that_questions_about_names_and_numbers_are_kept_on_paper(content: Content) -> None:
    paper = {name for name, question in content.hotline.items() if question.kind == "paper"}
    assert paper == {"lender_name", "reference"}


def notes(content: Content) -> st.SearchStrategy[HotlineNote]:
    """Return any note a borrower could make."""
    every: dict[str, st.SearchStrategy[str | dt.date]] = {}
    for name, question in content.hotline.items():
        if question.kind == "choice":
            every[name] = st.sampled_from([option.id for option in question.options])
        elif question.kind == "message":
            every[name] = st.sampled_from(sorted(content.messages))
        elif question.kind == "date":
            every[name] = st.dates(TODAY, TODAY + dt.timedelta(days=200))
    return st.fixed_dictionaries({}, optional=every).map(lambda told: HotlineNote(TODAY, answers=told))


@given(data=st.data(), seed=st.integers(0, 200))
def test_that_whatever_is_accepted_the_checklist_allows_and_nothing_else_moves(
    content: Content, data: st.DataObject, seed: int
) -> None:
    answers = borrower(content, seed)
    found = answers_from_note(data.draw(notes(content)), answers, content)
    after = accept(answers, found.proposals)
    touched = {p.question for p in found.proposals if p.question}
    for name, value in after.values.items():
        if name in touched:
            raw = list(value) if isinstance(value, tuple) else value
            assert to_answer(content.questions[name], raw) == value
        else:
            assert value == answers.values[name]
    assert [attempt.when for attempt in after.attempts] == [attempt.when for attempt in answers.attempts]
    assert after.attempts[:-1] == answers.attempts[:-1]
    day = after.planned.date() if isinstance(after.planned, dt.datetime) else after.planned
    assert 0 <= (day - after.as_of).days <= content.scales.plan.horizon_days


@given(data=st.data(), seed=st.integers(0, 200))
def test_that_a_call_proposes_nothing_once_its_proposals_were_accepted(
    content: Content, data: st.DataObject, seed: int
) -> None:
    answers, note = borrower(content, seed), data.draw(notes(content))
    after = accept(answers, answers_from_note(note, answers, content).proposals)
    again = answers_from_note(note, after, content).proposals
    assert {p.question for p in again} <= {"credit.inquiries_3m"}, "only a number goes on counting"


@given(data=st.data(), seed=st.integers(0, 50))
def test_that_every_proposal_has_a_sentence_with_its_reason_in_both_languages(
    content: Content, languages: Languages, data: st.DataObject, seed: int
) -> None:
    found = answers_from_note(data.draw(notes(content)), borrower(content, seed), content)
    for language in languages.values():
        lines = proposal_texts(found, language)
        assert len(lines) == len(found.proposals) + (found.too_far is not None)
        for proposal, text in zip(found.proposals, lines, strict=False):
            reason = language.words(f"hotline.{proposal.asked}.reason")
            assert reason in text.line or not text.can_be_accepted
