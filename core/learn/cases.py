"""Outcomes and a content -> the arrays that learning works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.estimate.model import Model
from core.estimate.presence import Support, believe
from core.inference.evidence import logit
from core.inference.learning import Cases, Numbers, Prior
from core.learn.outcomes import Told


def cases_of(model: Model, told: Sequence[Told]) -> Cases:
    """Return the tries as arrays, causes in the order of the road; the evidence is that of the moment of each try."""
    weight, stays, likelihoods = [], [], []
    for one in told:
        believed = believe(model, one.answers, one.answers.planned)
        weight.append([_weight(support) for support in believed.support])
        gone = [0.0 if support.objected else 1.0 for support in believed.support]
        stays.append([a * b for a, b in zip(gone, model.removal(one.answers.done), strict=True)])
        likelihoods.append(model.messages.likelihood(one.message))
    shape = (len(told), len(model.causes))
    arrays = [np.array(rows, dtype=np.float64).reshape(shape) for rows in (weight, stays, likelihoods)]
    return Cases(arrays[0], arrays[1], arrays[2], np.array([one.arrived for one in told], dtype=bool))


def prior_of(model: Model) -> Prior:
    """Return what was elicited, with the spreads of the content; what nobody can explain always stops, and stays so."""
    spread = model.content.scales.spread
    base = np.array([cause.base_logit for cause in model.causes])
    strength = np.array([np.inf if cause.unexplained else logit(cause.strength) for cause in model.causes])
    return Prior(Numbers(base, strength), spread.base_rate_logit, spread.strength_logit)


def simulated(model: Model, truth: Numbers, told: Sequence[Told], seed: int) -> list[Told]:
    """Return the same tries with outcomes drawn under other numbers: to see whether learning finds them again.

    Every failure shows a message that speaks, drawn by its share among those of the blocker.
    """
    stream = np.random.default_rng(seed)
    cases = cases_of(model, told)
    names, shares = list(model.messages.shares), np.array(list(model.messages.shares.values()))
    present = stream.random(cases.weight.shape) < cases.stays / (1 + np.exp(-(truth.base + cases.weight)))
    stopping = present & (stream.random(present.shape) < 1 / (1 + np.exp(-truth.strength)))
    found = []
    for one, stops in zip(told, stopping, strict=True):
        if not stops.any():
            found.append(replace(one, arrived=True, message=None))
            continue
        drawn = stream.choice(len(names), p=shares[:, int(np.argmax(stops))])
        found.append(replace(one, arrived=False, message=names[drawn]))
    return found


def _weight(support: Support) -> float:
    return sum(rule.weighed.log_ratio for rule in support.holding if rule.id in support.counting)
