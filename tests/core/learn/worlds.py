"""Simulated borrowers with outcomes drawn under known numbers."""

from __future__ import annotations

import numpy as np

from core.estimate.model import Model
from core.inference.learning import Numbers
from core.learn.cases import prior_of, simulated
from core.learn.outcomes import Outcomes, Told
from tests.core.borrowers import borrower


def world(model: Model, count: int, seed: int, away: float = 1.0) -> tuple[list[Told], Numbers]:
    """Return outcomes of borrowers, and the numbers they were drawn under: the elicited ones, moved by their spread."""
    prior, stream = prior_of(model), np.random.default_rng(seed)
    n = len(prior.mean.base)
    free = np.isfinite(prior.mean.strength)
    truth = Numbers(
        prior.mean.base + away * stream.normal(0, prior.base_sd, n),
        prior.mean.strength + np.where(free, away * stream.normal(0, prior.strength_sd, n), 0),
    )
    told = [Told(borrower(model.content, seed * 100_000 + number, "before"), True, None) for number in range(count)]
    return simulated(model, truth, told, seed), truth


def outcomes(told: list[Told]) -> Outcomes:
    return Outcomes(tuple(told), 0, 0, 0)
