"""A presenter of the journal page at work on a journal in a folder, without any window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.journal import keys
from core.journal.journal import Journal
from core.journal.records import AnyRecord, AssessmentRecord
from core.loading.library import Library
from gui.journal_room import JournalRoom
from gui.pages.journal import working
from gui.pages.journal.entries import entry_words
from gui.pages.journal.presenter import JournalPresenter
from gui.pages.journal.state import Block, JournalState
from tests.pages.choosing import NoChoosing
from tests.pages.desk import NOW, FakeScreen, Office, office

PASSPHRASE = "four quiet words here"
DAY = dt.timedelta(days=1)


def check_of(number: int, days_ago: int = 0, **said: Any) -> AssessmentRecord:
    plain = {"uid": f"{number:032x}", "day": (NOW - days_ago * DAY).date(), "changed": NOW}
    return AssessmentRecord.model_validate({**plain, "answers": {"request.lender": "jiebei"}, **said})


class Page:
    """A presenter at work on a journal in a folder; the clock and the seconds stand until they are set."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.office: Office = office(library)
        self.folder, self.now, self.seconds = folder, NOW, 0.0
        self.screen: FakeScreen[JournalState] = FakeScreen()
        self.start()

    def start(self) -> None:
        """Start the program anew on the same folder."""
        self.room = JournalRoom(self.folder, lambda: self.now, self.office.later, lambda: self.seconds)
        self.office.desk.memory.clear()
        self.desk = replace(self.office.desk, journal=lambda: self.room)
        self.enter()

    def enter(self) -> None:
        """Come to the page."""
        self.presenter = JournalPresenter(self.screen, self.desk, NoChoosing())
        self.settle()

    def restart(self, harm: Callable[[Path], None] = lambda _: None) -> None:
        """End the program, let something happen to the file, start again."""
        self.presenter.close()
        self.room.close()
        harm(self.folder / "journal.db")
        self.start()

    def settle(self) -> None:
        self.office.later.settle()

    def put(self, *records: AnyRecord) -> None:
        for record in records:
            self.room.write(partial(working.put, record), lambda _: None)
        self.presenter.look_up()
        self.settle()

    def act(self, wish: str, of: str = "", file: str = "") -> None:
        self.presenter.act(wish, of, file)
        self.settle()

    def press(self, block: str, wish: str) -> None:
        """Press a button that is there."""
        act = next(act for act in self.blocks[block].acts if act.wish == wish)
        self.act(act.wish, act.of)

    def type(self, field: str, words: str) -> None:
        self.presenter.type(field, words)
        self.settle()

    @property
    def blocks(self) -> dict[str, Block]:
        state = self.screen.state
        return {block.id: block for block in (*state.above, *state.left, *state.right)}

    def said(self, block: str) -> list[str]:
        return [line.words for line in self.blocks[block].lines]

    def wishes(self, block: str) -> list[str]:
        return [act.wish for act in self.blocks[block].acts]

    @property
    def uids(self) -> set[int]:
        """Return the numbers of all records the journal holds."""
        return set(self.ask(lambda journal: {int(uid, 16) for uid in journal.store.marks()}))

    def ask(self, deed: Callable[[Journal], Any]) -> Any:
        came: list[Any] = []
        self.office.later(self.room.reading(deed), came.append)
        self.settle()
        assert came[-1].error is None, came[-1].error
        return came[-1].value

    def words(self, key: str, **facts: object) -> str:
        return self.office.words(f"journalpage.{key}", **facts)

    def count(self, number: int) -> str:
        return self.desk.speaker.wording.count(number, "records")

    def entry(self, record: AnyRecord) -> str:
        return entry_words(record, self.desk.speaker)

    def lock(self) -> None:
        for field in ("new", "again"):
            self.type(field, PASSPHRASE)
        self.act("set_lock")


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys quickly; how dear they really are is no question here."""
    monkeypatch.setattr(keys, "MEMORY_KIB", 32)
    monkeypatch.setattr(keys, "PASSES", 1)


@pytest.fixture
def page(library: Library, tmp_path: Path) -> Page:
    return Page(library, tmp_path / "data")
