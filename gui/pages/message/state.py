"""What the message page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gui.signs import AlarmState

Kind = Literal["nothing", "waiting", "told", "generic", "elsewhere"]
"""What there is to show of a text: none yet, not decoded yet, a reason, no reason given, not about a loan."""


@dataclass(frozen=True, slots=True)
class EntryState:
    """The field."""

    label: str
    text: str
    example: str
    count: str
    cut: str
    """That the end of the text was left off."""
    clear: str
    can_clear: bool
    privacy: str


@dataclass(frozen=True, slots=True)
class Part:
    """A small heading with what stands below it; ``lines`` are (name, share) or (name, nothing)."""

    id: str
    title: str
    lines: tuple[tuple[str, str], ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FoundState:
    """What a text says; ``kind`` says which of the parts there are."""

    kind: Kind
    title: str
    name: str = ""
    share: str = ""
    share_heard: str = ""
    says: str = ""
    matched_title: str = ""
    matched: tuple[str, ...] = ()
    alike: str = ""
    """In place of matched words: no single one decides."""
    advice: str = ""
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    limits: str = ""


@dataclass(frozen=True, slots=True)
class WaysState:
    """The ways on from here; ``use`` is empty where a text is no message of a failed try."""

    use: str
    use_note: str
    more_title: str
    more: tuple[tuple[str, str], ...]
    """(cause, name)."""


@dataclass(frozen=True, slots=True)
class MessageState:
    """The whole page; under a stop sign there is nothing but the alarm."""

    title: str
    intro: str
    entry: EntryState
    alarm: AlarmState | None
    found: FoundState | None
    ways: WaysState | None
