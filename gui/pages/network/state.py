"""What the network page shows."""

from __future__ import annotations

from dataclasses import dataclass

from gui.signs import Level, Mark


@dataclass(frozen=True, slots=True)
class HostRow:
    """One host to ask: what is written, why, and what is wrong with it."""

    id: str
    label: str
    text: str
    why: str
    error: str
    remove: str
    remove_heard: str


@dataclass(frozen=True, slots=True)
class HostsState:
    """The list of hosts."""

    title: str
    rows: tuple[HostRow, ...]
    error: str
    add: str
    can_add: bool
    restore: str
    can_restore: bool


@dataclass(frozen=True, slots=True)
class RunState:
    """The way to start and to stop; ``progress`` is in per cent."""

    promise: str
    duration: str
    rounds_label: str
    rounds: str
    error: str
    start: str
    cancel: str
    running: bool
    progress: int
    status: str


@dataclass(frozen=True, slots=True)
class HostCard:
    """One host that was asked, or is being asked; ``verdict`` is empty until there is one."""

    id: str
    name: str
    target: str
    verdict: str
    level: Level
    says: str
    marks: tuple[Mark, ...]
    heard: str
    latest: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundState:
    """What was found: a card for each host, what stands out, how it was measured."""

    title: str
    note: str
    hosts: tuple[HostCard, ...]
    signs_title: str
    signs: tuple[str, ...]
    how_title: str
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakeState:
    """The way into the checklist; ``remark`` says why there is none, or that it was gone."""

    title: str
    says: str
    remark: str
    take: str
    can_take: bool
    go: str
    can_go: bool


@dataclass(frozen=True, slots=True)
class NetworkState:
    """The whole page; parts that have nothing to say yet are None."""

    title: str
    intro: str
    hosts: HostsState
    run: RunState
    found: FoundState | None
    take: TakeState | None
    not_proven_title: str
    not_proven: tuple[str, ...]
