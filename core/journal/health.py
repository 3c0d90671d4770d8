"""Looks whether a journal is as it was written: its structure, and every record in it.

What is damaged in its structure is not opened. A record whose bytes have changed is named and leaves the others alone.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from pathlib import Path

from core.journal.database import is_plausible, is_sound, rows, told
from core.journal.rows import COLUMNS, Row, Unread, entry_in, seal_of_bytes
from core.journal.store import Store

AT_ONCE = 8_000_000
"""A file up to this size in bytes is checked while it is opened; a larger one afterwards, with :func:`in_pieces`."""
PIECE = 500
"""So many records are looked at before others may have their turn: some twenty milliseconds."""


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

    @property
    def whole(self) -> bool:
        """Return whether all is, byte for byte, what was written, whoever can read it."""
        return self.sound and not self.damaged


BROKEN = Health(False, 0, (), ())


def quick_check(store: Store) -> Health | None:
    """Return what can be told of a file without making the user wait: of a large one only that it is cut off.

    Whether this program can read every record is not looked at.
    """
    if not _has_whole_pages(store):
        return BROKEN
    return seal_check(store) if Path(store.file).stat().st_size <= AT_ONCE else None


def seal_check(store: Store) -> Health:
    """Return whether the structure holds, and which records are not, byte for byte, what was written."""
    if not is_sound(store.connection):
        return BROKEN
    found = rows(store.connection, "select uid, cast(data as blob), seal from record")
    damaged = tuple(uid for uid, data, seal in found if data is None or seal_of_bytes(data) != seal)
    return Health(True, len(found), damaged, ())


def check(store: Store, should_stop: Callable[[], bool] = lambda: False) -> Health:
    """Return whether everything in a journal is as it was written; stops early when asked to.

    Raises:
        AppError: It cannot be read at all.
    """
    if not is_sound(store.connection):
        return BROKEN
    found = Health(True, 0, (), ())
    with told(store.file):
        for row in store.connection.execute(f"select {COLUMNS} from record"):
            if should_stop():
                break
            found = _and(found, row)
    return found


def in_pieces(store: Store) -> Generator[None, None, Health]:
    """Check a large file in pieces, between which others may use it; return what was found.

    Whether the words by which records are found agree with the records is left out: it takes ten times as long as all
    the rest, and of those nothing can be lost.

    Raises:
        AppError: It cannot be read at all.
    """
    with told(store.file):
        tables = rows(store.connection, "select name from sqlite_schema where type = 'table' order by rowid")
    for (table,) in tables:
        if not is_plausible(store.connection, table):
            return BROKEN
        yield
    found, last = Health(True, 0, (), ()), 0
    sql = f"select {COLUMNS}, id from record where id > ? order by id limit {PIECE}"
    while True:
        yield
        with told(store.file):
            piece = rows(store.connection, sql, (last,))
        if not piece:
            return found
        last = piece[-1][-1]
        for row in piece:
            found = _and(found, row[:-1])


def look_again(store: Store, known: Health) -> Health:
    """Return what is left of what was wrong, now that some of it was put right or removed."""
    sql = f"select {COLUMNS} from record where uid = ?"
    left = BROKEN if not known.sound else Health(True, known.records, (), ())
    for uid in (*known.damaged, *known.unreadable):
        with told(store.file):
            found = rows(store.connection, sql, (uid,))
        for row in found:
            left = replace(_and(left, row), records=known.records)
    return left


def _and(found: Health, row: Row) -> Health:
    """Return what was found with one row more."""
    entry = entry_in(row)
    if not isinstance(entry, Unread):
        return replace(found, records=found.records + 1)
    if entry.why == "damaged":
        return replace(found, records=found.records + 1, damaged=(*found.damaged, entry.uid))
    return replace(found, records=found.records + 1, unreadable=(*found.unreadable, entry.uid))


def _has_whole_pages(store: Store) -> bool:
    """Return whether the file ends with a page: SQLite reads what is missing of the last one as zeros."""
    page = int(str(store.connection.pragma("page_size")))
    if Path(store.file).stat().st_size % page:
        # A power failure may have cut off the last page while the log still has it: the log goes first.
        with told(store.file):
            store.connection.wal_checkpoint()
    return Path(store.file).stat().st_size % page == 0
