"""The door of a program to its journal: the room behind it is made when somebody first goes in. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.journal.drawer import Drawer
from gui.desk import Later

if TYPE_CHECKING:
    # Only for the types: the program starts without the journal.
    from gui.journal_room import JournalRoom


IDLE_MINUTES = 10
"""A journal with a lock is locked again when nobody used it, or the window, for so long."""


class JournalDoor:
    """Gives the one room of a program."""

    def __init__(self, folder: Path | None, now: Callable[[], dt.datetime], later: Later, drawer: Drawer) -> None:
        """Take what the room is made of; a guest has no folder."""
        self._folder, self._now, self._later, self._drawer = folder, now, later, drawer
        self._room: JournalRoom | None = None

    def __call__(self) -> JournalRoom:
        """Return the room."""
        # Loaded here because most starts never need it.
        from gui.journal_room import JournalRoom

        if self._room is None:
            self._room = JournalRoom(self._folder, self._now, self._later, drawer=self._drawer)
        return self._room

    def use(self) -> None:
        """Put off the lock: somebody is here. Where nobody went in yet, there is nothing to put off."""
        if self._room is not None:
            self._room.used = self._room.beat()

    @property
    def late(self) -> bool:
        """Return whether nobody was here for so long that a lock is to be closed."""
        return self._room is not None and self._room.beat() - self._room.used > IDLE_MINUTES * 60

    def close(self) -> None:
        """Close the journal if it was ever opened; nobody may work with it any more."""
        if self._room is not None:
            self._room.close()
