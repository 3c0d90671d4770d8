"""The journal page in the window: kept from the result, locked, carried away, restored, deleted without a trace."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from core.journal.exchange import read_export
from core.journal.journal import Journal
from gui.settings import FILE as SETTINGS
from tests.pages.finding import shown
from tests.pages.keepsakes import KEPT, MORE_THAN_SHOWN, PASSPHRASE, keep_copies, keep_examples_now
from tests.pages.running import EVENING, Starter
from tests.pages.user import User


def files(user: User) -> list[str]:
    """Return every file the program has written, by its name."""
    folder = user.program.parts.folder
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def at_result(user: User) -> None:
    """Be at the result of a check."""
    user.program.parts.session.change(KEPT)
    user.shell.go("result")


def test_that_a_check_is_kept_when_asked_and_not_before(user: User) -> None:
    at_result(user)
    user.result.wait()
    user.shell.go("journal")
    assert user.journal.blocks[0] == "empty"
    assert "journal.db" not in files(user)
    user.journal.press("result")
    user.result.keep_in_journal()
    assert user.shell.banner == user.words("journalpage.kept")
    assert "journal.db" in files(user)
    user.result.keep_in_journal()
    user.shell.go("journal")
    assert user.journal.checks == 1
    assert user.program.parts.speaker.wording.date(EVENING.date()) in user.journal.said("check-1")


def test_that_a_check_is_read_and_its_answers_cannot_be_changed(user: User) -> None:
    keep_examples_now(user.program)
    user.shell.go("journal")
    user.journal.press("open", 1)
    cells = dict(user.journal.cells("reading"))
    wording, words = user.program.parts.speaker.wording, user.words
    assert cells[wording.fact_name("card.account_class")] == words("question.card.account_class.option.class_two")
    card = user.program.window.findChild(QWidget, "journal-block-reading")
    assert card is not None
    assert card.findChildren(QLineEdit) == []
    assert user.shell.focus == "journal-go_on"
    user.journal.press("close")
    assert user.shell.focus == "journal-open-1"
    user.journal.press("open", 2)
    user.journal.press("go_on")
    assert user.page == "review"
    assert user.draft.answers.values["card.account_class"] == "class_one"
    user.shell.undo()
    assert not user.draft.begun


def test_that_the_keyboard_stays_in_the_field_while_the_list_follows(anybody: User) -> None:
    keep_copies(anybody.program, MORE_THAN_SHOWN)
    anybody.shell.go("journal")
    anybody.journal.settle()
    field = shown(anybody.program.window, QLineEdit, "journal-field-last")
    field.setFocus()
    before = anybody.journal.said("filter")
    anybody.shell.type((EVENING.date() - dt.timedelta(days=18)).isoformat())
    anybody.journal.settle()
    assert (anybody.shell.focus, anybody.journal.checks) == ("journal-field-last", 2)
    assert anybody.journal.said("filter") != before


def test_that_the_lock_is_set_locked_opened_and_changed(user: User) -> None:
    keep_copies(user.program, 2)
    user.shell.go("journal")
    user.journal.type("new", "short")
    user.journal.type("again", "short")
    user.journal.press("set_lock")
    assert "{" not in user.journal.error("again")
    assert user.journal.error("again") != ""
    for field in ("new", "again"):
        user.journal.type(field, PASSPHRASE)
    user.journal.press("set_lock")
    code = user.journal.code
    assert len(code) > len(PASSPHRASE)
    user.journal.press("code_kept")
    assert not user.journal.can("code_kept")
    user.journal.press("lock_now")
    assert user.journal.blocks == ["trouble", "erase"]
    user.journal.type("secret", "four other words here")
    user.journal.press("unlock")
    assert user.journal.error("secret") == user.words("error.journal_wrong_passphrase")
    assert user.shell.focus == "journal-field-secret"
    user.journal.type("secret", PASSPHRASE)
    user.journal.press("unlock")
    assert user.journal.checks == 2
    user.journal.press("lock_now")
    user.journal.type("secret", code)
    user.journal.press("unlock")
    user.journal.type("old", PASSPHRASE)
    user.journal.press("take_off")
    assert user.journal.can("set_lock")


def test_that_a_wrong_present_passphrase_changes_nothing(anybody: User) -> None:
    keep_copies(anybody.program, 1)
    anybody.shell.go("journal")
    for field in ("new", "again"):
        anybody.journal.type(field, PASSPHRASE)
    anybody.journal.press("set_lock")
    anybody.journal.press("code_kept")
    new = "five new words stand here"
    for field, words in (("old", "not this one at all"), ("new", new), ("again", new)):
        anybody.journal.type(field, words)
    anybody.journal.press("change_secret")
    assert anybody.journal.error("again") == anybody.words("error.journal_wrong_passphrase")
    anybody.journal.press("lock_now")
    anybody.journal.type("secret", PASSPHRASE)
    anybody.journal.press("unlock")
    assert anybody.journal.checks == 1


def test_that_an_import_tells_what_it_would_do_first_and_is_taken_back(user: User, tmp_path: Path) -> None:
    keep_copies(user.program, 3)
    user.shell.go("journal")
    user.journal.file("export", tmp_path / "mine.json")
    assert len(read_export(tmp_path / "mine.json").records) == 3
    user.journal.press("delete", 1)
    user.journal.press("delete", 1)
    assert user.journal.checks == 1
    user.journal.file("import", tmp_path / "mine.json")
    told = user.journal.said("files")
    count = user.program.parts.speaker.wording.count
    assert user.words("journal.import_same", count=count(1, "records")) in told
    kind = user.words("journal.kind.assessment")
    assert user.words("journal.import_new", kind=kind, count=count(2, "records")) in told
    assert user.journal.checks == 1
    user.journal.press("import_apply")
    assert user.journal.checks == 3
    user.journal.press("take_back")
    assert user.journal.checks == 1
    (tmp_path / "other.json").write_text("[]")
    user.journal.file("import", tmp_path / "other.json")
    assert "other.json" in user.shell.banner


def test_that_deleting_everything_leaves_nothing_of_the_user(user: User) -> None:
    at_result(user)
    user.result.keep_in_journal()
    user.shell.go("journal")
    user.journal.press("erase")
    user.journal.press("erase_sure")
    assert user.shell.banner == user.words("journalpage.erase.done")
    assert user.journal.blocks[0] == "empty"
    assert not user.draft.begun
    assert [name for name in files(user) if name != SETTINGS] == []


def test_that_clearing_the_answers_says_that_the_journal_is_still_there(user: User) -> None:
    at_result(user)
    user.result.keep_in_journal()
    user.shell.go("settings")
    user.settings.erase()
    assert user.shell.banner == user.words("settings.erased_not_journal")
    user.shell.go("journal")
    assert user.journal.checks == 1


def test_that_a_damaged_journal_is_told_and_restored_from_a_copy(make_program: Starter) -> None:
    for _ in range(2):  # the second start makes a copy of what the first one kept
        user = make_program.user()
        keep_copies(user.program, 2)
        user.shell.go("journal")
        assert user.journal.checks == 2
        make_program.end(user.program)
    file = user.program.parts.folder / "journal.db"
    file.write_bytes(file.read_bytes()[:300])
    user = make_program.user("en")
    user.shell.go("journal")
    assert user.journal.blocks == ["trouble", "erase"]
    assert user.words("error.journal_damaged", file=str(file)) in user.journal.said("trouble")
    user.journal.press("restore")
    assert user.journal.checks == 2


def test_that_a_journal_that_somebody_else_has_is_told_and_opened_later(anybody: User) -> None:
    other = Journal(anybody.program.parts.folder, lambda: EVENING)
    other.open()
    anybody.shell.go("journal")
    assert anybody.words("error.journal_busy") in anybody.journal.said("trouble")
    at_result(anybody)
    anybody.result.keep_in_journal()
    assert anybody.shell.banner == anybody.words("error.journal_busy")
    other.close()
    anybody.shell.go("journal")
    assert anybody.journal.blocks[0] != "trouble"


def test_that_what_is_kept_is_there_at_the_next_start_and_undo_does_not_touch_it(make_program: Starter) -> None:
    user = make_program.user()
    at_result(user)
    user.result.wait()
    user.program.window.page.keep_requested.emit()  # type: ignore[union-attr]  # the result; and the window closes at once
    make_program.end(user.program)
    again = make_program.user()
    again.shell.go("journal")
    assert again.journal.checks == 1


def test_that_no_answer_of_a_locked_journal_is_in_any_file_of_it(anybody: User) -> None:
    keep_copies(anybody.program, 2)
    anybody.shell.go("journal")
    anybody.journal.settle()
    assert any(b"class_two" in path.read_bytes() for path in _journal_files(anybody))
    for field in ("new", "again"):
        anybody.journal.type(field, PASSPHRASE)
    anybody.journal.press("set_lock")
    anybody.journal.press("code_kept")
    anybody.journal.press("lock_now")
    assert [path.name for path in _journal_files(anybody) if b"class_two" in path.read_bytes()] == []


def _journal_files(user: User) -> list[Path]:
    return [path for path in user.program.parts.folder.rglob("*") if path.is_file() and path.suffix != ".json"]
