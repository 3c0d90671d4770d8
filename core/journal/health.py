"""Looks whether a journal is as it was written: its structure, and every record in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.journal.database import is_sound, rows, told
from core.journal.errors import JournalDamagedError, UnreadableRecordError
from core.journal.store import Store, seal_of

AT_ONCE = 8_000_000
"""A file up to this size in bytes is checked whole while it is opened; a larger one afterwards, with :func:`check`."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: whether the structure holds, and the uids of records that are damaged or unreadable."""

    sound: bool
    records: int
    damaged: tuple[str, ...]
    unreadable: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Return whether nothing is wrong."""
        return self.sound and not self.damaged and not self.unreadable


def is_quickly_sound(store: Store) -> bool:
    """Return whether a file is whole as far as can be told without making the user wait."""
    if not _has_whole_pages(store):
        return False
    return Path(store.file).stat().st_size > AT_ONCE or is_whole(store)


def is_whole(store: Store) -> bool:
    """Return whether the structure holds and every record is, byte for byte, what was written."""
    if not is_sound(store.connection):
        return False
    return all(seal_of(data) == seal for data, seal in rows(store.connection, "select data, seal from record"))


def check(store: Store, should_stop: Callable[[], bool] = lambda: False) -> Health:
    """Return whether everything in a journal is as it was written; stops early when asked to.

    Raises:
        AppError: It cannot be read at all.
    """
    if not is_sound(store.connection):
        return Health(False, 0, (), ())
    damaged, unreadable, seen = [], [], 0
    for uid, data, seal in store.connection.execute("select uid, data, seal from record"):
        if should_stop():
            break
        seen += 1
        try:
            store.read(uid, data, seal)
        except JournalDamagedError:
            damaged.append(uid)
        except UnreadableRecordError:
            unreadable.append(uid)
    return Health(True, seen, tuple(damaged), tuple(unreadable))


def _has_whole_pages(store: Store) -> bool:
    """Return whether the file ends with a page: SQLite reads what is missing of the last one as zeros."""
    page = int(str(store.connection.pragma("page_size")))
    if Path(store.file).stat().st_size % page:
        # A power failure may have cut off the last page while the log still has it: the log goes first.
        with told(store.file):
            store.connection.wal_checkpoint()
    return Path(store.file).stat().st_size % page == 0
