"""The trace of an assessment: the tree from words of the content to P(arrives)."""

from __future__ import annotations

import math

from core.estimate.model import Model, RoadCause
from core.estimate.presence import Beliefs, Support
from core.inference.road import Passage
from core.inference.trace import TraceNode, given, worked


def trace_of(model: Model, shown: Beliefs, passage: Passage) -> TraceNode:
    """Return P(arrives) as the product of gates, each the product of its causes, down to the words' numbers.

    Before any attempt a cause's passing is worked out from its presence. After a failure it is a posterior of
    the whole road, which no single cause can show; then it is given, with the presence beside it.
    """
    gates = []
    for gate in model.gates:
        places = [place for place, cause in enumerate(model.causes) if cause.gate == gate]
        passing = [_passing(model, shown, passage, place) for place in places]
        gates.append(worked(f"gate.{gate}", "product", *passing))
    return worked("arrives", "product", *gates)


def _passing(model: Model, shown: Beliefs, passage: Passage, place: int) -> TraceNode:
    cause = model.causes[place]
    passed = float(passage.passes[place])
    presence = presence_trace(model, cause, shown.support[place])
    stops = worked(f"{cause.id}.stops", "product", given(f"{cause.id}.strength", cause.strength), presence)
    if math.isclose(1 - stops.value, passed, rel_tol=1e-12):
        return worked(f"{cause.id}.passes", "complement", stops)
    return given(f"{cause.id}.passes", passed, (), (presence,))


def presence_trace(model: Model, cause: RoadCause, support: Support) -> TraceNode:
    """Return P(present) as the logistic of the base rate's logit and the weights that count."""
    if support.objected:
        return given(f"{cause.id}.presence", 0.0, ("objection",))
    entry = model.content.causes.get(cause.id) or model.content.gates[cause.gate]
    base = worked(f"{cause.id}.base_logit", "logit", given(f"{cause.id}.base", cause.base, entry.sources))
    weights = [
        given(rule.id, rule.weighed.log_ratio, model.content.rules[rule.id].sources)
        for rule in support.holding
        if rule.id in support.counting
    ]
    return worked(f"{cause.id}.presence", "logistic", worked(f"{cause.id}.logit", "sum", base, *weights))
