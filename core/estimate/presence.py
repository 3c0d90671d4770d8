"""P(a cause is present) at one moment, and the rules that made it so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from core.estimate.model import Model, RoadCause, RoadRule
from core.facts.read import Facts
from core.inference.evidence import counted, logistic
from core.schema.answers import Answers

OBJECTED = 0.0


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for or against one cause at one moment: the rules that hold, and those of them that count."""

    holding: tuple[RoadRule, ...]
    counting: frozenset[str]
    objected: bool


NO_RULE_HOLDS = (Support((), frozenset(), objected=False), Support((), frozenset(), objected=True))
"""Made once, because of many causes no rule holds; the second is for an objection of the borrower."""


@dataclass(frozen=True)
class Beliefs:
    """Presence of every cause at one moment, in the order of the road, with its support and the facts used."""

    when: dt.date
    facts: Facts
    presence: tuple[float, ...]
    support: tuple[Support, ...]


def believe(model: Model, answers: Answers, when: dt.date) -> Beliefs:
    """Return what the answers and the moment say about every cause, before any attempt teaches more."""
    facts = model.reader.read(answers, when)
    support = [_support(cause, facts, answers.objections) for cause in model.causes]
    presence = [_presence(cause, found) for cause, found in zip(model.causes, support, strict=True)]
    return Beliefs(when, facts, tuple(presence), tuple(support))


def _support(cause: RoadCause, facts: Facts, objections: Collection[str]) -> Support:
    rules, objected = cause.rules, cause.id in objections
    holding = [place for place, rule in enumerate(rules) if rule.holds(facts)]
    if not holding:
        return NO_RULE_HOLDS[objected]
    # A rule that holds alone counts: only where several hold are groups looked at.
    counting = counted([rule.weighed for rule in rules], holding, cause.order) if len(holding) > 1 else holding
    return Support(
        tuple([rules[place] for place in holding]), frozenset([rules[place].id for place in counting]), objected
    )


def _presence(cause: RoadCause, support: Support) -> float:
    if support.objected:
        return OBJECTED
    total = sum([rule.weighed.log_ratio for rule in support.holding if rule.id in support.counting])
    return logistic(cause.base_logit + total)


def presence_on(model: Model, answers: Answers, days: Iterable[dt.date], start: Beliefs) -> list[list[float]]:
    """Return P(present) of every cause on each day, working out again only what a day can change."""
    dated = [place for place, cause in enumerate(model.causes) if cause.dated]
    wanted = {fact for place in dated for rule in model.causes[place].rules for fact in rule.when}
    result = []
    for day in days:
        facts = model.reader.read(answers, day, wanted)
        row = list(start.presence)
        for place in dated:
            cause = model.causes[place]
            row[place] = _presence(cause, _support(cause, facts, answers.objections))
        result.append(row)
    return result
