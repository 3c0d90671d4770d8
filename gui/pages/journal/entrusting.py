"""What is done to the lock of the journal for the safe of the system, on the thread that works. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Only for the type: it brings SQLite.
    from core.journal.journal import Journal


def ring_name(journal: Journal) -> str | None:
    """Return under which name the system keeps what opens the journal; None when it keeps nothing for it."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    return vault.ring_name(journal)


def ring_name_of(journal: Journal) -> str:
    """Return under which name the system may keep what opens the journal."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    return vault.name_of(journal)


def ring_on(token: bytes, journal: Journal) -> str:
    """Let what the system keeps open the journal; return its name."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    vault.add_ring(journal, token)
    return vault.name_of(journal)


def ring_off(journal: Journal) -> None:
    """Let what the system keeps open nothing any more."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    vault.drop_ring(journal)


def ring_open(token: bytes, journal: Journal) -> None:
    """Open the locked journal with what the system kept."""
    # Loaded here because it brings cryptography.
    from core.journal import vault

    if journal.state == "closed":
        journal.open()
    if journal.state == "locked":
        vault.unlock_with(journal, token)
