"""Many borrowers at once against each of them alone: columns, draws, influence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.assess import ROAD_ONLY, Assessor, Extent
from core.estimate.columns import Column, columned, presence
from core.estimate.history import PLANNED, looking_back, moments
from core.estimate.influence import influences, without_each
from core.estimate.presence import believe
from core.estimate.ranges import Draws, ranking, spread
from core.estimate.samples import open_questions, typical_answers
from core.inference.road import arrives, travel
from core.schema.answers import NOT_SURE, Answer, Answers
from core.schema.content import Content, Mode
from tests.core.borrowers import AS_OF, SEEDS, borrower

RANGES_ONLY = Extent(plan=False, ranges=True, influence=False, trace=False)
INFLUENCE_ONLY = Extent(plan=False, ranges=False, influence=True, trace=False)


def with_answer(answers: Answers, question: str, answer: Answer | None) -> Answers:
    rest = {name: value for name, value in answers.values.items() if name != question}
    return replace(answers, values=rest if answer is None else {**rest, question: answer})


def estimate(assessor: Assessor, answers: Answers) -> float:
    return assessor.assess(answers, ROAD_ONLY).arrives.estimate


def day_of(answers: Answers) -> dt.date:
    planned = answers.planned
    return planned.date() if isinstance(planned, dt.datetime) else planned


def columns_of(content: Content, stream: np.random.Generator, many: int, questions: Sequence[str]) -> dict[str, Column]:
    """Return random columns: for each question its typical answers and "unknown", in any mixture."""
    found = {}
    for name in questions:
        choices = [None, *(answer for answer, _ in typical_answers(content.questions[name], AS_OF))]
        found[name] = Column(choices, stream.integers(0, len(choices), many))
    return found


def one_of(answers: Answers, columns: Mapping[str, Column], place: int) -> Answers:
    for name, column in columns.items():
        answers = with_answer(answers, name, column.choices[column.chosen[place]])
    return answers


@settings(max_examples=10)
@given(SEEDS)
def test_presence_over_columns_equals_what_is_believed_of_each_borrower(
    assessor: Assessor, content: Content, seed: int
) -> None:
    model, answers = assessor.model, borrower(content, seed)
    stream = np.random.default_rng(seed)
    questions = [name for name in content.questions if name != PLANNED and stream.random() < 0.6]
    columns = columns_of(content, stream, 8, questions)
    for when in {day_of(answers), AS_OF + dt.timedelta(days=3)}:
        together = [np.broadcast_to(q, 8) for q in presence(model, answers, when, columns)]
        for place in range(8):
            alone = believe(model, one_of(answers, columns, place), when).presence
            assert [q[place] for q in together] == pytest.approx(alone, rel=1e-12)


@settings(max_examples=6)
@given(SEEDS, st.sampled_from(["before", "after"]))
def test_the_road_over_columns_equals_the_road_of_each_borrower(
    assessor: Assessor, content: Content, seed: int, mode: Mode
) -> None:
    model, answers = assessor.model, borrower(content, seed, mode)
    # The planned time is a column too, but all borrowers of one call try on one day.
    stream, today = np.random.default_rng(seed), with_answer(answers, PLANNED, None)
    columns = columns_of(content, stream, 6, [n for n in content.questions if stream.random() < 0.8])
    road = columned(model, today, columns, AS_OF, today.done)
    together = travel(road.strength, road.attempts, road.coming)
    for place in range(6):
        found = assessor.assess(one_of(today, columns, place), ROAD_ONLY)
        assert together.arrives[place] == pytest.approx(found.arrives.estimate, abs=1e-9)
        blocker = [np.broadcast_to(p, 6)[place] for p in together.blocker]
        assert blocker == pytest.approx([cause.blocker for cause in found.causes], abs=1e-9)


def test_a_thousand_borrowers_in_one_call_equal_a_thousand_calls(assessor: Assessor, content: Content) -> None:
    stream, nobody = np.random.default_rng(20261124), Answers(AS_OF)
    columns = columns_of(content, stream, 1000, list(content.questions))
    road = columned(assessor.model, nobody, columns, AS_OF, ())
    together = arrives(road.strength, road.attempts, road.coming)
    alone = [estimate(assessor, one_of(nobody, columns, place)) for place in range(0, 1000, 4)]
    assert together[::4] == pytest.approx(alone, abs=1e-12)


@settings(max_examples=6)
@given(SEEDS)
def test_influence_is_the_mean_squared_change_over_the_answers(assessor: Assessor, content: Content, seed: int) -> None:
    answers = with_answer(borrower(content, seed), PLANNED, None)
    found = assessor.assess(answers, INFLUENCE_ONLY)
    now = found.arrives.estimate
    shown = {question.id: question.influence for question in found.open_questions}
    assert list(shown.values()) == sorted(shown.values(), reverse=True)
    for name, influence in shown.items():
        pairs = typical_answers(content.questions[name], AS_OF)
        moved = [(share, estimate(assessor, with_answer(answers, name, answer))) for answer, share in pairs]
        assert influence == pytest.approx(sum(share * (p - now) ** 2 for share, p in moved), abs=1e-12), name


@settings(max_examples=6)
@given(SEEDS)
def test_the_estimate_without_an_answer_is_the_estimate_of_one_who_skipped_it(
    assessor: Assessor, content: Content, seed: int
) -> None:
    answers = with_answer(borrower(content, seed), PLANNED, None)
    found = assessor.assess(answers, INFLUENCE_ONLY)
    assert {a.id for a in found.answers} == {n for n, v in answers.values.items() if v != NOT_SURE}
    for effect in found.answers:
        skipped = estimate(assessor, with_answer(answers, effect.id, None))
        assert effect.arrives_without == pytest.approx(skipped, abs=1e-12), effect.id


def test_influence_of_nothing_is_nothing(assessor: Assessor) -> None:
    assert influences(assessor.model, Answers(AS_OF), AS_OF, []) == {}
    assert without_each(assessor.model, Answers(AS_OF), AS_OF, []) == {}


@settings(max_examples=15)
@given(SEEDS)
def test_answering_one_question_changes_no_other_draw(assessor: Assessor, content: Content, seed: int) -> None:
    model, draws = assessor.model, Draws(assessor.model)
    answers = borrower(content, seed)
    unknown = open_questions(model, answers, believe(model, answers, AS_OF).facts)
    before = draws.open_answers(answers, unknown)
    for answered in unknown[::7]:
        after = draws.open_answers(answers, [name for name in unknown if name != answered])
        assert after.keys() == before.keys() - {answered}
        for name, column in after.items():
            assert column.choices == before[name].choices
            assert np.array_equal(column.chosen, before[name].chosen)


def test_the_draws_of_open_answers_follow_their_shares(assessor: Assessor, content: Content) -> None:
    columns = Draws(assessor.model).open_answers(Answers(AS_OF), list(content.questions))
    many = content.scales.ranges.draws
    for name, column in columns.items():
        shares = [share for _, share in typical_answers(content.questions[name], AS_OF)]
        found = np.bincount(column.chosen, minlength=len(shares)) / many
        assert found == pytest.approx(shares, abs=0.06), name


def test_one_draw_of_the_range_is_the_road_with_its_numbers(assessor: Assessor, content: Content) -> None:
    """Draw by draw: the same borrower, with that draw's answers, base rates, strengths and weights."""
    model, draws = assessor.model, Draws(assessor.model)
    for answers in (borrower(content, 3, "before"), borrower(content, 4, "after")):
        unknown = open_questions(model, answers, believe(model, answers, day_of(answers)).facts)
        columns = draws.open_answers(answers, unknown)
        drawn = spread(model, draws, answers, day_of(answers), unknown, answers.done).arrives
        for number in (0, 1, 500, 999):
            assert drawn[number] == pytest.approx(_one_draw(assessor, draws, answers, columns, number), abs=1e-9)


def _one_draw(assessor: Assessor, draws: Draws, answers: Answers, columns: Mapping[str, Column], number: int) -> float:
    model, noise, causes = assessor.model, draws.noise, []
    for place, cause in enumerate(model.causes):
        rules = [
            replace(
                r, weighed=replace(r.weighed, log_ratio=r.weighed.log_ratio * float(noise.rule_factor[r.id][number]))
            )
            for r in cause.rules
        ]
        base = cause.base_logit + float(np.broadcast_to(noise.base[place], 1000)[number])
        strength = float(noise.strength[place][number])
        causes.append(replace(cause, rules=tuple(rules), base_logit=base, strength=strength))
    other = Assessor(model.content)
    other.model = replace(model, causes=tuple(causes))
    fixed = {PLANNED: answers.values[PLANNED]} if PLANNED in answers.values else {}
    drawn = one_of(answers, {name: c for name, c in columns.items() if name not in fixed}, number)
    return estimate(other, drawn) if day_of(drawn) == day_of(answers) else float("nan")


@settings(max_examples=8)
@given(SEEDS)
def test_a_range_has_its_ends_in_order_and_first_places_sum_to_one(
    assessor: Assessor, content: Content, seed: int
) -> None:
    found = assessor.assess(borrower(content, seed), RANGES_ONLY)
    assert found.arrives.low is not None
    assert found.arrives.high is not None
    assert 0 <= found.arrives.low <= found.arrives.high <= 1
    assert sum(cause.ranks_first or 0 for cause in found.causes) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("mode", ["before", "after"])
def test_the_range_with_causes_ranked_is_the_range_without(assessor: Assessor, content: Content, mode: Mode) -> None:
    model, draws, answers = assessor.model, Draws(assessor.model), borrower(content, 5, mode)
    unknown = open_questions(model, answers, believe(model, answers, AS_OF).facts)
    one, first = ranking(model, draws, answers, AS_OF, unknown, ())
    other = spread(model, draws, answers, AS_OF, unknown, ())
    assert one.arrives == pytest.approx(other.arrives, abs=1e-12)
    assert sum(first.values()) == pytest.approx(1)


def test_answering_everything_narrows_the_range(assessor: Assessor, content: Content) -> None:
    values = {name: typical_answers(q, AS_OF)[0][0] for name, q in content.questions.items()}
    open_, full = (assessor.assess(Answers(AS_OF, "before", v), RANGES_ONLY).arrives for v in ({}, values))
    assert (full.high or 0) - (full.low or 0) < (open_.high or 0) - (open_.low or 0)


def test_a_failure_is_looked_back_at_without_the_planned_time(assessor: Assessor, content: Content) -> None:
    answers = borrower(content, 7, "after")
    moved = with_answer(answers, PLANNED, dt.datetime(2026, 9, 24, 3))
    assert moments(answers) == moments(moved)
    past, other = (believe(assessor.model, looking_back(a), AS_OF).presence for a in (answers, moved))
    assert past == other
