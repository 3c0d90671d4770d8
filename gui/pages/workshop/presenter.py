"""Decides what the page of the workshop shows: three doors, and what is behind each. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, get_args

from gui.desk import Desk
from gui.following import Following
from gui.pages.workshop.gather_picture import gather_state
from gui.pages.workshop.gathering import Gathering
from gui.pages.workshop.handing import Handing
from gui.pages.workshop.kept import Kept, Memory
from gui.pages.workshop.lead_picture import lead_state
from gui.pages.workshop.leading import Chance, Leading, fresh
from gui.pages.workshop.reporting import Reporting
from gui.pages.workshop.state import DoorState, Part, WorkshopState
from gui.pages.workshop.take_picture import take_state
from gui.pages.workshop.taking import Taking

DOORS: tuple[Part, ...] = ("lead", "take", "gather")


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: WorkshopState) -> None:
        """Show a picture."""


class WorkshopPresenter(Following):
    """Opens and closes the doors.

    What happens behind one is told by ``lead``, ``take``, ``hand``, ``gather`` and ``report``.
    """

    def __init__(self, screen: Screen, desk: Desk, chance: Chance, project: Callable[[tuple[str, ...]], None]) -> None:
        """Show what is remembered; ``chance`` gives random bytes, ``project`` puts cases on the wall."""
        super().__init__(desk)
        self._screen, self._chance = screen, chance
        self._memory = Memory(desk, self._fresh, self.show)
        self.lead = Leading(desk, self._memory, chance, project)
        self.take, self.hand = Taking(desk, self._memory, chance), Handing(desk, self._memory)
        self.gather, self.report = Gathering(desk, self._memory, self.ask), Reporting(desk, self._memory)
        self.follow(None, self.show)
        self.show()

    def open(self, door: str) -> None:
        """Open a door; "" shows all three again."""
        self._memory.open(next((part for part in get_args(Part) if part == door), ""))

    def show(self) -> None:
        """Show the present picture."""
        if not self._closed:
            self._screen.show_state(workshop_state(self._memory.now, self._desk))

    def _fresh(self) -> Kept:
        return fresh(self._desk, self._chance)


def workshop_state(now: Kept, desk: Desk) -> WorkshopState:
    """Return the picture."""
    words = desk.speaker.words
    return WorkshopState(
        title=words("workshop.title"),
        intro=words("workshop.intro") if not now.part else words(f"workshop.{now.part}.intro"),
        part=now.part,
        back=words("workshop.back") if now.part else "",
        doors=() if now.part else tuple(_door(part, desk) for part in DOORS),
        lead=lead_state(now.lead, desk) if now.part == "lead" else None,
        take=take_state(now.seat, desk) if now.part == "take" else None,
        gather=gather_state(now.table, desk) if now.part == "gather" else None,
    )


def _door(part: Part, desk: Desk) -> DoorState:
    words = desk.speaker.words
    title, text, key = (words(f"workshop.door.{part}.{field}") for field in ("title", "text", "open"))
    return DoorState(part, title, text, key)
