"""A noted call goes into the journal, only when the user asks for it. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from core.journal.records import NoteRecord
from gui.casework import Call, casework, put_call
from gui.desk import Desk
from gui.keeping import kept_as
from gui.pages.help.telling import told_of

if TYPE_CHECKING:
    # Only for the types: the journal is opened on the thread that works.
    from core.journal.journal import Journal
    from gui.journal_room import Outcome

LONGEST = 4000
"""So many signs of a note are kept: more than every question with its longest answer."""


class Keeping:
    """Keeps calls as they read in the language of the moment; the same call again takes the place of itself."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Take the desk, and what shows the page after a change."""
        self._desk, self._show = desk, show

    def keep(self, wanted: str) -> None:
        """Keep a call; whether it could be is told. What was noted of an example stays out of the journal."""
        desk = self._desk
        for call in casework(desk).calls:
            if f"{call.id}" == wanted and desk.session.draft.example and call.check == desk.session.check:
                desk.tell("journalpage.example.not_kept")
            elif f"{call.id}" == wanted:
                record = self._record(call)

                def put(journal: Journal, record: NoteRecord = record) -> None:
                    journal.store.put(record)

                desk.journal().write(put, partial(self._on_kept, call.id, record.uid))

    def _record(self, call: Call) -> NoteRecord:
        desk, note = self._desk, call.note
        title, answers = told_of(note, desk.speaker)
        return NoteRecord(
            uid=call.kept or uuid4().hex,
            day=note.when.date() if isinstance(note.when, dt.datetime) else note.when,
            changed=desk.now(),
            place=note.channel,
            asked=list(note.answers),
            text="\n".join((title, *answers))[:LONGEST],
            assessment=kept_as(desk) if call.check == desk.session.check else None,
        )

    def _on_kept(self, number: int, uid: str, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._desk.tell(f"error.{outcome.error.code}", **outcome.error.facts)
            return
        for call in casework(self._desk).calls:
            if call.id == number:
                put_call(self._desk, replace(call, kept=uid))
        self._desk.tell("help.kept")
        self._show()
