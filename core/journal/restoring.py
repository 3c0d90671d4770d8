"""Puts a copy in the place of the journal, rescues what a damaged file still gives, and erases everything."""

from __future__ import annotations

from contextlib import suppress

import apsw

from core.errors import AppError
from core.journal.copies import Copy
from core.journal.database import Where, copy_into, reading, told
from core.journal.errors import JournalDamagedError
from core.journal.health import seal_check
from core.journal.journal import Journal
from core.journal.merge import Choices, Merged, apply_merge, plan_merge
from core.journal.records import AnyRecord
from core.journal.rows import COLUMNS, record_in
from core.journal.steps import version_of
from core.journal.store import Store


def restore(journal: Journal, copy: Copy, key: bytes | None = None) -> int:
    """Put a copy in the place of the journal and keep what was there: as a copy, or put aside when it is damaged.

    Whatever a damaged file still gives that the copy lacks, or has in an older state, is brought over.

    Args:
        journal: Open; or closed, after opening it has failed.
        copy: One of its copies.
        key: What opens it when the journal has a lock and is not open.

    Returns:
        How many records were rescued from a damaged file.

    Raises:
        JournalDamagedError: The copy is damaged as well; nothing was changed. What it still gives, :func:`gather` gets.
        AppError: It could not be written; nothing was changed.
    """
    where = Where(journal.where.file, key or journal.where.key, journal.where.vfs)
    rescued: list[AnyRecord] = []
    with journal.folder.unfinished() as new:
        with reading(where.at(copy.file)) as source:
            if not seal_check(Store(source, copy.file)).whole:
                raise JournalDamagedError(file=str(copy.file))
            copy_into(source, where.at(new), same_kind=True)
        if journal.state == "open":
            journal.keep_copy("restore")
        else:
            rescued = rescue(where.at(journal.folder.last_known()))
            journal.folder.put_aside()
        journal.replace(new, where.key)
    return _bring_over(journal.store, rescued)


def gather(journal: Journal, copy: Copy) -> Merged:
    """Bring in what an open journal lacks and a copy still gives, damaged or not; an undo takes it back.

    Raises:
        AppError: It could not be written; nothing was changed.
    """
    found = rescue(journal.where.at(copy.file))
    return apply_merge(journal.store, plan_merge(journal.store, found), Choices("mine"), journal.moment())


def mend(journal: Journal) -> int:
    """Put records whose bytes have changed back as the newest copy has them that still can; return how many.

    Raises:
        AppError: It could not be written; nothing was changed.
    """
    health = journal.health
    left = set(health.damaged) if health else set()
    found: list[AnyRecord] = []
    for copy in journal.folder.copies.all():
        if not left:
            break
        with suppress(AppError), reading(journal.where.at(copy.file)) as connection:
            store = Store(connection, copy.file)
            for uid in tuple(left):
                with suppress(AppError):
                    found.append(store.get(uid))
                    left.discard(uid)
    if found:
        journal.store.put(*found)
    return len(found)


def begin_anew(journal: Journal) -> int:
    """Put a damaged journal aside, begin an empty one, and return how many records were rescued into it.

    For when no copy is left. The new one has no lock, whatever the old one had.

    Raises:
        AppError: It could not be written.
    """
    rescued = rescue(Where(journal.where.file, None, journal.where.vfs))
    journal.drawer.lay_bare()
    journal.close()
    journal.folder.put_aside()
    with told(journal.folder.keys):
        journal.folder.keys.unlink(missing_ok=True)
    journal.open()
    return _bring_over(journal.store, rescued)


def rescue(damaged: Where) -> list[AnyRecord]:
    """Return every record that can still be read, whole, from a damaged file; none when nothing can."""
    found: list[AnyRecord] = []
    try:
        with reading(damaged) as connection:
            version_of(connection, damaged.file, 10**6)
            store = Store(connection, damaged.file)
            last = int(connection.execute("select max(id) from record").get or 0)
            for number in range(1, last + 1):
                record = _one(store, number)
                if record is not None:
                    found.append(record)
    except (AppError, apsw.Error):  # not even its tables, perhaps
        return found
    return found


def erase_everything(journal: Journal) -> None:
    """Close a journal and remove all it ever wrote: the file, its keys, its copies, what was put aside.

    With the keys goes what was under their lock beside it: nobody could open it any more.

    Raises:
        NotWritableError: Something could not be removed.
    """
    journal.shut()
    if not journal.is_guest:
        journal.folder.erase()
    journal.drawer.lose_lock()


def _one(store: Store, number: int) -> AnyRecord | None:
    try:
        with told(store.file):
            row = store.connection.execute(f"select {COLUMNS} from record where id = ?", (number,)).fetchone()
        return record_in(row, store.file) if row else None
    except (AppError, apsw.Error):
        return None


def _bring_over(store: Store, rescued: list[AnyRecord]) -> int:
    """Keep the records that are missing, or were changed later; return how many."""
    here = store.marks()
    missing = [r for r in rescued if r.uid not in here or here[r.uid][1] < r.changed.isoformat()]
    if missing:
        store.put(*missing)
    return len(missing)
