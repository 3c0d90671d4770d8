"""What is done to the journal for its page, on the thread that works. No Qt."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from core.files import write_whole
from core.journal.errors import JournalDamagedError
from core.journal.records import AnyRecord
from gui.pages.journal.choosing import Chosen

if TYPE_CHECKING:
    # Only for the types: these bring SQLite and cryptography.
    from core.journal.journal import Journal
    from core.journal.merge import Merged, MergePlan


def put(record: AnyRecord, journal: Journal) -> None:
    """Keep a record, or put it in the place of the one before."""
    journal.store.put(record)


def remove(uid: str, journal: Journal) -> AnyRecord:
    """Remove a record and return it, for the way back."""
    record = journal.store.get(uid)
    journal.store.remove([uid])
    return record


def erase(journal: Journal) -> None:
    """Remove the journal, its keys and all its copies."""
    # Loaded here because it brings SQLite.
    from core.journal.restoring import erase_everything

    erase_everything(journal)


def restore(secret: str, journal: Journal) -> int:
    """Put the newest sound copy in the place of a damaged journal; return how many records were rescued besides.

    Raises:
        JournalDamagedError: No copy is sound; nothing was changed.
        WrongPassphraseError: The journal has a lock, and ``secret`` does not open it.
    """
    # Loaded here because these bring SQLite and cryptography.
    from core.journal import vault
    from core.journal.restoring import restore as restore_from

    key = journal.where.key
    if key is None and journal.folder.keys.exists():
        key = vault.key_of(journal, secret)
    for copy in journal.folder.copies.all():
        with suppress(JournalDamagedError):
            return restore_from(journal, copy, key)
    raise JournalDamagedError(file=journal.where.file.name)


def begin_anew(journal: Journal) -> int:
    """Put a damaged journal aside and begin an empty one; return how many records were rescued into it."""
    # Loaded here because it brings SQLite.
    from core.journal.restoring import begin_anew as begin

    return begin(journal)


def set_lock(passphrase: str, journal: Journal) -> str:
    """Put a lock on the journal; return the recovery code."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    return vault.lock(journal, passphrase)


def unlock(secret: str, journal: Journal) -> None:
    """Open the locked journal."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    if journal.state == "closed":
        journal.open()
    if journal.state != "locked":
        return
    key = vault.key_of(journal, secret)
    try:
        journal.enter(key)
    except JournalDamagedError:
        journal.know(key)  # it opens the copies all the same
        raise


def lock_now(journal: Journal) -> None:
    """Close a journal that has a lock, and forget its key."""
    if journal.where.key is not None:
        journal.close()


def change_secret(old: str, new: str, journal: Journal) -> None:
    """Give the lock another passphrase; the old one, or the recovery code, must be told."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    vault.key_of(journal, old)
    vault.change_passphrase(journal, new)


def take_off(old: str, journal: Journal) -> None:
    """Take the lock off; its passphrase must be told."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    vault.key_of(journal, old)
    vault.remove_lock(journal)


def new_code(old: str, journal: Journal) -> str:
    """Return a new recovery code in place of the one before; the passphrase must be told."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    vault.key_of(journal, old)
    return vault.change_recovery_code(journal)


def export(path: Path, journal: Journal) -> int:
    """Write every record into a file that is not locked; return how many there are."""
    # Loaded here because it brings SQLite.
    from core.journal.exchange import export_json

    journal.folder.check_outside(path)
    write_whole(path, export_json(journal.store, journal.moment()))
    return len(journal.store.marks())


def export_scores(path: Path, journal: Journal) -> int:
    """Write every score into a table that the page of the trend reads; return how many there are."""
    # Loaded here because it brings SQLite.
    from core.journal.scores import score_table_of

    journal.folder.check_outside(path)
    table = score_table_of(journal.store)
    write_whole(path, table.text)
    return table.count


def plan(path: Path, journal: Journal) -> MergePlan:
    """Return what an import would do; nothing is changed."""
    # Loaded here because it brings SQLite.
    from core.journal.exchange import read_export
    from core.journal.merge import plan_merge

    found = read_export(path)
    return plan_merge(journal.store, found.records, found.unread)


def bring_in(path: Path, of: Chosen, journal: Journal) -> Merged:
    """Import a file as was chosen."""
    # Loaded here because it brings SQLite.
    from core.journal.merge import Choices, apply_merge

    planned = plan(path, journal)
    journal.keep_copy("import")
    return apply_merge(journal.store, planned, Choices("mine", of.own, of.kinds, of.without), journal.moment())


def take_back(journal: Journal) -> int:
    """Take back the last import; return how many records it had added."""
    # Loaded here because it brings SQLite.
    from core.journal.merge import undo_merge

    return undo_merge(journal.store).removed
