"""The check that is open follows the lock of the journal, and a kill between any two steps loses and shows nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from core.files import CannotWriteError
from core.journal import drawer as drawers
from core.journal import vault
from core.journal.drawer import Drawer
from core.journal.errors import JournalDamagedError, LockedError, NotWritableError, WrongPassphraseError
from core.journal.journal import Journal
from core.journal.names import CHECK, CHECK_BEFORE, SEALED, SEALED_BEFORE, has_lock
from core.journal.restoring import begin_anew, erase_everything
from core.journal.shut_boxes import DamagedBoxError, OtherKeyError
from tests.core.journal.desk import PASSPHRASE, TELLING, Clock, check_of, holding

FIRST, SECOND, THIRD = (f"{TELLING} {number}".encode() for number in ("first", "second", "third"))
PLAIN, CLOSED = {CHECK, CHECK_BEFORE}, {SEALED, SEALED_BEFORE}
STEPS = 8
PLANTED = f"damaged-1-{CHECK}"
Change = Callable[[Journal], object]


@pytest.fixture
def kept(journal: Journal) -> Journal:
    """Return a journal without a lock, beside which a check lies that was answered twice."""
    journal.store.put(check_of(1))
    journal.drawer.write(FIRST)
    journal.drawer.write(SECOND)
    return journal


@pytest.fixture
def locked(kept: Journal) -> Journal:
    """Return the same with a lock that is opened."""
    vault.lock(kept, PASSPHRASE)
    return kept


def beside(folder: Path) -> set[str]:
    """Return which files of the check lie there, whatever they are called."""
    return {file.name for file in folder.iterdir() if "check" in file.name or file.name.startswith(".unfinished")}


def inside(drawer: Drawer) -> list[bytes]:
    return [drawer.read(file) for file in drawer.files]


def next_start(folder: Path) -> Journal:
    """Open a journal as the next start of the program would, with the passphrase where it is asked for."""
    journal = Journal(folder, Clock())
    if journal.open() == "locked":
        assert journal.drawer.state == "locked"
        vault.unlock(journal, PASSPHRASE)
    return journal


def set_lock(journal: Journal) -> None:
    vault.lock(journal, PASSPHRASE)


def test_that_a_lock_closes_what_lies_there_and_leaves_nothing_in_the_open(kept: Journal, folder: Path) -> None:
    (folder / PLANTED).write_bytes(FIRST)
    (folder / ".unfinished-1").write_bytes(FIRST)
    vault.lock(kept, PASSPHRASE)
    assert (kept.drawer.state, beside(folder), holding(folder, TELLING)) == ("sealed", CLOSED, [])
    assert inside(kept.drawer) == [SECOND, FIRST]
    kept.drawer.write(THIRD)
    assert (inside(kept.drawer), holding(folder, TELLING)) == ([THIRD, SECOND], [])


def test_that_without_the_passphrase_nothing_is_read_written_or_removed(locked: Journal, folder: Path) -> None:
    locked.close()
    before = {name: (folder / name).read_bytes() for name in CLOSED}
    for drawer in (locked.drawer, Drawer(folder)):
        assert (drawer.state, drawer.holds) == ("locked", True)
        with pytest.raises(LockedError):
            drawer.write(THIRD)
        with pytest.raises(LockedError):
            drawer.read(folder / SEALED)
        drawer.clear()
    assert locked.open() == "locked"
    with pytest.raises(WrongPassphraseError):
        vault.unlock(locked, "a wrong passphrase")
    assert locked.drawer.state == "locked"
    assert {name: (folder / name).read_bytes() for name in beside(folder)} == before


def test_that_the_passphrase_the_code_and_a_new_passphrase_open_the_same(kept: Journal, folder: Path) -> None:
    code = vault.lock(kept, PASSPHRASE)
    vault.change_passphrase(kept, "another one, longer")
    for secret in (code, "another one, longer"):
        kept.close()
        kept.open()
        vault.unlock(kept, secret)
        assert inside(kept.drawer) == [SECOND, FIRST]
    assert beside(folder) == CLOSED


def test_that_taking_the_lock_off_brings_it_back_into_the_open(locked: Journal, folder: Path) -> None:
    vault.remove_lock(locked)
    assert (locked.drawer.state, beside(folder)) == ("open", PLAIN)
    assert inside(locked.drawer) == [SECOND, FIRST] == inside(Drawer(folder))


def test_that_a_lock_that_could_not_be_taken_off_leaves_nothing_in_the_open(
    locked: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise NotWritableError(file="x", reason="full")

    monkeypatch.setattr(vault, "copy_into", fail)
    with pytest.raises(NotWritableError):
        vault.remove_lock(locked)
    assert (locked.drawer.state, beside(folder)) == ("sealed", CLOSED)
    locked.drawer.write(THIRD)
    assert (inside(locked.drawer), beside(folder)) == ([THIRD, SECOND], CLOSED)


def test_that_without_room_to_close_it_the_check_goes_on_in_the_open(
    kept: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(file: Path, _content: object) -> None:
        raise CannotWriteError(file=str(file), reason="full")

    monkeypatch.setattr(drawers, "write_whole", fail)
    with pytest.raises(CannotWriteError):
        vault.lock(kept, PASSPHRASE)
    monkeypatch.undo()
    kept.drawer.write(THIRD)
    assert inside(kept.drawer) == [THIRD, SECOND]
    kept.open()
    vault.unlock(kept, PASSPHRASE)
    assert (inside(kept.drawer), holding(folder, TELLING)) == ([THIRD, SECOND], [])


def steps_of(journal: Journal, change: Change, at_step: Callable[[int], None]) -> int:
    """Change the lock; ``at_step`` is called before every file that is renamed or removed. Return how many were."""
    number, working = 0, True

    def watched(move: Any) -> Any:
        def step(path: Path, *given: Any, **named: Any) -> Any:
            nonlocal number, working
            if working:
                working = False
                at_step(number)
                number, working = number + 1, True
            return move(path, *given, **named)

        return step

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", watched(Path.replace))
        patch.setattr(Path, "unlink", watched(Path.unlink))
        change(journal)
    return number


def states(folder: Path, journal: Journal, change: Change) -> Iterator[Path]:
    """Yield the folder as a kill before each step would leave it, and as it is at the end."""
    place = folder.parent / "states"

    def keep(number: int) -> None:
        shutil.copytree(folder, place / str(number))

    found = steps_of(journal, change, keep)
    shutil.copytree(folder, place / str(found))
    assert found >= STEPS, "the steps are seen"
    yield from (place / str(number) for number in range(found + 1))


@pytest.mark.parametrize("change", [set_lock, vault.remove_lock], ids=["on", "off"])
def test_that_a_kill_between_any_two_steps_loses_nothing_and_leaves_nothing_open(
    kept: Journal, folder: Path, change: Change
) -> None:
    if change is vault.remove_lock:
        vault.lock(kept, PASSPHRASE)
    seen = set()
    for state in states(folder, kept, change):
        shown = Drawer(state).state
        started = next_start(state)
        seen.add((shown, started.drawer.state))
        assert inside(started.drawer) == [SECOND, FIRST], state.name
        assert beside(state) == (PLAIN if started.drawer.state == "open" else CLOSED), state.name
        if started.drawer.state == "sealed":
            assert holding(state, TELLING) == [], state.name
        started.close()
    assert seen == {("open", "open"), ("locked", "sealed")}


def _begin_at(step: int, writer: Thread, number: int) -> None:
    if number == step:
        writer.start()


@pytest.mark.parametrize("change", [set_lock, vault.remove_lock], ids=["on", "off"])
def test_that_an_answer_given_at_any_step_is_the_newest_at_the_end(
    journal: Journal, folder: Path, change: Change
) -> None:
    back, closed = (vault.remove_lock, True) if change is set_lock else (set_lock, False)
    journal.store.put(check_of(1))
    if not closed:
        vault.lock(journal, PASSPHRASE)
    for step in range(STEPS):
        journal.drawer.write(FIRST)
        journal.drawer.write(SECOND)
        # On a thread of its own, as the window's: where the drawer is taken, it waits for its turn.
        writer = Thread(target=journal.drawer.write, args=(THIRD,))
        found = steps_of(journal, change, partial(_begin_at, step, writer))
        assert found >= STEPS
        writer.join()
        assert inside(journal.drawer) == [THIRD, SECOND], step
        assert beside(folder) == (CLOSED if closed else PLAIN), step
        back(journal)


def test_that_keys_beside_an_open_journal_are_no_lock(kept: Journal, folder: Path) -> None:
    kept.folder.keys.write_text("{}", "utf-8")
    kept.close()
    assert not has_lock(folder)
    assert inside(Drawer(folder)) == [SECOND, FIRST]


def test_that_a_damaged_box_is_told_and_the_one_before_it_is_there(locked: Journal, folder: Path) -> None:
    raw = bytearray((folder / SEALED).read_bytes())
    raw[-1] ^= 1
    (folder / SEALED).write_bytes(raw)
    locked.close()
    drawer = next_start(folder).drawer
    newest, before = drawer.files
    with pytest.raises(DamagedBoxError):
        drawer.read(newest)
    assert drawer.read(before) == FIRST


def test_that_the_box_of_another_lock_is_told_as_one(locked: Journal, folder: Path) -> None:
    old = (folder / SEALED).read_bytes()
    vault.remove_lock(locked)
    vault.lock(locked, PASSPHRASE)
    (folder / SEALED).write_bytes(old)
    with pytest.raises(OtherKeyError):
        locked.drawer.read(folder / SEALED)


def test_that_the_right_passphrase_gives_the_check_back_though_the_journal_is_damaged(
    locked: Journal, folder: Path
) -> None:
    locked.close()
    raw = bytearray((folder / "journal.db").read_bytes())
    raw[5000:5100] = bytes(100)
    (folder / "journal.db").write_bytes(raw)
    locked.open()
    with pytest.raises(JournalDamagedError):
        vault.unlock(locked, PASSPHRASE)
    assert (locked.drawer.state, inside(locked.drawer)) == ("sealed", [SECOND, FIRST])
    locked.close()
    assert locked.drawer.state == "locked"


def test_that_beginning_a_journal_anew_keeps_a_check_that_is_not_locked_away(locked: Journal, folder: Path) -> None:
    begin_anew(locked)
    assert (locked.drawer.state, inside(locked.drawer), beside(folder)) == ("open", [SECOND, FIRST], PLAIN)


def test_that_erasing_everything_leaves_nothing_that_no_key_opens(locked: Journal, folder: Path) -> None:
    told: list[str] = []
    locked.drawer.on_turn = lambda: told.append(locked.drawer.state)
    locked.close()
    erase_everything(locked)
    assert (locked.drawer.state, list(folder.iterdir()), told) == ("open", [], ["locked", "open"])
    locked.drawer.write(THIRD)
    assert beside(folder) == {CHECK}


def test_that_everybody_hears_of_the_lock_once_for_each_turn(kept: Journal) -> None:
    told: list[str] = []
    kept.drawer.on_turn = lambda: told.append(kept.drawer.state)
    vault.lock(kept, PASSPHRASE)
    kept.close()
    kept.open()
    vault.unlock(kept, PASSPHRASE)
    vault.remove_lock(kept)
    kept.close()
    assert told == ["sealed", "locked", "sealed", "open"]


def test_that_a_guest_keeps_nothing_and_touches_no_file_wherever_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (*PLAIN, *CLOSED):
        (tmp_path / name).write_bytes(FIRST)
    guests = Journal(None, Clock())
    guests.open()
    guests.drawer.write(SECOND)
    guests.drawer.clear()
    erase_everything(guests)
    guests.drawer.clear_all()
    assert guests.drawer.state == "open"
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == dict.fromkeys(PLAIN | CLOSED, FIRST)
