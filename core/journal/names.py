"""The names of what lies in a journal's folder, and whether that has a lock. Brings neither SQLite nor cryptography."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

FILE, KEYS, COPIES = "journal.db", "journal.keys", "copies"
MAGIC = b"SQLite format 3\0"
"""How a journal without a lock begins. Source: SQLite, Database File Format, section 1.3.1."""
CHECK, CHECK_BEFORE = "check.json", "check.before.json"
SEALED, SEALED_BEFORE = "check.sealed", "check.before.sealed"


def has_lock(folder: Path) -> bool:
    """Return whether what lies in a folder is under a lock; what cannot be read is not.

    The journal itself decides, as in :mod:`core.journal.journal`: keys beside an open one were left by a lock that was
    cut off. Never to be asked while this process has the journal open, as :func:`core.journal.database.is_plain`.
    """
    start = b""
    with suppress(OSError), (folder / FILE).open("rb") as opened:
        start = opened.read(len(MAGIC))
    return start != MAGIC and any((folder / name).exists() for name in (KEYS, SEALED, SEALED_BEFORE))
