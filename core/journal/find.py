"""Lists, searches and filters records by what they say, newest first, through indexes only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from core.journal.database import rows, told
from core.journal.records import KINDS, AnyRecord, Kind
from core.journal.rows import COLUMNS, Unread, entry_in, parted, unread
from core.journal.store import Store

FEW = 2000
"""Counting a term stops here: it only decides from which one to start."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for.

    Attributes:
        kind: The kind of record.
        terms: ``what=value`` as :func:`core.journal.records.terms_of` says; a record must have every one of them.
        first: Earliest day, or None.
        last: Latest day, or None.
        text: For notes: what their text must contain, in any case.
    """

    kind: Kind
    terms: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found, newest day first, and how many there are in all.

    Attributes:
        total: How many fit, those that cannot be read among them.
        records: The records of the page.
        unread: What stands on the page and cannot be read.
    """

    total: int
    records: tuple[AnyRecord, ...]
    unread: tuple[Unread, ...] = ()


def find(store: Store, query: Query, limit: int = 50, offset: int = 0) -> Found:
    """Return one page of the records a query asks for.

    Raises:
        AppError: The file cannot be read.
    """
    with told(store.file):
        known = [_term(store, f"{query.kind} {term}") for term in query.terms]
        terms = [term for term in known if term is not None]
        if len(terms) < len(known):
            return Found(0, ())
        source, values = _source(sorted(terms, key=lambda term: _how_many(store, term)), query)
        # The page is found in the index alone; only its own records are then read.
        day, record = ("m.day", "m.record") if terms else ("r.day", "r.id")
        ids = f"select {record} {source} order by {day} desc, {record} desc"
        if len(terms) > 1 or query.text:
            # Few fit, and finding them takes all the time: counting them on their own would take it twice.
            every = [row[0] for row in rows(store.connection, ids, values)]
            total, chosen = len(every), every[offset : None if limit < 0 else offset + limit]
        else:
            total = int(store.connection.execute(f"select count(*) {source}", values).get)
            page = rows(store.connection, f"{ids} limit ? offset ?", (*values, limit, offset))
            chosen = [row[0] for row in page]
        sql = f"select {COLUMNS} from record where id = ?"
        found = [row for number in chosen for row in rows(store.connection, sql, (number,))]
    return Found(total, *parted(entry_in(row) for row in found))


def strangers(store: Store, limit: int = 50) -> tuple[Unread, ...]:
    """Return the newest records of kinds that this program does not know: no search by kind would find them."""
    marks = ", ".join("?" * len(KINDS))
    sql = f"select {COLUMNS} from record where kind not in ({marks}) order by day desc, id desc limit ?"
    with told(store.file):
        return tuple(unread(row, "unknown") for row in rows(store.connection, sql, (*KINDS, limit)))


def _source(terms: Sequence[int], query: Query) -> tuple[str, list[object]]:
    values: list[object] = []
    day, parts = "r.day", []
    if terms:
        source, day = "from mention m where m.term = ?", "m.day"
        values.append(terms[0])
        for other in terms[1:]:
            parts.append("exists (select 1 from mention o where o.term = ? and o.day = m.day and o.record = m.record)")
            values.append(other)
    else:
        source = "from record r where r.kind = ?"
        values.append(query.kind)
    for limit, sign in ((query.first, ">="), (query.last, "<=")):
        if limit is not None:
            parts.append(f"{day} {sign} ?")
            values.append(limit.toordinal())
    if query.text:
        sought = query.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        record = "(select data from record where id = m.record)" if terms else "r.data"
        # Of a damaged one nothing can be said; asked for its text, SQLite would give up the whole search.
        text = f"case when json_valid({record}) then json_extract({record}, '$.text') end"
        parts.append(f"{text} like ? escape '\\'")
        values.append(f"%{sought}%")
    return " and ".join([source, *parts]), values


def _term(store: Store, text: str) -> int | None:
    row = store.connection.execute("select id from term where text = ?", (text,)).fetchone()
    return None if row is None else int(row[0])


def _how_many(store: Store, term: int) -> int:
    sql = "select count(*) from (select 1 from mention where term = ? limit ?)"
    return int(store.connection.execute(sql, (term, FEW)).get)
