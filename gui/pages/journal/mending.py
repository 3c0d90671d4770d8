"""What is done with the copies of the journal, and with what is damaged, on the thread that works. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import AppError
from core.journal.errors import JournalDamagedError, LockedError, NoSuchRecordError

if TYPE_CHECKING:
    # Only for the types: these bring SQLite.
    from core.journal.copies import Copy
    from core.journal.inside import Contents, Outlook
    from core.journal.journal import Journal
    from core.journal.merge import Merged


@dataclass(frozen=True, slots=True)
class CopyShelf:
    """What is known of the copies before one of them is opened.

    Attributes:
        copies: Every copy, newest first.
        damaged: Why the journal itself cannot be used; None when it is open, or there is none.
        needs_secret: Whether a passphrase has to be told before a copy can be read.
    """

    copies: tuple[Copy, ...]
    damaged: AppError | None = None
    needs_secret: bool = False


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one copy would change.

    Attributes:
        outlook: What would be lost and come back; None while the journal itself cannot be read.
        rescued: How many records the damaged file still gives, which would be brought over.
    """

    outlook: Outlook | None
    rescued: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes:
        undo: The number of the copy that brings back what was there before; 0 when that was damaged.
        rescued: How many records of a damaged file were brought over.
    """

    undo: int
    rescued: int


def look_at_copies(journal: Journal) -> CopyShelf:
    """Return the copies, whatever state the journal itself is in.

    Raises:
        LockedError: It is in order and locked: its passphrase comes first.
        AppError: It is in use elsewhere, or cannot be reached.
    """
    copies, folder = journal.folder.copies.all(), journal.folder
    if journal.state == "closed" and (copies or folder.file.exists()):
        try:
            journal.open()
        except JournalDamagedError as error:
            locked = folder.keys.exists() and journal.where.key is None
            return CopyShelf(copies, error, locked)
    if journal.state == "locked":
        if journal.where.key is None:
            raise LockedError(file=journal.where.file.name)
        return CopyShelf(copies, JournalDamagedError(file=journal.where.file.name))
    broken = journal.health is not None and not journal.health.sound
    return CopyShelf(copies, JournalDamagedError(file=journal.where.file.name) if broken else None)


def tell_key(secret: str, journal: Journal) -> None:
    """Take what opens the copies of a journal that does not open itself."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    journal.know(vault.key_of(journal, secret))


def look_inside(copy: Copy, journal: Journal) -> Contents:
    """Return what a copy holds and whether it is whole."""
    # Loaded here because it brings SQLite.
    from core.journal.inside import contents_of

    return contents_of(journal.where.at(copy.file))


def look_ahead(copy: Copy, journal: Journal) -> Prospect:
    """Return what restoring a copy would lose and bring back."""
    # Loaded here because these bring SQLite.
    from core.journal.inside import outlook
    from core.journal.restoring import rescue

    if _is_usable(journal):
        return Prospect(outlook(journal.store, journal.where.at(copy.file)))
    return Prospect(None, len(rescue(journal.where.at(journal.folder.last_known()))))


def restore_copy(copy: Copy, journal: Journal) -> Restored:
    """Put a copy in the place of the journal; what was there before is kept as the newest copy, or put aside."""
    # Loaded here because it brings SQLite.
    from core.journal.restoring import restore

    usable, key = _is_usable(journal), journal.where.key
    if not usable:
        journal.close()  # so that what it still gives is rescued, page by page
    rescued = restore(journal, copy, key)
    # The newest copy is the state of before, whether it was made just now or nothing had changed since it was.
    return Restored(journal.folder.copies.all()[0].number if usable else 0, rescued)


def gather_from(copy: Copy, journal: Journal) -> Merged:
    """Bring in what the journal lacks and a copy still gives."""
    # Loaded here because it brings SQLite.
    from core.journal.restoring import gather

    return gather(journal, copy)


def mend(journal: Journal) -> int:
    """Put damaged records back as the newest copy has them; return how many."""
    # Loaded here because it brings SQLite.
    from core.journal.restoring import mend as mend_from_copies

    return mend_from_copies(journal)


def drop(uid: str, journal: Journal) -> None:
    """Remove a record that cannot be read."""
    if not journal.store.remove([uid]):
        raise NoSuchRecordError(uid=uid)


def _is_usable(journal: Journal) -> bool:
    return journal.state == "open" and (journal.health is None or journal.health.sound)
