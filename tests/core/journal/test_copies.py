"""Copies: which are kept, what they hold, what restoring one loses; and no clock can take good ones away."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.journal import vault
from core.journal.copies import DAYS, LAST, Copy, superfluous
from core.journal.errors import JournalDamagedError
from core.journal.inside import contents_of, difference
from core.journal.journal import Journal
from core.journal.restoring import begin_anew, erase_everything, restore
from tests.core.journal.desk import NOON, PASSPHRASE, Clock, check_of, one_of_each, tree, uid

PAGE = 4096
MOMENTS = st.lists(st.integers(-400, 400), max_size=30)


def rotated(hours: list[int]) -> list[Copy]:
    """Return the copies left after one was made at each of these hours, newest first."""
    copies: list[Copy] = []
    for number, hour in enumerate(hours, start=1):
        copies.insert(0, Copy(Path(), number, NOON + dt.timedelta(hours=hour), "start"))
        gone = superfluous(copies)
        copies = [copy for copy in copies if copy not in gone]
    return copies


@given(MOMENTS)
def test_that_the_last_five_copies_are_kept_whatever_the_clock_says(hours: list[int]) -> None:
    numbers = [copy.number for copy in rotated(hours)]
    assert numbers[:LAST] == list(range(len(hours), 0, -1))[:LAST]


@given(MOMENTS)
def test_that_there_are_never_more_copies_than_last_five_and_seven_days(hours: list[int]) -> None:
    assert len(rotated(hours)) <= LAST + DAYS


def test_that_the_last_copy_of_each_of_seven_days_is_kept() -> None:
    every_four_hours = list(range(0, 12 * 24, 4))
    days = [copy.made.date() for copy in rotated(every_four_hours)]
    assert sorted(set(days)) == [NOON.date() + dt.timedelta(days=n) for n in range(6, 13)]
    assert rotated(every_four_hours)[0].made == NOON + dt.timedelta(hours=every_four_hours[-1])


def test_that_a_clock_set_back_takes_no_copy_of_the_days_before_away() -> None:
    week = [24 * day for day in range(6)]
    back = [-24 * 365] * 3
    left = {copy.made.date() for copy in rotated([*week, *back])}
    assert {NOON.date() + dt.timedelta(days=day) for day in range(6)} <= left


def test_that_copies_stay_in_order_of_making_when_the_clock_goes_back(journal: Journal, clock: Clock) -> None:
    for number in range(4):
        journal.store.put(check_of(number))
        journal.keep_copy()
        clock.pass_by(days=-1)
    copies = journal.folder.copies.all()
    assert [copy.number for copy in copies] == [4, 3, 2, 1]
    assert [contents_of(journal.where.at(copy.file)).counts["assessment"] for copy in copies] == [4, 3, 2, 1]


def test_that_no_copy_is_made_when_nothing_changed(journal: Journal) -> None:
    journal.store.put(check_of(1))
    assert journal.keep_copy()
    assert journal.keep_copy() is None
    journal.store.remove([uid(1)])
    assert journal.keep_copy()


@pytest.mark.parametrize("locked", [False, True])
def test_that_what_restoring_would_lose_and_bring_back_is_told_before(journal: Journal, locked: bool) -> None:
    if locked:
        vault.lock(journal, PASSPHRASE)
    journal.store.put(check_of(1), check_of(8), one_of_each()[1])
    copy = journal.keep_copy()
    assert copy
    journal.store.put(check_of(1, mode="after"), check_of(3))
    journal.store.remove([one_of_each()[1].uid])
    told = difference(journal.store, journal.where.at(copy.file))
    assert told.lost == {"assessment": (uid(3),)}
    assert told.older == {"assessment": (uid(1),)}
    assert told.back == {"score": (uid(2),)}


def test_that_a_restore_can_itself_be_taken_back(journal: Journal) -> None:
    journal.store.put(check_of(1))
    old = journal.keep_copy()
    journal.store.put(check_of(2))
    before = journal.store.marks()
    assert old
    restore(journal, old)
    assert sorted(journal.store.marks()) == [uid(1)]
    newest = journal.folder.copies.all()[0]
    assert newest.why == "restore"
    restore(journal, newest)
    assert journal.store.marks() == before


def test_that_a_locked_journal_whose_file_is_gone_comes_back_from_a_copy(journal: Journal) -> None:
    journal.store.put(*one_of_each())
    vault.lock(journal, PASSPHRASE)
    journal.keep_copy()
    journal.close()
    journal.folder.file.unlink()
    with pytest.raises(JournalDamagedError):
        journal.open()
    restore(journal, journal.folder.copies.all()[0], vault.key_of(journal, PASSPHRASE))
    assert sorted(journal.store.marks()) == [record.uid for record in one_of_each()]
    assert journal.where.key is not None


def test_that_a_restore_cut_off_halfway_still_rescues_what_the_damaged_file_gives(journal: Journal) -> None:
    journal.store.put(check_of(1))
    journal.keep_copy()
    journal.store.put(check_of(2))
    journal.close()
    journal.folder.put_aside()
    with pytest.raises(JournalDamagedError):
        journal.open()
    assert restore(journal, journal.folder.copies.all()[0]) == 1
    assert sorted(journal.store.marks()) == [uid(1), uid(2)]


def test_that_without_a_copy_a_damaged_journal_can_be_begun_anew_with_what_is_left(journal: Journal) -> None:
    journal.store.put(check_of(1), check_of(2))
    journal.close()
    whole = journal.folder.file.read_bytes()
    journal.folder.file.write_bytes(whole.replace(b"jiebei", b"jiebej", 1)[:-PAGE] + b"x" * PAGE)
    with pytest.raises(JournalDamagedError):
        journal.open()
    assert begin_anew(journal) == 1
    assert journal.state == "open"
    assert len(list(journal.folder.path.glob("damaged-1-*"))) == 1


@pytest.mark.parametrize("locked", [False, True])
def test_that_deleting_everything_leaves_the_folder_empty(journal: Journal, folder: Path, locked: bool) -> None:
    journal.store.put(*one_of_each())
    journal.keep_copy()
    if locked:
        vault.lock(journal, PASSPHRASE)
    journal.close()
    (folder / "damaged-1-journal.db").write_bytes(b"old")
    (folder / ".unfinished-1").write_bytes(b"old")
    journal.open()
    erase_everything(journal)
    assert tree(folder) == {}
    assert journal.state == "closed"


def test_that_what_is_not_the_journals_stays_when_everything_is_deleted(journal: Journal, folder: Path) -> None:
    (folder / "mine.txt").write_text("x")
    (folder / "copies").mkdir()
    (folder / "copies" / "mine.db").write_text("x")
    erase_everything(journal)
    assert sorted(tree(folder)) == ["copies", "copies/mine.db", "mine.txt"]


def test_that_a_folder_without_copies_has_none(tmp_path: Path, clock: Clock) -> None:
    assert Journal(tmp_path / "none", clock).folder.copies.all() == ()
