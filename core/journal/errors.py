"""Every way in which a journal can fail to open, to be read or to be written, each with a sentence of its own."""

from __future__ import annotations

from core.errors import AppError


class JournalDamagedError(AppError):
    """The bytes on disk are not what was written: a damaged page, a file cut short, another file under its name."""

    code = "journal_damaged"


class KeysDamagedError(AppError):
    """The journal is locked, and the file that keeps its keys is missing or damaged."""

    code = "journal_keys_damaged"


class WrongPassphraseError(AppError):
    """The keys are in order, and neither the passphrase nor the recovery code opens them."""

    code = "journal_wrong_passphrase"


class WeakPassphraseError(AppError):
    """The passphrase is too short to be worth anything."""

    code = "journal_weak_passphrase"


class UnreadableRecordError(AppError):
    """The file is whole and open, and a record in it is not one this program can read."""

    code = "journal_unreadable_record"


class LockedError(AppError):
    """The journal is locked, and nobody has opened it yet."""

    code = "journal_locked"


class CannotLockError(AppError):
    """There is nothing a lock could be put on: it has one already, or belongs to a guest, or is not open."""

    code = "journal_cannot_lock"


class NewerJournalError(AppError):
    """A newer program wrote the file; this one leaves it alone."""

    code = "journal_newer"


class BusyError(AppError):
    """Another window, or another program, has the journal open."""

    code = "journal_busy"


class FullError(AppError):
    """The disk is full; what was saved before is unchanged."""

    code = "journal_full"


class NotWritableError(AppError):
    """The file or its folder cannot be written or read: read-only, no right, a failing disk."""

    code = "journal_not_writable"


class NoSuchRecordError(AppError):
    """There is no record of that name."""

    code = "journal_no_such_record"


class ImportUnreadableError(AppError):
    """The file to be imported is not a journal."""

    code = "journal_import_unreadable"


class NothingToUndoError(AppError):
    """No import can be taken back."""

    code = "journal_nothing_to_undo"
