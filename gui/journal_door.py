"""The door of a program to its journal: the room behind it is made when somebody first goes in. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from gui.desk import Later

if TYPE_CHECKING:
    # Only for the types: the program starts without the journal.
    from gui.journal_room import JournalRoom


class JournalDoor:
    """Gives the one room of a program."""

    def __init__(self, folder: Path | None, now: Callable[[], dt.datetime], later: Later) -> None:
        """Take what the room is made of; a guest has no folder."""
        self._folder, self._now, self._later = folder, now, later
        self._room: JournalRoom | None = None

    def __call__(self) -> JournalRoom:
        """Return the room."""
        # Loaded here because most starts never need it.
        from gui.journal_room import JournalRoom

        if self._room is None:
            self._room = JournalRoom(self._folder, self._now, self._later)
        return self._room

    def close(self) -> None:
        """Close the journal if it was ever opened; nobody may work with it any more."""
        if self._room is not None:
            self._room.close()
