"""What the library shows: what there is to read, or one thing that is being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from core.library.documents import Kind
from core.library.search import Place

PartRole = Literal["card", "card-accent"]


class Thing(NamedTuple):
    """Something to read."""

    kind: Kind
    id: str

    @property
    def address(self) -> str:
        """Return it as one word, such as ``article:true_cost``."""
        return f"{self.kind}:{self.id}"


def thing_of(address: str) -> Thing | None:
    """Return what an address names; None when it is none."""
    kind, _, name = address.partition(":")
    kinds: dict[str, Kind] = {"article": "article", "term": "term", "case": "case", "cause": "cause"}
    return Thing(kinds[kind], name) if kind in kinds and name else None


@dataclass(frozen=True, slots=True)
class RowState:
    """A line of the list; a heading has no ``thing``. Marks are (start, end) in title and text."""

    title: str
    thing: Thing | None = None
    note: str = ""
    text: str = ""
    title_marks: tuple[Place, ...] = ()
    text_marks: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class ListState:
    """Everything there is to read, by shelves, or what was found. ``here`` is the row where the reader was."""

    title: str
    search: str
    typed: str
    shelves: tuple[tuple[str, str], ...]
    shelf: str
    rows: tuple[RowState, ...]
    heard: str
    note: str
    here: Thing | None


@dataclass(frozen=True, slots=True)
class PartState:
    """One part of a text: a heading, and Markdown whose links name terms."""

    id: str
    title: str
    markdown: str
    role: PartRole = "card"


@dataclass(frozen=True, slots=True)
class LinkState:
    """Where one can read on."""

    thing: Thing
    words: str


@dataclass(frozen=True, slots=True)
class SideState:
    """What stands beside a text: lines (title, detail), then links."""

    id: str
    title: str
    lines: tuple[tuple[str, str], ...] = ()
    links: tuple[LinkState, ...] = ()


@dataclass(frozen=True, slots=True)
class TermState:
    """The explanation of a word, as it opens above a text."""

    name: str
    what: str
    read_on: LinkState
    close: str


@dataclass(frozen=True, slots=True)
class BeginState:
    """The way from a case into the checklist: what will happen, and the button."""

    words: str
    button: str


@dataclass(frozen=True, slots=True)
class ReadingState:
    """One thing to read. ``questions`` are to think about or to discuss; ``begin`` only a case has."""

    thing: Thing
    back: str
    title: str
    before: LinkState | None
    after: LinkState | None
    save: str
    print: str
    file_name: str
    overline: str = ""
    summary: str = ""
    chips: tuple[str, ...] = ()
    parts: tuple[PartState, ...] = ()
    questions: SideState | None = None
    sides: tuple[SideState, ...] = ()
    begin: BeginState | None = None


@dataclass(frozen=True, slots=True)
class LibraryState:
    """The whole page: the list, and over it what is being read."""

    listing: ListState
    reading: ReadingState | None
