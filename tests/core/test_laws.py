"""Laws that hold for every borrower, tried on random answers to the shipped questions."""

from __future__ import annotations

import datetime as dt
import math
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.assess import ROAD_ONLY, Assessor, Extent
from core.estimate.content_check import estimate_problems
from core.estimate.samples import typical_answers
from core.inference.trace import disagreements
from core.loading.library import Library
from core.schema.answers import NOT_SURE, Answer, Answers, Attempt
from core.schema.content import Content

AS_OF = dt.date(2026, 9, 24)
LATE = dt.datetime(2026, 9, 24, 9, 30)
PLANS = Extent(plan=True, ranges=False, influence=False, trace=True)


def borrower(content: Content, seed: int, mode: str = "") -> Answers:
    """Return random answers: each question typical, not sure, or skipped."""
    stream = random.Random(seed)
    values: dict[str, Answer] = {}
    for name, question in content.questions.items():
        dice = stream.random()
        if dice < 0.6:
            answers, shares = zip(*typical_answers(question, AS_OF), strict=True)
            values[name] = stream.choices(answers, shares)[0]
        elif dice < 0.7:
            values[name] = NOT_SURE
    messages = [None, *content.messages]
    tries = [Attempt(LATE - dt.timedelta(hours=7 * n), stream.choice(messages)) for n in range(stream.randint(0, 2))]
    if (mode or stream.choice(["before", "after"])) == "before":
        return Answers(AS_OF, "before", values)
    return Answers(AS_OF, "after", values, tuple(reversed(tries)))


SEEDS = st.integers(0, 10_000)


@settings(max_examples=30)
@given(SEEDS)
def test_gates_multiply_shares_sum_to_one_and_blockers_add_up(assessor: Assessor, content: Content, seed: int) -> None:
    answers = borrower(content, seed)
    found = assessor.assess(answers, ROAD_ONLY)
    assert math.prod(gate.passes for gate in found.gates) == pytest.approx(found.arrives.estimate, rel=1e-9)
    assert sum(cause.share for cause in found.causes) == pytest.approx(1, abs=1e-9)
    whole = 1.0 if answers.mode == "after" else 1 - found.arrives.estimate
    assert sum(cause.blocker for cause in found.causes) == pytest.approx(whole, abs=1e-9)
    assert sum(cause.stops_next for cause in found.causes) == pytest.approx(1 - found.arrives.estimate, abs=1e-9)
    assert sum(found.owners.values()) == pytest.approx(whole, abs=1e-9)
    assert sum(found.families.values()) == pytest.approx(whole, abs=1e-9)


@settings(max_examples=15)
@given(SEEDS)
def test_gains_add_up_and_no_step_lowers_the_chance(assessor: Assessor, content: Content, seed: int) -> None:
    found = assessor.assess(borrower(content, seed), PLANS)
    assert found.plans is not None
    for plan in (found.plans.recommended, found.plans.today, found.plans.soon, found.plans.horizon):
        assert sum(s.gain for s in plan.steps) == pytest.approx(plan.arrives.estimate - plan.without, abs=1e-9)
        assert all(step.gain >= 0 for step in plan.steps)
    assert all(day.with_plan >= day.arrives - 1e-12 for day in found.by_date)


@settings(max_examples=15)
@given(SEEDS)
def test_the_curve_at_the_planned_day_is_the_estimate(assessor: Assessor, content: Content, seed: int) -> None:
    found = assessor.assess(borrower(content, seed), PLANS)
    planned = found.planned.date() if isinstance(found.planned, dt.datetime) else found.planned
    on_that_day = next(day for day in found.by_date if day.date == planned)
    assert on_that_day.arrives == pytest.approx(found.arrives.estimate, abs=1e-12)


@settings(max_examples=20)
@given(SEEDS)
def test_the_trace_can_be_worked_out_again(assessor: Assessor, content: Content, seed: int) -> None:
    trace = assessor.assess(borrower(content, seed), Extent(False, False, False, True)).trace
    assert trace is not None
    assert disagreements(trace, 1e-9) == []


@given(SEEDS)
def test_the_order_of_answers_does_not_matter(assessor: Assessor, content: Content, seed: int) -> None:
    answers = borrower(content, seed)
    turned = replace(answers, values=dict(reversed(list(answers.values.items()))))
    assert assessor.assess(answers, ROAD_ONLY) == assessor.assess(turned, ROAD_ONLY)


@given(SEEDS)
def test_not_sure_counts_like_a_skipped_question(assessor: Assessor, content: Content, seed: int) -> None:
    answers = borrower(content, seed)
    known = {name: value for name, value in answers.values.items() if value != NOT_SURE}
    one, other = (assessor.assess(a, ROAD_ONLY) for a in (answers, replace(answers, values=known)))
    assert one.arrives == other.arrives
    assert one.causes == other.causes


def test_not_sure_lies_between_the_answers_and_shares_fit_the_base_rates(library: Library) -> None:
    assert list(estimate_problems(library)) == []


def test_with_nothing_known_the_money_arrives_in_85_to_93_of_100(assessor: Assessor) -> None:
    assert 0.85 <= assessor.assess(Answers(dt.date(2026, 3, 18)), ROAD_ONLY).arrives.estimate <= 0.93


@settings(max_examples=25)
@given(SEEDS, st.data())
def test_an_objection_removes_the_cause_and_nothing_else(
    assessor: Assessor, content: Content, seed: int, data: st.DataObject
) -> None:
    answers = borrower(content, seed, "before")
    cause = data.draw(st.sampled_from(list(content.causes)))
    before, after = (assessor.assess(a, ROAD_ONLY) for a in (answers, replace(answers, objections=(cause,))))
    assert next(c for c in after.causes if c.id == cause).presence == 0
    assert after.safety == before.safety
    assert after.arrives.estimate >= before.arrives.estimate - 1e-12
    others = [(c.id, c.presence) for c in before.causes if c.id != cause]
    assert others == [(c.id, c.presence) for c in after.causes if c.id != cause]


@settings(max_examples=40)
@given(SEEDS, st.data())
def test_evidence_against_a_cause_never_raises_the_risk(
    assessor: Assessor, content: Content, seed: int, data: st.DataObject
) -> None:
    """Adding one more rule that holds and speaks against a cause: the road with it is never riskier."""
    model, answers = assessor.model, borrower(content, seed, "before")
    found = assessor.assess(answers, ROAD_ONLY)
    place = data.draw(st.integers(0, len(model.causes) - 1))
    less = data.draw(st.floats(0, 1))
    presence = [c.presence for c in found.causes]
    lowered = [q * less if i == place else q for i, q in enumerate(presence)]
    risk = 1 - math.prod(1 - w * q for w, q in zip(model.strengths, lowered, strict=True))
    assert risk <= 1 - found.arrives.estimate + 1e-12


def test_ranges_are_the_same_each_time_and_hold_the_estimate(assessor: Assessor, content: Content) -> None:
    def only(borrowed: Answers) -> object:
        return assessor.assess(borrowed, Extent(False, True, False, False)).arrives

    for seed in range(4):
        answers = borrower(content, seed)
        assert only(answers) == only(answers)


def test_answering_everything_narrows_the_range(assessor: Assessor, content: Content) -> None:
    extent = Extent(False, True, False, False)
    values = {name: typical_answers(q, AS_OF)[0][0] for name, q in content.questions.items()}
    open_, full = (assessor.assess(Answers(AS_OF, "before", v), extent).arrives for v in ({}, values))
    assert (full.high or 0) - (full.low or 0) < (open_.high or 0) - (open_.low or 0)
