"""A guest: everything can be done, nothing of it is written, nothing of the owner's is seen, and nothing is left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from core.loading.library import Library
from gui.clipboard import put, take_back
from gui.opening import Folders
from gui.pages.home.presenter import home_state
from gui.pages.settings.presenter import SettingsPresenter
from gui.pages.settings.state import SettingsState
from gui.shell import shell_state
from tests.gui.guest_session import TELLING
from tests.pages.choosing import NoChoosing
from tests.pages.desk import FakeScreen, Office, office
from tests.pages.running import LANGUAGES, ROOT, Starter

PLACES = {
    "HOME": ".",
    "TMPDIR": "tmp",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}
OWNERS = {
    "data/disburse-check/check.json": '{"answers": {"request.lender": "jiebei"}, "format": 3}',
    "data/disburse-check/settings.json": '{"language": "en", "theme": "dark", "scale": 125, "place": ""}',
    "data/disburse-check/journal.db": "no journal, and no business of a guest's",
    "cache/disburse-check/home.json": "{}",
    "config/QtProject.conf": "[FileDialog]\nlastVisited=nowhere\n",
}


def tree(folder: Path) -> Mapping[str, bytes]:
    """Return everything below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


def guest_office(library: Library) -> Office:
    """Return a guest's desk."""
    made = office(library)
    made.desk = replace(made.desk, guest=True)
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the places for data and cache are no variables")
def test_that_a_guest_leaves_every_file_and_folder_as_it_was_byte_for_byte(tmp_path: Path) -> None:
    for name, words in OWNERS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, "utf-8")
    places = {name: str(tmp_path / place) for name, place in PLACES.items()}
    for place in places.values():
        Path(place).mkdir(mode=0o700, exist_ok=True)
    before = tree(tmp_path)
    command = [sys.executable, "-m", "tests.gui.guest_session"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **places}, capture_output=True, text=True, check=True)
    assert tree(tmp_path) == before
    assert json.loads(done.stdout) == {
        "found": False,
        "answered": 2,
        "kept": True,
        "decoded": True,
        "language": "en",
        "copied": TELLING,
        "dialogs": 1,
        "journal": 1,
        "on_screen": 0,
        "left": {},
        "clipboard": "",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_guest_is_told_nowhere_that_something_is_kept(library: Library, language: str) -> None:
    made = guest_office(library)
    made.desk.speaker.use(language)
    words = made.desk.speaker.words
    home = home_state((), made.desk)
    assert home.resume.text == words("guest.nothing_begun")
    assert home.guest == ""
    shell = shell_state("home", made.desk.session, made.desk.speaker, guest=True)
    assert (shell.guest, shell.rail.privacy) == (words("guest.strip"), words("guest.rail"))
    assert "file.guest" in shell.impossible


def test_that_others_are_invited_quietly_and_can_become_guests(library: Library) -> None:
    made = office(library)
    home, words = home_state((), made.desk), made.desk.speaker.words
    assert home.guest == words("guest.invitation")
    shell = shell_state("home", made.desk.session, made.desk.speaker)
    assert (shell.guest, shell.leave) == ("", "")
    assert "file.guest" not in shell.impossible


def test_that_a_guest_sees_nothing_of_the_owners_and_touches_nothing(make_program: Starter, folders: Folders) -> None:
    owner = make_program.user()
    owner.home.open("before")
    owner.checklist.take_way("full")
    make_program.end(owner.program)
    before = tree(folders.data)
    assert before
    guest = make_program.guest()
    assert not guest.home.can_resume
    guest.home.open("after")
    guest.checklist.choose("card_class_limit")
    guest.shell.other_language()
    guest.shell.go("settings")
    guest.settings.erase()
    make_program.end(guest.program)
    assert tree(folders.data) == before
    assert make_program.user().home.can_resume


def test_that_a_guests_settings_hold_until_the_end_and_no_longer(make_program: Starter) -> None:
    guest = make_program.guest()
    guest.shell.other_language()
    assert guest.program.parts.speaker.code == "en"
    make_program.end(guest.program)
    assert make_program.user().program.parts.speaker.code == "zh_CN"


def test_that_of_a_guest_nothing_is_left_in_memory_or_on_the_screen(make_program: Starter) -> None:
    guest = make_program.guest()
    guest.home.open("after")
    guest.checklist.choose("card_class_limit")
    guest.program.desk.memory["page"] = TELLING
    guest.program.desk.scratch["step"] = {"value": TELLING}
    make_program.end(guest.program)
    parts = guest.program.parts
    assert parts.session.draft.answers.attempts == ()
    assert not parts.session.can_undo
    assert (guest.program.desk.memory, guest.program.desk.scratch) == ({}, {})
    assert not guest.program.keeper.own.begun
    assert guest.program.window.page is None


def test_that_what_the_program_put_on_the_clipboard_is_taken_back_and_nothing_else(qapp: object) -> None:
    del qapp
    board = QGuiApplication.clipboard()
    put(TELLING)
    take_back()
    assert board.text() == ""
    board.setText("not of this program")
    take_back()
    assert board.text() == ("" if board.ownsClipboard() else "not of this program")


def test_that_a_program_ends_well_with_its_text_on_the_clipboard() -> None:
    code = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from gui.clipboard import put
put("a letter")
"""
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_that_the_settings_tell_a_guest_of_no_folder(library: Library) -> None:
    made, screen = guest_office(library), FakeScreen[SettingsState]()
    SettingsPresenter(screen, made.desk, NoChoosing())
    assert screen.state.privacy == (made.words("guest.settings"),)
