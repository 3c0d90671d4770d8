"""Laws that hold for every borrower, tried on random answers to the shipped questions."""

from __future__ import annotations

import datetime as dt
import json
import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.assess import ROAD_ONLY, Assessor, Extent, band_of
from core.estimate.content_check import estimate_problems
from core.estimate.samples import typical_answers
from core.explain.jsonable import jsonable
from core.inference.trace import disagreements
from core.loading.library import Library
from core.schema.answers import NOT_SURE, Answer, Answers
from core.schema.assessment import Assessment, Plan
from core.schema.content import Content, Mode
from tests.core.borrowers import AS_OF, SEEDS, borrower

PLAN_ONLY = Extent(plan=True, ranges=False, influence=False, trace=False)
TRACE_ONLY = Extent(plan=False, ranges=False, influence=False, trace=True)


def plans_of(found: Assessment) -> list[Plan]:
    assert found.plans is not None
    plans = found.plans
    return [plans.recommended, plans.today, plans.quick, plans.soon, plans.horizon]


@settings(max_examples=60)
@given(SEEDS)
def test_gates_multiply_and_shares_and_blockers_add_up(assessor: Assessor, content: Content, seed: int) -> None:
    answers = borrower(content, seed)
    found = assessor.assess(answers, ROAD_ONLY)
    assert math.prod(gate.passes for gate in found.gates) == pytest.approx(found.arrives.estimate, rel=1e-9)
    assert sum(cause.share for cause in found.causes) == pytest.approx(1, abs=1e-9)
    whole = 1.0 if answers.mode == "after" else 1 - found.arrives.estimate
    assert sum(cause.blocker for cause in found.causes) == pytest.approx(whole, abs=1e-9)
    assert sum(cause.stops_next for cause in found.causes) == pytest.approx(1 - found.arrives.estimate, abs=1e-9)
    assert sum(found.owners.values()) == pytest.approx(whole, abs=1e-9)
    assert sum(found.families.values()) == pytest.approx(whole, abs=1e-9)


@settings(max_examples=40)
@given(SEEDS)
def test_every_number_is_a_probability_and_the_band_is_its_word(
    assessor: Assessor, content: Content, seed: int
) -> None:
    found = assessor.assess(borrower(content, seed), ROAD_ONLY)
    assert found.band == band_of(1 - found.arrives.estimate, content.scales.bands)
    for cause in found.causes:
        numbers = (cause.presence, cause.strength, cause.share, cause.blocker, cause.still_present, cause.stops_next)
        assert all(-1e-12 <= number <= 1 + 1e-12 for number in numbers), cause.id


@settings(max_examples=20)
@given(SEEDS)
def test_gains_add_up_and_no_step_lowers_the_chance(assessor: Assessor, content: Content, seed: int) -> None:
    found = assessor.assess(borrower(content, seed), PLAN_ONLY)
    for plan in plans_of(found):
        assert sum(step.gain for step in plan.steps) == pytest.approx(plan.arrives.estimate - plan.without, abs=1e-9)
        assert sum(step.minutes for step in plan.steps) == plan.minutes
        assert all(step.gain >= -1e-12 for step in plan.steps)
    assert all(day.with_plan >= day.arrives - 1e-12 for day in found.by_date)


@settings(max_examples=15)
@given(SEEDS)
def test_narrower_conditions_never_promise_more(assessor: Assessor, content: Content, seed: int) -> None:
    limits = content.scales.plan
    found = assessor.assess(borrower(content, seed), PLAN_ONLY)
    recommended, today, quick, soon, horizon = plans_of(found)
    best = horizon.arrives.estimate
    assert best >= max(day.with_plan for day in found.by_date) - 1e-12
    enough = max(limits.tolerance, limits.tolerance_share * (best - found.arrives.estimate))
    assert best - enough - 1e-12 <= recommended.arrives.estimate <= best + 1e-12
    assert today.date == quick.date == AS_OF
    assert (soon.date - AS_OF).days <= limits.soon_days
    assert quick.minutes <= limits.quick_minutes
    assert quick.arrives.estimate <= today.arrives.estimate + enough + 1e-12
    on_that_day = next(day for day in found.by_date if day.date == recommended.date)
    assert on_that_day.with_plan == pytest.approx(recommended.arrives.estimate, abs=1e-12)
    assert on_that_day.arrives == pytest.approx(recommended.without, abs=1e-12)


@settings(max_examples=25)
@given(SEEDS)
def test_the_curve_at_the_planned_day_is_the_estimate(assessor: Assessor, content: Content, seed: int) -> None:
    found = assessor.assess(borrower(content, seed), PLAN_ONLY)
    planned = found.planned.date() if isinstance(found.planned, dt.datetime) else found.planned
    on_that_day = next(day for day in found.by_date if day.date == planned)
    assert on_that_day.arrives == pytest.approx(found.arrives.estimate, abs=1e-12)


@settings(max_examples=10)
@given(SEEDS)
def test_the_steps_of_a_plan_once_done_give_what_it_said(assessor: Assessor, content: Content, seed: int) -> None:
    """Assessing again on the plan's date, with its steps done, gives the plan's number."""
    answers = borrower(content, seed)
    found = assessor.assess(answers, PLAN_ONLY)
    for plan in plans_of(found):
        in_time = [step.action for step in plan.steps if step.takes_days <= (plan.date - AS_OF).days]
        hour = found.planned.time() if isinstance(found.planned, dt.datetime) else None
        when = plan.date if hour is None else dt.datetime.combine(plan.date, hour)
        values: dict[str, Answer] = {**answers.values, "request.planned": when}
        again = assessor.assess(replace(answers, values=values, done=(*answers.done, *in_time)), ROAD_ONLY)
        assert again.arrives.estimate == pytest.approx(plan.arrives.estimate, abs=1e-12)


@settings(max_examples=40)
@given(SEEDS)
def test_the_trace_can_be_worked_out_again(assessor: Assessor, content: Content, seed: int) -> None:
    found = assessor.assess(borrower(content, seed), TRACE_ONLY)
    assert found.trace is not None
    assert found.trace.value == pytest.approx(found.arrives.estimate, rel=1e-12)
    assert disagreements(found.trace, 1e-9) == []


@given(SEEDS)
def test_the_order_of_answers_does_not_matter(assessor: Assessor, content: Content, seed: int) -> None:
    answers = borrower(content, seed)
    turned = replace(
        answers,
        values=dict(reversed(list(answers.values.items()))),
        attempts=answers.attempts[::-1],
        done=answers.done[::-1],
    )
    one, other = (assessor.assess(a, ROAD_ONLY) for a in (answers, turned))
    assert one.arrives.estimate == pytest.approx(other.arrives.estimate, abs=1e-12)
    assert [c.blocker for c in one.causes] == pytest.approx([c.blocker for c in other.causes], abs=1e-12)
    assert one.open_questions == other.open_questions


@given(SEEDS)
def test_not_sure_counts_like_a_skipped_question(assessor: Assessor, content: Content, seed: int) -> None:
    answers = borrower(content, seed)
    known = {name: value for name, value in answers.values.items() if value != NOT_SURE}
    one, other = (assessor.assess(a, ROAD_ONLY) for a in (answers, replace(answers, values=known)))
    assert one == other


def test_not_sure_lies_between_the_answers_and_shares_fit_the_base_rates(library: Library) -> None:
    assert list(estimate_problems(library)) == []


def test_with_nothing_known_the_money_arrives_in_85_to_93_of_100(assessor: Assessor) -> None:
    assert 0.85 <= assessor.assess(Answers(dt.date(2026, 3, 18)), ROAD_ONLY).arrives.estimate <= 0.93


@settings(max_examples=50)
@given(SEEDS, st.data())
def test_an_objection_removes_the_cause_and_nothing_else(
    assessor: Assessor, content: Content, seed: int, data: st.DataObject
) -> None:
    answers = borrower(content, seed)
    cause = data.draw(st.sampled_from(list(content.causes)))
    before, after = (assessor.assess(a, ROAD_ONLY) for a in (answers, replace(answers, objections=(cause,))))
    gone = next(c for c in after.causes if c.id == cause)
    assert (gone.presence, gone.blocker, gone.still_present, gone.stops_next, gone.share) == (0, 0, 0, 0, 0)
    assert gone.objected
    assert not any(evidence.counted for evidence in gone.evidence)
    if answers.mode == "before":
        assert after.arrives.estimate >= before.arrives.estimate - 1e-12
    others = [(c.id, c.presence) for c in before.causes if c.id != cause]
    assert others == [(c.id, c.presence) for c in after.causes if c.id != cause]


@pytest.mark.parametrize("mode", ["before", "after"])
def test_no_objection_silences_a_sign_of_fraud(assessor: Assessor, content: Content, mode: Mode) -> None:
    for name, flag in content.flags.items():
        values: dict[str, Answer] = {}
        for fact, condition in flag.when.items():
            answer = condition.any_of[:1] if condition.any_of else condition.equals
            assert isinstance(answer, str | tuple)
            values[fact] = answer  # type: ignore[assignment]  # options are words
        safety = assessor.assess(Answers(AS_OF, mode, values, (), tuple(content.causes)), ROAD_ONLY).safety
        assert name in safety.flags
        assert safety.level == flag.level


@settings(max_examples=60)
@given(SEEDS, st.data())
def test_one_more_rule_against_a_cause_never_raises_the_risk(
    assessor: Assessor, content: Content, seed: int, data: st.DataObject
) -> None:
    """Any rule of the content on top of what a borrower said: against never hurts, for never helps."""
    model, answers = assessor.model, borrower(content, seed, "before")
    name = data.draw(st.sampled_from(list(content.rules)))
    place = model.position[content.rules[name].cause]
    cause = model.causes[place]
    rules = tuple(replace(rule, holds=lambda _: True) if rule.id == name else rule for rule in cause.rules)
    other = Assessor(content)
    other.model = replace(
        model, causes=(*model.causes[:place], replace(cause, rules=rules), *model.causes[place + 1 :])
    )
    before, after = (a.assess(answers, ROAD_ONLY) for a in (assessor, other))
    better = after.arrives.estimate - before.arrives.estimate
    likelier = after.causes[place].presence - before.causes[place].presence
    against = 1 if content.rules[name].speaks == "against" else -1
    assert better * against >= -1e-12
    assert likelier * against <= 1e-12


@settings(max_examples=4)
@given(SEEDS)
def test_the_whole_assessment_is_the_same_each_time_and_fits_into_json(
    assessor: Assessor, content: Content, seed: int
) -> None:
    answers = borrower(content, seed)
    found = assessor.assess(answers)
    assert found == assessor.assess(answers) == Assessor(content).assess(answers)
    text = json.dumps(jsonable(found), allow_nan=False)
    assert json.loads(text) == jsonable(found)


def test_each_part_of_the_assessment_is_what_it_is_alone(assessor: Assessor, content: Content) -> None:
    """Leaving parts out changes no other number: the live road shows what the report will say."""
    for seed in (1, 2, 3):
        answers = borrower(content, seed)
        whole, road = assessor.assess(answers), assessor.assess(answers, ROAD_ONLY)
        assert road.arrives.estimate == whole.arrives.estimate
        assert road.gates == whole.gates
        assert [replace(cause, ranks_first=None) for cause in whole.causes] == list(road.causes)
        assert assessor.assess(answers, PLAN_ONLY).by_date == whole.by_date


def test_every_typical_answer_can_be_assessed(assessor: Assessor, content: Content) -> None:
    for name, question in content.questions.items():
        for answer, _ in typical_answers(question, AS_OF):
            found = assessor.assess(Answers(AS_OF, "before", {name: answer}), ROAD_ONLY)
            assert 0 < found.arrives.estimate < 1
            assert name not in {q.id for q in found.open_questions}
