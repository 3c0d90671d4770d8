"""Evidence says no more than it may, and every cause has some."""

from __future__ import annotations

from collections.abc import Iterator

from core.errors import Problem
from core.loading.rules.context import Context

_CAUTIOUS = ("reported", "contested")
_CEILING = "moderate"


def check_weights(context: Context) -> Iterator[Problem]:
    """Check that causes nobody has shown get no weight above `moderate`."""
    content = context.content
    weights = content.scales.weight
    for name, rule in content.rules.items():
        cause = content.causes.get(rule.cause)
        if cause is None or cause.grade not in _CAUTIOUS or _CEILING not in weights:
            continue
        if weights.get(rule.weight, 0) > weights[_CEILING]:
            facts = {"cause": rule.cause, "grade": cause.grade, "found": rule.weight, "expected": _CEILING}
            yield context.problem("weight_above_grade", "rules", (name, "weight"), **facts)


def check_causes_have_evidence(context: Context) -> Iterator[Problem]:
    """Check that at least one rule speaks for every cause."""
    spoken_for = {rule.cause for rule in context.content.rules.values() if rule.speaks == "for"}
    for name in context.content.causes:
        if name not in spoken_for:
            yield context.problem("cause_without_evidence", "causes", (name,))


def check_rules_differ(context: Context) -> Iterator[Problem]:
    """Check that no rule says again what an earlier one said: the same conditions about the same cause."""
    seen: dict[str, str] = {}
    for name, rule in context.content.rules.items():
        when = sorted(
            f"{fact} {condition.model_dump_json(exclude_unset=True)}" for fact, condition in rule.when.items()
        )
        said = " ".join((rule.cause, *when))
        if said in seen:
            yield context.problem("rule_said_twice", "rules", (name,), other=seen[said])
        seen.setdefault(said, name)
