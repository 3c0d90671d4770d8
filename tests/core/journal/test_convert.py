"""Answers in and out: nothing is lost on the way, and an old check opens against newer content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given

from core.assess import ROAD_ONLY, Assessor
from core.journal.convert import Context, Gone, attempt_of, opened, record_of, said_before
from core.journal.records import RECORD, AssessmentRecord, AttemptRecord, as_json
from core.schema.answers import Answers, Attempt, Measurement
from core.schema.content import Content
from tests.core.borrowers import SEEDS, borrower
from tests.core.journal.desk import NOON, uid

CONTEXT = Context(uid(1), NOON)
FIGURES = {"hosts": 3.0, "rounds": 15.0, "failed": 0.0, "median_ms": 42.5, "p95_ms": 88.0}
PROBED = Measurement("network", NOON, FIGURES)


def without(content: Content, **gone: str) -> Content:
    """Return the content without a question, cause, action or message."""
    less: Mapping[str, Any] = {
        part: {name: entry for name, entry in getattr(content, part).items() if name != left}
        for part, left in gone.items()
    }
    return content.model_copy(update=less)


@given(SEEDS)
def test_that_answers_come_back_from_the_file_as_they_were(content: Content, seed: int) -> None:
    answers = borrower(content, seed)
    kept = RECORD.validate_json(as_json(record_of(answers, content, CONTEXT)))
    assert isinstance(kept, AssessmentRecord)
    back = opened(kept, content)
    assert back.answers == answers
    assert not back.gone.anything


@given(SEEDS)
def test_that_what_newer_content_does_not_know_is_listed_and_kept(content: Content, seed: int) -> None:
    answers = borrower(content, seed, "after")
    old = record_of(answers, content, CONTEXT)
    question = next(iter(answers.values), "request.lender")
    message = next((a.message for a in answers.attempts if a.message), "generic")
    newer = without(content, questions=question, messages=message, actions=next(iter(answers.done), "none"))
    back = opened(old, newer)
    assert set(back.gone.answers) == {question} & set(answers.values)
    assert set(back.gone.done) == set(answers.done[:1])
    assert set(back.gone.messages.values()) == {message} & {a.message for a in answers.attempts}
    assert question not in back.answers.values
    again = record_of(back.answers, newer, CONTEXT, back.gone)
    assert again.answers == old.answers
    assert sorted(again.done) == sorted(old.done)
    assert {t.when: t.message for t in again.attempts} == {t.when: t.message for t in old.attempts}


def test_that_a_decoded_message_comes_back_with_its_shares_and_without_unknown_classes(content: Content) -> None:
    shares = (("card_state", 0.6), ("overall_score", 0.3))
    answers = Answers(NOON.date(), "after", {}, (Attempt(NOON, None, shares),))
    kept = RECORD.validate_json(as_json(record_of(answers, content, CONTEXT)))
    assert isinstance(kept, AssessmentRecord)
    assert opened(kept, content).answers == answers
    (less,) = opened(kept, without(content, messages="card_state")).answers.attempts
    assert less.message_shares == shares[1:]


def test_that_an_option_that_is_gone_is_kept_until_the_question_is_answered_anew(content: Content) -> None:
    old = record_of(borrower(content, 1), content, CONTEXT)
    old = old.model_copy(update={"answers": {**old.answers, "request.lender": "closed_lender"}})
    back = opened(old, content)
    assert back.gone.answers == {"request.lender": "closed_lender"}
    assert record_of(back.answers, content, CONTEXT, back.gone).answers["request.lender"] == "closed_lender"
    anew = opened(old, content).answers
    anew = type(anew)(anew.as_of, anew.mode, {**anew.values, "request.lender": "jiebei"})
    assert record_of(anew, content, CONTEXT, back.gone).answers["request.lender"] == "jiebei"


def test_that_the_result_is_kept_with_the_versions_it_came_from(content: Content, assessor: Assessor) -> None:
    answers = borrower(content, 3, "before")
    result = assessor.assess(answers, ROAD_ONLY)
    record = record_of(answers, content, Context(uid(1), NOON, result=result))
    assert record.result is not None
    assert record.result.arrives == result.arrives.estimate
    assert record.result.causes[0].blocker == max(cause.blocker for cause in result.causes)
    assert record.content_version == content.version
    assert content.language_independent_hash.startswith(record.model_version)


@pytest.mark.parametrize("seed", range(5))
def test_that_a_try_keeps_what_was_said_before_it(content: Content, seed: int) -> None:
    answers = borrower(content, seed, "before")
    made = AttemptRecord(uid=uid(2), day=answers.as_of, changed=NOON, when=answers.as_of.isoformat(), outcome="arrived")
    back = said_before(attempt_of(answers, made, uid(1), Gone()), content).answers
    assert (back.values, back.mode, back.done) == (answers.values, answers.mode, answers.done)


def test_that_a_measured_answer_is_kept_with_what_it_was_measured_with(content: Content) -> None:
    answers = Answers(NOON.date(), "before", {"network.quality": "smooth"}, measured={"network.quality": PROBED})
    kept = RECORD.validate_json(as_json(record_of(answers, content, CONTEXT)))
    assert isinstance(kept, AssessmentRecord)
    assert opened(kept, content).answers == answers


def test_that_the_measurement_of_a_question_that_is_gone_goes_on_with_its_answer(content: Content) -> None:
    answers = Answers(NOON.date(), "before", {"network.quality": "smooth"}, measured={"network.quality": PROBED})
    old = record_of(answers, content, CONTEXT)
    newer = without(content, questions="network.quality")
    back = opened(old, newer)
    again = record_of(back.answers, newer, CONTEXT, back.gone)
    assert (again.answers, again.measured) == (old.answers, old.measured)


def test_that_no_measurement_is_kept_of_what_is_not_answered(content: Content) -> None:
    answers = Answers(NOON.date(), "before", {}, measured={"network.quality": PROBED})
    assert record_of(answers, content, CONTEXT).measured == {}
