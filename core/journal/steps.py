"""The shape of the file, and how an older one steps forward to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import apsw

from core.journal.database import OURS, told, whole
from core.journal.errors import JournalDamagedError, NewerJournalError

Step = str
"""SQL that turns one version of the file into the next."""

STEPS: tuple[Step, ...] = (
    """
    create table record (
        id integer primary key,
        uid text not null unique,
        kind text not null,
        day integer not null,
        changed text not null,
        data text not null,
        seal integer not null
    );
    create index record_by_day on record (kind, day, id);
    create table term (id integer primary key, text text not null unique);
    create table mention (
        term integer not null,
        day integer not null,
        record integer not null,
        primary key (term, day, record)
    ) without rowid;
    create index mention_of_record on mention (record);
    create table setting (name text primary key, value text not null) without rowid;
    create table undo (id integer primary key, made text not null, data text not null);
    """,
    # Letters that were sent are records of a new kind: a program that does not know it must leave the file alone.
    "insert or replace into setting values ('sent', '1')",
)
"""Step n turns version n into version n + 1. A step that was ever released is never changed."""


def version_of(connection: apsw.Connection, file: Path | str, newest: int) -> int:
    """Return the version of an open file, 0 for an empty one.

    Raises:
        NewerJournalError: It is newer than ``newest``.
        JournalDamagedError: It is no journal.
    """
    with told(file):
        version = int(connection.pragma("user_version"))
        ours = connection.pragma("application_id") == OURS
        empty = not connection.execute("select count(*) from sqlite_schema").get
    if version > newest:
        raise NewerJournalError(file=str(file), found=version, known=newest)
    if not ours and not (empty and version == 0):
        raise JournalDamagedError(file=str(file))
    return version


def step_forward(
    connection: apsw.Connection, file: Path | str, steps: Sequence[Step] = STEPS, before: Callable[[int], object] = id
) -> None:
    """Bring a file to the newest version, each step whole or not at all.

    Args:
        connection: The open file.
        file: Its name, for what is told.
        steps: All steps from an empty file on.
        before: Called with the version before each step that changes data: keeps a copy.

    Raises:
        NewerJournalError: It is newer than the last step; nothing is changed.
        AppError: It cannot be written; it is as it was before the step that failed.
    """
    version = version_of(connection, file, len(steps))
    for number in range(version, len(steps)):
        if version:  # an empty file has nothing to keep a copy of
            before(number)
        with told(file), whole(connection):
            connection.execute(steps[number])
            connection.pragma("application_id", OURS)
            connection.pragma("user_version", number + 1)
