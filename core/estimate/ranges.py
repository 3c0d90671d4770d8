"""How sure: the estimate over many draws of every elicited number and of every open answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.estimate.columns import Column, Columns, Floats, Noise, columned
from core.estimate.model import Model
from core.estimate.samples import typical_answers
from core.inference.evidence import logit
from core.inference.road import arrives, travel
from core.schema.answers import Answers


@dataclass(frozen=True)
class Spread:
    """P(arrives) in every draw, and its two quantiles."""

    arrives: Floats
    low: float
    high: float


class Draws:
    """Common random numbers of one content: the same draws whatever the answers, so that scenarios compare.

    Each kind of number has a stream of its own and each entry of the content a row in it, so that another answer, or
    one more open question, changes no other draw. Another content has other rows.
    """

    def __init__(self, model: Model) -> None:
        """Prepare the draws; the arrays are made when first needed."""
        self._model = model
        self._settings = model.content.scales.ranges

    @cached_property
    def noise(self) -> Noise:
        """Return the draws of base rates, strengths and weights, normal on the scales of ``scales.toml``."""
        model, spread = self._model, self._model.content.scales.spread
        base, strength, rules = self._normals("base"), self._normals("strength"), self._normals("rules")
        names = [(rule.id, rule.settles) for cause in model.causes for rule in cause.rules]
        factor = {
            name: 1 + (spread.settles_share if settles else spread.weight_share) * rules[place]
            for place, (name, settles) in enumerate(names)
        }
        strengths = [
            np.ones(self._settings.draws)
            if cause.unexplained
            else 1 / (1 + np.exp(-(logit(cause.strength) + spread.strength_logit * strength[place])))
            for place, cause in enumerate(model.causes)
        ]
        return Noise([spread.base_rate_logit * row for row in base], strengths, factor)

    def open_answers(self, answers: Answers, questions: Sequence[str]) -> Columns:
        """Return a drawn answer to every open question, by its shares."""
        uniform = self._uniforms
        columns = {}
        for place, (name, question) in enumerate(self._model.content.questions.items()):
            if name in questions:
                pairs = typical_answers(question, answers.as_of)
                edges = np.cumsum([share for _, share in pairs])[:-1]
                columns[name] = Column([a for a, _ in pairs], np.searchsorted(edges, uniform[place], side="right"))
        return columns

    @cached_property
    def _uniforms(self) -> Floats:
        stream = np.random.default_rng([self._settings.seed, 3])
        return stream.random((len(self._model.content.questions), self._settings.draws))

    def _normals(self, what: str) -> Floats:
        rows = len(self._model.content.rules) if what == "rules" else len(self._model.causes)
        stream = np.random.default_rng([self._settings.seed, ("base", "strength", "rules").index(what)])
        return stream.standard_normal((rows, self._settings.draws))


def spread(
    model: Model, draws: Draws, answers: Answers, day: dt.date, questions: Sequence[str], actions: Sequence[str]
) -> Spread:
    """Return P(arrives) of an attempt on ``day`` over all draws, with the quantiles of ``scales.toml``."""
    road = columned(model, answers, draws.open_answers(answers, questions), day, actions, draws.noise)
    return _spread(model, np.asarray(arrives(road.strength, road.attempts, road.coming)))


def ranking(
    model: Model, draws: Draws, answers: Answers, day: dt.date, questions: Sequence[str], actions: Sequence[str]
) -> tuple[Spread, Mapping[str, float]]:
    """Return :func:`spread`, and in which part of the draws each cause is the likeliest blocker."""
    road = columned(model, answers, draws.open_answers(answers, questions), day, actions, draws.noise)
    passage = travel(road.strength, road.attempts, road.coming)
    count = model.content.scales.ranges.draws
    blockers = np.stack([np.broadcast_to(b, (count,)) for b in passage.blocker])
    first = np.bincount(blockers.argmax(axis=0), minlength=len(model.causes)) / count
    names = [cause.id for cause in model.causes]
    return _spread(model, np.asarray(passage.arrives)), dict(zip(names, first.tolist(), strict=True))


def _spread(model: Model, drawn: Floats) -> Spread:
    settings = model.content.scales.ranges
    low, high = np.quantile(drawn, (settings.low, settings.high)).tolist()
    return Spread(drawn, low, high)
