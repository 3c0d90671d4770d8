"""What the journal page remembers while the program runs: what is looked for, opened, marked. No Qt.

Nothing of it is written to disk, and no passphrase is among it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.journal.records import AnyRecord

PAGE = "journal"
SURE = "restore"
"""What asks for a second word before a copy is restored."""
SHOWN = 8
"""So many checks are shown at first, and so many more each time more are asked for."""
ALSO_SHOWN = 4
"""So many notes, rounds or scores are shown at first."""


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked for in the list, and what of it is open.

    Attributes:
        text: What was typed to search for.
        terms: The terms the text stands for, of which a check must have one; None without a text.
        first_text: The first day as it was typed; so the last.
        marked: Uids of at most two checks that are to be compared.
        removed: What was deleted last, for the way back.
        sure: What was asked for and needs a second word: ``erase``, ``restore``, or the uid of what cannot be read.
        copies: Whether the copies are shown in place of the list.
        copy: The number of the copy that is chosen; 0 for none.
        undo: The number of the copy that takes the last restore back; 0 for none.
        also: Which of the other kinds is listed; empty for the first of which there is anything.
        also_shown: How many of it.
    """

    text: str = ""
    terms: tuple[str, ...] | None = None
    band: str = ""
    outcome: str = ""
    first_text: str = ""
    last_text: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    shown: int = SHOWN
    opened: str = ""
    marked: tuple[str, ...] = ()
    removed: AnyRecord | None = None
    sure: str = ""
    copies: bool = False
    copy: int = 0
    undo: int = 0
    also: str = ""
    also_shown: int = ALSO_SHOWN

    @property
    def narrowed(self) -> bool:
        """Return whether anything is looked for."""
        return bool(self.text.strip() or self.band or self.outcome or self.first or self.last)
