"""What the quiz remembers while the program runs: the round, and what is typed in it. Never on disk. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.quiz import round as rounds
from core.quiz.round import NoSuchRoundError, Round
from core.schema.content import Content
from gui.desk import Desk

PAGE = "quiz"
SET, LESSON = "set", "lesson"


@dataclass
class Place:
    """Where somebody is.

    Attributes:
        round: The round that was begun last.
        typed: What stands in the field of an item.
        kept: Whether the round is kept in the journal.
        aside: Whether it is put aside, and what can be asked is shown.
    """

    round: Round | None = None
    typed: dict[str, str] = field(default_factory=dict)
    kept: bool = False
    aside: bool = False

    def begin(self, new: Round) -> None:
        """Put another round in place of this one."""
        self.round, self.typed, self.kept, self.aside = new, {}, False, False


def place_of(desk: Desk) -> Place:
    """Return the one place of this run."""
    kept = desk.memory.get(PAGE)
    place = kept if isinstance(kept, Place) else Place()
    desk.memory[PAGE] = place
    return place


def round_at(content: Content, address: str) -> Round | None:
    """Return the round of an address: ``set:<name>:before``, ``set:<name>:after``, ``lesson:<name>``; else None."""
    kind, _, rest = address.partition(":")
    name, _, moment = rest.partition(":")
    try:
        if kind == SET:
            return rounds.of_set(content.quiz, name, "after" if moment == "after" else "before")
        return rounds.of_lesson(content, name) if kind == LESSON else None
    except NoSuchRoundError:
        return None
