"""Puts the lock on a journal, opens it, changes its secrets and takes it off.

Each step leaves a folder that opens: the new file is written whole and looked at before it takes the old one's place.
"""

from __future__ import annotations

from contextlib import suppress

from core.errors import AppError
from core.files import write_whole
from core.journal.database import Where, copy_into, is_sound, reading, told
from core.journal.errors import CannotLockError, JournalDamagedError, KeysDamagedError, LockedError
from core.journal.journal import Journal
from core.journal.keys import KeyRing, new_key, new_recovery_code, new_ring, ring_of_text, ring_to_text
from core.journal.store import Store


def lock(journal: Journal, passphrase: str) -> str:
    """Encrypt an open journal and its copies, and return the recovery code, to be shown once and kept nowhere.

    Raises:
        CannotLockError: It has a lock, or is a guest's, or is not open.
        WeakPassphraseError: The passphrase is too short.
        AppError: It could not be written; the journal is open as before, or closed if only the copies could not be
            locked: then the passphrase opens it, the rest is done, and a new recovery code can be made.
    """
    if journal.state != "open" or journal.where.key is not None:
        raise CannotLockError
    key, code = new_key(), new_recovery_code()
    ring = new_ring().with_secret("passphrase", passphrase, key).with_secret("recovery", code, key)
    connection = journal.store.connection
    try:
        write_whole(journal.folder.keys, ring_to_text(ring))
        with journal.folder.unfinished() as new:
            copy_into(connection, Where(new, key, journal.where.vfs), same_kind=False)
            _look_at(Where(new, key, journal.where.vfs), journal.store.marks())
            journal.replace(new, key)
    except AppError:
        if journal.state == "open":  # still the old file
            with suppress(OSError):
                journal.folder.keys.unlink(missing_ok=True)
        raise
    return code


def unlock(journal: Journal, secret: str) -> None:
    """Open a locked journal with its passphrase or its recovery code.

    Raises:
        WrongPassphraseError: It is neither.
        KeysDamagedError: The keys beside the journal are damaged or missing; copies need them too.
        JournalDamagedError: The secret is right, and the file is damaged.
        AppError: As :meth:`Journal.open`.
    """
    _enter(journal, key_of(journal, secret))


def key_of(journal: Journal, secret: str) -> bytes:
    """Return the key of the file and of its copies; errors as :func:`unlock`."""
    return _ring(journal).open(secret)


def ring_name(journal: Journal) -> str | None:
    """Return the name under which the system keeps what opens a journal; None when it keeps nothing for it.

    Raises:
        KeysDamagedError: The keys beside the journal are damaged or missing.
    """
    ring = _ring(journal)
    return ring.name if ring.has("ring") else None


def name_of(journal: Journal) -> str:
    """Return the name under which the system may keep what opens a journal; errors as :func:`ring_name`."""
    return _ring(journal).name


def add_ring(journal: Journal, token: bytes) -> None:
    """Let what the system keeps open an open journal that has a lock; passphrase and recovery code stay as they are.

    What the system keeps is not the file's key: once :func:`drop_ring` was called it opens nothing, wherever it lies.

    Raises:
        LockedError: It is not open, or has no lock.
        CannotWriteError: Nothing was changed.
    """
    write_whole(journal.folder.keys, ring_to_text(_ring(journal).with_token(token, _open_key(journal))))


def drop_ring(journal: Journal) -> None:
    """Let what the system keeps open nothing any more; the journal need not be open.

    Raises:
        KeysDamagedError: The keys beside the journal are damaged or missing.
        CannotWriteError: Nothing was changed.
    """
    write_whole(journal.folder.keys, ring_to_text(_ring(journal).without("ring")))


def unlock_with(journal: Journal, token: bytes) -> None:
    """Open a locked journal with what the system kept; errors as :func:`unlock`."""
    _enter(journal, _ring(journal).open_with(token))


def change_passphrase(journal: Journal, passphrase: str) -> None:
    """Give an open journal that has a lock another passphrase; file, copies and recovery code stay as they are.

    Raises:
        LockedError: It is not open, or has no lock.
        WeakPassphraseError: The passphrase is too short.
        CannotWriteError: The old passphrase is still the right one.
    """
    ring = _ring(journal).with_secret("passphrase", passphrase, _open_key(journal))
    write_whole(journal.folder.keys, ring_to_text(ring))


def change_recovery_code(journal: Journal) -> str:
    """Return a new recovery code, after which the old one opens nothing; errors as :func:`change_passphrase`."""
    code = new_recovery_code()
    write_whole(journal.folder.keys, ring_to_text(_ring(journal).with_secret("recovery", code, _open_key(journal))))
    return code


def remove_lock(journal: Journal) -> None:
    """Bring a journal that is unlocked, and its copies, back into the open.

    Raises:
        LockedError: It is not open, or has no lock.
        AppError: It could not be written; the journal is still locked.
    """
    key = _open_key(journal)
    journal.folder.copies.convert(key, None, journal.where.vfs)
    try:
        journal.drawer.lay_bare()
        with journal.folder.unfinished() as new:
            open_one = Where(new, None, journal.where.vfs)
            copy_into(journal.store.connection, open_one, same_kind=False)
            _look_at(open_one, journal.store.marks())
            journal.replace(new, None)
    except AppError:
        if journal.state == "open":  # still the locked file
            with suppress(AppError, OSError):
                journal.drawer.agree(key)
        raise


def _enter(journal: Journal, key: bytes) -> None:
    """Open a journal; what lies beside it opens with the same key though the file itself may be damaged."""
    try:
        journal.enter(key)
    except JournalDamagedError:
        journal.drawer.agree(key)
        raise


def _open_key(journal: Journal) -> bytes:
    if journal.state != "open" or journal.where.key is None:
        raise LockedError(file=str(journal.where.file))
    return journal.where.key


def _ring(journal: Journal) -> KeyRing:
    file = journal.folder.keys
    with told(file):
        try:
            return ring_of_text(file.read_bytes(), str(file))
        except FileNotFoundError:
            raise KeysDamagedError(file=str(file)) from None


def _look_at(new: Where, marks: object) -> None:
    """Make sure that a new file can be read and holds the same records."""
    with reading(new) as connection:
        if not is_sound(connection) or Store(connection, new.file).marks() != marks:
            raise JournalDamagedError(file=str(new.file))
