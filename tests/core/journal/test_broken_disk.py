"""Full, read-only and failing disks at every single write; damage, other windows, newer files, clocks set back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import apsw
import pytest

from core.errors import AppError
from core.journal import vault
from core.journal.errors import (
    BusyError,
    FullError,
    JournalDamagedError,
    NewerJournalError,
    NotWritableError,
)
from core.journal.health import check
from core.journal.inside import contents_of
from core.journal.journal import Journal
from core.journal.merge import Choices, apply_merge, plan_merge
from core.journal.names import MAGIC
from core.journal.restoring import restore
from core.journal.steps import STEPS
from tests.core.journal.desk import NOON, PASSPHRASE, TELLING, Clock, check_of, holding, one_of_each, uid
from tests.core.journal.disk import VFS, Disk

ERRORS = {"full": apsw.FullError, "read-only": apsw.ReadOnlyError, "failing": apsw.IOError}
WIDER = (*STEPS, "alter table record add column more text not null default ''; update record set more = 'x'")
"""A later shape of the file, to step forward to."""
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def disk() -> Disk:
    return Disk()


def put_more(journal: Journal) -> None:
    journal.store.put(check_of(20), check_of(21), check_of(1, answers={"card.kind": "own_debit"}))


def merge_more(journal: Journal) -> None:
    plan = plan_merge(journal.store, [check_of(20), check_of(1, answers={"card.kind": "own_debit"})])
    apply_merge(journal.store, plan, Choices("theirs"), NOON)


def restore_oldest(journal: Journal) -> None:
    restore(journal, journal.folder.copies.all()[-1])


def step_on(journal: Journal) -> None:
    journal.close()
    Journal(journal.folder.path, Clock(), vfs=VFS, steps=WIDER).open()


WORK: dict[str, Callable[[Journal], object]] = {
    "save": put_more,
    "merge": merge_more,
    "copy": lambda journal: journal.keep_copy("test"),
    "lock": lambda journal: vault.lock(journal, PASSPHRASE),
    "restore": restore_oldest,
    "step": step_on,
}


def did_fail(work: Callable[[], object], error: type[AppError]) -> bool:
    """Return whether the work failed; it may fail in one way only."""
    try:
        work()
    except error:
        return True
    return False


def prepared(folder: Path) -> Journal:
    journal = Journal(folder, Clock(), vfs=VFS)
    journal.open()
    journal.store.put(*one_of_each())
    journal.keep_copy()
    journal.store.put(check_of(9))
    return journal


def reopened(journal: Journal, steps: tuple[str, ...] = STEPS) -> Journal:
    journal.close()
    fresh = Journal(journal.folder.path, Clock(), vfs=VFS, steps=steps)
    if fresh.open() == "locked":
        vault.unlock(fresh, PASSPHRASE)
    return fresh


# A copy that is given up fails a second time while it is closed, which a disk written in Python cannot keep to itself.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("kind", ERRORS)
@pytest.mark.parametrize("work", WORK)
def test_that_whichever_write_fails_what_was_saved_before_is_there(
    disk: Disk, tmp_path: Path, work: str, kind: str
) -> None:
    acknowledged = {record.uid for record in (*one_of_each(), check_of(9))}
    failed = 0
    for after in _places(disk, tmp_path / "measured", work):
        journal = prepared(tmp_path / str(after))
        with disk.failing(after, ERRORS[kind]):
            failed += did_fail(partial(WORK[work], journal), FullError if kind == "full" else NotWritableError)
        again = reopened(journal, WIDER if work == "step" else STEPS)
        assert check(again.store).good
        assert work == "restore" or acknowledged <= set(again.store.marks())
        assert {record.uid for record in one_of_each()} <= set(again.store.marks())
        assert all(contents_of(again.where.at(copy.file)).whole for copy in again.folder.copies.all())
        assert again.state == "open"
        assert [path.name for path in again.folder.path.rglob(".unfinished*")] == []
        again.close()
    assert failed > 0


def _places(disk: Disk, folder: Path, work: str) -> Iterator[int]:
    """Yield after how many writes to fail: each of the first and the last, and some between."""
    journal = prepared(folder)
    before = disk.written
    WORK[work](journal)
    journal.close()
    count = disk.written - before
    yield from sorted({*range(min(count, 12)), *range(0, count, max(1, count // 12)), *range(max(0, count - 8), count)})


@pytest.mark.parametrize("locked", [False, True])
def test_that_sqlite_writes_into_no_file_but_its_own(disk: Disk, tmp_path: Path, locked: bool) -> None:
    journal = Journal(tmp_path, Clock(), vfs=VFS)
    disk.opened.clear()
    journal.open()
    if locked:
        vault.lock(journal, PASSPHRASE)
    journal.store.put(*(check_of(number) for number in range(300)))
    ordered = "select data from record order by random(), data desc"
    assert len(journal.store.connection.execute(ordered).fetchall()) == 300
    journal.keep_copy()
    journal.store.connection.execute("vacuum")
    journal.close()
    names = {Path(name).name.partition("-")[0] if name else None for name in disk.opened}
    assert names <= {"journal.db", ".unfinished", "000001"}


def test_that_a_file_cut_short_is_told_and_a_copy_puts_it_right(journal: Journal) -> None:
    journal.store.put(*one_of_each())
    journal.keep_copy()
    journal.close()
    whole = journal.folder.file.read_bytes()
    for size in (len(whole) - 1, len(whole) // 2, 100, 1, 0):
        journal.folder.file.write_bytes(whole[:size])
        with pytest.raises(JournalDamagedError):
            opened_or_locked(journal)
        restore(journal, journal.folder.copies.all()[0])
        assert sorted(journal.store.marks()) == [record.uid for record in one_of_each()]
        journal.close()


def opened_or_locked(journal: Journal) -> None:
    """Open a damaged file; one whose first bytes are gone looks like a locked one without keys."""
    if journal.open() == "locked":
        vault.unlock(journal, PASSPHRASE)


def test_that_a_missing_file_beside_copies_is_damage_and_not_a_new_beginning(journal: Journal) -> None:
    journal.store.put(check_of(1))
    journal.keep_copy()
    journal.close()
    journal.folder.file.unlink()
    with pytest.raises(JournalDamagedError):
        journal.open()


def test_that_a_damaged_page_is_told_and_what_can_be_read_is_rescued(journal: Journal) -> None:
    journal.store.put(*(check_of(number) for number in range(100)))
    journal.keep_copy()
    journal.store.put(*(check_of(number) for number in range(100, 400)))
    page = page_of(journal, 350)
    journal.close()
    raw = bytearray(journal.folder.file.read_bytes())
    raw[(page - 1) * 4096 : page * 4096] = bytes(4096)
    journal.folder.file.write_bytes(raw)
    with pytest.raises(JournalDamagedError):
        journal.open()
    rescued = restore(journal, journal.folder.copies.all()[0])
    assert 250 <= rescued < 300
    assert check(journal.store).good
    assert journal.store.count("assessment") == 100 + rescued
    assert [path.name for path in journal.folder.path.glob("damaged-*")] == ["damaged-1-journal.db"]


def page_of(journal: Journal, number: int) -> int:
    """Return the page of the file on which one record lies."""
    sql = "select pageno from dbstat where name = 'record' and pagetype = 'leaf' order by path"
    try:
        pages = [int(str(row[0])) for row in journal.store.connection.execute(sql)]
    except apsw.SQLError:
        size = int(str(journal.store.connection.pragma("page_count")))
        return size * number // 400
    return pages[len(pages) * number // 400]


def test_that_a_damaged_page_of_a_locked_file_is_told(journal: Journal) -> None:
    journal.store.put(*(check_of(number) for number in range(200)))
    vault.lock(journal, PASSPHRASE)
    journal.close()
    raw = bytearray(journal.folder.file.read_bytes())
    raw[len(raw) // 2] ^= 1
    journal.folder.file.write_bytes(raw)
    journal.open()
    with pytest.raises(JournalDamagedError):
        vault.unlock(journal, PASSPHRASE)


def test_that_a_damaged_copy_is_not_restored_and_nothing_changes(journal: Journal) -> None:
    journal.store.put(check_of(1))
    copy = journal.keep_copy()
    assert copy
    copy.file.write_bytes(copy.file.read_bytes().replace(b"jiebei", b"jiebej"))
    journal.store.put(check_of(2))
    with pytest.raises(JournalDamagedError):
        restore(journal, copy)
    assert sorted(journal.store.marks()) == [uid(1), uid(2)]


@pytest.mark.parametrize("locked", [False, True])
def test_that_a_second_window_is_told_to_wait_and_gets_it_afterwards(
    journal: Journal, clock: Clock, locked: bool
) -> None:
    if locked:
        vault.lock(journal, PASSPHRASE)
    second = Journal(journal.folder.path, clock)
    with pytest.raises(BusyError):
        opened_or_locked(second)
    journal.store.put(check_of(1))
    journal.close()
    opened_or_locked(second)
    assert second.store.count("assessment") == 1
    second.close()


def test_that_another_process_that_holds_it_is_told_and_its_death_sets_it_free(journal: Journal) -> None:
    journal.close()
    script = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from core.journal.journal import Journal
from tests.core.journal.desk import Clock, check_of
journal = Journal(Path(sys.argv[1]), Clock()); journal.open(); journal.store.put(check_of(1))
print("open", flush=True); sys.stdin.read()
"""
    command = [sys.executable, "-c", script, str(journal.folder.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(BusyError):
            journal.open()
        other.kill()
        other.wait()
    assert journal.open() == "open"
    assert journal.store.count("assessment") == 1


def test_that_a_file_from_the_future_is_left_alone(journal: Journal, clock: Clock) -> None:
    journal.store.put(check_of(1))
    journal.close()
    newer = Journal(journal.folder.path, clock, steps=WIDER)
    newer.open()
    newer.close()
    before = journal.folder.file.read_bytes()
    with pytest.raises(NewerJournalError) as told:
        journal.open()
    assert told.value.facts["found"] == len(WIDER)
    assert journal.folder.file.read_bytes() == before


def test_that_a_copy_is_kept_before_a_step_and_every_record_steps_along(journal: Journal, clock: Clock) -> None:
    journal.store.put(*one_of_each())
    journal.close()
    newer = Journal(journal.folder.path, clock, steps=WIDER)
    newer.open()
    assert [copy.why for copy in newer.folder.copies.all()] == ["step"]
    assert sorted(newer.store.marks()) == [record.uid for record in one_of_each()]
    assert contents_of(newer.where.at(newer.folder.copies.all()[0].file)).whole
    newer.close()


@pytest.mark.parametrize("planted", [b"just a text", MAGIC + b"\0" * 4080, b"\0" * 4096])
def test_that_another_file_under_its_name_is_not_taken_for_a_journal(journal: Journal, planted: bytes) -> None:
    journal.close()
    journal.folder.file.write_bytes(planted)
    with pytest.raises(AppError):
        opened_or_locked(journal)
    assert journal.folder.file.read_bytes() == planted


def test_that_a_foreign_database_is_not_taken_for_a_journal(journal: Journal) -> None:
    journal.close()
    journal.folder.file.unlink()
    foreign = apsw.Connection(str(journal.folder.file))
    foreign.execute("create table theirs (a); insert into theirs values (1)")
    foreign.close()
    with pytest.raises(JournalDamagedError):
        journal.open()


def test_that_a_folder_that_cannot_be_made_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotWritableError):
        Journal(tmp_path / "file" / "journal", clock).open()


def test_that_what_a_lock_could_not_finish_is_not_left_in_the_open(disk: Disk, tmp_path: Path) -> None:
    journal = Journal(tmp_path, Clock(), vfs=VFS)
    journal.open()
    journal.store.put(check_of(1, answers={"card.kind": TELLING}))
    vault.lock(journal, PASSPHRASE)
    with disk.failing(5, apsw.FullError), pytest.raises(AppError):
        vault.remove_lock(journal)
    assert holding(tmp_path, TELLING) == []
    again = reopened(journal)
    assert again.store.count("assessment") == 1
    again.close()
