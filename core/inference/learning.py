"""Base rates and strengths moved by outcomes: MAP-EM over the road, and how sure the result is.

Every cause has two numbers, a base rate and a strength, each normal on the logit scale around what was elicited. What
is not seen, which causes were present and which one stopped the request, is filled in by its expectation; then each
number is moved to where it fits best, held back by its prior. The posterior never falls from one round to the next.
Learning is from first attempts only: after a failure the road carries its past along, and its numbers do not part.

Source:
    Dempster, Laird and Rubin (1977), Maximum likelihood from incomplete data via the EM algorithm, JRSS B 39(1).
    The gradient from expectations is Fisher's identity; intervals are Laplace's approximation around the maximum.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

MOST_ROUNDS = 2000
CLOSE = 1e-6
"""Rounds end when one raises the log posterior by less than this."""
NEWTON_STEPS, LONGEST_STEP = 3, 1.0
NUDGE = 1e-4
"""For differences of the gradient, on the logit scale."""


@dataclass(frozen=True)
class Cases:
    """First attempts, a row each; causes in the order of the road.

    Attributes:
        weight: Sum of the log likelihood ratios of the evidence, shape (attempts, causes).
        stays: P(what was done beforehand leaves the cause in place); 0 where the borrower says it does not fit.
        likelihood: P(the message shown | this cause was the blocker), up to a factor that is the same for every
            cause; not read where it arrived.
        arrived: Whether the money arrived, shape (attempts,).
    """

    weight: Floats
    stays: Floats
    likelihood: Floats
    arrived: Bools

    def only(self, rows: npt.NDArray[np.intp]) -> Cases:
        """Return some of the attempts."""
        return Cases(self.weight[rows], self.stays[rows], self.likelihood[rows], self.arrived[rows])


@dataclass(frozen=True)
class Numbers:
    """Base rates and strengths as logits, one per cause. A strength of +inf is 1 and is not learned."""

    base: Floats
    strength: Floats


@dataclass(frozen=True)
class Prior:
    """What was elicited, and its standard deviations on the logit scale."""

    mean: Numbers
    base_sd: float
    strength_sd: float


@dataclass(frozen=True)
class Expected:
    """What the attempts say under some numbers.

    Attributes:
        fresh: P(the cause is there before anything is done), before the outcome is known.
        present: The same once it is known, per attempt and cause.
        stopped: P(it stopped the attempt).
        passed: P(it was present, reached, and passed).
        log_likelihood: Of all attempts.
    """

    fresh: Floats
    present: Floats
    stopped: Floats
    passed: Floats
    log_likelihood: float


@dataclass(frozen=True)
class Fit:
    """The numbers at the maximum, the log posterior of every round, and whether the rounds came to an end."""

    numbers: Numbers
    climb: tuple[float, ...]
    settled: bool


@dataclass(frozen=True)
class Sureness:
    """Standard deviations on the logit scale around the maximum; that of a fixed strength is 0."""

    base: Floats
    strength: Floats


def sigmoid(x: Floats) -> Floats:
    """Return the probability of a logit."""
    return 1 / (1 + np.exp(-np.clip(x, -700, 700)))


def arrives(numbers: Numbers, cases: Cases) -> Floats:
    """Return P(arrives) of every attempt."""
    q = cases.stays * sigmoid(numbers.base + cases.weight)
    through: Floats = np.prod(1 - sigmoid(numbers.strength) * q, axis=1)
    return through


def expect(numbers: Numbers, cases: Cases) -> Expected:
    """Return what the attempts say about every cause under ``numbers``: the E step."""
    fresh = sigmoid(numbers.base + cases.weight)
    w, q = sigmoid(numbers.strength), cases.stays * fresh
    through = np.cumprod(1 - w * q, axis=1)
    reached = np.column_stack([np.ones(len(q)), through[:, :-1]])
    blocker = reached * w * q * cases.likelihood
    total = blocker.sum(axis=1)
    stopped = np.where(cases.arrived[:, None], 0.0, blocker / np.where(total > 0, total, 1.0)[:, None])
    upto = np.cumsum(stopped, axis=1)
    beyond = np.where(cases.arrived[:, None], 1.0, 1 - upto)
    passed = beyond * q * (1 - w) / (1 - w * q)
    there = stopped + passed + (upto - stopped) * q
    # Taken away by an action, it may have been there all the same.
    present = there + (1 - there) * fresh * (1 - cases.stays) / np.maximum(1 - q, 1e-300)
    seen = np.where(cases.arrived, through[:, -1], total)
    return Expected(fresh, present, stopped, passed, float(np.log(np.maximum(seen, 1e-300)).sum()))


def log_posterior(numbers: Numbers, cases: Cases, prior: Prior) -> float:
    """Return the log likelihood plus the log prior, up to a constant: what the fit makes largest."""
    return expect(numbers, cases).log_likelihood + _log_prior(numbers, prior)


def gradient(numbers: Numbers, cases: Cases, prior: Prior) -> Floats:
    """Return the slope of the log posterior, first along the base rates and then along the strengths."""
    found = expect(numbers, cases)
    w = sigmoid(numbers.strength)
    base = (found.present - found.fresh).sum(axis=0)
    strength = found.stopped.sum(axis=0) * (1 - w) - found.passed.sum(axis=0) * w
    off_base, off_strength = _off(numbers, prior)
    return np.concatenate([base - off_base / prior.base_sd**2, strength - off_strength / prior.strength_sd**2])


def fit(cases: Cases, prior: Prior, start: Numbers | None = None) -> Fit:
    """Return the numbers that fit the attempts best, held back by the prior; without attempts the prior itself."""
    numbers, climb, settled = start or prior.mean, [-np.inf], False
    for _ in range(MOST_ROUNDS):
        found = expect(numbers, cases)
        climb.append(found.log_likelihood + _log_prior(numbers, prior))
        if climb[-1] - climb[-2] < CLOSE:
            settled = True
            break
        numbers = Numbers(_better_base(numbers, cases, prior, found), _better_strength(numbers, prior, found))
    return Fit(numbers, tuple(climb[1:]), settled)


def sureness(numbers: Numbers, cases: Cases, prior: Prior) -> Sureness:
    """Return how sure the numbers are, from the curvature of the log posterior at its maximum."""
    free = np.concatenate([np.ones(len(numbers.base), bool), np.isfinite(numbers.strength)])
    places = np.flatnonzero(free)
    here = gradient(numbers, cases, prior)
    there = [gradient(_nudged(numbers, int(place), NUDGE), cases, prior) for place in places]
    curvature = (np.array(there) - here)[:, places] / NUDGE
    variance = np.diag(np.linalg.pinv(-(curvature + curvature.T) / 2, hermitian=True))
    sd = np.zeros(len(free))
    sd[places] = np.sqrt(np.maximum(variance, 0.0))
    return Sureness(sd[: len(numbers.base)], sd[len(numbers.base) :])


def _nudged(numbers: Numbers, place: int, by: float) -> Numbers:
    n = len(numbers.base)
    shift = np.zeros(2 * n)
    shift[place] = by
    return Numbers(numbers.base + shift[:n], numbers.strength + shift[n:])


def _better_base(numbers: Numbers, cases: Cases, prior: Prior, found: Expected) -> Floats:
    """Return the best base rates for what is expected: one concave function each, climbed by Newton's steps."""
    base, hold = numbers.base, 1 / prior.base_sd**2
    wanted = found.present.sum(axis=0)
    for _ in range(NEWTON_STEPS):
        q = sigmoid(base + cases.weight)
        slope = wanted - q.sum(axis=0) - (base - prior.mean.base) * hold
        base = base + np.clip(slope / ((q * (1 - q)).sum(axis=0) + hold), -LONGEST_STEP, LONGEST_STEP)
    return base


def _better_strength(numbers: Numbers, prior: Prior, found: Expected) -> Floats:
    stopped, tried = found.stopped.sum(axis=0), (found.stopped + found.passed).sum(axis=0)
    strength, hold = numbers.strength, 1 / prior.strength_sd**2
    for _ in range(NEWTON_STEPS):
        w = sigmoid(strength)
        off = _off(replace(numbers, strength=strength), prior)[1]
        step = (stopped - tried * w - off * hold) / (tried * w * (1 - w) + hold)
        strength = np.where(np.isfinite(strength), strength + np.clip(step, -LONGEST_STEP, LONGEST_STEP), strength)
    return strength


def _off(numbers: Numbers, prior: Prior) -> tuple[Floats, Floats]:
    """Return how far the numbers are from the prior; a fixed strength is not."""
    free = np.isfinite(prior.mean.strength)
    off = np.zeros(len(free))
    off[free] = numbers.strength[free] - prior.mean.strength[free]
    return numbers.base - prior.mean.base, off


def _log_prior(numbers: Numbers, prior: Prior) -> float:
    base, strength = _off(numbers, prior)
    return -float((base**2).sum() / (2 * prior.base_sd**2) + (strength**2).sum() / (2 * prior.strength_sd**2))
