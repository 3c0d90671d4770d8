"""Records in one database: kept, found, counted, removed. The same for an open file, a locked one and a guest's memory.

Every change is one transaction. A record is kept as JSON with a seal over its bytes, so that a damaged page shows even
where SQLite has no reason to notice it, and beside it the terms by which it is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import apsw

from core.journal.database import rows, told, whole
from core.journal.errors import NoSuchRecordError
from core.journal.records import AnyRecord, Kind, as_json, terms_of
from core.journal.rows import COLUMNS, Entry, Unread, entry_in, record_in, seal_of

CHANGES = "changes"
"""The setting that counts what was changed, so that a copy is made only when there is something new."""


class Store:
    """Reads and writes records; one for each open database, to be used by one thread at a time."""

    def __init__(self, connection: apsw.Connection, file: Path | str) -> None:
        """Take an open database of the newest version; ``file`` is its name for what is told."""
        self.connection, self.file = connection, file

    def put(self, *records: AnyRecord) -> None:
        """Keep records, each in place of the one of the same uid; on disk when this returns, all or none.

        Raises:
            AppError: It could not be written; what was there before is unchanged.
        """
        with self.transaction():
            for record in records:
                self._put(record)

    def get(self, uid: str) -> AnyRecord:
        """Return a record.

        Raises:
            NoSuchRecordError: There is none of this uid.
            JournalDamagedError: Its bytes are not those that were written.
            UnreadableRecordError: It is none that this program can read.
        """
        with told(self.file):
            row = self.connection.execute(f"select {COLUMNS} from record where uid = ?", (uid,)).fetchone()
        if row is None:
            raise NoSuchRecordError(uid=uid)
        return record_in(row, self.file)

    def each(self, kind: Kind | None = None) -> Iterator[AnyRecord]:
        """Yield every record of a kind, or of all, that can be read, oldest day first."""
        for entry in self.entries(kind):
            if not isinstance(entry, Unread):
                yield entry

    def entries(self, kind: Kind | None = None) -> Iterator[Entry]:
        """Yield the same, and between them what is there and cannot be read."""
        where, values = ("where kind = ?", (kind,)) if kind else ("", ())
        with told(self.file):
            for row in self.connection.execute(f"select {COLUMNS} from record {where} order by day, id", values):
                yield entry_in(row)

    def remove(self, uids: Iterable[str]) -> int:
        """Remove records and return how many there were; what copies still hold of them is not touched."""
        with self.transaction():
            return sum(_forget(self.connection, uid) for uid in uids)

    def count(self, kind: Kind) -> int:
        """Return how many records of a kind there are."""
        with told(self.file):
            return int(self.connection.execute("select count(*) from record where kind = ?", (kind,)).get)

    def marks(self) -> Mapping[str, tuple[str, str, int]]:
        """Return for every uid its kind, when it was last changed, and the seal over its content."""
        with told(self.file):
            found = rows(self.connection, "select uid, kind, changed, seal from record")
        return {uid: (kind, changed, seal) for uid, kind, changed, seal in found}

    def setting(self, name: str, default: str = "") -> str:
        """Return a setting of the store itself."""
        with told(self.file):
            row = self.connection.execute("select value from setting where name = ?", (name,)).fetchone()
        return default if row is None else str(row[0])

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting of the store itself; never anything of the user's."""
        with told(self.file), whole(self.connection):
            self.connection.execute("insert or replace into setting values (?, ?)", (name, value))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything within happen together or not at all, and count it as one change."""
        with told(self.file), whole(self.connection):
            yield
            sql = "insert into setting values (?, 1) on conflict (name) do update set value = value + 1"
            self.connection.execute(sql, (CHANGES,))

    def _put(self, record: AnyRecord) -> None:
        data, day = as_json(record), record.day.toordinal()
        row = (record.uid, record.kind, day, record.changed.isoformat(), data, seal_of(data))
        known = self.connection.execute("select id, day from record where uid = ?", (record.uid,)).fetchone()
        if known:
            sql = "update record set uid = ?, kind = ?, day = ?, changed = ?, data = ?, seal = ? where id = ?"
            self.connection.execute(sql, (*row, known[0]))
        else:
            sql = "insert into record (uid, kind, day, changed, data, seal) values (?, ?, ?, ?, ?, ?)"
            self.connection.execute(sql, row)
        number = known[0] if known else self.connection.last_insert_rowid()
        _mention(self.connection, number, day, terms_of(record))


def _mention(connection: apsw.Connection, record: int, day: int, terms: frozenset[str]) -> None:
    """Write what has changed of the terms, and nothing else: an answer changes one or two of many."""
    sql = "select term.text, mention.day, term.id from mention join term on term.id = term where record = ?"
    before = {(text, on): term for text, on, term in rows(connection, sql, (record,))}
    now = {(text, day) for text in terms}
    for gone in before.keys() - now:
        key = (before[gone], gone[1], record)
        connection.execute("delete from mention where term = ? and day = ? and record = ?", key)
    for text, on in now - before.keys():
        connection.execute("insert into mention values (?, ?, ?)", (_term(connection, text), on, record))


def _term(connection: apsw.Connection, text: str) -> int:
    found = rows(connection, "select id from term where text = ?", (text,))
    if found:
        return int(found[0][0])
    connection.execute("insert into term (text) values (?)", (text,))
    return connection.last_insert_rowid()


def _forget(connection: apsw.Connection, uid: str) -> int:
    known = rows(connection, "select id from record where uid = ?", (uid,))
    for number in known:
        connection.execute("delete from mention where record = ?", number)
        connection.execute("delete from record where id = ?", number)
        # A merge that replaced it keeps what it was before; deleted is deleted.
        # What is no JSON is damaged, and lost for an undo anyway.
        kept = "select 1 from json_each(undo.data, '$.before') where json_extract(value, '$.uid') = ?"
        mentions = f"case when json_valid(undo.data) then exists ({kept}) else true end"
        connection.execute(f"delete from undo where {mentions}", (uid,))
    return len(known)
