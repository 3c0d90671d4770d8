"""Learning on simulated borrowers with a known truth, its judgement on outcomes held out, and its honesty about few."""

from __future__ import annotations

import numpy as np
import pytest

from core.estimate.model import Model
from core.inference.learning import Numbers, fit, sureness
from core.inference.scoring import log_losses, scores, wilson
from core.learn.cases import cases_of, prior_of, simulated
from core.learn.outcomes import Outcomes, Told
from core.learn.study import NoOutcomesError, StoppedError, folds, study
from core.schema.content import Content
from tests.core.borrowers import borrower
from tests.core.learn.worlds import outcomes, world

pytestmark = pytest.mark.dear


@pytest.fixture(scope="module")
def model(content: Content) -> Model:
    return Model.of(content)


@pytest.fixture(scope="module")
def many(model: Model) -> tuple[list[Told], Numbers]:
    return world(model, 5000, seed=11)


def test_that_planted_numbers_lie_within_their_own_stated_intervals(
    model: Model, many: tuple[list[Told], Numbers]
) -> None:
    told, truth = many
    cases, prior = cases_of(model, told), prior_of(model)
    found = fit(cases, prior).numbers
    sure = sureness(found, cases, prior)
    free = np.isfinite(prior.mean.strength)
    off = [*(found.base - truth.base) / sure.base, *(found.strength[free] - truth.strength[free]) / sure.strength[free]]
    # 118 intervals of 95 %: fewer than 104 hits would happen by chance less than once in a thousand.
    assert sum(abs(z) < 1.96 for z in off) >= 104
    known = sure.base < 0.35
    assert known.sum() >= 5
    learned, guessed = (np.abs(x[known] - truth.base[known]).mean() for x in (found.base, prior.mean.base))
    assert learned < guessed


def test_that_learning_from_many_never_worsens_outcomes_not_used_by_more_than_noise(
    model: Model, many: tuple[list[Told], Numbers]
) -> None:
    found = study(model, outcomes(many[0][:1500]))
    assert found.judged
    assert found.judged.gain > -2 * found.judged.noise
    assert found.verdict in ("better", "no_difference")
    assert found.settled


def test_that_a_truth_far_from_the_guess_is_learned_and_called_better(model: Model) -> None:
    prior = prior_of(model)
    truth = Numbers(prior.mean.base + 1.2, prior.mean.strength)
    told = [Told(borrower(model.content, number, "before"), True, None) for number in range(1200)]
    found = study(model, outcomes(simulated(model, truth, told, 5)))
    assert found.verdict == "better"
    assert found.judged
    assert found.judged.after.log_loss < found.judged.before.log_loss
    assert found.judged.after.brier < found.judged.before.brier


def test_that_three_outcomes_move_nothing_much_and_claim_nothing(model: Model) -> None:
    told, _ = world(model, 3, seed=4)
    found = study(model, outcomes(told))
    assert (found.verdict, found.judged, found.enough) == ("too_few", None, False)
    assert all(abs(cause.base.by) < 1 for cause in found.causes)
    assert max(abs(cause.base.after - cause.base.before) for cause in found.causes) < 0.05


@pytest.mark.parametrize("kept", ["arrived", "failed"])
def test_that_many_outcomes_of_one_kind_are_too_few(model: Model, many: tuple[list[Told], Numbers], kept: str) -> None:
    told = [one for one in many[0] if one.arrived == (kept == "arrived")][:150]
    assert study(model, outcomes(told)).verdict == "too_few"


def test_that_the_same_outcomes_teach_the_same_twice(model: Model) -> None:
    told, _ = world(model, 30, seed=9)
    assert study(model, outcomes(told)) == study(model, outcomes(told))


def test_that_no_outcome_is_told_and_a_wish_to_stop_is_heard(model: Model) -> None:
    with pytest.raises(NoOutcomesError):
        study(model, Outcomes((), 2, 1, 0))
    told, _ = world(model, 20, seed=2)
    with pytest.raises(StoppedError):
        study(model, outcomes(told), should_stop=lambda: True)


@pytest.mark.parametrize("count", [0, 3, 10, 101])
def test_that_every_outcome_is_held_out_just_once(count: int) -> None:
    parts = folds(count, seed=3)
    assert sorted(place for part in parts for place in part) == list(range(count))


def test_that_scores_are_those_worked_out_by_hand() -> None:
    found = scores([0.9, 0.8, 0.3, 0.3], [True, False, False, True], bins=2)
    assert found.brier == pytest.approx((0.01 + 0.64 + 0.09 + 0.49) / 4)
    assert found.log_loss == pytest.approx(-np.log([0.9, 0.2, 0.7, 0.3]).mean())
    assert [(one.count, one.came) for one in found.bins] == [(2, 0.5), (2, 0.5)]
    assert [one.stated for one in found.bins] == pytest.approx([0.3, 0.85])


def test_that_equal_probabilities_stand_in_one_bin_and_none_is_lost() -> None:
    found = scores([0.5] * 9 + [0.7], [True, False] * 5, bins=5)
    assert [one.count for one in found.bins] == [9, 1]


def test_that_a_sure_mistake_costs_much_and_not_everything() -> None:
    assert log_losses([0.0, 1.0], [True, True]) == [pytest.approx(20.72, abs=0.01), 0.0]


@pytest.mark.parametrize(("came", "count"), [(0, 1), (1, 1), (0, 50), (50, 50), (7, 20)])
def test_that_the_interval_of_a_share_holds_the_share_and_stays_a_share(came: int, count: int) -> None:
    low, high = wilson(came, count)
    assert 0 <= low <= came / count <= high <= 1
    assert low < high
