"""What the author's desk shows."""

from __future__ import annotations

from dataclasses import dataclass

from core.authoring.sheet import Part
from gui.questions.state import QuestionState

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ListState:
    """The folder, and what stands in it.

    Attributes:
        kinds: (id, name) of the kinds; ``entries`` likewise of the entries of one, those that were searched for.
    """

    folder: str
    choose: str
    choose_title: str
    make: str
    make_title: str
    proposed: str
    start: str
    kind_label: str
    kinds: Choices
    kind: str
    search: str
    typed: str
    entries: Choices
    entry_heard: str
    chosen: str


@dataclass(frozen=True, slots=True)
class SheetState:
    """One entry as it is read.

    Attributes:
        remarks: What is to be known before it is read: that it is not the newest state, for instance.
        question: The question as the checklist asks it, in place of the part with its answers.
    """

    id: str
    title: str
    chips: tuple[str, ...]
    parts: tuple[Part, ...]
    remarks: tuple[str, ...]
    question: QuestionState | None = None


@dataclass(frozen=True, slots=True)
class FindingsState:
    """What the checker found: groups of a heading and lines, nearest first."""

    title: str
    status: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few ways of looking."""

    id: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class AuthorState:
    """The whole page; ``sheet`` is None while there is nothing to show, and ``empty`` says why."""

    title: str
    intro: str
    listing: ListState
    status: str
    language_label: str
    languages: tuple[Option, ...]
    reader_label: str
    readers: tuple[Option, ...]
    sheet: SheetState | None
    empty: str
    findings: FindingsState
