"""What the journal page decides about imports, tables of scores and the recovery code. No window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.journal.exchange import export_json
from core.journal.journal import Journal
from core.journal.records import AnyRecord, NoteRecord, ScoreRecord
from core.journal.store import Store
from gui.desk import CODE
from tests.pages.desk import NOW
from tests.pages.journal_keeper import Page, cheap_keys, check_of, page

__all__ = ["cheap_keys", "page"]
REPORTS = Path(__file__).parents[2] / "resources" / "reports"


def exported(page: Page, tmp_path: Path, *records: AnyRecord) -> str:
    """Return a file that another computer wrote."""
    other = Journal(None, lambda: NOW)
    other.open()
    other.store.put(*records)
    (tmp_path / "other.json").write_text(export_json(other.store, NOW), "utf-8")
    return str(tmp_path / "other.json")


def note(number: int, text: str) -> NoteRecord:
    return NoteRecord(uid=f"{number:032x}", day=NOW.date(), changed=NOW, place="lender_service", text=text)


def score(number: int, value: float) -> ScoreRecord:
    return ScoreRecord(uid=f"{number:032x}", day=NOW.date(), changed=NOW, of="platform", value=value)


def test_that_an_import_is_chosen_by_kind_and_by_record_and_taken_back(page: Page, tmp_path: Path) -> None:
    mine: list[AnyRecord] = [check_of(1), check_of(2), note(3, "mine"), score(4, 600)]
    page.put(*mine)
    theirs: list[AnyRecord] = [
        *(check_of(n, mode="after") for n in (1, 2)),
        note(3, "theirs"),
        score(4, 610),
        score(5, 620),
        check_of(6),
    ]
    page.act("import", file=exported(page, tmp_path, *theirs))
    fields = {field.id: field for field in page.blocks["files"].fields}
    assert set(fields) == {"take-score", "take-assessment", "side-assessment", "side-note", "side-score"}
    assert [choice for choice, _ in fields["side-note"].choices] == ["mine", "theirs", "newer", "both"]
    assert [choice for choice, _ in fields["side-score"].choices] == ["mine", "theirs", "newer"]
    assert any(page.entry(check_of(1)) in line for line in page.said("conflict-1"))
    page.type("take-score", "leave")
    page.type("side-assessment", "theirs")
    page.type("side-note", "both")
    place = next(n for n in (1, 2, 3, 4) if page.presenter.shown.plan.conflicts[n - 1].uid == f"{2:032x}")  # type: ignore[union-attr]  # a plan is shown
    page.type(f"one-{place}", "mine")
    page.act("import_apply")
    kept: Store = page.ask(lambda journal: journal.store)
    assert (kept.get(f"{1:032x}"), kept.get(f"{2:032x}")) == (theirs[0], mine[1])
    texts = {record.text for record in kept.each("note") if isinstance(record, NoteRecord)}
    assert texts == {"mine", "theirs"}
    assert list(kept.each("score")) == [mine[3]]
    assert kept.get(f"{6:032x}") == check_of(6)
    page.act("take_back")
    assert sorted(page.ask(lambda journal: list(journal.store.each())), key=lambda record: record.uid) == mine


def test_that_an_import_given_up_changes_nothing_and_forgets_what_was_chosen(page: Page, tmp_path: Path) -> None:
    page.put(check_of(1))
    file = exported(page, tmp_path, check_of(1, mode="after"), check_of(2))
    page.act("import", file=file)
    page.type("side-assessment", "theirs")
    page.act("import_not")
    assert (page.uids, page.wishes("files")) == ({1}, ["export", "export_scores", "import"])
    page.act("import", file=file)
    assert {field.id: field.text for field in page.blocks["files"].fields} == {
        "take-assessment": "take",
        "side-assessment": "mine",
    }


def test_that_scores_go_out_as_a_table(page: Page, tmp_path: Path) -> None:
    page.put(check_of(1, answers={"score.history": [["2026-09-01", 650.0]]}), score(2, 655))
    page.act("export_scores", file=str(tmp_path / "scores.csv"))
    assert (tmp_path / "scores.csv").read_text() == "date,score\n2026-09-01,650\n2026-09-28,655\n"
    count = page.desk.speaker.wording.count(2, "scores")
    assert page.office.told[-1] == page.words("files.exported_scores", count=count, file="scores.csv")


def test_that_nothing_goes_out_over_the_journal_itself(page: Page) -> None:
    page.put(score(2, 655))
    folder = page.ask(lambda journal: journal.folder)
    before = folder.file.read_bytes()
    for what in ("export", "export_scores"):
        page.act(what, file=str(folder.file))
        assert page.presenter.shown.error == page.desk.speaker.words("error.journal_export_inside", folder=folder.path)
    assert folder.file.read_bytes() == before


def test_that_the_recovery_code_waits_until_it_was_written_down(page: Page) -> None:
    page.put(check_of(1))
    page.lock()
    code = next(line.words for line in page.blocks["lock"].lines if line.name == "code")
    page.presenter.close()
    page.enter()
    assert code in page.said("lock"), "another language or look makes the page anew"
    page.act("lock_now")
    assert all(code not in line.words for block in page.blocks.values() for line in block.lines)
    page.type("secret", code)
    page.act("unlock")
    assert code in page.said("lock")
    page.act("code_kept")
    page.presenter.close()
    page.enter()
    assert code not in page.said("lock")
    assert CODE not in page.desk.memory


def test_that_the_recovery_code_is_printed_by_itself(page: Page) -> None:
    page.put(check_of(1))
    page.lock()
    code = next(line.words for line in page.blocks["lock"].lines if line.name == "code")
    layouts = {name: (REPORTS / name).read_text("utf-8") for name in ("document.html.j2", "report.css")}
    page.presenter.close()
    page.desk = replace(page.desk, layouts=layouts)
    page.enter()
    only_digits = "-".join(["0123"] * 7)
    for told in (code, only_digits):  # a letter masks long runs of digits
        page.desk.memory[CODE] = told
        page.act("code_print")
        assert told in page.desk.paper.shown[-1].html  # type: ignore[attr-defined]  # the sheets of the tests
