"""``disburse-check journal``: list, export, import, check and delete what the user kept.

Brings SQLite and the cryptography of a journal with a lock: the command line loads it when it is asked for.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.commands.workplace import Workplace
from core.errors import AppError
from core.explain.kept import record_words
from core.files import write_whole
from core.journal import vault
from core.journal.errors import NoSuchRecordError
from core.journal.exchange import export_json, read_export
from core.journal.find import Query, find, strangers
from core.journal.folder import Folder
from core.journal.health import check
from core.journal.journal import Journal
from core.journal.merge import Choice, Choices, MergePlan, apply_merge, plan_merge, undo_merge
from core.journal.records import KINDS, TERMS, AnyRecord, AttemptRecord, Kind
from core.journal.restoring import erase_everything
from core.journal.rows import Entry, Unread
from core.journal.scores import score_table_of
from core.journal.store import Store
from core.learn.outcomes import outcome_lines

Form = Literal["json", "scores", "outcomes"]
MOST_SHOWN = 200
SHORT = 8
"""So many signs of a uid are shown, and are enough to name a record."""


class NotGoodError(AppError):
    """The journal could be opened, and not all of it is good."""

    code = "journal_not_good"


@dataclass(frozen=True)
class JournalPlace:
    """Handed in by the entry point: the folder, the clock, and what asks for the passphrase of a locked journal."""

    folder: Path
    now: Callable[[], dt.datetime]
    secret: Callable[[], str]


@dataclass(frozen=True)
class Wanted:
    """What to list: one kind or all, days, and terms such as ``band=high`` or ``request.lender=jiebei``."""

    kind: Kind | None = None
    terms: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True)
class Asked:
    """An import: the file (None to take back the last one), whose record stays, and whether to do it."""

    file: Path | None
    keep: Choice = "mine"
    apply: bool = False


def check_terms(terms: Sequence[str], first: dt.date | None, last: dt.date | None) -> None:
    """Check that something can be found by what is looked for: a misspelt word would find nothing, and not say why.

    Raises:
        AppError: A term is not ``what=value``, its ``what`` is nothing records are found by, or the days are reversed.
    """
    for term in terms:
        what, _, value = term.partition("=")
        if not what or not value:
            raise AppError("field_without_value", found=term[:60])
        if what not in TERMS and "." not in what:
            raise AppError("journal_unknown_term", found=what[:60], expected=", ".join(TERMS))
    if first and last and last < first:
        raise AppError("days_reversed", first=first, last=last)


@contextmanager
def opened(at: JournalPlace, *, create: bool = False) -> Iterator[Journal]:
    """Open the journal, asking for its passphrase if it has a lock, and close it in the end.

    Raises:
        AppError: There is none and none is to be made, or as :meth:`Journal.open`.
    """
    journal = Journal(at.folder, at.now)
    if not create and not journal.folder.file.exists() and not journal.folder.copies.all():
        raise AppError("journal_none", folder=str(at.folder))
    try:
        if journal.open() == "locked":
            vault.unlock(journal, at.secret())
        yield journal
    finally:
        journal.close()


def journal_as_json(at: JournalPlace, wanted: Wanted) -> str:
    """Return the records as a JSON list, newest day first within each kind."""
    with opened(at) as journal:
        return json.dumps(store_as_data(journal.store, wanted), ensure_ascii=False, indent=2)


def store_as_data(store: Store, wanted: Wanted) -> list[object]:
    """Return the records of a store as plain data."""
    return [_as_data(entry) for entry in _listed(store, wanted, limit=-1)]


def journal_as_text(place: Workplace, at: JournalPlace, wanted: Wanted) -> str:
    """Return a line for each record, and how many there are."""
    with opened(at) as journal:
        return store_as_text(place, journal.store, wanted)


def store_as_text(place: Workplace, store: Store, wanted: Wanted) -> str:
    """Return the same for a store."""
    words = place.language.words
    pages = [find(store, query, MOST_SHOWN) for query in _queries(wanted)]
    strange = _strange(store, wanted)
    lines = [_line(place, record) for page in pages for record in page.records]
    lines += [_unread_line(place, one) for one in (*(one for page in pages for one in page.unread), *strange)]
    total = sum(page.total for page in pages) + len(strange)
    counted = place.language.wording.count(total, "records")
    lines.append(words("journal.total", count=counted))
    if total > len(lines) - 1:
        lines.append(words("journal.more", shown=len(lines) - 1))
    return "\n".join(lines)


def journal_export(place: Workplace, at: JournalPlace, file: Path, form: Form = "json") -> str:
    """Write the journal, its scores or its outcomes into a file, and say that the file is not locked.

    Raises:
        CannotWriteError: The file cannot be written, or it lies where the journal itself does.
    """
    Folder(at.folder).check_outside(file)
    with opened(at) as journal:
        store = journal.store
        if form == "json":
            text, count = export_json(store, at.now()), len(store.marks())
        elif form == "scores":
            table = score_table_of(store)
            text, count = table.text, table.count
        else:
            tries = [record for record in store.each("attempt") if isinstance(record, AttemptRecord)]
            text, count = outcome_lines(tries), len(tries)
    write_whole(file, text)
    language = place.language
    done = language.words("journal.exported", count=language.wording.count(count, "records"), file=file.name)
    return f"{done}\n{language.words('journal.export_is_open')}"


def journal_import(place: Workplace, at: JournalPlace, asked: Asked) -> str:
    """Say what an import would do, do it, or take back the last one when no file is named.

    Raises:
        ImportUnreadableError: The file is no export of a journal.
        NothingToUndoError: There is no import that could be taken back.
    """
    if asked.file is None:
        return _undo(place, at)
    incoming = read_export(asked.file)
    words, count = place.language.words, place.language.wording.count
    with opened(at, create=asked.apply) as journal:
        plan = plan_merge(journal.store, incoming.records, incoming.unread)
        if not asked.apply:
            return "\n".join([*_plan_lines(place, plan), words("journal.import_not_done")])
        journal.keep_copy("import")
        merged = apply_merge(journal.store, plan, Choices(asked.keep), at.now())
    facts = {"added": count(merged.added, "records"), "replaced": count(merged.replaced, "records")}
    return words("journal.imported", kept=count(merged.kept, "records"), **facts)


def journal_check(place: Workplace, at: JournalPlace) -> str:
    """Return what a look at every page and record comes to when all is good.

    Raises:
        NotGoodError: Something is damaged or cannot be read; it says what.
        AppError: As :func:`opened`.
    """
    words, count = place.language.words, place.language.wording.count
    with opened(at) as journal:
        health = check(journal.store)
        copies = len(journal.folder.copies.all())
    if not health.sound:
        raise NotGoodError(found=words("journal.unsound"))
    lines = [words("journal.sound", count=count(health.records, "records"), copies=count(copies, "copies"))]
    lines += [words("journal.record_damaged", uid=uid[:SHORT]) for uid in health.damaged]
    lines += [words("journal.record_unreadable", uid=uid[:SHORT]) for uid in health.unreadable]
    if not health.good:
        raise NotGoodError(found="\n".join(lines))
    return lines[0]


def journal_delete(place: Workplace, at: JournalPlace, uids: Sequence[str] | None, sure: bool) -> str:
    """Remove records named by the beginning of their uid; or, for None, journal, keys and copies if ``sure``.

    Raises:
        NoSuchRecordError: A name fits none, or more than one; nothing is removed.
        NotWritableError: Something could not be removed.
    """
    language = place.language
    if uids is None:
        if sure:
            erase_everything(Journal(at.folder, at.now))
        return language.words("journal.deleted_everything" if sure else "journal.delete_asks", folder=at.folder)
    with opened(at) as journal:
        known = list(journal.store.marks())
        gone = journal.store.remove([_named(uid, known) for uid in uids])
    return language.words("journal.deleted", count=language.wording.count(gone, "records"))


def _undo(place: Workplace, at: JournalPlace) -> str:
    with opened(at) as journal:
        done = undo_merge(journal.store)
    count = place.language.wording.count
    facts = {"removed": count(done.removed, "records"), "restored": count(done.restored, "records")}
    return place.language.words("journal.undone", **facts)


def _named(start: str, uids: Sequence[str]) -> str:
    fitting = [uid for uid in uids if len(start) >= SHORT and uid.startswith(start)]
    if len(fitting) != 1:
        raise NoSuchRecordError(uid=start[:32])
    return fitting[0]


def _listed(store: Store, wanted: Wanted, limit: int) -> Iterator[Entry]:
    for query in _queries(wanted):
        page = find(store, query, limit)
        yield from (*page.records, *page.unread)
    yield from _strange(store, wanted)


def _queries(wanted: Wanted) -> list[Query]:
    kinds = (wanted.kind,) if wanted.kind else KINDS
    return [Query(kind, wanted.terms, wanted.first, wanted.last) for kind in kinds]


def _strange(store: Store, wanted: Wanted) -> tuple[Unread, ...]:
    """Return what is of no kind we know, unless the list was narrowed down: of these nothing else is known."""
    return strangers(store, MOST_SHOWN) if wanted == Wanted() else ()


def _as_data(entry: Entry) -> object:
    if isinstance(entry, Unread):
        day = entry.day.isoformat() if entry.day else None
        return {"uid": entry.uid, "kind": entry.kind, "day": day, "unread": entry.why}
    return json.loads(entry.model_dump_json())


def _plan_lines(place: Workplace, plan: MergePlan) -> list[str]:
    words, count = place.language.words, place.language.wording.count
    lines = [words("journal.import_same", count=count(plan.same, "records"))]
    for kind, number in plan.new_by_kind.items():
        kind_name = words(f"journal.kind.{kind}")
        lines.append(words("journal.import_new", kind=kind_name, count=count(number, "records")))
    for conflict in plan.conflicts:
        facts = {"mine": conflict.mine.changed, "theirs": conflict.theirs.changed, "fields": ", ".join(conflict.fields)}
        line = words("journal.import_conflict", record=_line(place, conflict.mine), **facts)
        lines.append(line)
    lines += [words("journal.import_blocked", uid=one.uid[:SHORT]) for one in plan.blocked]
    if plan.unread:
        lines.append(words("journal.import_unread", count=count(plan.unread, "records")))
    return lines


def _unread_line(place: Workplace, one: Unread) -> str:
    words = place.language.words
    date = place.language.wording.date(one.day) if one.day else words("journal.no_day")
    return words(f"journal.unread_{one.why}", uid=one.uid[:SHORT], date=date)


def _line(place: Workplace, record: AnyRecord) -> str:
    words, wording = place.language.words, place.language.wording
    facts = {
        "uid": record.uid[:SHORT],
        "date": wording.date(record.day),
        "kind": words(f"journal.kind.{record.kind}"),
        "what": record_words(record, place.language),
    }
    return words("journal.line", **facts)
