"""Numbers of the road put beside the content: causes with their evidence, owners and families, signs of fraud."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from core.estimate.model import Model
from core.estimate.presence import Beliefs, Support
from core.inference.evidence import decibans
from core.inference.road import Passage
from core.schema.answers import Answers
from core.schema.assessment import CauseResult, Evidence, Safety
from core.schema.conditions import FactValue, all_hold
from core.schema.content import Content, Family, Owner

HIDDEN_OWNER: Owner = "cannot_be_known"
HIDDEN_FAMILY: Mapping[str, Family] = {"request": "not_today", "payment": "bounced"}
"""Families of what stays unexplained at a gate; everywhere else a request is refused."""


def cause_results(
    model: Model, shown: Beliefs, passage: Passage, unknown: Collection[str], objections: Sequence[str]
) -> tuple[CauseResult, ...]:
    """Return every cause in the order of the road, the unexplained ones included."""
    log_arrives = math.log(passage.arrives)
    reached, results = 1.0, []
    for place, cause in enumerate(model.causes):
        passed = passage.passes[place]
        entry = model.content.causes.get(cause.id)
        results.append(
            CauseResult(
                id=cause.id,
                gate=cause.gate,
                presence=shown.presence[place],
                strength=cause.strength,
                share=math.log(passed) / log_arrives,
                blocker=passage.blocker[place],
                still_present=passage.present[place],
                stops_next=reached * (1 - passed),
                grade=entry.grade if entry else None,
                owner=entry.owner if entry else HIDDEN_OWNER,
                family=entry.family if entry else HIDDEN_FAMILY.get(cause.gate, "refused"),
                objected=cause.id in objections,
                unexplained=cause.unexplained,
                evidence=_evidence(model.content, shown, shown.support[place]),
                open_questions=tuple([name for name in cause.asks if name in unknown]),
            )
        )
        reached *= passed
    return tuple(results)


def _evidence(content: Content, shown: Beliefs, support: Support) -> tuple[Evidence, ...]:
    found, facts = [], shown.facts
    for rule in support.holding:
        values: dict[str, FactValue | None] = {name: facts[name] for name in rule.when}
        fact = next(iter(values))
        weight = decibans(rule.weighed.log_ratio)
        counting = rule.id in support.counting and not support.objected
        sources = content.rules[rule.id].sources
        found.append(Evidence(rule.id, fact, values[fact], values, weight, counting, sources))
    return tuple(sorted(found, key=lambda item: -abs(item.decibans)))


def sums_by(causes: Sequence[CauseResult], attribute: Literal["owner", "family"]) -> dict[str, float]:
    """Return how the probability of the blocker divides, largest first."""
    sums: dict[str, float] = {}
    for cause in causes:
        key = getattr(cause, attribute)
        sums[key] = sums.get(key, 0.0) + cause.blocker
    return dict(sorted(sums.items(), key=lambda item: -item[1]))


def safety_of(content: Content, facts: Mapping[str, FactValue | None]) -> Safety:
    """Return the signs of fraud in the answers. No objection and no estimate ever silences one."""
    flags = [name for name, flag in content.flags.items() if all_hold(flag.when, facts)]
    levels = {content.flags[name].level for name in flags}
    return Safety("stop" if "stop" in levels else "caution" if levels else "none", tuple(flags))


def answered_questions(content: Content, answers: Answers) -> list[str]:
    """Return the questions with a known answer, in the order of the content."""
    return [name for name in content.questions if answers.known(name) is not None]
