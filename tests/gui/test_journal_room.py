"""The way to the journal: nothing is made before it is wanted, nothing is lost, every trouble has its name."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.journal.database import connect
from core.journal.errors import BusyError, JournalDamagedError, LockedError, NewerJournalError, WrongPassphraseError
from core.journal.journal import Journal
from core.journal.records import ScoreRecord
from gui.journal_door import IDLE_MINUTES
from gui.journal_room import JournalRoom, Outcome
from gui.pages.journal import working
from gui.program import Program
from tests.pages.desk import NOW, Laters
from tests.pages.keepsakes import PASSPHRASE
from tests.pages.running import ROOT

RECORD = ScoreRecord(uid="a" * 32, day=NOW.date(), changed=NOW, of="zhima", value=655)


class Beat:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Visitor:
    """Somebody who uses a room, and keeps what came of it."""

    def __init__(self, folder: Path | None) -> None:
        self.later, self.beat = Laters(), Beat()
        self.came: list[Outcome] = []
        self.room = JournalRoom(folder, lambda: NOW, self.later, self.beat)

    def read(self, deed: Any = lambda journal: journal.store) -> Outcome:
        self.later(self.room.reading(deed), self.came.append)
        self.later.settle()
        return self.came[-1]

    def count(self) -> int:
        return int(self.read(lambda journal: journal.store.count("score")).value)

    def write(self) -> Outcome:
        self.room.write(partial(working.put, RECORD), self.came.append)
        self.later.settle()
        return self.came[-1]

    def around(self, deed: Any) -> Outcome:
        self.room.around(deed, self.came.append)
        self.later.settle()
        return self.came[-1]


def files(folder: Path) -> list[str]:
    """Return the names of all files below a folder."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_that_looking_makes_nothing_on_the_disk_and_keeping_does(tmp_path: Path) -> None:
    somebody = Visitor(tmp_path / "data")
    assert (somebody.count(), list(tmp_path.iterdir()), somebody.room.holds_anything) == (0, [], False)
    assert somebody.write().error is None
    assert (somebody.count(), somebody.room.holds_anything) == (1, True)
    somebody.room.close()
    assert Visitor(tmp_path / "data").count() == 1


def test_that_what_was_asked_for_last_is_kept_though_the_program_ends(tmp_path: Path) -> None:
    somebody = Visitor(tmp_path)
    somebody.room.write(partial(working.put, RECORD), somebody.came.append)
    somebody.room.close()
    assert somebody.came == []
    assert Visitor(tmp_path).count() == 1


def test_that_a_guest_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    guest = Visitor(None)
    guest.write()
    assert guest.count() == 1
    guest.room.close()
    assert (list(tmp_path.iterdir()), guest.count()) == ([], 0)


def test_that_another_window_a_damaged_file_and_a_newer_one_are_told_apart(tmp_path: Path) -> None:
    keepers = {name: Visitor(tmp_path / name) for name in ("busy", "damaged", "newer")}
    for name, keeper in keepers.items():
        keeper.write()
        if name != "busy":
            keeper.room.close()
    (tmp_path / "damaged" / "journal.db").write_bytes(b"SQLite format 3\0" + b"x" * 9000)
    with_version(tmp_path / "newer" / "journal.db")
    errors = [Visitor(tmp_path / name).read().error for name in keepers]
    assert [type(error) for error in errors] == [BusyError, JournalDamagedError, NewerJournalError]


def with_version(file: Path) -> None:
    """Let a newer program have written a journal."""
    opened = Journal(file.parent, lambda: NOW)
    opened.open()
    where = opened.where
    opened.close()
    connection = connect(where)
    connection.execute("pragma user_version = 999")
    connection.close()


def test_that_a_lock_closes_by_itself_after_the_minutes_told_and_not_before(tmp_path: Path) -> None:
    somebody = Visitor(tmp_path)
    somebody.write()
    somebody.around(partial(working.set_lock, PASSPHRASE))
    somebody.beat.now += IDLE_MINUTES * 60
    assert somebody.count() == 1
    somebody.beat.now += IDLE_MINUTES * 60 + 1
    assert isinstance(somebody.read().error, LockedError)
    assert isinstance(somebody.around(partial(working.unlock, "four other words here")).error, WrongPassphraseError)
    assert somebody.around(partial(working.unlock, PASSPHRASE)).error is None
    assert somebody.count() == 1
    somebody.around(working.lock_now)
    assert isinstance(somebody.read().error, LockedError)


def test_that_looking_after_an_idle_page_is_no_use_of_it(tmp_path: Path) -> None:
    somebody = Visitor(tmp_path)
    somebody.write()
    somebody.around(partial(working.set_lock, PASSPHRASE))
    looks = []
    for _ in range(IDLE_MINUTES + 1):
        somebody.beat.now += 61
        looks.append(somebody.around(somebody.room.let_idle).value)
    assert looks.count(True) == 1


def test_that_a_damaged_journal_comes_back_from_its_newest_sound_copy(tmp_path: Path) -> None:
    first = Visitor(tmp_path)
    first.write()
    first.room.close()
    second = Visitor(tmp_path)  # a copy is made of each session
    assert second.count() == 1
    second.room.close()
    (tmp_path / "journal.db").write_bytes(b"")
    third = Visitor(tmp_path)
    assert isinstance(third.read().error, JournalDamagedError)
    assert third.around(partial(working.restore, "")).error is None
    assert third.count() == 1


def test_that_the_journal_is_touched_on_the_thread_that_works_alone(program: Program, qtbot: QtBot) -> None:
    threads: list[str] = []

    def deed(_journal: Journal) -> None:
        threads.append(threading.current_thread().name)

    came: list[Outcome] = []
    program.desk.journal().write(deed, came.append)
    program.parts.tasks.run(program.desk.journal().reading(deed), came.append)
    program.desk.journal().around(deed, came.append)
    qtbot.waitUntil(lambda: len(came) == 3)
    assert len(set(threads)) == 1
    assert threads[0].startswith("disburse-check")


def test_that_neither_the_start_nor_the_page_waits_for_sqlite() -> None:
    told = """
import sys
import gui.app, gui.makers
from gui.shell import PageName
from typing import get_args
for page in get_args(PageName):
    gui.makers.maker_of(page)
print(*(name for name in ("apsw", "cryptography", "gui.journal_room") if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["gui.journal_room"]
