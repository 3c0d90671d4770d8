"""What is due, and the day on which a letter was sent, as blocks of the page; and what their buttons do. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from core.errors import AppError
from core.files import write_whole
from core.journal.records import SentRecord
from gui.desk import Desk
from gui.due import Due, calendar_file, whats_due
from gui.pages.journal import working
from gui.pages.journal.state import Act, Block, Field, Line
from gui.typed import day_in

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter

LETTER, DAY, WRONG = "sent_letter", "sent_day", "sent_error"
"""What is typed about a letter that was sent, and what is wrong with it."""


def due_blocks(sent: Sequence[SentRecord], typed: Mapping[str, str], desk: Desk) -> tuple[Block, ...]:
    """Return the form for a letter that was sent, and one block for each day that matters."""
    words, due, letters = desk.speaker.words, whats_due(sent, desk), answerable(desk)
    fields: tuple[Field, ...] = ()
    acts: list[Act] = []
    if letters:
        named = tuple((name, words(f"letter.{name}.name")) for name in letters)
        fields = (
            Field(LETTER, words("due.letter"), typed.get(LETTER) or letters[0], choices=named),
            Field(DAY, words("due.day"), typed.get(DAY, ""), error=typed.get(WRONG, "")),
        )
        acts.append(Act("sent", words("due.sent")))
    if due:
        file = (f"{words('due.file_name', date=f'{desk.now():%Y-%m-%d}')}.ics", words("due.form"))
        acts.append(Act("due_save", words("due.save"), ask="save", file=file))
    lines = (Line(words("due.text" if due else "due.none"), "muted"),)
    form = Block("due", words("due.title"), lines, fields, (), tuple(acts))
    return (form, *(_row(place, one, desk) for place, one in enumerate(due, start=1)))


def answerable(desk: Desk) -> tuple[str, ...]:
    """Return the letters to which an answer is due within a known time."""
    return tuple(name for name, letter in desk.engine.content.letters.items() if letter.answer_within)


def _row(place: int, one: Due, desk: Desk) -> Block:
    words = desk.speaker.words
    left = Line(one.left, "error" if one.late else "")
    lines = (Line(one.row, "strong"), left, Line(one.why, "small"), Line(one.source, "small"))
    acts: tuple[Act, ...] = ()
    if one.uid:
        heard = words("due.came_heard", what=one.what)
        remove, delete = words("journalpage.row.delete"), f"{words('journalpage.row.delete')} {one.row}"
        acts = (
            Act("came", words("due.came"), one.uid, heard, "small", place),
            Act("delete_sent", remove, one.uid, delete, "small", place),
        )
    return Block(f"due-{place}", "", lines, acts=acts)


class Reminding:
    """Writes down what was sent and what came, and puts the days into a calendar file."""

    def __init__(self, page: JournalPresenter, desk: Desk) -> None:
        """Work for a page."""
        self._page, self._desk = page, desk
        self.deeds: Mapping[str, Callable[[str, str], None]] = {
            "sent": self._sent,
            "came": self._came,
            "due_save": self._save,
        }

    def _sent(self, _of: str, _file: str) -> None:
        page, desk, typed = self._page, self._desk, self._page.shown.typed
        now, written = desk.now(), typed.get(DAY, "")
        day = day_in(written, now.date()) if written.strip() else now.date()
        if day is None or day > now.date():
            page.shown = replace(page.shown, typed={**typed, WRONG: desk.speaker.words("due.no_day")})
            page.show()
            return
        letter = typed.get(LETTER) or answerable(desk)[0]
        rest = {name: text for name, text in typed.items() if name not in (DAY, LETTER, WRONG)}
        page.shown = replace(page.shown, typed=rest)
        page.change(partial(working.put, SentRecord(uid=uuid4().hex, day=day, changed=now, letter=letter)), "due.noted")

    def _came(self, of: str, _file: str) -> None:
        shelf = self._page.shown.shelf
        for record in shelf.sent if shelf else ():
            if record.uid == of:
                answered = record.model_copy(update={"answered": True, "changed": self._desk.now()})
                self._page.change(partial(working.put, answered), "due.done")

    def _save(self, _of: str, file: str) -> None:
        shelf = self._page.shown.shelf
        if shelf is None or not file:
            return
        try:
            write_whole(Path(file), calendar_file(whats_due(shelf.sent, self._desk), self._desk))
        except AppError as error:
            self._page.trouble(error)
            return
        self._desk.tell("result.saved", file=Path(file).name)
