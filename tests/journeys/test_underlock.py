"""Somebody locks the journal, comes back another day, is asked for the lock, and goes on: with keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.opening import Folders
from tests.journeys.test_journal import go_by_keys, keep_by_keys, press_by_keys
from tests.journeys.test_keyboard import open_by_keys
from tests.journeys.test_network import type_by_keys
from tests.pages.keepsakes import PASSPHRASE
from tests.pages.locked import SAID, holding
from tests.pages.running import Starter
from tests.pages.user import User

Key = Qt.Key


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the keys be derived at once: how hard that is, is looked at elsewhere."""
    for name, value in {"MEMORY_KIB": 64, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(f"core.journal.keys.{name}", value)


def lock_by_keys(user: User) -> None:
    """Keep a check and put the lock on."""
    user.program.parts.session.change(SAID)
    keep_by_keys(user)
    go_by_keys(user, "journal")
    type_by_keys(user, "journal-field-new", PASSPHRASE)
    type_by_keys(user, "journal-field-again", PASSPHRASE)
    press_by_keys(user, "journal-set_lock")
    user.shell.press(Key.Key_Space)  # the code was written down


def unlock_by_keys(user: User, secret: str = PASSPHRASE) -> None:
    type_by_keys(user, "journal-field-secret", secret)
    press_by_keys(user, "journal-unlock")


def test_that_a_locked_check_goes_on_where_it_was_left(user: User, make_program: Starter, folders: Folders) -> None:
    lock_by_keys(user)
    language = user.program.parts.speaker.code
    make_program.end(user.program)
    assert holding(folders.data) == {}

    again = make_program.user(language)
    assert again.home.resume_text == again.words("underlock.check")
    assert not again.draft.begun
    open_by_keys(again, "before")
    assert (again.page, again.home.resume_text) == ("home", again.words("underlock.asks"))
    assert again.shell.focus == "home-resume"
    press_by_keys(again, "home-resume")
    assert again.page == "journal"
    unlock_by_keys(again, "four loud words here")
    assert again.journal.error("secret") == again.words("error.journal_wrong_passphrase")
    assert again.shell.focus == "journal-field-secret"
    unlock_by_keys(again)
    assert (again.page, again.checklist.question, again.draft) == ("checklist", "card.state", SAID)


def test_that_a_check_locked_by_hand_leaves_the_window_at_once(user: User) -> None:
    lock_by_keys(user)
    press_by_keys(user, "journal-lock_now")
    assert (user.draft.begun, user.program.parts.session.can_undo) == (False, False)
    go_by_keys(user, "home")
    press_by_keys(user, "home-resume")
    unlock_by_keys(user)
    assert (user.page, user.checklist.question) == ("checklist", "card.state")
