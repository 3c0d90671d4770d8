"""Which question comes next: signs of fraud first, then whatever moves the estimate most, until nothing would."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings

from core.assess import Assessor
from core.estimate.asking import asked, gates_asked, most_telling, of_section, quick
from core.estimate.influence import influences
from core.estimate.samples import typical_answers
from core.facts.read import Facts
from core.schema.answers import NOT_SURE, Answers
from core.schema.content import Content
from tests.core.borrowers import AS_OF, SEEDS, borrower


def facts_of(assessor: Assessor, answers: Answers) -> Facts:
    return assessor.model.reader.read(answers, answers.planned)


def answered_to_the_end(assessor: Assessor, answers: Answers) -> tuple[list[str], Answers]:
    """Answer whatever is asked next, as most people would, until nothing more is asked."""
    questions, order = assessor.model.content.questions, []
    while name := most_telling(assessor.model, answers, AS_OF, (), facts_of(assessor, answers)):
        order.append(name)
        likeliest = max(typical_answers(questions[name], AS_OF), key=lambda pair: pair[1])[0]
        answers = replace(answers, values={**answers.values, name: likeliest})
    return order, answers


def test_that_signs_of_fraud_are_asked_before_anything_else(assessor: Assessor, content: Content) -> None:
    order, _ = answered_to_the_end(assessor, Answers(AS_OF))
    safety = of_section(content, list(content.questions), "safety")
    assert order[: len(safety)] == safety


def test_that_the_short_check_stops_when_no_answer_moves_the_estimate_by_a_point(
    assessor: Assessor, content: Content
) -> None:
    order, answers = answered_to_the_end(assessor, Answers(AS_OF))
    left = [name for name in asked(content, "before", facts_of(assessor, answers)) if name not in answers.values]
    moved = influences(assessor.model, answers, AS_OF, left)
    assert len(order) < len(content.questions)
    assert max(map(math.sqrt, moved.values())) < content.scales.short_check_stop


@settings(max_examples=15)
@given(SEEDS)
def test_that_the_next_question_is_the_open_one_with_the_largest_influence(
    assessor: Assessor, content: Content, seed: int
) -> None:
    answers = borrower(content, seed)
    facts = facts_of(assessor, answers)
    found = most_telling(assessor.model, answers, AS_OF, (), facts)
    still_open = [name for name in asked(content, answers.mode, facts) if name not in answers.values]
    safety = of_section(content, still_open, "safety")
    if safety:
        assert found == safety[0]
    elif found is not None:
        moved = influences(assessor.model, answers, AS_OF, still_open)
        assert moved[found] == max(moved.values())


def test_that_a_question_passed_over_is_not_put_again(assessor: Assessor) -> None:
    answers, passed = Answers(AS_OF), list[str]()
    while name := most_telling(assessor.model, answers, AS_OF, passed, facts_of(assessor, answers)):
        assert name not in passed
        passed.append(name)
    assert len(passed) > 3


@pytest.mark.parametrize("mode", ["before", "after"])
def test_that_the_quick_check_asks_few_questions_and_fraud_first(
    assessor: Assessor, content: Content, mode: str
) -> None:
    every = asked(content, "after" if mode == "after" else "before", facts_of(assessor, Answers(AS_OF)))
    found = quick(content, every)
    assert content.questions[found[0]].section == "safety"
    assert 5 <= len(found) <= 10


def test_that_questions_about_a_class_two_account_are_asked_unless_it_is_known_to_be_another(
    assessor: Assessor, content: Content
) -> None:
    def is_asked(account: str) -> bool:
        answers = Answers(AS_OF, "before", {"card.account_class": account})
        return "card.received_today" in asked(content, "before", facts_of(assessor, answers))

    assert is_asked("class_two")
    assert is_asked(NOT_SURE)
    assert not is_asked("class_one")


def test_that_a_gate_counts_as_asked_about_only_with_a_known_answer(assessor: Assessor) -> None:
    assert gates_asked(assessor.model, Answers(AS_OF)) == frozenset()
    assert gates_asked(assessor.model, Answers(AS_OF, "before", {"card.state": NOT_SURE})) == frozenset()
    assert gates_asked(assessor.model, Answers(AS_OF, "before", {"card.state": "normal"})) == {"payment"}
