"""Looks after a journal that was opened: a copy at the start, and a large file checked when nobody waits. No Qt.

A large file is looked through in pieces of some twenty milliseconds, so that others have their turn on the thread that
works; only what is whole is copied, so that damage takes the place of no good copy.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from core.errors import AppError
from core.journal.errors import JournalDamagedError
from gui.desk import Later

if TYPE_CHECKING:
    # Only for the types: they bring SQLite, which is loaded on the thread that works.
    from core.journal.health import Health
    from core.journal.journal import Journal


Told = TypeVar("Told")


class Care:
    """Keeps the first copy, and finds out how a large file is."""

    def __init__(self, later: Later, journal: Callable[[], Journal | None]) -> None:
        """Take who works, and what gives the journal once there is one."""
        self._later, self._journal = later, journal
        self._greeted: object = None
        self._looked_at: object = None
        self._pieces: Generator[None, None, Health] | None = None
        self._busy = False
        self._listeners: list[Callable[[], None]] = []

    def listen(self, on_found: Callable[[], None]) -> Callable[[], None]:
        """Call ``on_found`` when a large file was looked through; the call returned ends that."""
        self._listeners.append(on_found)
        return lambda: self._listeners.remove(on_found)

    def greet(self, journal: Journal) -> None:
        """Keep a copy of a journal that was opened just now, if it is known to be whole; on the thread that works."""
        if journal.state != "open" or journal.store.connection is self._greeted:
            return
        self._greeted = journal.store.connection
        if journal.health is not None and journal.health.whole:
            _keep(journal)

    def attend(self) -> None:
        """See to it that a large file is looked through; to be called on the thread of the window."""
        if not self._busy and self._to_look_at() is not None:
            self._busy = True
            self._later(self._look, self._on_looked)

    def after(self, on_outcome: Callable[[Told], None], outcome: Told) -> None:
        """Hand an outcome over, then see to the journal: whatever was done may have opened it."""
        on_outcome(outcome)
        self.attend()

    def _to_look_at(self) -> Journal | None:
        journal = self._journal()
        known = journal is None or journal.state != "open" or journal.health is not None
        return None if known else journal

    def _look(self, _stopped: Callable[[], bool]) -> bool:
        """Look at one piece; return whether there are more."""
        # Loaded here because it brings SQLite.
        from core.journal.health import BROKEN, in_pieces

        journal = self._to_look_at()
        if journal is None:
            return False
        connection = journal.store.connection
        if self._pieces is None or self._looked_at is not connection:
            self._pieces, self._looked_at = in_pieces(journal.store), connection
        try:
            next(self._pieces)
        except StopIteration as end:
            journal.health = end.value
            if journal.health.whole:
                _keep(journal)
        except JournalDamagedError:
            journal.health = BROKEN
        except AppError:  # the disk does not give it now; another start tries again
            self._looked_at = None
            return False
        return journal.health is None

    def _on_looked(self, more: bool) -> None:
        if more:
            self._later(self._look, self._on_looked)
            return
        self._busy, self._pieces = False, None
        for told in tuple(self._listeners):
            told()


def _keep(journal: Journal) -> None:
    with suppress(AppError):  # what can be read is shown, though there is no room for a copy
        journal.keep_copy()
