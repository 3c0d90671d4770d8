"""What the journal page decides about copies and damage. No window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.journal.records import KINDS, NoteRecord
from gui.journal_door import IDLE_MINUTES
from tests.core.journal.desk import one_of_each
from tests.pages.desk import NOW
from tests.pages.journal_keeper import DAY, PASSPHRASE, Page, cheap_keys, check_of, page

__all__ = ["cheap_keys", "page"]


def keep_two_copies(page: Page) -> None:
    """Let two copies be made: one with check 1, one with checks 1 and 2; check 3 is in none."""
    page.put(check_of(1, 5))
    page.restart()
    page.put(check_of(2, 3))
    page.now += DAY
    page.restart()
    page.put(check_of(3, 1))


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:1000])


def spoil_end(file: Path) -> None:
    """Damage the structure, and leave the records as they are."""
    file.write_bytes(file.read_bytes()[:-4096] + b"x" * 4096)


def spoil_record(name: str, page: Page) -> None:
    """Change bytes of a record; its seal tells."""
    sql = "update record set data = replace(data, 'jiebei', 'jiebej') where uid = ?"
    page.ask(lambda journal: journal.store.connection.execute(sql, (name,)))


def test_that_every_copy_tells_when_and_why_it_was_made_and_what_it_holds(page: Page) -> None:
    assert "copies" not in page.blocks
    keep_two_copies(page)
    page.act("copies")
    assert page.screen.state.title == page.words("copies.title")
    date = page.desk.speaker.wording.date
    assert [page.blocks[f"copy-{n}"].title for n in (1, 2)] == [date(NOW.replace(second=30) + DAY), date(NOW)]
    kind = page.office.words("journal.kind.assessment")
    assert page.words("copies.of_kind", kind=kind, count=2) in page.said("copy-1")
    assert page.words("copies.of_kind", kind=kind, count=1) in page.said("copy-2")
    assert page.words("copies.why.start") in page.said("copy-1")
    assert page.words("copies.whole") in page.said("copy-2")
    assert "copy-3" not in page.blocks
    page.act("copies_back")
    assert "check-1" in page.blocks


def test_that_what_would_be_lost_is_named_before_and_restoring_can_be_taken_back(page: Page) -> None:
    keep_two_copies(page)
    page.act("copies")
    page.press("copy-2", "copy")
    assert page.words("copies.lost", count=page.count(2)) in page.said("prospect")
    assert page.entry(check_of(3, 1)) in page.said("prospect")
    assert page.words("copies.nothing_back") in page.said("prospect")
    page.press("prospect", "restore_copy")
    assert (page.uids, page.wishes("prospect")) == ({1, 2, 3}, ["restore_not", "restore_sure"])
    page.press("prospect", "restore_not")
    assert page.uids == {1, 2, 3}
    page.press("prospect", "restore_copy")
    page.press("prospect", "restore_sure")
    assert (page.uids, page.office.told[-1]) == ({1}, page.words("copies.restored"))
    assert page.words("copies.why.restore") in page.said("copy-1")
    page.press("restored", "restore_back")
    assert (page.uids, "restored" in page.blocks) == ({1, 2, 3}, False)


def test_that_what_is_missing_can_be_brought_in_without_losing_anything(page: Page) -> None:
    keep_two_copies(page)
    page.ask(lambda journal: journal.store.remove([f"{1:032x}"]))
    page.act("copies")
    page.press("copy-2", "copy")
    assert page.words("copies.back_told", count=page.count(1)) in page.said("prospect")
    page.press("prospect", "gather")
    assert (page.uids, page.office.told[-1]) == ({1, 2, 3}, page.words("copies.gathered", count=page.count(1)))
    page.press("gathered", "take_back")
    assert page.uids == {2, 3}


def test_that_a_copy_like_the_journal_changes_nothing_and_offers_nothing(page: Page) -> None:
    page.put(check_of(1))
    page.restart()
    page.act("copies")
    page.press("copy-1", "copy")
    assert page.said("prospect") == [page.words("copies.same")]
    assert page.wishes("prospect") == ["copy_close"]


@pytest.mark.parametrize("harm", [cut_off, spoil_end])
@pytest.mark.parametrize("locked", [False, True])
def test_that_copies_are_seen_and_restored_when_the_journal_itself_is_damaged(
    page: Page, harm: Callable[[Path], None], locked: bool
) -> None:
    keep_two_copies(page)
    if locked:
        page.lock()
        page.act("code_kept")
    page.restart(harm)
    if locked and "unlock" in page.wishes("trouble"):  # what is damaged shows only after the secret
        page.type("secret", PASSPHRASE)
        page.act("unlock")
    assert page.office.words("error.journal_damaged", file=page.folder / "journal.db") in page.said("trouble")
    page.press("trouble", "copies")
    if "copies_key" in page.wishes("back"):
        assert page.wishes("copy-1") == []
        page.type("secret", "no such words at all")
        page.act("copies_key")
        assert page.blocks["back"].fields[0].error == page.office.words("error.journal_wrong_passphrase")
        page.type("secret", PASSPHRASE)
        page.act("copies_key")
    page.press("copy-1", "copy")
    rescued = 3 if harm is spoil_end else 0
    key = "rescue" if rescued else "rescue_nothing"
    assert page.said("prospect") == [page.words(f"copies.{key}", count=page.count(rescued))]
    page.press("prospect", "restore_copy")
    page.press("prospect", "restore_sure")
    assert page.uids == ({1, 2, 3} if rescued or locked else {1, 2}), "a copy is made when the lock is put on"
    assert "restored" not in page.blocks
    assert list(page.folder.glob("damaged-1-*")) != []


def test_that_a_locked_journal_asks_for_its_passphrase_before_the_copies(page: Page) -> None:
    keep_two_copies(page)
    page.lock()
    page.act("code_kept")
    page.act("lock_now")
    page.presenter.look_for(copies=True)
    page.settle()
    assert list(page.blocks) == ["trouble", "erase"]
    page.type("secret", PASSPHRASE)
    page.act("unlock")
    assert page.words("copies.whole") in page.said("copy-1")


def test_that_the_copies_of_a_damaged_locked_journal_close_by_themselves(page: Page) -> None:
    keep_two_copies(page)
    page.lock()
    page.restart(cut_off)
    page.act("copies")
    page.type("secret", PASSPHRASE)
    page.act("copies_key")
    assert "copy" in page.wishes("copy-1")
    page.seconds += IDLE_MINUTES * 60 + 1
    page.act("idle")
    assert "copy-1" not in page.blocks


def test_that_a_damaged_copy_says_so_and_gives_what_can_still_be_read(page: Page) -> None:
    page.put(check_of(1), check_of(2))
    page.restart()
    copy = next((page.folder / "copies").iterdir())
    raw = copy.read_bytes()
    at = raw.rindex(b'"jiebei"')
    copy.write_bytes(raw[:at] + b'"jiebej"' + raw[at + 8 :])
    page.ask(lambda journal: journal.store.remove([f"{n:032x}" for n in (1, 2)]))
    page.act("copies")
    assert page.words("copies.damaged", count=page.count(1)) in page.said("copy-1")
    page.press("copy-1", "copy")
    assert page.said("prospect")[0] == page.words("copies.not_whole")
    assert page.wishes("prospect") == ["gather", "copy_close"]
    page.press("prospect", "gather")
    assert len(page.uids) == 1


def test_that_what_cannot_be_read_is_listed_with_day_and_name_and_deleted_when_sure(page: Page) -> None:
    page.put(*(check_of(number, number) for number in range(1, 5)))
    name = f"{2:032x}"
    page.ask(lambda journal: journal.store.connection.execute("update record set data = 'x' where uid = ?", (name,)))
    page.presenter.look_up()
    page.settle()
    assert len([name for name in page.blocks if name.startswith("check-")]) == 3
    assert page.blocks["unread-1"].title == page.desk.speaker.wording.date((NOW - 2 * DAY).date())
    assert page.words("unread.name", name=name[:8]) in page.said("unread-1")
    page.press("unread-1", "drop")
    page.press("unread-1", "drop_not")
    assert page.uids == {1, 2, 3, 4}
    page.press("unread-1", "drop")
    page.press("unread-1", "drop_sure")
    assert (page.uids, "unread-1" in page.blocks) == ({1, 3, 4}, False)


def test_that_damaged_records_come_back_from_the_copies_and_no_copy_is_made_of_damage(page: Page) -> None:
    page.put(check_of(1), check_of(2))
    page.restart()
    page.put(check_of(3))
    spoil_record(f"{1:032x}", page)
    page.restart()
    assert len(list((page.folder / "copies").iterdir())) == 1, "a damaged state takes the place of no good one"
    assert page.said("damage") == [page.words("damage.records", count=page.count(1))]
    page.press("damage", "mend")
    assert ("damage" in page.blocks, "unread-1" in page.blocks) == (False, False)
    assert page.ask(lambda journal: journal.store.get(f"{1:032x}")) == check_of(1)
    page.restart()
    assert len(list((page.folder / "copies").iterdir())) == 2


@pytest.mark.parametrize("locked", [False, True])
def test_that_each_start_keeps_a_copy_of_what_changed_before_also_behind_a_lock(page: Page, locked: bool) -> None:
    page.put(check_of(1))
    if locked:
        page.lock()
    for number in range(2, 4):
        page.restart()
        if locked:
            page.type("secret", PASSPHRASE)
            page.act("unlock")
        page.put(check_of(number))
    assert len(list((page.folder / "copies").iterdir())) == 2


def test_that_a_large_file_is_looked_through_in_pieces_and_then_told_and_copied(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.journal.health.AT_ONCE", 0)
    monkeypatch.setattr("core.journal.health.PIECE", 2)
    page.put(*(check_of(number) for number in range(1, 8)))
    page.restart()
    assert len(list((page.folder / "copies").iterdir())) == 1
    spoil_record(f"{5:032x}", page)
    page.restart()
    assert page.said("damage") == [page.words("damage.records", count=page.count(1))]
    assert page.words("unread.damaged") in page.said("unread-1")


def test_that_work_asked_for_meanwhile_is_done_between_two_pieces(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.journal.health.AT_ONCE", 0)
    monkeypatch.setattr("core.journal.health.PIECE", 1)
    page.put(*(check_of(number) for number in range(1, 6)))
    page.restart()
    page.room.around(lambda journal: journal.close(), lambda _: None)
    page.settle()
    page.presenter.look_up()
    later = page.office.later
    order: list[str] = []
    while later.jobs:
        job = later.jobs.pop(0)
        if not job.cancelled:
            if len(order) == 2:
                page.room.around(lambda _: order.append("asked"), lambda _: None)
            order.append(getattr(job.work, "__name__", "other"))
            job.on_done(job.work(lambda: False))
    assert order.index("asked") < len(order) - 2, "the check went on after it"


def test_that_a_file_found_broken_later_leads_to_the_copies(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_two_copies(page)
    monkeypatch.setattr("core.journal.health.AT_ONCE", 0)
    page.restart(spoil_end)
    assert page.said("damage") == [page.words("damage.file")]
    page.press("damage", "copies")
    page.press("copy-1", "copy")
    page.press("prospect", "restore_copy")
    page.press("prospect", "restore_sure")
    assert page.uids == {1, 2, 3}
    page.act("copies_back")
    assert "damage" not in page.blocks


def test_that_records_of_every_kind_are_named_in_a_line(page: Page) -> None:
    record = one_of_each()
    assert {one.kind for one in record} == set(KINDS)
    for one in record:
        told = page.entry(one)
        assert page.desk.speaker.wording.date(one.day) in told
        assert page.office.words(f"journal.kind.{one.kind}") in told
        assert "{" not in told


def test_that_a_long_note_is_cut_in_the_line_that_names_it(page: Page) -> None:
    note = NoteRecord(uid="a" * 32, day=NOW.date(), changed=NOW, place="lender_service", text="wait " * 100)
    assert page.entry(note).endswith("…")
    assert len(page.entry(note)) < 100
