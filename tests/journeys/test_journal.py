"""A check is kept, tries noted, two checks compared, the lock used, a copy restored, all deleted: with keys alone."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from gui.draft import with_answer
from gui.opening import Folders
from gui.settings import FILE as SETTINGS
from gui.settings import SettingsFile
from gui.shell import ICONS
from tests.journeys.test_keyboard import tab_to
from tests.journeys.test_network import type_by_keys
from tests.pages.finding import shown
from tests.pages.keepsakes import KEPT, PASSPHRASE, keep_examples_now
from tests.pages.running import LOOKS, Clock, Starter
from tests.pages.user import User

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = {page: Key(Key.Key_1.value + number) for number, page in enumerate(ICONS)}


def go_by_keys(user: User, page: str) -> None:
    """Go to a page."""
    user.shell.press(PAGES[page], modifier=CONTROL)
    assert user.page == page
    (user.result.wait if page == "result" else user.journal.settle)()


def press_by_keys(user: User, name: str) -> None:
    """Go to a button with the tabulator and press it."""
    tab_to(user, name)
    user.shell.press(Key.Key_Space)
    user.journal.settle()


def keep_by_keys(user: User) -> None:
    """Keep the check that is open."""
    go_by_keys(user, "result")
    press_by_keys(user, "result-keep")
    assert user.shell.banner == user.words("journalpage.kept")


def note_failure(user: User) -> None:
    """Note that today's try failed, with its message."""
    tab_to(user, "journal-field-message")
    choice = shown(user.program.window, QComboBox, "journal-field-message")
    user.shell.press(*[Key.Key_Down] * choice.findData("overall_score"))
    press_by_keys(user, "journal-record-2")
    assert user.shell.banner == user.words("journalpage.tries.told_failed")


def test_that_the_journal_is_used_with_keys_alone(user: User, clock: Clock) -> None:
    user.program.parts.session.change(KEPT)
    keep_by_keys(user)
    go_by_keys(user, "journal")
    note_failure(user)
    assert user.words("journalpage.gate.time") in user.journal.said("gate")
    assert user.words("message.overall_score.name") in user.journal.said("try-1")

    clock.now += dt.timedelta(hours=1)
    user.program.parts.session.change(with_answer(KEPT, "card.account_class", "class_one"))
    keep_by_keys(user)
    go_by_keys(user, "journal")
    name = user.program.parts.speaker.wording.fact_name("card.account_class")
    assert name in user.journal.said("gate")
    for place in (1, 2):
        press_by_keys(user, f"journal-mark-{place}")
    assert user.shell.focus == "journal-unmark_all", "the keyboard goes to the comparison"
    options = [user.words(f"question.card.account_class.option.{option}") for option in ("class_two", "class_one")]
    assert [name, *options] in user.journal.cells("compare")

    type_by_keys(user, "journal-field-new", PASSPHRASE)
    type_by_keys(user, "journal-field-again", PASSPHRASE)
    press_by_keys(user, "journal-set_lock")
    assert user.shell.focus == "journal-code_kept"
    user.shell.press(Key.Key_Space)
    press_by_keys(user, "journal-lock_now")
    type_by_keys(user, "journal-field-secret", PASSPHRASE)
    press_by_keys(user, "journal-unlock")
    assert user.journal.checks == 2


@pytest.mark.parametrize(("language", "theme"), LOOKS[:2])
def test_that_a_copy_is_restored_and_everything_deleted_with_keys_alone(
    make_program: Starter, folders: Folders, clock: Clock, language: str, theme: str
) -> None:
    SettingsFile(folders.data).change(theme=theme)
    user = make_program.user(language)
    keep_examples_now(user.program)
    user.journal.settle()
    make_program.end(user.program)
    clock.now += dt.timedelta(days=1)
    user = make_program.user(language)
    go_by_keys(user, "journal")
    press_by_keys(user, "journal-delete-1")
    press_by_keys(user, "journal-copies")
    assert user.shell.focus == "journal-copies_back"
    press_by_keys(user, "journal-copy-1")
    assert user.shell.focus == "journal-copy_close", "the keyboard goes to what the copy would change"
    count = user.program.parts.speaker.wording.count
    assert user.words("journalpage.copies.back_told", count=count(1, "records")) in user.journal.said("prospect")
    assert user.words("journalpage.copies.nothing_lost") in user.journal.said("prospect")
    press_by_keys(user, "journal-restore_copy")
    assert user.shell.focus == "journal-restore_not"
    press_by_keys(user, "journal-restore_sure")
    assert user.shell.banner == user.words("journalpage.copies.restored")
    assert user.shell.focus == "journal-restore_back"
    press_by_keys(user, "journal-copies_back")
    assert user.journal.checks == 2

    press_by_keys(user, "journal-erase")
    press_by_keys(user, "journal-erase_sure")
    assert user.journal.blocks[0] == "empty"
    assert [file.name for file in folders.data.rglob("*") if file.is_file()] == [SETTINGS]
