"""One SQLite file, open or encrypted, opened so that nobody else can write into it and nothing is lost.

A single library reads both kinds, so that every platform has the same SQLite and no file is ever touched by two of
them. The file belongs to one window at a time: the lock of SQLite itself is held as long as it is open, and the
operating system lets go of it however the program ends. Nothing is written elsewhere: what SQLite sets aside while it
sorts stays in memory.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from core.errors import reason_of
from core.journal.errors import BusyError, FullError, JournalDamagedError, NotWritableError
from core.journal.names import MAGIC

OURS = 0x44436A31
"""The application id in the header of the file: DCj1."""
MEMORY = ":memory:"


@dataclass(frozen=True)
class Where:
    """A file and what opens it: a ``key`` of 32 bytes, or None for an open one. ``vfs`` is for tests."""

    file: Path
    key: bytes | None = None
    vfs: str | None = None

    def at(self, file: Path) -> Where:
        """Return another file that the same key opens."""
        return Where(file, self.key, self.vfs)


@contextmanager
def told(file: Path | str) -> Iterator[None]:
    """Turn what SQLite says into the errors of a journal.

    Raises:
        JournalDamagedError: The bytes are not what was written.
        BusyError: Somebody else has it open.
        FullError: The disk is full.
        NotWritableError: It cannot be reached, read or written.
    """
    name = str(file)
    try:
        yield
    except (apsw.CorruptError, apsw.NotADBError, apsw.FormatError) as error:
        raise JournalDamagedError(file=name) from error
    except UnicodeDecodeError as error:  # a name that was text when it was written
        raise JournalDamagedError(file=name) from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise BusyError(file=name) from error
    except (apsw.FullError, apsw.TooBigError) as error:
        raise FullError(file=name) from error
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError, apsw.PermissionsError, apsw.AuthError) as error:
        raise NotWritableError(file=name, reason=str(error)) from error
    except OSError as error:
        raise NotWritableError(file=name, reason=reason_of(error)) from error


def is_plain(file: Path) -> bool | None:
    """Return whether a file starts as an open SQLite file does; None when it is missing or empty.

    Never to be asked while this process has the file open: closing it again would give up SQLite's lock.
    """
    with told(file):
        try:
            with file.open("rb") as opened:
                start = opened.read(len(MAGIC))
        except FileNotFoundError:
            return None
    return None if not start else start == MAGIC


def connect(where: Where, *, create: bool = False) -> apsw.Connection:
    """Return the only connection to a file, in write-ahead mode, every commit on disk before it returns.

    Raises:
        AppError: As :func:`told` says.
    """
    with told(where.file):
        while True:
            connection = _opened(str(where.file), where, create)
            try:
                _take(connection)
                if not _moved(connection):
                    return connection
            except BaseException:
                shut(connection)
                raise
            # Between opening and taking it, another window put a new file in its place.
            shut(connection)


def shut(connection: apsw.Connection) -> None:
    """Close a connection whatever the disk says: all that counts was written before."""
    with suppress(apsw.Error):
        connection.close()


def in_memory() -> apsw.Connection:
    """Return a database that is never written anywhere."""
    connection = apsw.Connection(MEMORY)
    connection.pragma("temp_store", "memory")
    connection.pragma("secure_delete", True)
    connection.pragma("foreign_keys", True)
    return connection


@contextmanager
def reading(where: Where) -> Iterator[apsw.Connection]:
    """Open a copy, which nobody writes into, to look at it."""
    with told(where.file), closing(_opened(str(where.file), where, create=False)) as connection:
        yield connection


def let_go_of_log(connection: apsw.Connection) -> None:
    """Bring everything into the file itself, and remove the log beside it; the lock is kept."""
    connection.pragma("journal_mode", "delete")


def copy_into(source: apsw.Connection, target: Where, same_kind: bool) -> None:
    """Write a whole copy of an open database into a new file, and close it; it is on disk when this returns.

    Args:
        source: What to copy.
        target: A file that does not exist.
        same_kind: Whether both are encrypted, or both are not: then pages are copied as they are.

    Raises:
        AppError: As :func:`told` says; what was written so far is removed.
    """
    try:
        with told(target.file), closing(_opened(str(target.file), target, create=True)) as copy:
            copy.pragma("synchronous", "full")
            if same_kind:
                _copy_pages(source, copy)
            else:
                _transcribe(source, copy)
            let_go_of_log(copy)
    except BaseException:
        for left in (target.file, *(target.file.with_name(target.file.name + end) for end in ("-journal", "-wal"))):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise


@contextmanager
def whole(connection: apsw.Connection) -> Iterator[None]:
    """Make everything within happen together or not at all; within another one, together with that.

    SQLite itself takes back a transaction in which the disk failed, so there may be nothing left to roll back.
    """
    if connection.in_transaction:
        yield
        return
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        with suppress(apsw.Error):
            connection.execute("rollback")
        raise


def rows(connection: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return all rows of a query whose columns the caller knows."""
    return connection.execute(sql, tuple(values)).fetchall()


def is_sound(connection: apsw.Connection) -> bool:
    """Return whether SQLite finds its own structures in order, on every page."""
    return _says_ok(connection, "integrity_check")


def is_plausible(connection: apsw.Connection, table: str) -> bool:
    """Return the same of one table, without comparing it with its indexes: of a large file, in a tenth of the time."""
    return _says_ok(connection, "quick_check", table)


def _says_ok(connection: apsw.Connection, check: str, of: str | None = None) -> bool:
    try:
        return bool((connection.pragma(check, of) if of else connection.pragma(check)) == "ok")
    except (apsw.CorruptError, apsw.NotADBError, apsw.IOError):
        return False


def _copy_pages(source: apsw.Connection, target: apsw.Connection) -> None:
    # Finished only when it went well: after a step that failed, closing the target gives the rest up without a word.
    backup = target.backup("main", source, "main")
    while not backup.done:
        backup.step(2000)
    backup.finish()


def _opened(name: str, where: Where, create: bool) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
    connection = apsw.Connection(name, flags=flags, vfs=where.vfs)
    if where.key is not None:
        connection.pragma("key", f"raw:{where.key.hex()}")
    connection.pragma("temp_store", "memory")
    connection.pragma("secure_delete", True)
    connection.pragma("trusted_schema", False)
    return connection


def _take(connection: apsw.Connection) -> None:
    connection.pragma("locking_mode", "exclusive")
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "full")
    connection.pragma("journal_size_limit", 4_000_000)
    connection.pragma("cache_size", -32_000)  # kilobytes
    # Only with a first write is the lock taken; until then a second window could come in.
    connection.execute("begin immediate; commit")


def _moved(connection: apsw.Connection) -> bool:
    moved = ctypes.c_int(0)
    known = connection.file_control("main", apsw.SQLITE_FCNTL_HAS_MOVED, ctypes.addressof(moved))
    return known and bool(moved.value)


def _transcribe(source: apsw.Connection, target: apsw.Connection) -> None:
    """Copy table by table: pages of an open file have no room for the seal of encrypted ones."""
    with whole(target):
        made = "select type, sql from sqlite_schema where sql is not null order by rowid"
        shapes = rows(source, made)
        for _, sql in (shape for shape in shapes if shape[0] == "table"):
            target.execute(sql)
        for (table,) in rows(source, "select name from sqlite_schema where type = 'table'"):
            columns = len(rows(source, "select name from pragma_table_info(?)", (table,)))
            insert = f'insert into "{table}" values ({", ".join("?" * columns)})'
            target.executemany(insert, source.execute(f'select * from "{table}"'))
        for _, sql in (shape for shape in shapes if shape[0] != "table"):
            target.execute(sql)
    for header in ("application_id", "user_version"):
        target.pragma(header, source.pragma(header))
