"""A record that cannot be read is named with its day, hides no other, goes along in an export and can be deleted."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from core.errors import AppError
from core.journal.database import reading
from core.journal.errors import JournalDamagedError
from core.journal.exchange import export_json, read_export
from core.journal.find import Query, find, strangers
from core.journal.health import AT_ONCE, BROKEN, Health, check, in_pieces, look_again, quick_check, seal_check
from core.journal.inside import contents_of, outlook
from core.journal.journal import Journal
from core.journal.merge import Choices, apply_merge, plan_merge, undo_merge
from core.journal.records import AnyRecord, NoteRecord
from core.journal.restoring import gather, mend, restore
from core.journal.rows import Unread, seal_of
from core.journal.store import Store
from tests.core.journal.desk import NOON, check_of, one_of_each, uid

DAY = dt.date(2026, 11, 20)
NEWER = '{"kind": "assessment", "of": "a program to come"}'
Spoil = Callable[[Journal, str], None]


def spoil_bytes(journal: Journal, name: str) -> None:
    """Change bytes of a record so that they are no text any more."""
    sql = "update record set data = cast(x'7b22ff7d' as text) where uid = ?"
    journal.store.connection.execute(sql, (name,))


def spoil_sign(journal: Journal, name: str) -> None:
    """Change one sign."""
    journal.store.connection.execute("update record set data = replace(data, 'a', 'b') where uid = ?", (name,))


def spoil_seal(journal: Journal, name: str) -> None:
    """Lose content and seal."""
    journal.store.connection.execute("update record set data = '', seal = 'x', day = 'y' where uid = ?", (name,))


def come_from_later(journal: Journal, name: str) -> None:
    """Let a newer program have written a record."""
    sql = "update record set data = ?, seal = ? where uid = ?"
    journal.store.connection.execute(sql, (NEWER, seal_of(NEWER), name))


SPOILED: tuple[Spoil, ...] = (spoil_bytes, spoil_sign, spoil_seal, come_from_later)


def notes(*numbers: int) -> list[AnyRecord]:
    return [
        NoteRecord(uid=uid(number), day=DAY, changed=NOON, place="lender_service", text="wait") for number in numbers
    ]


@pytest.mark.parametrize("spoil", SPOILED)
def test_that_one_unreadable_record_hides_no_other_and_is_named(journal: Journal, spoil: Spoil) -> None:
    journal.store.put(*(check_of(number) for number in range(1, 6)))
    spoil(journal, uid(3))
    found = find(journal.store, Query("assessment"))
    assert (found.total, {record.uid for record in found.records}) == (5, {uid(n) for n in (1, 2, 4, 5)})
    (named,) = found.unread
    assert (named.uid, named.kind, named.why) == (
        uid(3),
        "assessment",
        "unknown" if spoil is come_from_later else "damaged",
    )
    assert named.day == (None if spoil is spoil_seal else DAY)
    assert [entry for entry in journal.store.entries() if isinstance(entry, Unread)] == [named]
    assert len(list(journal.store.each())) == 4


@pytest.mark.parametrize("spoil", SPOILED)
def test_that_a_search_in_notes_goes_on_past_one_that_cannot_be_read(journal: Journal, spoil: Spoil) -> None:
    journal.store.put(*notes(1, 2, 3))
    spoil(journal, uid(2))
    assert {record.uid for record in find(journal.store, Query("note", text="WAIT")).records} == {uid(1), uid(3)}


@pytest.mark.parametrize("spoil", SPOILED)
def test_that_an_unreadable_record_can_be_deleted_and_the_undo_of_imports_survives(
    journal: Journal, spoil: Spoil
) -> None:
    apply_merge(journal.store, plan_merge(journal.store, [check_of(1), check_of(2)]), Choices(), NOON)
    spoil(journal, uid(1))
    assert journal.store.remove([uid(1)]) == 1
    assert check(journal.store).good
    assert undo_merge(journal.store).removed == 2
    assert list(journal.store.entries()) == []


@pytest.mark.parametrize("spoil", SPOILED)
def test_that_a_journal_with_one_unreadable_record_opens_and_knows_it(journal: Journal, spoil: Spoil) -> None:
    journal.store.put(check_of(1), check_of(2))
    spoil(journal, uid(2))
    journal.close()
    journal.open()
    assert journal.health
    assert journal.health.damaged == (() if spoil is come_from_later else (uid(2),))
    assert journal.store.get(uid(1)) == check_of(1)


def test_that_records_of_an_unknown_kind_are_found_apart(journal: Journal) -> None:
    journal.store.put(*one_of_each())
    journal.store.connection.execute("update record set kind = 'dream' where uid = ?", (uid(4),))
    assert [(one.uid, one.kind, one.day) for one in strangers(journal.store)] == [(uid(4), "dream", DAY)]


@pytest.mark.parametrize("spoil", SPOILED)
def test_that_an_export_names_what_cannot_be_read_and_gives_its_bytes(
    journal: Journal, spoil: Spoil, tmp_path: Path
) -> None:
    journal.store.put(check_of(1), check_of(2))
    spoil(journal, uid(2))
    text = export_json(journal.store, NOON)
    (raw,) = json.loads(text)["unread"]
    assert raw["uid"] == uid(2)
    if spoil is come_from_later:
        assert raw["data"] == NEWER
    (tmp_path / "out.json").write_text(text, "utf-8")
    back = read_export(tmp_path / "out.json")
    assert (back.records, back.unread) == ([check_of(1)], 1)


def test_that_what_an_older_program_could_not_read_comes_in_where_it_can_be_read(tmp_path: Path) -> None:
    record = check_of(2)
    raw = {"uid": uid(2), "kind": "assessment", "day": "2026-11-20", "why": "unknown", "data": record.model_dump_json()}
    damaged = {**raw, "uid": uid(3), "why": "damaged", "data": check_of(3).model_dump_json()}
    data = {"format": 1, "made": str(NOON), "records": [], "unread": [raw, damaged]}
    (tmp_path / "out.json").write_text(json.dumps(data), "utf-8")
    back = read_export(tmp_path / "out.json")
    assert (back.records, back.unread) == ([record], 1)


@pytest.mark.parametrize("spoil", SPOILED)
def test_that_an_import_leaves_alone_what_cannot_be_read_here(journal: Journal, spoil: Spoil) -> None:
    journal.store.put(check_of(1), check_of(2))
    spoil(journal, uid(2))
    before = journal.store.marks()[uid(2)]
    plan = plan_merge(journal.store, [check_of(2, mode="after"), check_of(3)])
    assert ([one.uid for one in plan.blocked], len(plan.conflicts)) == ([uid(2)], 0)
    apply_merge(journal.store, plan, Choices("theirs"), NOON)
    assert journal.store.marks()[uid(2)] == before
    assert set(journal.store.marks()) == {uid(1), uid(2), uid(3)}


@pytest.mark.parametrize("spoil", SPOILED)
def test_that_pieces_find_what_a_whole_check_finds(journal: Journal, spoil: Spoil) -> None:
    journal.store.put(*(check_of(number) for number in range(1, 1203)))
    spoil(journal, uid(700))
    turns: list[None] = []

    def whole() -> Generator[None, None, Health]:
        found = yield from in_pieces(journal.store)
        assert found == check(journal.store)
        return found

    turns.extend(whole())
    assert len(turns) > 2, "others had their turn between"


def test_that_pieces_find_a_broken_structure(journal: Journal) -> None:
    journal.store.put(check_of(1))
    journal.close()
    whole = journal.folder.file.read_bytes()
    journal.folder.file.write_bytes(whole[:-4096] + b"x" * 4096)
    with pytest.raises(JournalDamagedError):
        journal.open()
    with reading(journal.where) as connection:
        store = Store(connection, journal.where.file)
        assert seal_check(store) == BROKEN
        found: list[Health] = []

        def broken() -> Generator[None, None, None]:
            found.append((yield from in_pieces(store)))

        list(broken())
    assert found == [BROKEN]


def test_that_a_large_file_is_not_looked_through_while_it_is_opened(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.journal.health.AT_ONCE", 0)
    assert AT_ONCE > 0
    journal.store.put(check_of(1))
    assert quick_check(journal.store) is None


@pytest.mark.parametrize("spoil", SPOILED[:3])
def test_that_damaged_records_come_back_from_the_newest_copy_that_has_them(journal: Journal, spoil: Spoil) -> None:
    journal.store.put(check_of(1), check_of(2), check_of(3))
    journal.keep_copy()
    journal.store.put(check_of(1, mode="after"))
    journal.keep_copy()
    for number in (1, 2):
        spoil(journal, uid(number))
    journal.store.put(check_of(4))
    journal.close()
    journal.open()
    assert mend(journal) == 2
    assert journal.health
    assert look_again(journal.store, journal.health).good
    assert list(journal.store.each()) == [check_of(1, mode="after"), *(check_of(n) for n in (2, 3, 4))]


def test_that_what_was_wrong_is_not_wrong_any_more_when_it_was_deleted(journal: Journal) -> None:
    journal.store.put(check_of(1), check_of(2))
    spoil_sign(journal, uid(1))
    come_from_later(journal, uid(2))
    known = check(journal.store)
    assert look_again(journal.store, known) == known
    journal.store.remove([uid(1)])
    left = look_again(journal.store, known)
    assert (left.damaged, left.unreadable) == ((), (uid(2),))


def test_that_a_damaged_copy_still_gives_what_is_missing_and_undo_takes_it_back(journal: Journal) -> None:
    journal.store.put(check_of(1), check_of(2))
    spoil_sign(journal, uid(1))
    copy = journal.keep_copy()
    assert copy
    inside = contents_of(journal.where.at(copy.file))
    assert (inside.sound, inside.damaged, inside.whole, inside.counts) == (True, 1, False, {"assessment": 2})
    with pytest.raises(AppError):
        restore(journal, copy)
    journal.store.remove([uid(1), uid(2)])
    journal.store.put(check_of(3))
    assert gather(journal, copy).added == 1
    assert {record.uid for record in journal.store.each()} == {uid(2), uid(3)}
    undo_merge(journal.store)
    assert list(journal.store.each()) == [check_of(3)]


def test_that_what_a_restore_would_lose_is_named_newest_first(journal: Journal) -> None:
    journal.store.put(check_of(1), check_of(2))
    copy = journal.keep_copy()
    assert copy
    late = check_of(4, day="2026-11-24")
    journal.store.put(check_of(3), late, check_of(1, mode="after"))
    journal.store.remove([uid(2)])
    told = outlook(journal.store, journal.where.at(copy.file))
    assert told.lost == (late, check_of(3))
    assert (told.older, told.back) == ((check_of(1, mode="after"),), (check_of(2),))
    assert told.difference.lost == {"assessment": (uid(3), uid(4))}
