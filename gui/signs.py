"""Signs beside numbers, the same on every page. No Qt."""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["good", "watch", "weak", "open", "end"]
"""How well a gate lets requests through: well, with some doubt, badly; not asked about yet; the end of the road."""


WELL, BADLY = 0.95, 0.80
"""Where a gate's passing is called good, and where bad: only for the sign beside it."""


def level_of(passes: float) -> Level:
    """Return the sign for P(a gate is passed)."""
    return "good" if passes >= WELL else "watch" if passes >= BADLY else "weak"


class GateRow(NamedTuple):
    """One gate as it is shown: ``note`` is what just changed, or why nothing is said."""

    id: str
    name: str
    value: str
    level: Level
    note: str = ""
    heard: str = ""


class Day(NamedTuple):
    """One day: its level on the scale of colours, and what a pointer on it is told."""

    level: str
    tip: str


MarkKind = Literal["usual", "slow", "failed", "open"]
"""A round of a probe: connected, connected late, failed, not made yet."""


class Mark(NamedTuple):
    """One round: its kind, and how long the connect took on the common scale, [0, 1]."""

    kind: MarkKind
    height: float = 0.0


class AlarmState(NamedTuple):
    """Signs of fraud: what to do now, and why each sign, told as (name, why), is one."""

    level: str
    title: str
    body: str
    steps: tuple[str, ...]
    flags: tuple[tuple[str, str], ...]
    note: str
    go_on: str = ""
    why_title: str = ""
    steps_title: str = ""
    matched_title: str = ""
    matched: tuple[str, ...] = ()
    """The words of a pasted text that raised the alarm, in quotation marks."""
