"""Many borrowers at once: the same road over columns of answers.

A column gives, for one question, a list of possible answers and which of them each borrower has. Rules are
decided once per combination of answers that they can see, and then looked up for every borrower; so a thousand
draws, every answer to every open question, or a class of a hundred thousand borrowers are one vectorised pass.
This module imports numpy and is itself imported only when such a pass is asked for (``core.assess``).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from core.estimate.history import PLANNED, at, attempts_of, keeps, looking_back, moments
from core.estimate.model import Model, RoadCause, RoadRule
from core.estimate.presence import Beliefs
from core.inference.road import Attempt, Coming
from core.schema.answers import Answer, Answers

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]
Truth = bool | npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Column:
    """Possible answers to one question (None: unknown), and the position of each borrower's answer among them."""

    choices: Sequence[Answer | None]
    chosen: Indices


@dataclass(frozen=True)
class Noise:
    """What to add to the elicited numbers, per cause and per rule; arrays as long as the columns."""

    base: Sequence[Floats | float]
    strength: Sequence[Floats]
    rule_factor: Mapping[str, Floats]


Columns = Mapping[str, Column]


@dataclass(frozen=True)
class Columned:
    """The road of many borrowers, ready to be travelled."""

    strength: Sequence[Any]
    attempts: Sequence[Attempt]
    coming: Coming


def columned(
    model: Model, answers: Answers, columns: Columns, day: dt.date, actions: Sequence[str], noise: Noise | None = None
) -> Columned:
    """Return the road over ``columns`` for an attempt on ``day``; what no column varies is as in ``answers``."""
    past = {name: column for name, column in columns.items() if name != PLANNED}
    before = [presence(model, looking_back(answers), when, past, noise) for when in moments(answers)]
    beliefs = [Beliefs(day, {}, tuple(q), ()) for q in before]
    attempts = attempts_of(model, answers, beliefs, _kept(model, answers, columns, day))
    coming = Coming(presence(model, answers, day, columns, noise), model.removal(actions))
    return Columned(noise.strength if noise else model.strengths, attempts, coming)


def _kept(model: Model, answers: Answers, columns: Columns, day: dt.date) -> list[list[Any]]:
    """Return what is carried from attempt to attempt; to the coming one by the hour each borrower plans it for."""
    column = columns.get(PLANNED)
    kept: list[list[Any]] = [*keeps(model, answers, at(answers, day))]
    if column and kept:
        hours = [at(_planning(answers, choice), day) for choice in column.choices]
        by_cause = zip(*(keeps(model, answers, when)[-1] for when in hours), strict=True)
        kept[-1] = [k[0] if len(set(k)) == 1 else np.array(k)[column.chosen] for k in by_cause]
    return kept


def _planning(answers: Answers, planned: Answer | None) -> Answers:
    return looking_back(answers) if planned is None else replace(answers, values={**answers.values, PLANNED: planned})


def presence(model: Model, answers: Answers, when: dt.date, columns: Columns, noise: Noise | None = None) -> list[Any]:
    """Return P(present) of every cause in the order of the road, as arrays over the columns or plain floats."""
    truth = _decide(model, answers, when, columns)
    result: list[Any] = []
    for place, cause in enumerate(model.causes):
        if cause.id in answers.objections:
            result.append(0.0)
            continue
        base = cause.base_logit + (noise.base[place] if noise else 0.0)
        result.append(1 / (1 + np.exp(-(base + weight(cause, truth, noise)))))
    return result


def weight(cause: RoadCause, truth: Mapping[str, Truth], noise: Noise | None) -> Any:
    """Return the sum over groups of the heaviest rule that holds, per borrower."""
    total: Any = 0.0
    taken: dict[str, Truth] = {}
    for place in cause.order:
        rule = cause.rules[place]
        holding, before = truth[rule.id], taken.get(rule.weighed.group, False)
        counts = np.logical_and(holding, np.logical_not(before))
        factor = noise.rule_factor[rule.id] if noise else 1.0
        total = total + counts * (rule.weighed.log_ratio * factor)
        taken[rule.weighed.group] = np.logical_or(before, holding)
    return total


def _decide(model: Model, answers: Answers, when: dt.date, columns: Columns) -> dict[str, Truth]:
    """Return whether each rule holds, for every borrower."""
    together: dict[tuple[str, ...], list[RoadRule]] = defaultdict(list)
    for cause in model.causes:
        for rule in cause.rules:
            together[tuple(name for name in rule.asks if name in columns)].append(rule)
    truth: dict[str, Truth] = {}
    for varied, rules in together.items():
        truth.update(_table(model, answers, when, {name: columns[name] for name in varied}, rules))
    return truth


def _table(
    model: Model, answers: Answers, when: dt.date, varied: Columns, rules: Sequence[RoadRule]
) -> dict[str, Truth]:
    """Decide ``rules`` for every combination of the varied answers, then look up each borrower's."""
    wanted = tuple(dict.fromkeys(fact for rule in rules for fact in rule.when))
    rows = []
    for combination in product(*(column.choices for column in varied.values())):
        values = {**answers.values, **dict(zip(varied, combination, strict=True))}
        known = {name: value for name, value in values.items() if value is not None}
        facts = model.reader.read(replace(answers, values=known), when, wanted)
        rows.append([rule.holds(facts) for rule in rules])
    if not varied:
        return {rule.id: rows[0][place] for place, rule in enumerate(rules)}
    sizes = tuple(len(column.choices) for column in varied.values())
    chosen = np.ravel_multi_index(tuple(column.chosen for column in varied.values()), sizes)
    table = np.array(rows, dtype=bool)
    return {rule.id: table[chosen, place] for place, rule in enumerate(rules)}
