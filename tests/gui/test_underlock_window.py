"""The check under the lock, through the window: in no file, off the screen in time, and exactly back."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from keyring.errors import KeyringError
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.journal.cabinet import SystemCabinet
from core.journal.names import CHECK, CHECK_BEFORE
from gui.draft import at_step, with_answer
from gui.journal_door import IDLE_MINUTES
from gui.opening import Folders
from gui.remembered import FILE
from gui.ring import CabinetRing
from tests.gui.test_ring import MemoryKeyring
from tests.pages.base import until
from tests.pages.locked import PAIRS, SAID, TOLD, holding, keep, lock, unlock
from tests.pages.running import Starter

LATE = IDLE_MINUTES * 60 + 1


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the keys be derived at once: how hard that is, is looked at elsewhere."""
    for name, value in {"MEMORY_KIB": 64, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(f"core.journal.keys.{name}", value)


def test_that_no_answer_of_a_whole_run_with_a_lock_is_in_any_file(
    make_program: Starter, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    found: dict[str, dict[str, list[str]]] = {}

    def search(when: str) -> None:
        found[when] = holding(tmp_path)

    user = make_program.user()
    user.program.parts.session.change(SAID)
    assert holding(tmp_path) == {told: [CHECK] for told in TOLD + PAIRS}, "without a lock the search finds all"
    keep(user)
    lock(user)
    search("the lock is on")
    user.program.parts.session.change(with_answer(SAID, "card.kind", "own_debit"))
    for page in ("result", "calendar", "trend", "letters", "home"):
        user.shell.go(page)
        user.journal.settle()
    search("in use")
    make_program.end(user.program)
    search("ended")
    again = make_program.user()
    again.home.resume()
    unlock(again)
    again.program.parts.session.change(with_answer(SAID, "card.kind", "not_sure"))
    search("in use again")
    make_program.kill(again.program)
    search("killed")
    assert found == {when: {} for when in found}
    assert len(found) == 5


def test_that_after_a_kill_the_lock_is_asked_for_and_the_same_question_stands_there(
    make_program: Starter, folders: Folders
) -> None:
    user = make_program.user()
    keep(user)
    lock(user)
    user.shell.go("checklist")
    user.checklist.next()
    before, question = user.draft, user.checklist.question
    make_program.kill(user.program)
    assert not (folders.data / CHECK).exists()
    assert not (folders.data / CHECK_BEFORE).exists()

    again = make_program.user()
    assert (again.draft.begun, again.shell.can("go", "checklist")) == (False, False)
    again.home.resume()
    unlock(again, "a wrong passphrase")
    assert again.journal.error("secret") == again.words("error.journal_wrong_passphrase")
    assert not again.draft.begun
    unlock(again)
    assert (again.page, again.checklist.question, again.draft) == ("checklist", question, before)


def test_that_nothing_is_left_in_the_window_when_nobody_used_it_for_ten_minutes(make_program: Starter) -> None:
    user = make_program.user()
    keep(user)
    lock(user)
    program = user.program
    program.parts.session.move(at_step(SAID, "request.amount"))
    user.shell.go("checklist")
    user.checklist.type("4321")
    room = program.journal()
    room.used -= LATE
    late = [program.journal.late]
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Shift)
    late.append(program.journal.late)
    assert late == [True, False], "whoever presses a key is there"
    room.used -= LATE
    program.lock._on_minute()
    until(lambda: program.keeper.locked)
    assert user.home.resume_text == user.words("underlock.check")
    assert (user.page, user.draft.begun, user.shell.can("go", "result")) == ("home", False, False)
    assert (program.parts.session.can_undo, program.desk.memory, program.desk.scratch) == (False, {}, {})
    assert program.keeper.found.draft is None
    user.home.resume()
    unlock(user)
    assert (user.page, user.checklist.question) == ("checklist", "request.amount")
    assert user.draft.answers.values["request.amount"] == 4321, "what was typed last was saved before the lock closed"


def test_that_the_remembered_picture_tells_nothing_of_a_check_under_a_lock(
    make_program: Starter, folders: Folders
) -> None:
    assert folders.cache is not None
    user = make_program.user()
    keep(user)
    make_program.end(user.program)
    told = json.loads((folders.cache / FILE).read_text("utf-8"))
    assert str(user.draft.touched) in told["home"]["resume"]["text"]
    user = make_program.user()
    lock(user)
    assert not (folders.cache / FILE).exists(), "what was remembered before the lock is gone at once"
    make_program.end(user.program)
    told = json.loads((folders.cache / FILE).read_text("utf-8"))
    assert told["home"]["resume"]["text"] == user.words("underlock.check")
    assert {page: can for page, _, can in told["shell"]["rail"]["pages"]}["result"] is False


def test_that_the_safe_of_the_computer_account_brings_the_check_back_by_itself(
    make_program: Starter,
) -> None:
    keyring = MemoryKeyring()
    make_program.ring = CabinetRing(lambda: SystemCabinet(keyring, KeyringError))
    user = make_program.user()
    keep(user)
    lock(user)
    until(lambda: user.journal.can("ring_on"))
    user.journal.press("ring_on")
    until(lambda: user.journal.can("ring_off"))
    user.journal.press("lock_now")
    assert (user.page, user.draft.begun) == ("journal", False)
    make_program.end(user.program)
    again = make_program.user()
    until(lambda: again.draft.begun)
    assert again.draft == SAID
    again.home.resume()
    assert again.checklist.question == "card.state"


def test_that_a_guest_goes_on_beside_a_lock_and_leaves_it_as_it_is(make_program: Starter, folders: Folders) -> None:
    user = make_program.user()
    keep(user)
    lock(user)
    make_program.end(user.program)
    locked = make_program.user()
    before = {path: path.read_bytes() for path in folders.data.rglob("*") if path.is_file()}
    locked.program.parts.session.begin(SAID)  # by a page that knows of no lock
    locked.program.tell("trend_page.taken", count=1)
    locked.home.open("before")
    assert locked.shell.banner == locked.words("notice.locked")
    assert locked.shell.focus == "home-resume"
    locked.home.see_result()
    guest = make_program.newest()
    assert guest.shell.guest
    guest.home.open("before")
    assert guest.draft.begun
    make_program.end(guest.program)
    assert {path: path.read_bytes() for path in folders.data.rglob("*") if path.is_file()} == before
