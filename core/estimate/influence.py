"""Which open question would move the estimate most, and which answer did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from core.estimate.columns import Column, columned
from core.estimate.model import Model
from core.estimate.samples import typical_answers
from core.inference.road import arrives
from core.schema.answers import Answer, Answers


def influences(model: Model, answers: Answers, day: dt.date, questions: Sequence[str]) -> dict[str, float]:
    """Return, per open question, Σ share·(P(arrives | answer) − P(arrives))²: a variance, in [0, 0.25].

    Source:
        Value of information as in Heckerman, Breese and Rommelse (1995), with squared change as the value.
    """
    choices = {name: typical_answers(model.content.questions[name], answers.as_of) for name in questions}
    options: dict[str, Sequence[Answer | None]] = {name: [a for a, _ in pairs] for name, pairs in choices.items()}
    changed, now = _one_at_a_time(model, answers, day, options)
    return {
        name: float(sum(share * (moved - now) ** 2 for (_, share), moved in zip(pairs, changed[name], strict=True)))
        for name, pairs in choices.items()
    }


def without_each(model: Model, answers: Answers, day: dt.date, questions: Sequence[str]) -> dict[str, float]:
    """Return, per answered question, P(arrives) if its answer were unknown."""
    changed, _ = _one_at_a_time(model, answers, day, {name: [None] for name in questions})
    return {name: values[0] for name, values in changed.items()}


def _one_at_a_time(
    model: Model, answers: Answers, day: dt.date, options: dict[str, Sequence[Answer | None]]
) -> tuple[dict[str, list[float]], float]:
    """Return P(arrives) with each option put in place of today's answer, one at a time, and as things stand."""
    width = 1 + sum(len(values) for values in options.values())
    columns, start = {}, 1
    for name, values in options.items():
        chosen = np.zeros(width, dtype=np.intp)
        chosen[start : start + len(values)] = np.arange(1, len(values) + 1)
        columns[name] = Column([answers.known(name), *values], chosen)
        start += len(values)
    road = columned(model, answers, columns, day, answers.done)
    result = np.broadcast_to(arrives(road.strength, road.attempts, road.coming), (width,)).tolist()
    changed, start = {}, 1
    for name, values in options.items():
        changed[name] = result[start : start + len(values)]
        start += len(values)
    return changed, result[0]
