"""The way from the window to the journal: all of it is touched on the thread that works, in turn. No Qt.

SQLite and the cryptography of the lock are loaded there too, when the journal is first asked for, never at the start.
Nothing is made on the disk before something is to be kept: a journal that is not there reads as an empty one.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import AppError
from core.journal.drawer import Drawer
from core.journal.errors import LockedError
from gui.desk import Later, Work
from gui.journal_care import Care
from gui.journal_door import IDLE_MINUTES

if TYPE_CHECKING:
    # Only for the types: it brings SQLite, which is loaded on the thread that works.
    from core.journal.journal import Journal

Deed = Callable[["Journal"], Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a deed: its value, or why it could not be done."""

    value: Any = None
    error: AppError | None = None


class JournalRoom:
    """Opens the journal when it is wanted, and closes it with the program.

    Attributes:
        beat: Gives seconds that only go forward.
        used: When the journal, or the check under its lock, was used last, in those seconds.
    """

    def __init__(
        self,
        folder: Path | None,
        now: Callable[[], dt.datetime],
        later: Later,
        beat: Callable[[], float] = time.monotonic,
        drawer: Drawer | None = None,
    ) -> None:
        """Take the folder (None: a guest's, kept in memory), the clock, who works, and seconds that only go forward.

        ``drawer`` is where the check that is open lies; one of the journal's own when left out.
        """
        self._folder, self._now, self._later, self.beat = folder, now, later, beat
        self._drawer = drawer or Drawer(folder)
        self._journal: Journal | None = None
        self.used = beat()
        self._unwritten: list[Deed] = []
        self.care = Care(later, lambda: self._journal)

    @property
    def holds_anything(self) -> bool:
        """Return whether there is a journal, or will be: for a guest one in memory, else a file or copies of it."""
        if self._unwritten:
            return True
        if self._folder is None:
            return self._journal is not None
        # The names of core.journal.folder, which would bring SQLite onto the thread of the window.
        return (self._folder / "journal.db").exists() or (self._folder / "copies").exists()

    @property
    def holds_keys(self) -> bool:
        """Return whether the journal has a lock, as far as its folder tells."""
        return self._folder is not None and (self._folder / "journal.keys").exists()

    def reading(self, deed: Deed) -> Work:
        """Return the work that looks something up; its :class:`Outcome` says what was found."""
        return partial(self._do, deed, writes=False)

    def write(self, deed: Deed, on_outcome: Callable[[Outcome], None]) -> None:
        """Change the journal; it is done even when the program is closed at once."""
        self._unwritten.append(deed)
        self._later(partial(self._write, deed), partial(self.care.after, on_outcome))

    def around(self, deed: Deed, on_outcome: Callable[[Outcome], None]) -> None:
        """Do something to a journal that need not be open: unlock it, restore it, erase it."""
        self._later(partial(self._do, deed, writes=None), on_outcome)

    def let_idle(self, journal: Journal) -> bool:
        """Lock a journal that nobody used for a while; return whether it was. A deed for :meth:`around`."""
        opened = journal.where.key is not None or journal.drawer.state == "sealed"
        late = opened and self.beat() - self.used > IDLE_MINUTES * 60
        if late:
            journal.close()
        return late

    def close(self) -> None:
        """Write what is not written yet, and close. To be called when nobody else works any more."""
        for deed in tuple(self._unwritten):
            self._write(deed, _never)
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _write(self, deed: Deed, stopped: Callable[[], bool]) -> Outcome:
        if deed in self._unwritten:
            self._unwritten.remove(deed)
        return self._do(deed, stopped, writes=True)

    def _do(self, deed: Deed, _stopped: Callable[[], bool], *, writes: bool | None) -> Outcome:
        """Do a deed; ``writes`` is None when the journal need not be open for it."""
        try:
            return Outcome(deed(self._made() if writes is None else self._opened(writes)))
        except AppError as error:
            return Outcome(error=error)

    def _made(self) -> Journal:
        # Loaded here because it brings SQLite, for which the window must not wait.
        from core.journal.journal import Journal

        if self._journal is None:
            self._journal = Journal(self._folder, self._now, drawer=self._drawer)
        return self._journal

    def _opened(self, writes: bool) -> Journal:
        """Return the open journal; an empty one in memory while there is none and none is to be made."""
        journal = self._made()
        if self._folder is not None and not writes and journal.state == "closed" and not self.holds_anything:
            # Loaded here for the same reason.
            from core.journal.journal import Journal as Empty

            empty = Empty(None, self._now)
            empty.open()
            return empty
        self.let_idle(journal)
        self.used = self.beat()
        if journal.state in ("closed", "locked") and journal.open() == "locked":
            raise LockedError(file=journal.where.file.name)
        self.care.greet(journal)
        return journal


def _never() -> bool:
    return False
