"""MAP-EM against oracles that share nothing with it: every world written out, and a general optimiser."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from core.inference.learning import (
    Cases,
    Floats,
    Numbers,
    Prior,
    arrives,
    expect,
    fit,
    gradient,
    log_posterior,
    sigmoid,
    sureness,
)

SEEDS = st.integers(0, 10_000)


def small(seed: int, attempts: int = 12, causes: int = 4) -> tuple[Cases, Prior, Numbers]:
    """Return a small problem: random evidence and outcomes, the last cause one that always stops."""
    stream = np.random.default_rng(seed)
    shape = (attempts, causes)
    cases = Cases(
        stream.normal(0, 1.5, shape) * (stream.random(shape) < 0.6),
        np.where(stream.random(shape) < 0.2, stream.choice([0.0, 0.3], shape), 1.0),
        stream.choice([1.0, 0.25, 0.05], shape),
        stream.random(attempts) < 0.6,
    )
    strength = stream.normal(0.5, 1, causes)
    strength[-1] = np.inf
    prior = Prior(Numbers(stream.normal(-1.5, 1, causes), strength), 0.6, 0.4)
    shift = np.where(np.isfinite(strength), stream.normal(0, 0.5, causes), 0)
    return cases, prior, Numbers(prior.mean.base + stream.normal(0, 0.5, causes), strength + shift)


def worlds(numbers: Numbers, cases: Cases, row: int) -> tuple[float, Floats, Floats, Floats]:
    """Return P(outcome), and E[was there], P(stopped), P(there and passed) of one attempt, summed over every world.

    A world says of every cause whether it is there, whether an action took it away, and whether it would stop.
    """
    q, w = sigmoid(numbers.base + cases.weight[row]), sigmoid(numbers.strength)
    total, sums = 0.0, np.zeros((3, len(q)))
    for there, stays, stops in product(product([0, 1], repeat=len(q)), repeat=3):
        a, s, t = (np.array(bits, dtype=bool) for bits in (there, stays, stops))
        p = np.prod(np.where(a, q, 1 - q)) * np.prod(np.where(s, cases.stays[row], 1 - cases.stays[row]))
        p *= np.prod(np.where(t, w, 1 - w))
        stopping = np.flatnonzero(a & s & t)
        if cases.arrived[row] != (len(stopping) == 0):
            continue
        first = len(q) if cases.arrived[row] else int(stopping[0])
        p *= 1.0 if cases.arrived[row] else cases.likelihood[row, first]
        total += p
        sums += p * np.array([a, np.arange(len(q)) == first, a & s & ~t & (np.arange(len(q)) < first)])
    return total, *(sums / total)


@settings(max_examples=8)
@given(SEEDS)
def test_that_expectations_are_those_of_every_world_written_out(seed: int) -> None:
    cases, _, numbers = small(seed, attempts=3)
    found = expect(numbers, cases)
    exact = [worlds(numbers, cases, row) for row in range(3)]
    assert found.log_likelihood == pytest.approx(sum(np.log(world[0]) for world in exact), abs=1e-9)
    for row, (_, present, stopped, passed) in enumerate(exact):
        assert found.present[row] == pytest.approx(present, abs=1e-9)
        assert found.stopped[row] == pytest.approx(stopped, abs=1e-9)
        assert found.passed[row] == pytest.approx(passed, abs=1e-9)


@given(SEEDS)
def test_that_the_gradient_is_the_slope_of_the_log_posterior(seed: int) -> None:
    cases, prior, numbers = small(seed)
    slope = gradient(numbers, cases, prior)
    for place in (0, 1, len(numbers.base) + 1):
        ends = []
        for by in (1e-5, -1e-5):
            both = [numbers.base.copy(), numbers.strength.copy()]
            both[place // len(numbers.base)][place % len(numbers.base)] += by
            ends.append(log_posterior(Numbers(both[0], both[1]), cases, prior))
        assert slope[place] == pytest.approx((ends[0] - ends[1]) / 2e-5, abs=1e-4)


@settings(max_examples=15)
@given(SEEDS)
def test_that_em_finds_the_maximum_that_a_general_optimiser_finds(seed: int) -> None:
    cases, prior, _ = small(seed, attempts=30)
    n = len(prior.mean.base)

    def of(x: Floats) -> Numbers:
        return Numbers(x[:n], np.append(x[n:], np.inf))

    start = np.concatenate([prior.mean.base, prior.mean.strength[:-1]])
    best = minimize(lambda x: -log_posterior(of(x), cases, prior), start, method="BFGS", options={"gtol": 1e-7})
    found = fit(cases, prior)
    assert found.settled
    assert found.climb[-1] == pytest.approx(-best.fun, abs=1e-4)
    assert found.numbers.base == pytest.approx(best.x[:n], abs=0.01)
    assert found.numbers.strength[:-1] == pytest.approx(best.x[n:], abs=0.01)


@given(SEEDS)
def test_that_no_round_lowers_the_posterior(seed: int) -> None:
    cases, prior, _ = small(seed, attempts=40)
    climb = fit(cases, prior).climb
    assert all(later >= earlier - 1e-9 for earlier, later in pairwise(climb))


@given(SEEDS)
def test_that_without_outcomes_the_elicited_numbers_stay(seed: int) -> None:
    cases, prior, _ = small(seed, attempts=0)
    found = fit(cases, prior)
    assert found.numbers.base == pytest.approx(prior.mean.base, abs=1e-9)
    sure = sureness(found.numbers, cases, prior)
    assert sure.base == pytest.approx(prior.base_sd, rel=1e-3)
    assert sure.strength == pytest.approx([prior.strength_sd] * 3 + [0], rel=1e-3)


@given(SEEDS)
def test_that_a_cause_that_does_not_fit_teaches_nothing_about_itself(seed: int) -> None:
    cases, prior, _ = small(seed)
    stays = cases.stays.copy()
    stays[:, 1] = 0
    found = fit(Cases(cases.weight, stays, cases.likelihood, cases.arrived), prior)
    assert found.numbers.base[1] == pytest.approx(prior.mean.base[1], abs=1e-6)
    assert found.numbers.strength[1] == pytest.approx(prior.mean.strength[1], abs=1e-6)


@given(SEEDS)
def test_that_outcomes_only_make_surer(seed: int) -> None:
    cases, prior, _ = small(seed, attempts=60)
    found = fit(cases, prior)
    assert all(sureness(found.numbers, cases, prior).base < 1.35 * prior.base_sd)


def test_that_one_cause_learns_the_share_it_would_be_given_by_hand() -> None:
    failed = np.array([True] * 30 + [False] * 70)
    cases = Cases(np.zeros((100, 1)), np.ones((100, 1)), np.ones((100, 1)), ~failed)
    wide = Prior(Numbers(np.array([-3.0]), np.array([np.inf])), 1000.0, 1.0)
    found = fit(cases, wide)
    assert float(sigmoid(found.numbers.base)[0]) == pytest.approx(0.30, abs=1e-4)
    assert float(arrives(found.numbers, cases)[0]) == pytest.approx(0.70, abs=1e-4)
    # By hand: the variance of the logit of a share is 1 / (n p (1 - p)).
    assert float(sureness(found.numbers, cases, wide).base[0]) == pytest.approx((100 * 0.3 * 0.7) ** -0.5, rel=1e-3)
