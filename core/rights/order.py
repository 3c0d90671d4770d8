"""Which rules hold on a day, and whom to ask in which order: ids only, no words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Literal

from core.schema.assessment import Assessment
from core.schema.content import Content, Family, Lender
from core.schema.rights import AskingStep, InstitutionKind, Right

State = Literal["in_force", "coming", "over"]
LIKELY_FAMILY = 0.15
"""Whoever's failure is of a family with less than this share is not sent the way that only this family needs."""
UNKNOWN_LENDER = "other"
"""The lender of ``lenders.toml`` that stands for one nobody knows."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known of a borrower's case; nothing known asks for every step.

    Attributes:
        level: Signs of fraud: none, caution or stop.
        families: Family of failure -> share of all failures, in [0, 1]; empty when nothing was assessed.
        lender: The lender as people name it, an id of ``lenders.toml``.
        kind: Who lends, when a service said so.
    """

    level: Literal["none", "caution", "stop"] = "none"
    families: Mapping[Family, float] = field(default_factory=dict)
    lender: str = UNKNOWN_LENDER
    kind: InstitutionKind | None = None

    @classmethod
    def of(cls, assessment: Assessment, kind: InstitutionKind | None = None) -> Situation:
        """Return the situation that an assessment shows."""
        whole = sum(assessment.families.values()) or 1.0
        lender = assessment.facts.get("request.lender")
        return cls(
            level=assessment.safety.level,
            families={family: part / whole for family, part in assessment.families.items()},
            lender=lender if isinstance(lender, str) else UNKNOWN_LENDER,
            kind=kind,
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """One step in its turn: whom to ask, best first, and on which rights."""

    step: str
    channels: tuple[str, ...]
    rights: tuple[str, ...]
    letter: str


def state_of(right: Right, today: dt.date) -> State:
    """Return whether a rule holds on a day; the days it begins and ends on belong to it."""
    if right.effective_from is not None and today < right.effective_from:
        return "coming"
    if right.effective_to is not None and right.effective_to < today:
        return "over"
    return "in_force"


def rights_on(content: Content, today: dt.date) -> dict[str, State]:
    """Return the rules worth telling on a day, in the order of the file: what has ended only where it warns."""
    states = {name: state_of(right, today) for name, right in content.rights.items()}
    return {
        name: state for name, state in states.items() if state != "over" or content.rights[name].once_over == "warns"
    }


def order_of_asking(content: Content, today: dt.date, situation: Situation | None = None) -> tuple[Turn, ...]:
    """Return whom to ask in which order; at any sign of fraud the way out of it comes first."""
    case = situation or Situation()
    told, kinds = rights_on(content, today), kinds_of(content, case)
    fitting = [(name, step) for name, step in content.asking.items() if _fits(step, case)]
    if case.level == "caution":  # a stable sort: the steps for everybody come first, in their own order
        fitting.sort(key=lambda pair: pair[1].moment != "always")
    return tuple(
        Turn(
            step=name,
            channels=channels_of(content, step.lender_part, step.channels, case),
            rights=tuple(name for name in step.rights if name in told and may_bind(content.rights[name], kinds)),
            letter=step.letter,
        )
        for name, step in fitting
    )


def channels_of(content: Content, lender_part: str, fixed: Iterable[str], case: Situation) -> tuple[str, ...]:
    """Return the channels of a step or a letter: the lender's own part before the ones that are always the same."""
    lender = _lender(content, case)
    supervising = [name for name, channel in content.channels.items() if channel.supervises]
    if lender_part == "service":
        own = _before(lender.service, supervising)
    elif lender_part == "supervisors" and case.kind is not None:
        own = [name for name in supervising if case.kind in content.channels[name].supervises]
    elif lender_part == "supervisors":
        own = [name for name in lender.service if name in supervising]
    else:
        own = []
    return tuple(dict.fromkeys([*own, *fixed]))


def kinds_of(content: Content, case: Situation) -> frozenset[InstitutionKind]:
    """Return the kinds of institution that may be the lender: the one that is known, or all that its brand leaves."""
    if case.kind is not None:
        return frozenset({case.kind})
    channels = [content.channels[name] for name in _lender(content, case).service]
    return frozenset(kind for channel in channels for kind in channel.supervises)


def may_bind(right: Right, kinds: Set[InstitutionKind]) -> bool:
    """Return whether a rule binds one of the kinds of lender it may be: worth telling."""
    return not right.binds or not kinds or bool(kinds & set(right.binds))


def must_bind(right: Right, kinds: Set[InstitutionKind]) -> bool:
    """Return whether a rule binds whichever of the kinds the lender is: fit to be named in a letter."""
    return not right.binds or (bool(kinds) and kinds <= set(right.binds))


def _lender(content: Content, case: Situation) -> Lender:
    return content.lenders.get(case.lender) or content.lenders[UNKNOWN_LENDER]


def _fits(step: AskingStep, case: Situation) -> bool:
    if step.moment != "always" and (step.moment == "under_stop") != (case.level == "stop"):
        return False
    if not step.families or not case.families:
        return True
    return any(case.families.get(family, 0.0) >= LIKELY_FAMILY for family in step.families)


def _before(service: Iterable[str], supervising: Iterable[str]) -> list[str]:
    """Return the channels that stand before the first supervisor: the lender itself and its brand."""
    own: list[str] = []
    for name in service:
        if name in supervising:
            break
        own.append(name)
    return own
