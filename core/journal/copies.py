"""Copies of a journal: made whole or not at all, put in order by number and not by clock, and thinned out by count.

A copy is as open or as locked as the journal itself. The clock may have been set back: no copy is ever removed because
of what its date says about its age, only because enough newer ones stand after it in order.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from core.journal.database import Where, copy_into, is_plain, reading, told
from core.journal.errors import JournalDamagedError

LAST, DAYS, BEFORE_STEPS = 5, 7, 2
"""Kept: the last five, the last of each of seven days, and the last two from before a step to a newer shape."""
UNFINISHED = ".unfinished-copy"
BEFORE_STEP = "step"
_NAME = re.compile(r"(\d{6})-(\d{8}-\d{6})-([a-z]+)\.db")
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: its place in order, when it was made by the user's clock, and why (``start``, ``step``, …)."""

    file: Path
    number: int
    made: dt.datetime
    why: str


class Copies:
    """The copies in one folder, made when the first is."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self.folder = folder

    def all(self) -> tuple[Copy, ...]:
        """Return every copy, newest first in the order in which they were made."""
        with suppress(OSError):
            found = [_copy(file) for file in self.folder.iterdir()]
            return tuple(sorted((copy for copy in found if copy), key=lambda copy: -copy.number))
        return ()

    def keep(self, connection: apsw.Connection, where: Where, why: str, now: dt.datetime) -> Copy:
        """Make a copy of an open journal, then remove those that are no longer needed.

        Raises:
            AppError: It could not be written whole; nothing of it is left, and no other copy was removed.
        """
        copies = self.all()
        number = copies[0].number + 1 if copies else 1
        file = self.folder / f"{number:06}-{now.strftime(_STAMP)}-{why}.db"
        unfinished = self.folder / UNFINISHED
        with told(file):
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished.unlink(missing_ok=True)
            copy_into(connection, where.at(unfinished), same_kind=True)
            unfinished.replace(file)
        made = Copy(file, number, now.replace(microsecond=0), why)
        for old in superfluous((made, *copies)):
            with suppress(OSError):
                old.file.unlink()
        return made

    def convert(self, key: bytes | None, target: bytes | None, vfs: str | None = None) -> None:
        """Bring every copy that is open under ``target``, or every one under ``key`` into the open; one at a time.

        A copy that cannot be read is removed when the journal becomes locked, for its bytes would lie open.

        Raises:
            AppError: One could not be written; it and those after it are as they were.
        """
        for copy in self.all():
            if is_plain(copy.file) is (target is None):
                continue
            unfinished = self.folder / UNFINISHED
            with suppress(FileNotFoundError):
                unfinished.unlink()
            try:
                with reading(Where(copy.file, key, vfs)) as source:
                    copy_into(source, Where(unfinished, target, vfs), same_kind=False)
            except JournalDamagedError:
                if target is not None:
                    copy.file.unlink(missing_ok=True)
                continue
            with told(copy.file):
                unfinished.replace(copy.file)

    def sweep(self) -> None:
        """Remove what a copy left behind that was cut off."""
        with suppress(OSError):
            for left in self.folder.glob(f"{UNFINISHED}*"):
                left.unlink(missing_ok=True)

    def remove_all(self) -> None:
        """Remove every copy and the folder.

        Raises:
            NotWritableError: One could not be removed.
        """
        self.sweep()
        with told(self.folder):
            for copy in self.all():
                copy.file.unlink(missing_ok=True)
                for end in ("-journal", "-wal", "-shm"):
                    copy.file.with_name(copy.file.name + end).unlink(missing_ok=True)
        with suppress(OSError):  # something of somebody else's is in it
            self.folder.rmdir()


def superfluous(copies: Sequence[Copy]) -> list[Copy]:
    """Return the copies that need no longer be kept, of those given newest first."""
    days: dict[dt.date, Copy] = {}
    for copy in copies:
        days.setdefault(copy.made.date(), copy)
    steps = [copy for copy in copies if copy.why == BEFORE_STEP]
    kept = {copy.number for copy in (*copies[:LAST], *list(days.values())[:DAYS], *steps[:BEFORE_STEPS])}
    return [copy for copy in copies if copy.number not in kept]


def _moment(stamp: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[9:11]}:{stamp[11:13]}:{stamp[13:]}")


def _copy(file: Path) -> Copy | None:
    match = _NAME.fullmatch(file.name)
    if match is None:
        return None
    with suppress(ValueError):
        return Copy(file, int(match[1]), _moment(match[2]), match[3])
    return None
