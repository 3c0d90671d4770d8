"""``disburse-check journal`` as somebody meets it who keeps a journal: open, locked, damaged, deleted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.journal import keys, vault
from core.journal.journal import Journal
from core.journal.records import NoteRecord
from core.journal.rows import seal_of
from tests.core.commands.running import Run
from tests.core.journal.desk import NOON, PASSPHRASE, Clock, check_of, one_of_each, result_of, tree, uid


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return where the program keeps what is the user's."""
    return tmp_path / "data"


@pytest.fixture(name="journal")
def _journal(run: Run, monkeypatch: pytest.MonkeyPatch, data: Path) -> Run:
    monkeypatch.setattr("core.cli.user_data_path", lambda _name, appauthor: data)
    monkeypatch.setattr(keys, "MEMORY_KIB", 32)
    return lambda *arguments: run("journal", *arguments, "--lang", "en")


@pytest.fixture
def kept(data: Path) -> Journal:
    """Return a journal with one record of each kind, closed."""
    journal = Journal(data / "journal", Clock())
    journal.open()
    journal.store.put(*one_of_each()[1:], check_of(1, result=result_of()))
    journal.keep_copy()
    journal.close()
    return journal


def lock(journal: Journal) -> None:
    journal.open()
    vault.lock(journal, PASSPHRASE)
    journal.close()


def test_that_without_a_journal_nothing_is_made_and_that_is_said(journal: Run, data: Path) -> None:
    for words in (("list",), ("check",), ("import", "--undo"), ("delete", uid(1)), ("export", data / "out")):
        code, out, err = journal(*words)
        assert (code, out) == (2, "")
        assert "There is no journal in" in err
    assert not data.exists()


def test_that_the_list_has_a_line_for_every_record(journal: Run, kept: Journal) -> None:
    code, out, _ = journal("list")
    assert code == 0
    assert [line.partition("  ")[0] for line in out.splitlines()[:-1]] == [uid(number)[:8] for number in range(1, 7)]
    for part in (
        "check: 1 answer, risk of failure",
        "652 points",
        "try: failed",
        "wait three days",
        "letter sent: Dispute of an entry",
        "In all: 6 records",
    ):
        assert part in out


def test_that_the_list_narrows_by_kind_day_and_answer(journal: Run, kept: Journal) -> None:
    ask = ("list", "--json", "--kind", "assessment")
    assert [record["uid"] for record in json.loads(journal(*ask, "--having", "request.lender=jiebei")[1])] == [uid(1)]
    assert json.loads(journal(*ask, "--having", "band=high")[1]) == []
    assert json.loads(journal(*ask, "--from", "2026-11-21")[1]) == []
    assert len(json.loads(journal("list", "--json", "--to", "2026-11-20")[1])) == 6


def test_that_a_long_list_says_that_there_is_more(journal: Run, kept: Journal) -> None:
    kept.open()
    kept.store.put(*(check_of(number) for number in range(10, 300)))
    kept.close()
    out = journal("list", "--kind", "assessment")[1]
    assert "In all: 291 records" in out
    assert "Shown are the newest 200" in out


def test_that_what_is_exported_can_be_imported_and_taken_back(journal: Run, kept: Journal, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    code, out, _ = journal("export", file)
    assert code == 0
    assert "6 records written" in out
    assert "not locked" in out
    other = tmp_path / "other"
    assert journal("import", file, "--folder", other)[0] == 2, "counting makes no journal"
    assert not other.exists()
    assert "Added: 6 records" in journal("import", file, "--apply", "--folder", other)[1]
    assert len(json.loads(journal("list", "--json", "--folder", other)[1])) == 6
    assert "Removed: 6 records" in journal("import", "--undo", "--folder", other)[1]
    assert json.loads(journal("list", "--json", "--folder", other)[1]) == []
    assert journal("import", "--undo", "--folder", other)[0] == 2


def test_that_an_import_counts_and_shows_conflicts_before_it_changes_anything(
    journal: Run, kept: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "out.json"
    journal("export", file)
    kept.open()
    kept.store.put(check_of(1, mode="after"))
    kept.store.remove([uid(2)])
    before = kept.store.marks()
    kept.close()
    out = journal("import", file)[1]
    for part in ("unchanged: 4 records", "New, score: 1 record", "Different on both sides", "mode, result", "--apply"):
        assert part in out
    kept.open()
    assert kept.store.marks() == before
    kept.close()
    assert "Replaced by those in the file: 1 record" in journal("import", file, "--apply", "--keep", "theirs")[1]


def test_that_scores_and_outcomes_go_out_in_their_own_forms(journal: Run, kept: Journal, tmp_path: Path) -> None:
    journal("export", tmp_path / "scores.csv", "--scores")
    assert (tmp_path / "scores.csv").read_text() == "date,score\n2026-11-20,652\n"
    journal("export", tmp_path / "out.jsonl", "--outcomes")
    assert json.loads((tmp_path / "out.jsonl").read_text())["message"] == "card_class_limit"


def test_that_a_check_tells_good_from_damaged(journal: Run, kept: Journal) -> None:
    code, out, _ = journal("check")
    assert (code, out) == (0, "Everything is in order: 6 records, and 1 copy kept beside the journal.\n")
    kept.open()
    foreign = NoteRecord(uid=uid(4), day=NOON.date(), changed=NOON, place="police", text="x").model_dump_json()
    kept.store.connection.execute("update record set data = ? where uid = ?", (foreign, uid(4)))
    kept.close()
    code, out, err = journal("check")
    assert (code, out) == (2, "")
    assert "is damaged" in err


def test_that_a_check_names_a_record_that_only_a_newer_program_can_read(journal: Run, kept: Journal) -> None:
    kept.open()
    sql = "update record set data = ?, seal = ? where uid = ?"
    kept.store.connection.execute(sql, ("{}", seal_of("{}"), uid(4)))
    kept.close()
    code, out, err = journal("check")
    assert (code, out) == (2, "")
    assert "Record 00000000 is whole" in err


def test_that_the_list_names_what_cannot_be_read_and_hides_nothing_else(journal: Run, kept: Journal) -> None:
    kept.open()
    connection = kept.store.connection
    connection.execute("update record set data = 'x' where uid = ?", (uid(4),))
    connection.execute("update record set kind = 'dream' where uid = ?", (uid(5),))
    kept.close()
    _, out, _ = journal("list")
    assert "00000000  20 November 2026  cannot be read: damaged. A copy may still have it." in out
    assert "cannot be read: a newer version of the program may." in out
    assert f"In all: {len(one_of_each())} records" in out
    listed = json.loads(journal("list", "--json")[1])
    assert [(one["kind"], one["unread"]) for one in listed if "unread" in one] == [
        ("note", "damaged"),
        ("dream", "unknown"),
    ]
    assert len(listed) == len(one_of_each())


def test_that_an_import_says_what_cannot_be_read_on_either_side(journal: Run, kept: Journal, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    journal("export", file)
    data = json.loads(file.read_text("utf-8"))
    data["unread"] = [{"uid": "x", "kind": "dream", "day": None, "why": "unknown", "data": "{}"}]
    next(one for one in data["records"] if one["uid"] == uid(4))["text"] = "another one"
    file.write_text(json.dumps(data), "utf-8")
    kept.open()
    kept.store.connection.execute("update record set data = 'x' where uid = ?", (uid(4),))
    kept.close()
    out = journal("import", file)[1]
    assert "In the file and not readable: 1 record. They are left out." in out
    assert "Left as it is: record 00000000 cannot be read here" in out


def test_that_a_locked_journal_asks_for_its_passphrase(
    journal: Run, kept: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(kept)
    monkeypatch.setattr("getpass.getpass", lambda _asks: "a wrong one")
    code, out, err = journal("list")
    assert (code, out) == (2, "")
    assert "neither the passphrase nor the recovery code" in err
    monkeypatch.setattr("getpass.getpass", lambda _asks: PASSPHRASE)
    assert "In all: 6 records" in journal("list")[1]
    (tmp_path / "secret").write_text(f"{PASSPHRASE}\n")
    assert "In all: 6 records" in journal("list", "--passphrase-file", tmp_path / "secret")[1]
    assert journal("list", "--passphrase-file", tmp_path / "none")[0] == 2


def test_that_single_records_are_deleted_by_the_name_the_list_shows(journal: Run, kept: Journal) -> None:
    kept.open()
    kept.store.put(check_of(1).model_copy(update={"uid": "ab" * 16}))
    kept.close()
    assert "Deleted: 1 record." in journal("delete", "abababab")[1]
    for name in ("abab", "00000000", "nobody"):
        code, _, err = journal("delete", name)
        assert code == 2
        assert "Nothing was changed" in err


@pytest.mark.parametrize("locked", [False, True])
def test_that_everything_is_deleted_only_when_sure_and_then_nothing_is_left(
    journal: Run, kept: Journal, data: Path, locked: bool
) -> None:
    if locked:
        lock(kept)
    before = tree(data)
    assert "--yes" in journal("delete", "--everything")[1]
    assert tree(data) == before
    assert journal("delete", "--everything", "--yes")[0] == 0
    assert tree(data) == {"journal": "folder"}


def test_that_the_example_lists_made_up_people_and_leaves_the_folder_as_it_was(
    journal: Run, kept: Journal, data: Path
) -> None:
    before, own = tree(data), kept.folder.file.read_bytes()
    code, told, _ = journal("list", "--example")
    assert (code, told.partition(":")[0]) == (0, "An example")
    code, text, _ = journal("list", "--example", "--json", "--kind", "attempt")
    found = json.loads(text)
    assert found["example"] is True
    assert {record["kind"] for record in found["records"]} == {"attempt"}
    assert uid(1) not in text
    assert (tree(data), kept.folder.file.read_bytes()) == (before, own)


def test_that_the_example_needs_no_journal_and_makes_none(journal: Run, data: Path) -> None:
    assert journal("list", "--example")[0] == 0
    assert not data.exists()


def test_that_a_note_of_several_lines_is_listed_in_one(journal: Run, data: Path) -> None:
    kept = Journal(data / "journal", Clock())
    kept.open()
    kept.store.put(NoteRecord(uid=uid(4), day=NOON.date(), changed=NOON, place="police", text="First.\nSecond."))
    kept.close()
    _, told, _ = journal("list", "--kind", "note")
    assert ["First." in line and "Second." in line for line in told.splitlines()] == [True, False]


@pytest.mark.parametrize("form", [(), ("--scores",), ("--outcomes",)])
def test_that_no_export_is_written_over_the_journal_or_beside_it(
    journal: Run, kept: Journal, data: Path, form: tuple[str, ...]
) -> None:
    before = tree(data)
    for name in ("journal.db", "copies/other.json", "../journal/new.json"):
        code, out, err = journal("export", data / "journal" / name, *form)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "The journal itself lies in" in err
    assert tree(data) == before
