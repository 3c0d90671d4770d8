"""What the library remembers while the program runs, never on disk: where the reader is, what was typed. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.library.search import Index
from gui.desk import Desk
from gui.pages.library.state import Thing

PAGE = "library"
SHELVES = ("articles", "terms", "cases", "causes")


@dataclass
class Place:
    """Where the reader is. ``here`` is the row of the list that was opened last; ``indexes`` are by language."""

    shelf: str = SHELVES[0]
    typed: str = ""
    here: Thing | None = None
    reading: Thing | None = None
    indexes: dict[str, Index] = field(default_factory=dict)


def place_of(desk: Desk) -> Place:
    """Return the one place of this run."""
    kept = desk.memory.get(PAGE)
    place = kept if isinstance(kept, Place) else Place()
    desk.memory[PAGE] = place
    return place
