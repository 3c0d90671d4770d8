"""A guest: everything can be done, and nothing of it is written anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.journal.errors import LockedError
from core.journal.exchange import export_json
from core.journal.find import Query, find
from core.journal.health import check
from core.journal.journal import Journal
from core.journal.merge import Choices, apply_merge, plan_merge, undo_merge
from core.journal.restoring import erase_everything
from core.journal.scores import score_table_of
from tests.core.journal.desk import NOON, TELLING, Clock, check_of, holding, one_of_each, tree


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is home, working place and place for temporary files at once, with something in it."""
    (tmp_path / "old.txt").write_text("was here before")
    for name in ("HOME", "TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_that_a_guest_leaves_the_tree_of_files_as_it_was_byte_for_byte(world: Path) -> None:
    before = tree(world)
    journal = Journal(None, Clock())
    assert journal.open() == "guest"
    journal.store.put(*one_of_each(), *(check_of(number) for number in range(100, 3000)))
    apply_merge(journal.store, plan_merge(journal.store, [check_of(5000)]), Choices(), NOON)
    undo_merge(journal.store)
    assert find(journal.store, Query("assessment", (f"card.kind={TELLING}",))).total == 1
    assert check(journal.store).good
    assert TELLING in export_json(journal.store, NOON)
    assert score_table_of(journal.store).text
    assert journal.keep_copy() is None
    assert tree(world) == before
    journal.close()
    assert tree(world) == before
    assert holding(world, TELLING) == []


def test_that_nothing_of_a_guest_is_there_after_closing(world: Path) -> None:
    journal = Journal(None, Clock())
    journal.open()
    journal.store.put(check_of(1))
    journal.close()
    with pytest.raises(LockedError):
        _ = journal.store
    journal.open()
    assert journal.store.count("assessment") == 0
    erase_everything(journal)
    assert sorted(tree(world)) == ["old.txt"]


def test_that_erasing_a_guests_journal_twice_touches_nothing_where_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copies").mkdir()
    for name in ("journal.db", "journal.keys", "copies/000001-20260101T000000-start.db"):
        (tmp_path / name).write_bytes(b"somebody's")
    monkeypatch.chdir(tmp_path)
    before, guest = tree(tmp_path), Journal(None, lambda: NOON)
    guest.open()
    for _ in range(2):
        erase_everything(guest)
    assert guest.folder.copies.all() == ()
    assert tree(tmp_path) == before
