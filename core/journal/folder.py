"""The names of everything a journal writes, and how all of it is removed again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from core.files import CannotWriteError, put_aside, sweep
from core.journal.copies import Copies
from core.journal.database import is_plain, told
from core.journal.names import COPIES, FILE, KEYS

UNFINISHED = ".unfinished-journal"
SMALLEST = 512
"""No SQLite file is smaller, in bytes."""
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite may put beside a file while it is open."""


@dataclass(frozen=True)
class Folder:
    """A folder with a journal in it, or about to have one."""

    path: Path

    @property
    def file(self) -> Path:
        """Return where the journal lies."""
        return self.path / FILE

    @property
    def keys(self) -> Path:
        """Return where the keys of a locked journal lie."""
        return self.path / KEYS

    @property
    def copies(self) -> Copies:
        """Return its copies."""
        return Copies(self.path / COPIES)

    def check_outside(self, file: Path) -> None:
        """Check that a file that is to be written lies elsewhere.

        Over the journal, an export would be all that is left of it; beside it, it would seem to be a part of it.

        Raises:
            CannotWriteError: It lies in this folder or below.
        """
        if self.path.resolve() in file.resolve().parents:
            raise CannotWriteError("journal_export_inside", folder=str(self.path))

    def is_broken(self) -> bool:
        """Return whether the file can be no journal, open or locked: gone, or cut off, or without the keys it needs.

        Not to be asked while the journal is open. A file that is not open and has no keys was an open one, whose
        beginning is damaged, if its copies are open.
        """
        copies, plain = self.copies.all(), is_plain(self.file)
        if plain is None:
            return bool(copies)
        if plain or self.file.stat().st_size < SMALLEST:
            return not plain
        return not self.keys.exists() and bool(copies) and is_plain(copies[0].file) is True

    def tidy(self) -> None:
        """Remove what was left behind by a write that was cut off; only for whoever has the journal open."""
        sweep(self.path)
        self.copies.sweep()

    def last_known(self) -> Path:
        """Return the journal, or the one that was put aside last when it is gone: a restore may have been cut off."""
        aside = sorted(self.path.glob(f"damaged-*-{FILE}"), key=lambda file: file.stat().st_mtime)
        return aside[-1] if aside and not self.file.exists() else self.file

    def put_aside(self) -> None:
        """Rename a damaged journal, and what stands beside it, so that it is out of the way and not lost."""
        for end in ("", *BESIDE):
            if (old := self.path / (FILE + end)).exists():
                put_aside(old)

    def drop_open_asides(self) -> None:
        """Remove damaged journals that were put aside and lie in the open, as the copies that cannot be read.

        Whatever they still gave was rescued when they were put aside.

        Raises:
            NotWritableError: One could not be removed.
        """
        for aside in self.path.glob(f"damaged-*-{FILE}"):
            if is_plain(aside) is not False:
                with told(aside):
                    for file in self.path.glob(f"{aside.name}*"):
                        file.unlink(missing_ok=True)

    def replace(self, new: Path) -> None:
        """Put a finished file in the place of the journal, so that the disk knows only the one or the other."""
        new.replace(self.file)
        if os.name != "nt":  # there a folder cannot be opened, and a rename is on disk by itself
            handle = os.open(self.path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def erase(self) -> None:
        """Remove the journal, its keys, its copies and what was put aside; other files in the folder are not ours.

        Raises:
            NotWritableError: Something could not be removed.
        """
        self.copies.remove_all()
        with told(self.path):
            ours = [self.path / (FILE + end) for end in ("", *BESIDE)]
            ours += [self.keys, *self.path.glob(f"damaged-*-{FILE}*"), *self.path.glob(".unfinished-*")]
            for file in ours:
                file.unlink(missing_ok=True)

    @contextmanager
    def unfinished(self) -> Iterator[Path]:
        """Lend the name of a file that is not there yet, and remove it if it is still there at the end."""
        new = self.path / UNFINISHED
        with told(new):
            new.unlink(missing_ok=True)
        try:
            yield new
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)
