"""Rows of the file as records. One that cannot be read is named, and stands in the way of no other."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError

from core.journal.errors import JournalDamagedError, UnreadableRecordError
from core.journal.records import RECORD, AnyRecord

COLUMNS = "uid, kind, day, cast(data as blob), seal"
"""What a row is selected as. Damage may leave bytes that are no text at all, so the content comes as bytes."""
Row = tuple[Any, ...]
Why = Literal["damaged", "unknown"]


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that is there and cannot be read.

    Attributes:
        uid: Its uid.
        kind: Its kind as the file has it; a newer program may know more kinds than this one.
        day: Its day; None when that is damaged too.
        why: ``damaged``: its bytes are not those that were saved; ``unknown``: they are, and a newer program wrote it.
        data: Its content as it stands there; bytes that are no text are replaced.
    """

    uid: str
    kind: str
    day: dt.date | None
    why: Why
    data: str


Entry = AnyRecord | Unread


def record_in(row: Row, file: object) -> AnyRecord:
    """Return the record a row of :data:`COLUMNS` holds; ``file`` is named in what is told.

    Raises:
        JournalDamagedError: Its bytes are not those that were written.
        UnreadableRecordError: It is none that this program can read.
    """
    uid, _, _, data, seal = row
    if not isinstance(data, bytes) or seal_of_bytes(data) != seal:
        raise JournalDamagedError(file=str(file))
    try:
        return RECORD.validate_json(data)
    except ValidationError as error:
        raise UnreadableRecordError(uid=uid, file=str(file)) from error


def entry_in(row: Row) -> Entry:
    """Return the record a row holds, or what is known of one that cannot be read."""
    try:
        return record_in(row, "")
    except JournalDamagedError:
        return unread(row, "damaged")
    except UnreadableRecordError:
        return unread(row, "unknown")


def unread(row: Row, why: Why) -> Unread:
    """Return what is known of a row that cannot be read."""
    uid, kind, day, data, _ = row
    told = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
    return Unread(str(uid), str(kind), _day(day), why, told)


def parted(entries: Iterable[Entry]) -> tuple[tuple[AnyRecord, ...], tuple[Unread, ...]]:
    """Return the records, and what cannot be read, each in order."""
    every = tuple(entries)
    records = tuple(entry for entry in every if not isinstance(entry, Unread))
    return records, tuple(entry for entry in every if isinstance(entry, Unread))


def seal_of(data: str) -> int:
    """Return what a text is recognised by: a changed byte changes it."""
    return seal_of_bytes(data.encode())


def seal_of_bytes(data: bytes) -> int:
    """Return what bytes are recognised by."""
    return zlib.crc32(data)


def _day(number: object) -> dt.date | None:
    known = isinstance(number, int) and dt.date.min.toordinal() <= number <= dt.date.max.toordinal()
    return dt.date.fromordinal(number) if known and isinstance(number, int) else None
