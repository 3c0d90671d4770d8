"""What the buttons of the journal page do. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from core.errors import AppError
from core.explain.appointment import appointment
from core.files import write_whole
from core.journal.records import AnyRecord, AttemptRecord, Outcome
from gui.desk import Desk
from gui.draft import fresh
from gui.journal_room import Outcome as Came
from gui.keeping import draft_of
from gui.pages.journal import working
from gui.pages.journal.kept import SHOWN, Looking
from gui.pages.journal.locking import Locking
from gui.pages.journal.moving import Moving
from gui.pages.journal.tries import try_of
from gui.settings import Choosing

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter

Deed = Callable[[str, str], None]
TWO = 2


class Deeds:
    """Does what is wished of records; lock and files have helpers of their own."""

    def __init__(self, page: JournalPresenter, desk: Desk, choosing: Choosing) -> None:
        """Work for a page."""
        self._page, self._desk, self._choosing = page, desk, choosing
        self._own: Mapping[str, Deed] = {
            "open": lambda of, _: page.look_for("journal-go_on", opened=of),
            "close": lambda _, __: page.look_for(self._row(page.looking.opened), opened=""),
            "mark": self._mark,
            "unmark_all": lambda _, __: page.look_for("journal-mark-1", marked=()),
            "more": lambda _, __: page.look_for(shown=page.looking.shown + SHOWN),
            "clear": lambda _, __: page.look_for("journal-field-text", **_unnarrowed()),
            "delete": self._delete,
            "delete_try": self._delete,
            "bring_back": self._bring_back,
            "go_on": self._go_on,
            "remind": self._remind,
            "record": self._record,
            "result": lambda _, __: desk.visit("result"),
            "home": lambda _, __: desk.visit("home"),
            "retry": lambda _, __: page.look_up(),
            "erase": lambda _, __: page.look_for("journal-erase_not", sure="erase"),
            "erase_not": lambda _, __: page.look_for("journal-erase", sure=""),
            "erase_sure": self._erase,
        }
        self._helpers = (Locking(page, desk).deeds, Moving(page, desk).deeds)

    def do(self, wish: str, of: str, file: str) -> None:
        """Do what is wished."""
        if wish.startswith("became_"):
            self._settle(of, cast(Outcome, wish.removeprefix("became_")))
            return
        for deeds in (self._own, *self._helpers):
            if wish in deeds:
                deeds[wish](of, file)

    def _row(self, uid: str) -> str:
        """Return the button that reads a check of the list."""
        shelf = self._page.shown.shelf
        uids = [record.uid for record in shelf.checks] if shelf else []
        return f"journal-open-{uids.index(uid) + 1}" if uid in uids else ""

    def _mark(self, of: str, _file: str) -> None:
        marked = self._page.looking.marked
        now = tuple(uid for uid in marked if uid != of) if of in marked else (*marked, of)[-TWO:]
        self._page.look_for("journal-unmark_all" if len(now) == TWO else "", marked=now)

    def _delete(self, of: str, _file: str) -> None:
        self._desk.journal().write(partial(working.remove, of), self._on_removed)

    def _on_removed(self, came: Came) -> None:
        if came.error is not None:
            self._page.trouble(came.error)
            return
        removed, looking = cast(AnyRecord, came.value), self._page.looking
        marked = tuple(uid for uid in looking.marked if uid != removed.uid)
        opened = "" if looking.opened == removed.uid else looking.opened
        self._page.look_for("journal-bring_back", removed=removed, marked=marked, opened=opened)

    def _bring_back(self, _of: str, _file: str) -> None:
        removed = self._page.looking.removed
        if removed is not None:
            self._desk.journal().write(partial(working.put, removed), self._on_back)

    def _on_back(self, came: Came) -> None:
        if came.error is not None:
            self._page.trouble(came.error)
        else:
            self._page.look_for("journal-open-1", removed=None)

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

    def _settle(self, uid: str, outcome: Outcome) -> None:
        shelf = self._page.shown.shelf
        for record in shelf.tries if shelf else ():
            if record.uid == uid:
                self._page.change(partial(working.put, _settled(record, outcome, self._desk.now())))

    def _erase(self, _of: str, _file: str) -> None:
        self._desk.journal().around(working.erase, self._on_erased)

    def _on_erased(self, came: Came) -> None:
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


def _unnarrowed() -> dict[str, Any]:
    plain = Looking()
    names = ("text", "terms", "band", "outcome", "first_text", "last_text", "first", "last", "shown")
    return {name: getattr(plain, name) for name in names}


def _settled(record: AttemptRecord, outcome: Outcome, now: dt.datetime) -> AttemptRecord:
    message = record.message if outcome == "failed" else None
    return record.model_copy(update={"outcome": outcome, "message": message, "changed": now})
