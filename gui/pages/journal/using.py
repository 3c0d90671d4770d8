"""What a check that is read is good for, and the end of everything. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import AppError
from core.explain.appointment import appointment
from core.files import write_whole
from gui.desk import Desk
from gui.draft import fresh
from gui.journal_room import Outcome
from gui.keeping import draft_of
from gui.pages.journal import working
from gui.settings import Choosing

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter


class Using:
    """Goes on from a check, reminds of its day, leaves the page, deletes everything."""

    def __init__(self, page: JournalPresenter, desk: Desk, choosing: Choosing) -> None:
        """Work for a page."""
        self._page, self._desk, self._choosing = page, desk, choosing
        self.deeds: Mapping[str, Callable[[str, str], None]] = {
            "go_on": self._go_on,
            "remind": self._remind,
            "result": lambda _, __: desk.visit("result"),
            "home": lambda _, __: desk.visit("home"),
            "erase": lambda _, __: page.look_for("journal-erase_not", sure="erase"),
            "erase_not": lambda _, __: page.look_for("journal-erase", sure=""),
            "erase_sure": self._erase,
        }

    def _go_on(self, _of: str, _file: str) -> None:
        shelf, desk = self._page.shown.shelf, self._desk
        if shelf is None or shelf.opened is None:
            return
        draft, gone = draft_of(shelf.opened, desk.engine.content, desk.now().date())
        desk.session.begin(draft)
        desk.visit("review")
        if gone.anything:
            desk.tell("journalpage.going_on_without")
        else:
            desk.tell("journalpage.going_on")

    def _remind(self, _of: str, file: str) -> None:
        shelf, desk, words = self._page.shown.shelf, self._desk, self._desk.speaker.words
        if shelf is None or shelf.opened is None or not file:
            return
        draft, _ = draft_of(shelf.opened, desk.engine.content, desk.now().date())
        when = draft.answers.known("request.planned")
        if not isinstance(when, dt.date):
            return
        text = appointment(when, words("calendar.appointment"), words("calendar.appointment_text"), desk.now())
        try:
            write_whole(Path(file), text)
        except AppError as error:
            self._page.trouble(error)
            return
        desk.tell("result.saved", file=Path(file).name)

    def _erase(self, _of: str, _file: str) -> None:
        self._desk.journal().around(working.erase, self._on_erased)

    def _on_erased(self, came: Outcome) -> None:
        if came.error is not None:
            self._page.trouble(came.error)
            return
        desk = self._desk
        desk.scratch.clear()
        desk.session.begin(fresh(desk.now().date()))
        desk.memory.clear()
        self._choosing.forget()
        desk.tell("journalpage.erase.done")
        self._page.look_up()
