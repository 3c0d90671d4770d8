"""Lists, searches and filters records by what they say, newest first, through indexes only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from core.journal.database import rows, told
from core.journal.records import KINDS, AnyRecord, Kind
from core.journal.rows import COLUMNS, Unread, entry_in, parted, unread
from core.journal.store import Store

FEW = 100_000
"""Counting a term stops here: it only decides how the records that have several are found."""
DEARER = 20
"""Looking one mention up takes as long as reading so many that lie side by side."""
BITS = 32
"""A day and the number of a record as one number, which sorts as they do."""


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
        # The page is found in the index alone; only its own records are then read.
        if len(terms) > 1 or query.text:
            # Few fit, and finding them takes all the time: counting them on their own would take it twice.
            every = _in_common(store, terms, query) if len(terms) > 1 else _all(store, terms, query)
            if query.text:
                every = [number for number in every if _says(store, number, query.text)]
            total, chosen = len(every), every[offset : None if limit < 0 else offset + limit]
        else:
            source, values = _source(terms, query)
            total = int(store.connection.execute(f"select count(*) {source}", values).get)
            chosen = _all(store, terms, query, limit, offset)
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
    """Return where the records of one term are, or all of a kind, within the days asked for."""
    source, day = ("from mention m where m.term = ?", "m.day") if terms else ("from record r where r.kind = ?", "r.day")
    values: list[object] = [terms[0] if terms else query.kind]
    for limit, sign in ((query.first, ">="), (query.last, "<=")):
        if limit is not None:
            source += f" and {day} {sign} ?"
            values.append(limit.toordinal())
    return source, values


def _all(store: Store, terms: Sequence[int], query: Query, limit: int = -1, offset: int = 0) -> list[int]:
    """Return the records of one term, or all of a kind, newest day first."""
    source, values = _source(terms, query)
    day, record = ("m.day", "m.record") if terms else ("r.day", "r.id")
    ids = f"select {record} {source} order by {day} desc, {record} desc limit ? offset ?"
    return [row[0] for row in rows(store.connection, ids, (*values, limit, offset))]


def _in_common(store: Store, terms: Sequence[int], query: Query) -> list[int]:
    """Return the records that have every term, newest day first.

    The mentions of a term lie side by side: reading them all is quicker than looking single ones up, unless few
    records are left that may fit.
    """
    rarest, *others = sorted(set(terms), key=lambda term: _how_many(store, term))
    found = _mentions(store, rarest, query)
    for term in others:
        if len(found) * DEARER < _how_many(store, term):
            found = {one for one in found if _mentioned(store, term, one)}
        else:
            found &= _mentions(store, term, query)
    return [one & (1 << BITS) - 1 for one in sorted(found, reverse=True)]


def _mentions(store: Store, term: int, query: Query) -> set[int]:
    source, values = _source((term,), query)
    return {one for (one,) in rows(store.connection, f"select m.day << {BITS} | m.record {source}", values)}


def _mentioned(store: Store, term: int, one: int) -> bool:
    sql = "select 1 from mention where term = ? and day = ? and record = ?"
    return bool(rows(store.connection, sql, (term, one >> BITS, one & (1 << BITS) - 1)))


def _says(store: Store, number: int, text: str) -> bool:
    """Return whether the text of a record contains another, in any case; of a damaged one nothing can be said."""
    sought = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    told = "case when json_valid(data) then json_extract(data, '$.text') end"
    sql = f"select 1 from record where id = ? and {told} like ? escape '\\'"
    return bool(rows(store.connection, sql, (number, f"%{sought}%")))


def _term(store: Store, text: str) -> int | None:
    row = store.connection.execute("select id from term where text = ?", (text,)).fetchone()
    return None if row is None else int(row[0])


def _how_many(store: Store, term: int) -> int:
    sql = "select count(*) from (select 1 from mention where term = ? limit ?)"
    return int(store.connection.execute(sql, (term, FEW)).get)
