"""Learns from outcomes, and judges what was learned on outcomes that were not used for it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from core.errors import AppError
from core.estimate.model import Model
from core.inference.learning import Cases, Numbers, Prior, arrives, fit, sigmoid, sureness
from core.inference.scoring import Z95, Scores, log_losses, scores
from core.learn.cases import cases_of, prior_of
from core.learn.outcomes import Outcomes

FOLDS = 5
ENOUGH, ENOUGH_OF_EACH = 100, 20
"""Expert judgement: below this many outcomes, or of the rarer of the two, no better or worse is claimed. With 20 of a
kind, the 95 % interval of its share is about as wide as the share itself."""
LEAST_TO_JUDGE = 2 * FOLDS
"""With fewer outcomes nothing is held out."""

Verdict = Literal["better", "worse", "no_difference", "too_few"]


class NoOutcomesError(AppError):
    """There is not one outcome that can teach anything."""

    code = "no_outcomes"


class StoppedError(AppError):
    """The user stopped it."""

    code = "learning_stopped"


@dataclass(frozen=True, slots=True)
class Moved:
    """One number before and after: probabilities, with the 95 % interval of the later one.

    ``by`` is how far it moved in standard deviations of what was elicited.
    """

    before: float
    after: float
    low: float
    high: float
    by: float


@dataclass(frozen=True, slots=True)
class CauseLearned:
    """The two numbers of one cause; the strength is None where it is not learned."""

    cause: str
    base: Moved
    strength: Moved | None

    @property
    def by(self) -> float:
        """Return how far the number moved that moved farther."""
        return max(abs(self.base.by), abs(self.strength.by) if self.strength else 0.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """How good the probabilities of arrival were on outcomes not used, before learning and after.

    Attributes:
        before: With the elicited numbers.
        after: Each outcome judged with numbers learned from the others.
        gain: Mean log loss saved by learning, in nats; below 0 it got worse.
        noise: The standard error of ``gain``.
    """

    before: Scores
    after: Scores
    gain: float
    noise: float


@dataclass(frozen=True, slots=True)
class Study:
    """What outcomes taught: counts, the verdict, the judgement if one could be made, every cause, most moved first."""

    arrived: int
    failed: int
    repeats: int
    waiting: int
    unknown: int
    verdict: Verdict
    judged: Judged | None
    causes: tuple[CauseLearned, ...]
    settled: bool

    @property
    def enough(self) -> bool:
        """Return whether there was enough to claim anything."""
        return self.verdict != "too_few"


def study(model: Model, outcomes: Outcomes, seed: int = 0, should_stop: Callable[[], bool] = lambda: False) -> Study:
    """Return what the outcomes teach; the same for the same outcomes and seed.

    Raises:
        NoOutcomesError: There is none.
        StoppedError: ``should_stop`` said so.
    """
    if not outcomes.told:
        raise NoOutcomesError(repeats=outcomes.repeats, waiting=outcomes.waiting)
    cases, prior = cases_of(model, outcomes.told), prior_of(model)
    judged = _judged(cases, prior, seed, should_stop) if len(outcomes.told) >= LEAST_TO_JUDGE else None
    learned = fit(cases, prior)
    _go_on(should_stop)
    arrived = int(cases.arrived.sum())
    few = len(outcomes.told) < ENOUGH or min(arrived, len(outcomes.told) - arrived) < ENOUGH_OF_EACH
    return Study(
        arrived=arrived,
        failed=len(outcomes.told) - arrived,
        repeats=outcomes.repeats,
        waiting=outcomes.waiting,
        unknown=outcomes.unknown,
        verdict="too_few" if few or judged is None else _verdict(judged),
        judged=judged,
        causes=_causes(model, learned.numbers, cases, prior),
        settled=learned.settled,
    )


def folds(count: int, seed: int) -> list[npt.NDArray[np.intp]]:
    """Return the places of the outcomes held out together: each once, dealt out at random."""
    order = np.random.default_rng(seed).permutation(count)
    return [np.sort(order[start::FOLDS]) for start in range(min(FOLDS, count))]


def _judged(cases: Cases, prior: Prior, seed: int, should_stop: Callable[[], bool]) -> Judged:
    count = len(cases.arrived)
    before = arrives(prior.mean, cases)
    after = np.zeros(count)
    for held in folds(count, seed):
        _go_on(should_stop)
        rest = np.setdiff1d(np.arange(count), held)
        after[held] = arrives(fit(cases.only(rest), prior).numbers, cases.only(held))
    came = [bool(arrived) for arrived in cases.arrived]
    saved = np.subtract(log_losses(_plain(before), came), log_losses(_plain(after), came))
    noise = float(saved.std(ddof=1) / math.sqrt(count))
    return Judged(scores(_plain(before), came), scores(_plain(after), came), float(saved.mean()), noise)


def _verdict(judged: Judged) -> Verdict:
    if abs(judged.gain) <= Z95 * judged.noise:
        return "no_difference"
    return "better" if judged.gain > 0 else "worse"


def _causes(model: Model, numbers: Numbers, cases: Cases, prior: Prior) -> tuple[CauseLearned, ...]:
    sure = sureness(numbers, cases, prior)
    found = []
    for place, cause in enumerate(model.causes):
        base = _moved(prior.mean.base[place], numbers.base[place], sure.base[place], prior.base_sd)
        strength = _moved(prior.mean.strength[place], numbers.strength[place], sure.strength[place], prior.strength_sd)
        found.append(CauseLearned(cause.id, base, None if cause.unexplained else strength))
    return tuple(sorted(found, key=lambda one: -one.by))


def _moved(before: float, after: float, sd: float, elicited: float) -> Moved:
    was, now, low, high = (float(sigmoid(np.asarray(x))) for x in (before, after, after - Z95 * sd, after + Z95 * sd))
    return Moved(was, now, low, high, float(after - before) / elicited if math.isfinite(before) else 0.0)


def _plain(values: npt.NDArray[np.float64]) -> Sequence[float]:
    return [float(value) for value in values]


def _go_on(should_stop: Callable[[], bool]) -> None:
    if should_stop():
        raise StoppedError
