"""The check that is open, as two small files beside the journal: in the open, or under the lock of the journal.

What a check says is of no concern here: bytes go in and come out. Files in the open and closed ones have names of
their own, so that neither is ever taken for the other. The journal decides which of them count, as for its copies:
whenever it is opened, the drawer is made to agree. So a lock that was cut off while it was put on, or taken off, is
finished by the next opening:

- A lock is put on: the journal first, then the closed files, then those in the open are removed. Cut off in between,
  what was last written lies in the open until the journal is opened again, and is closed then.
- A lock is taken off: first the files in the open, from then on written beside the closed ones, then the journal, then
  the closed files are removed. Cut off before the journal, those in the open are removed at its next opening.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Literal

from core.files import put_asides, write_whole
from core.journal.errors import LockedError
from core.journal.names import CHECK, CHECK_BEFORE, SEALED, SEALED_BEFORE, has_lock
from core.journal.shut_boxes import BoxError

if TYPE_CHECKING:
    # Only for the type: it brings cryptography, which only a lock needs.
    from core.journal.box import Box

DrawerState = Literal["open", "sealed", "locked"]
"""No lock; a lock that is opened; a lock that is not."""
PURPOSE = "open check"
PLAIN_NAMES, SEALED_NAMES = (CHECK, CHECK_BEFORE), (SEALED, SEALED_BEFORE)


class Drawer:
    """Keeps what was written last, and what was before it. Used by two threads: one has it at a time.

    Attributes:
        turn: Held by whoever does several things that belong together.
        on_turn: Called when the state has changed, on the thread that changed it.
    """

    def __init__(self, folder: Path | None) -> None:
        """Look whether there is a lock; without a folder, as for a guest, there is none, and nothing is kept."""
        self._folder, self._guest = folder or Path(), folder is None
        self._locked = folder is not None and has_lock(folder)
        self._box: Box | None = None
        self._both = False
        self.turn = RLock()
        self.on_turn: Callable[[], None] = _nothing

    @property
    def state(self) -> DrawerState:
        """Return whether there is a lock, and whether it is opened."""
        return "sealed" if self._box is not None else "locked" if self._locked else "open"

    @property
    def files(self) -> tuple[Path, Path]:
        """Return where what counts lies: the newest, and what was before it."""
        names = PLAIN_NAMES if self.state == "open" else SEALED_NAMES
        return self._folder / names[0], self._folder / names[1]

    @property
    def holds(self) -> bool:
        """Return whether anything lies there, in the open or not."""
        return any((self._folder / name).exists() for name in (*PLAIN_NAMES, *SEALED_NAMES))

    def write(self, data: bytes) -> None:
        """Put something on disk before anything else happens; what was newest is what was before it.

        Raises:
            LockedError: There is a lock that is not opened; nothing was changed.
            CannotWriteError: The disk is full or read-only; what was kept before is unchanged.
        """
        if self._guest:
            return
        with self.turn:
            if self.state == "locked":
                raise LockedError(file=self.files[0].name)
            if self._box is None or self._both:
                _put(self._folder, PLAIN_NAMES, data)
            if self._box is not None:
                _put(self._folder, SEALED_NAMES, self._box.close(data))

    def read(self, file: Path) -> bytes:
        """Return what lies in one of the files.

        Raises:
            LockedError: There is a lock that is not opened.
            BoxError: It is closed and cannot be opened.
            OSError: It is not there, or cannot be read.
        """
        with self.turn:
            if self.state == "locked":
                raise LockedError(file=file.name)
            raw = file.read_bytes()
            return raw if self._box is None else self._box.open(raw)

    def clear(self) -> None:
        """Remove what counts; what is under a lock that is not opened stays."""
        with self.turn:
            if self.state == "locked" or self._guest:
                return
            for file in self.files:
                with suppress(OSError):
                    file.unlink(missing_ok=True)

    def clear_all(self) -> None:
        """Remove every file that may hold something, closed ones and those put aside as damaged among them."""
        with self.turn:
            if not self._guest:
                _remove(self._folder, (*PLAIN_NAMES, *SEALED_NAMES))

    def agree(self, key: bytes | None) -> None:
        """Make the files agree with the journal, which was opened with a key, or without one.

        Raises:
            CannotWriteError: They could not be closed; what lies in the open still counts.
            OSError: What lies in the open could not be read or removed.
        """
        if self._guest:
            return
        before = self.state
        try:
            with self.turn:
                self._box = None if key is None else _sealing(self._folder, key)
                self._locked = self._both = False
                in_the_open = any((self._folder / name).exists() for name in PLAIN_NAMES)
                if key is not None:
                    _remove(self._folder, PLAIN_NAMES, quietly=False)
                elif in_the_open:  # else there may be something that only another lock opens
                    _remove(self._folder, SEALED_NAMES)
        finally:
            if self.state != before:
                self.on_turn()

    def lay_bare(self) -> None:
        """Write everything in the open as well: the lock is about to be taken off.

        Raises:
            CannotWriteError: It could not be written.
        """
        with self.turn:
            for closed, plain in zip(SEALED_NAMES, PLAIN_NAMES, strict=True):
                if self._box is not None and (data := _opened(self._box, self._folder / closed)) is not None:
                    write_whole(self._folder / plain, data)
            self._both = self._box is not None

    def lose_lock(self) -> None:
        """Remove what is under a lock: its keys are gone."""
        with self.turn:
            before = self.state
            if not self._guest:
                _remove(self._folder, SEALED_NAMES)
            self._box, self._locked, self._both = None, False, False
        if before != "open":
            self.on_turn()

    def leave(self) -> None:
        """Forget the key: the journal is closed. What has no lock stays in the open."""
        with self.turn:
            changed = self._box is not None
            self._locked |= changed
            self._box, self._both = None, False
        if changed:
            self.on_turn()


def _sealing(folder: Path, key: bytes) -> Box:
    """Close what lies in the open and was not closed yet with this key; return what opens it."""
    # Loaded here because only a lock needs cryptography, and then it is there already.
    from core.journal.box import Box

    box = Box(key, PURPOSE)
    for closed, plain in zip(SEALED_NAMES, PLAIN_NAMES, strict=True):
        if (folder / plain).exists() and _opened(box, folder / closed) is None:
            write_whole(folder / closed, box.close((folder / plain).read_bytes()))
    return box


def _opened(box: Box, file: Path) -> bytes | None:
    try:
        return box.open(file.read_bytes())
    except (BoxError, OSError):
        return None


def _put(folder: Path, names: tuple[str, str], data: bytes) -> None:
    newest, before = (folder / name for name in names)
    with suppress(OSError):  # write_whole will say what is wrong with the folder
        folder.mkdir(parents=True, exist_ok=True)
        newest.replace(before)
    write_whole(newest, data)


def _remove(folder: Path, names: Iterable[str], *, quietly: bool = True) -> None:
    """Remove files, and what was put aside of them as damaged."""
    for file in (folder / name for name in names):
        for found in (file, *put_asides(file)):
            try:
                found.unlink(missing_ok=True)
            except OSError:
                if not quietly:
                    raise


def _nothing() -> None:
    """Do nothing."""
