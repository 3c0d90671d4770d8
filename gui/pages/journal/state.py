"""What the journal page shows: frozen pictures of plain values. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Act:
    """A button: what it wishes, of which thing, and its words; ``ask`` says that a file has to be named first."""

    wish: str
    words: str
    of: str = ""
    heard: str = ""
    role: str = ""
    place: int = 0
    """Ends the button's name where there are several alike; counted from 1."""
    ask: Literal["", "save", "open"] = ""
    file: tuple[str, str] = ("", "")
    """The name proposed, and the form for the dialog."""

    @property
    def name(self) -> str:
        """Return the name of the control, the same in every language."""
        return f"journal-{self.wish}-{self.place}" if self.place else f"journal-{self.wish}"


@dataclass(frozen=True, slots=True)
class Field:
    """Something to type, or to choose from ``choices`` of (id, name)."""

    id: str
    label: str
    text: str = ""
    secret: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    error: str = ""
    half: bool = False
    """Whether it stands beside its neighbour where there is room."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text and its role on the style sheet."""

    words: str
    role: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One card: a title, lines, things to type, a table without a head of its own, and buttons."""

    id: str
    title: str
    lines: tuple[Line, ...] = ()
    fields: tuple[Field, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    acts: tuple[Act, ...] = ()
    role: str = "card"


@dataclass(frozen=True, slots=True)
class JournalState:
    """The whole page: what stands above, the list on the left, the rest on the right."""

    title: str
    intro: str
    working: str = ""
    above: tuple[Block, ...] = ()
    left: tuple[Block, ...] = ()
    right: tuple[Block, ...] = ()
    focus: str = ""
    """The control that is to have the keyboard now, when what is shown was asked for."""
