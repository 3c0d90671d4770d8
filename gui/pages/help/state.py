"""What the page about help shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A place to turn to; without a number there is nothing to copy. ``remark`` asks to check it."""

    id: str
    name: str
    number: str
    purpose: str
    remark: str
    copy: str
    copy_heard: str


@dataclass(frozen=True, slots=True)
class BasisLine:
    """A rule that a step rests on: its name, source and day, and how sure all of it is."""

    name: str
    basis: str
    sureness: str


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step: its turn, whom to ask what, what it rests on, what not to expect, and the letter that helps."""

    id: str
    number: str
    turn: str
    name: str
    ask: str
    channels: tuple[ChannelLine, ...]
    not_expect: str
    basis_title: str
    basis: tuple[BasisLine, ...]
    letter: str
    letter_words: str


@dataclass(frozen=True, slots=True)
class AlarmCard:
    """Signs of fraud: what comes before every step."""

    level: Literal["caution", "stop"]
    title: str
    body: str
    channels: tuple[ChannelLine, ...]


@dataclass(frozen=True, slots=True)
class RightCard:
    """A rule as it is told: what it says, how to use it, what not to expect, since when, how sure."""

    id: str
    name: str
    says: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RightsState:
    """Every rule worth telling, those that have ended apart, and every place with a number."""

    title: str
    rights: tuple[RightCard, ...]
    over_title: str
    over: tuple[RightCard, ...]
    channels_title: str
    channels: tuple[ChannelLine, ...]


@dataclass(frozen=True, slots=True)
class KindState:
    """Which kind of institution lends: (id, label, whether it is chosen)."""

    label: str
    hint: str
    choices: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One question to put: a list to choose from, a day to type, or something for the borrower's own paper."""

    id: str
    kind: Literal["choice", "line", "paper"]
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    text: str = ""
    example: str = ""
    remark: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class ScriptState:
    """The script for the telephone: who was called, and what was answered."""

    title: str
    intro: str
    copy: str
    who_label: str
    who: tuple[tuple[str, str, bool], ...]
    about_call: tuple[AskedLine, ...]
    questions_title: str
    questions: tuple[AskedLine, ...]
    note: str
    kept: str


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One change to the check, to be accepted or left alone; where something is to be looked up first, only left."""

    id: str
    text: str
    accept: str
    accept_heard: str
    leave: str
    leave_heard: str


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call that was noted."""

    id: str
    title: str
    answers: tuple[str, ...]
    proposals_title: str
    proposals: tuple[ProposalLine, ...]
    remove: str
    remove_heard: str
    keep: str = ""
    keep_heard: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class CallsState:
    """The calls of this check, then those noted during others; and the way to the result where there is one."""

    title: str
    calls: tuple[CallLine, ...]
    others_title: str
    others_text: str
    others: tuple[CallLine, ...]
    result: str


@dataclass(frozen=True, slots=True)
class HelpState:
    """The whole page; after a sign to stop there is no script, and who lends does not matter."""

    title: str
    as_of: str
    about: str
    remarks: tuple[str, ...]
    save: str
    file_name: str
    alarm: AlarmCard | None
    kind: KindState | None
    steps: tuple[StepCard, ...]
    calls: CallsState | None
    script: ScriptState | None
    rights: RightsState
