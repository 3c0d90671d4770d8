"""Records a try to draw the money, and what came of it. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from core.journal.records import AttemptRecord, Outcome
from gui.desk import Desk
from gui.pages.journal import working
from gui.pages.journal.tries import OUTCOMES, try_of

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter


class Trying:
    """Does what is wished of tries."""

    def __init__(self, page: JournalPresenter, desk: Desk) -> None:
        """Work for a page."""
        self._page, self._desk = page, desk
        became = {f"became_{outcome}": partial(self._settle, outcome) for outcome in OUTCOMES}
        self.deeds: Mapping[str, Callable[[str, str], None]] = {"record": self._record, **became}

    def _record(self, of: str, _file: str) -> None:
        page, typed = self._page, self._page.shown.typed
        record = try_of(typed.get("when", ""), typed.get("message", ""), cast(Outcome, of), self._desk)
        if record is None:
            wrong = self._desk.speaker.words("journalpage.tries.no_day")
            page.shown = replace(page.shown, typed={**typed, "try_error": wrong})
            page.show()
            return
        page.shown = replace(page.shown, typed={})
        page.change(partial(working.put, record), f"journalpage.tries.told_{of}")

    def _settle(self, outcome: Outcome, uid: str, _file: str) -> None:
        shelf = self._page.shown.shelf
        for record in shelf.tries if shelf else ():
            if record.uid == uid:
                self._page.change(partial(working.put, _settled(record, outcome, self._desk.now())))


def _settled(record: AttemptRecord, outcome: Outcome, now: dt.datetime) -> AttemptRecord:
    message = record.message if outcome == "failed" else None
    return record.model_copy(update={"outcome": outcome, "message": message, "changed": now})
