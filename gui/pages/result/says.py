"""The result in a few sentences: where it most likely stops, because of what, and what the plan would change."""

from __future__ import annotations

from collections.abc import Iterator

from core.explain.causes import cause_name
from core.explain.plans import SMALL_GAIN
from core.explain.report import first_causes
from core.schema.assessment import Assessment
from gui.speaker import Speaker

NAMED = 2
"""So many causes are named; the others stand below with what speaks for them."""


def reasons_of(found: Assessment, speaker: Speaker) -> tuple[str, ...]:
    """Return where it most likely stops and because of what; nothing under a stop sign: that comes before all else."""
    if found.safety.level == "stop":
        return ()
    words = speaker.words
    where = words("result.says_where", gate=words(f"gate.{weakest_gate(found)}.name"))
    return (words("ui.gap").join((where, *_because(found, speaker))),)


def change_of(found: Assessment, speaker: Speaker) -> tuple[str, ...]:
    """Return what the plan would change; nothing without a plan or under a stop sign."""
    return () if found.safety.level == "stop" else tuple(_plan(found, speaker))


def weakest_gate(found: Assessment) -> str:
    """Return the gate at which most of the coming attempts stop: those that get there and do not pass."""
    reached, stopped = 1.0, dict[str, float]()
    for gate in found.gates:
        stopped[gate.id] = reached * (1 - gate.passes)
        reached *= gate.passes
    return max(stopped, key=stopped.__getitem__)


def _because(found: Assessment, speaker: Speaker) -> Iterator[str]:
    names = [cause_name(cause, speaker.language) for cause in first_causes(found)[:NAMED]]
    if len(names) == NAMED:
        yield speaker.words("result.says_causes", first=names[0], second=names[1])
    elif names:
        yield speaker.words("result.says_cause", first=names[0])


def _plan(found: Assessment, speaker: Speaker) -> Iterator[str]:
    """Yield what following the plan would make of the risk, with its range."""
    if found.plans is None:
        return
    plan, words, wording = found.plans.recommended, speaker.words, speaker.wording
    first = next((step for step in plan.steps if step.gain >= SMALL_GAIN), None)
    if first is None or plan.arrives.low is None or plan.arrives.high is None:
        return
    yield words(
        "result.says_plan",
        step=words(f"action.{first.action}.name"),
        date=wording.date(plan.date),
        risk=wording.percent(1 - plan.arrives.estimate),
        low=wording.percent(1 - plan.arrives.high),
        high=wording.percent(1 - plan.arrives.low),
    )
