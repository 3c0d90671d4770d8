"""What a copy holds, whether it is whole, and what restoring it would lose and bring back, record by record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.journal.database import Where, reading, rows, told
from core.journal.health import seal_check
from core.journal.rows import COLUMNS, Entry, entry_in
from core.journal.store import Store

NAMED = 12
"""So many records are named of those that would be lost, and as many of those that would come back."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds.

    Attributes:
        counts: How many records of each kind.
        first: Their first day, None without any.
        last: Their last day.
        sound: Whether its structure holds, so that it can be restored.
        damaged: How many of its records are not what was saved.
        size: Bytes of the file.
    """

    counts: Mapping[str, int]
    first: dt.date | None
    last: dt.date | None
    sound: bool
    damaged: int
    size: int

    @property
    def whole(self) -> bool:
        """Return whether all of it is, byte for byte, what was written."""
        return self.sound and not self.damaged


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring a copy would do to the present records, as uids by kind.

    Attributes:
        lost: In the journal now, and not in the copy.
        older: In both, and different in the copy: what was saved since would be lost.
        back: In the copy only: they would come back.
    """

    lost: Mapping[str, Sequence[str]]
    older: Mapping[str, Sequence[str]]
    back: Mapping[str, Sequence[str]]

    @property
    def nothing(self) -> bool:
        """Return whether both hold the same."""
        return not (self.lost or self.older or self.back)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A difference with the newest of its records by name; of those in both, as they are in the journal now."""

    difference: Difference
    lost: tuple[Entry, ...]
    older: tuple[Entry, ...]
    back: tuple[Entry, ...]


def contents_of(copy: Where) -> Contents:
    """Return what a copy holds.

    Raises:
        AppError: It cannot be opened at all.
    """
    with reading(copy) as connection:
        health = seal_check(Store(connection, copy.file))
        found = rows(connection, "select kind, count(*), min(day), max(day) from record group by kind")
    first, last = min((row[2] for row in found), default=None), max((row[3] for row in found), default=None)
    with told(copy.file):
        size = copy.file.stat().st_size
    counts = {str(row[0]): int(row[1]) for row in found}
    return Contents(counts, _day(first), _day(last), health.sound, len(health.damaged), size)


def difference(store: Store, copy: Where) -> Difference:
    """Return what restoring a copy would lose and bring back; errors as :func:`contents_of`."""
    with reading(copy) as connection:
        return _difference(store, Store(connection, copy.file))


def outlook(store: Store, copy: Where) -> Outlook:
    """Return the same with the newest records of each part; errors as :func:`contents_of`."""
    with reading(copy) as connection:
        there = Store(connection, copy.file)
        found = _difference(store, there)
        return Outlook(found, _newest(store, found.lost), _newest(store, found.older), _newest(there, found.back))


def _difference(store: Store, copy: Store) -> Difference:
    here, there = store.marks(), copy.marks()
    older = [uid for uid in here.keys() & there.keys() if here[uid] != there[uid]]
    return Difference(
        _by_kind({uid: here[uid][0] for uid in here.keys() - there.keys()}),
        _by_kind({uid: here[uid][0] for uid in older}),
        _by_kind({uid: there[uid][0] for uid in there.keys() - here.keys()}),
    )


def entries_of(store: Store, uids: Iterable[str]) -> tuple[Entry, ...]:
    """Return the records of these uids that are there, readable or not."""
    sql = f"select {COLUMNS} from record where uid = ?"
    with told(store.file):
        return tuple(entry_in(row) for uid in uids for row in rows(store.connection, sql, (uid,)))


def _newest(store: Store, uids: Mapping[str, Sequence[str]]) -> tuple[Entry, ...]:
    """Return the newest of the records named."""
    days: list[tuple[int, str]] = []
    with told(store.file):
        for uid in _every(uids):
            days += rows(store.connection, "select cast(day as integer), uid from record where uid = ?", (uid,))
    return entries_of(store, [uid for _, uid in sorted(days, reverse=True)[:NAMED]])


def _every(uids: Mapping[str, Sequence[str]]) -> Iterable[str]:
    return (uid for each in uids.values() for uid in each)


def _by_kind(kinds: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {kind: tuple(sorted(uid for uid in kinds if kinds[uid] == kind)) for kind in sorted(set(kinds.values()))}


def _day(number: int | None) -> dt.date | None:
    return None if number is None else dt.date.fromordinal(number)
