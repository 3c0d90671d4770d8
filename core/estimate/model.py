"""The content's words turned into numbers once, in the order of the road."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from core.estimate.messages import Messages, messages_of
from core.facts.catalogue import DERIVED
from core.facts.read import FactReader, Facts, questions_behind
from core.inference.evidence import Weighed, by_weight, logit
from core.schema.conditions import Conditions, tester
from core.schema.content import Content, Rule

UNEXPLAINED = ".unexplained"
MOMENTARY = 0.0


@dataclass(frozen=True, slots=True)
class RoadRule:
    """One evidence rule as a number: where it bears, and what it says when it holds."""

    id: str
    when: Conditions
    weighed: Weighed
    settles: bool
    holds: Callable[[Facts], bool]
    asks: tuple[str, ...]
    """The questions behind its conditions."""
    dated: bool
    """Whether it may hold on one day and not on another."""


@dataclass(frozen=True, slots=True)
class RoadCause:
    """One cause as numbers. ``half_life`` in days: 0 is momentary, infinite is lasting."""

    id: str
    gate: str
    base: float
    strength: float
    half_life: float
    unexplained: bool = False
    rules: tuple[RoadRule, ...] = ()
    order: tuple[int, ...] = ()
    """Positions of ``rules``, heaviest first."""
    asks: tuple[str, ...] = ()
    """The questions behind its rules, in order."""
    base_logit: float = 0.0

    @property
    def dated(self) -> bool:
        """Return whether its presence may change with the day alone."""
        return any(rule.dated for rule in self.rules)

    def keep(self, days: float) -> float:
        """Return P(presence is carried unchanged over ``days``), 2^(−days / half-life)."""
        if self.half_life == MOMENTARY:
            return 0.0
        return 1.0 if math.isinf(self.half_life) else float(2 ** (-max(0.0, days) / self.half_life))


@dataclass(frozen=True)
class Model:
    """Everything about a content that does not depend on a borrower. Make it once."""

    content: Content
    reader: FactReader
    causes: tuple[RoadCause, ...]
    position: Mapping[str, int]
    gates: tuple[str, ...]
    messages: Messages

    @classmethod
    def of(cls, content: Content) -> Model:
        """Return the model of a checked content."""
        causes = tuple(cause for gate in content.gates for cause in _causes_of(content, gate))
        position = {cause.id: place for place, cause in enumerate(causes)}
        stops = [cause.strength * cause.base for cause in causes]
        messages = messages_of(content, {cause.id: cause.gate for cause in causes}, stops)
        return cls(content, FactReader.of(content), causes, position, tuple(content.gates), messages)

    @property
    def strengths(self) -> list[float]:
        """Return every cause's strength, in the order of the road."""
        return [cause.strength for cause in self.causes]

    def removal(self, actions: Sequence[str]) -> list[float]:
        """Return, for every cause, P(the ``actions`` leave it in place)."""
        stays = [1.0] * len(self.causes)
        for action in actions:
            for cause, word in self.content.actions[action].removes.items():
                stays[self.position[cause]] *= 1 - self.content.scales.effect[word]
        return stays


def questions_of(when: Conditions) -> tuple[str, ...]:
    """Return the questions behind a rule's conditions, each once, in order."""
    return tuple(dict.fromkeys(question for fact in when for question in questions_behind(fact)))


def _causes_of(content: Content, gate: str) -> list[RoadCause]:
    scales = content.scales
    listed = [
        _cause(
            content,
            name,
            gate,
            scales.base_rate[cause.base_rate],
            scales.strength[cause.strength],
            scales.half_life_days[cause.persistence],
        )
        for name, cause in content.causes.items()
        if cause.gate == gate
    ]
    base = scales.base_rate[content.gates[gate].unexplained]
    hidden = RoadCause(gate + UNEXPLAINED, gate, base, 1.0, MOMENTARY, unexplained=True, base_logit=logit(base))
    return [*listed, hidden]


def _cause(content: Content, name: str, gate: str, base: float, strength: float, half_life: float) -> RoadCause:
    rules = tuple(_rules_of(content, name))
    order = tuple(by_weight([rule.weighed for rule in rules]))
    asks = tuple(dict.fromkeys(question for rule in rules for question in rule.asks))
    return RoadCause(name, gate, base, strength, half_life, False, rules, order, asks, logit(base))


def _rules_of(content: Content, cause: str) -> list[RoadRule]:
    return [_rule(content, name, rule) for name, rule in content.rules.items() if rule.cause == cause]


def _rule(content: Content, name: str, rule: Rule) -> RoadRule:
    log_ratio = math.log(content.scales.weight[rule.weight])
    weighed = Weighed(rule.group or name, log_ratio if rule.speaks == "for" else -log_ratio)
    dated = any(_is_dated(content, fact) for fact in rule.when)
    return RoadRule(
        name, rule.when, weighed, rule.weight == "settles", tester(rule.when), questions_of(rule.when), dated
    )


def _is_dated(content: Content, fact: str) -> bool:
    return DERIVED[fact].dated if fact in DERIVED else content.questions[fact].holds == "today"
