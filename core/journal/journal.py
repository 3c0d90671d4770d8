"""The journal: one door to the records and their copies, in a folder that is handed in.

Whether the file itself starts as an open one decides what it is; keys and copies are made to agree with it whenever it
is opened. So a lock that was cut off while it was being put on, or taken off, is finished or taken back by the next
start, and nobody has to mend anything.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import apsw

from core.journal.copies import BEFORE_STEP, Copy
from core.journal.database import Where, connect, in_memory, is_plain, let_go_of_log, shut, told
from core.journal.drawer import Drawer
from core.journal.errors import JournalDamagedError, LockedError
from core.journal.folder import Folder
from core.journal.health import Health, quick_check
from core.journal.steps import STEPS, Step, step_forward
from core.journal.store import CHANGES, Store

COPIED = "copied"
"""The setting that remembers how much had changed when the last copy was made."""
State = Literal["closed", "open", "locked", "guest"]
NOWHERE = Path(os.devnull) / "nowhere"
"""The folder of a guest's journal: below a file, so that nothing can be there, and nothing can be written there."""


class Journal:
    """Opens, keeps, copies, closes. One process has it at a time; one thread uses it at a time.

    Attributes:
        state: Whether it is open.
        health: What is known of an open file; None while a large one was not looked at, and for a guest's.
    """

    def __init__(
        self,
        folder: Path | None,
        now: Callable[[], dt.datetime],
        *,
        vfs: str | None = None,
        steps: Sequence[Step] = STEPS,
        drawer: Drawer | None = None,
    ) -> None:
        """Take a folder, None for a guest who leaves nothing, and where the open check lies, else its own drawer."""
        self._guest, self.folder, self.drawer = folder is None, Folder(folder or NOWHERE), drawer or Drawer(folder)
        self._now, self._steps = now, steps
        self.where = Where(self.folder.file, None, vfs)
        self._connection: apsw.Connection | None = None
        self.state: State = "closed"
        self.health: Health | None = None

    @property
    def is_guest(self) -> bool:
        """Return whether it is kept in memory alone, open or not."""
        return self._guest

    @property
    def store(self) -> Store:
        """Return the records.

        Raises:
            LockedError: The journal is locked, or was not opened.
        """
        if self._connection is None:
            raise LockedError(file=str(self.where.file))
        return Store(self._connection, self.where.file)

    def open(self) -> State:
        """Open the journal and return whether it is open or locked; a guest's is kept in memory.

        Raises:
            NewerJournalError: A newer program wrote it.
            JournalDamagedError: It is damaged, or gone while copies of it are there; restoring one helps.
            BusyError: Another window has it.
            AppError: It cannot be reached or written.
        """
        if self._connection is not None:
            return self.state
        if self._guest:
            self._connection, self.state = in_memory(), "guest"
            step_forward(self._connection, "", self._steps)
            return self.state
        file = self.where.file
        with told(file):
            self.folder.path.mkdir(parents=True, exist_ok=True)
        if self.folder.is_broken():
            raise JournalDamagedError(file=str(file))
        if is_plain(file) is False:
            self.state = "locked"
        else:
            self.enter(None)
        return self.state

    def enter(self, key: bytes | None) -> None:
        """Open the file with its key, and bring everything beside it into order; errors as :meth:`open`."""
        where = Where(self.where.file, key, self.where.vfs)
        connection = connect(where, create=key is None)
        try:
            step_forward(connection, where.file, self._steps, lambda _: self._keep(connection, where, BEFORE_STEP))
            health = quick_check(Store(connection, where.file))
            if health is not None and not health.sound:
                raise JournalDamagedError(file=str(where.file))
            _agree(self, where)
        except BaseException:
            shut(connection)
            raise
        self._connection, self.where, self.state, self.health = connection, where, "open", health

    def know(self, key: bytes) -> None:
        """Remember what opens the copies of a journal that does not open itself; forgotten when it is closed."""
        self.where = Where(self.where.file, key, self.where.vfs)
        _agree_drawer(self, key)

    def close(self) -> None:
        """Close it. Of a guest nothing is left; a locked one is locked again, and its key forgotten."""
        self.shut()
        self.drawer.leave()

    def shut(self) -> None:
        """Close the file alone: what lies beside it stays as open as it is."""
        if self._connection is not None:
            shut(self._connection)
        self._connection, self.state, self.health = None, "closed", None
        self.where = Where(self.where.file, None, self.where.vfs)

    def keep_copy(self, why: str = "start") -> Copy | None:
        """Make a copy if anything was ever kept and has changed since the last one, and return it.

        Raises:
            AppError: It could not be written; the journal itself is as it was.
        """
        store = self.store
        changes = store.setting(CHANGES, "0")
        same = changes == store.setting(COPIED, "0") and bool(self.folder.copies.all())
        if self._guest or changes == "0" or same:
            return None
        copy = self._keep(store.connection, self.where, why)
        store.set_setting(COPIED, changes)
        return copy

    def replace(self, new: Path, key: bytes | None) -> None:
        """Put a finished file in the place of the journal and open it; errors as :meth:`open`.

        If that fails before the new file is in place, the old one is open as before; after it, the journal is closed,
        and opening it goes on from there.
        """
        with told(self.where.file):
            if self._connection is not None:
                # A log that stayed beside a new file would be taken for its own.
                let_go_of_log(self._connection)
                if os.name == "nt":
                    self._connection.close()
            self.folder.replace(new)
        # Closed only now: until the new file is there, the lock keeps others out.
        self.shut()
        self.enter(key)

    def moment(self) -> dt.datetime:
        """Return the time of the user's own clock, to the second."""
        return self._now().replace(microsecond=0)

    def _keep(self, connection: apsw.Connection, where: Where, why: str) -> Copy:
        return self.folder.copies.keep(connection, where, why, self.moment())


def _agree(journal: Journal, where: Where) -> None:
    """Bring everything beside a journal into the state that the file itself is in."""
    with journal.drawer.turn:  # another thread may be writing there, into what would be swept away
        journal.folder.tidy()
    _agree_drawer(journal, where.key)
    if where.key is None:
        with told(journal.folder.keys):
            journal.folder.keys.unlink(missing_ok=True)
    else:
        journal.folder.copies.convert(None, where.key, where.vfs)
        journal.folder.drop_open_asides()


def _agree_drawer(journal: Journal, key: bytes | None) -> None:
    with told(journal.folder.path):
        journal.drawer.agree(key)
