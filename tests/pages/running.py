"""Starts whole programs for tests: empty folders, a fixed day, the shipped content; fixtures for the conftests."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.loading.decoder import load_decoder
from core.loading.library import Library, load_library
from gui.app import build_app
from gui.opening import Folders
from gui.program import Program
from gui.ring import NoRing, Ring
from gui.settings import SettingsFile
from gui.start import make_application
from tests.pages.base import catch_up, until
from tests.pages.pseudo import in_place_of_chinese
from tests.pages.user import User

ROOT = Path(__file__).parents[2]
EVENING = dt.datetime(2026, 9, 28, 21, 40)
"""Three days before a long holiday."""
LANGUAGES = ("zh_CN", "en")
PSEUDO = "qps"
LOOKS = (("zh_CN", "light"), ("en", "dark"), (PSEUDO, "dark"))
"""How stories are told: both languages, both themes, and a language in which every text is twice as long."""


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now


class Starter:
    """Starts programs on the same folders, one after the other."""

    def __init__(self, qtbot: QtBot, folders: Folders, clock: Clock, library: Library) -> None:
        self._qtbot, self._folders, self._clock, self._library = qtbot, folders, clock, library
        self._running: list[Program] = []
        self.ring: Ring = NoRing()

    def __call__(self, language: str = LANGUAGES[0]) -> Program:
        """Start a program and show its window; ``language`` is the system's, or the pseudo-language."""
        make_application()
        library = in_place_of_chinese(self._library) if language == PSEUDO else self._library
        spoken = LANGUAGES[0] if language == PSEUDO else language
        program = build_app(self._folders, self._clock, library, spoken, ring=self.ring)
        self._running.append(program)
        program.leaving.replaced = partial(self._on_replaced, program)
        with self._qtbot.waitExposed(program.window):
            program.window.show()
        program.window.activateWindow()
        until(program.window.isActiveWindow)
        return program

    def guest(self, language: str = LANGUAGES[0]) -> User:
        """Start a guest's program on the same folders and sit down in front of it."""
        own, self._folders = self._folders, self._folders._replace(guest=True)
        made = self.user(language)
        self._folders = own
        return made

    def newest(self) -> User:
        """Sit down in front of the program that was started last, as by a guest in place of another."""
        return User(self._running[-1], self._qtbot)

    def user(self, language: str = LANGUAGES[0]) -> User:
        """Start a program and sit down in front of it."""
        return User(self(language), self._qtbot)

    def kill(self, program: Program) -> None:
        """Let a program end as when the power fails: nothing of it is told that it ends."""
        self._running.remove(program)
        if program.window.page is not None:
            program.window.page.blockSignals(True)
        program.parts.beside.shutdown()
        program.parts.tasks.shutdown()
        program.lock.stop()
        program.journal.close()  # as the system lets go of the file of a process that is gone
        program.window.hide()
        program.window.deleteLater()
        catch_up()

    def end(self, program: Program) -> None:
        """Close a program's window, as its user does."""
        self._running.remove(program)
        program.window.close()
        program.window.deleteLater()
        catch_up()

    def _on_replaced(self, old: Program, new: Program) -> None:
        self._running.remove(old)
        self._running.append(new)

    def end_all(self) -> None:
        """Close what is still open, and leave nothing made in Python on the clipboard: Qt lets go of it too late."""
        for program in tuple(self._running):
            self.end(program)
        QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the shipped content, read once."""
    return load_library(ROOT / "content", None)


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands still."""
    return Clock(EVENING)


@pytest.fixture(scope="session")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache with what the shipped training texts teach: to learn it takes two seconds."""
    folder = tmp_path_factory.mktemp("learned")
    load_decoder(ROOT / "content", folder)
    return folder


@pytest.fixture
def folders(tmp_path: Path, learned: Path) -> Folders:
    """Return the shipped data with an empty place for the user's."""
    cache = tmp_path / "cache"
    shutil.copytree(learned, cache)
    return Folders(ROOT / "content", ROOT / "resources", tmp_path / "data", cache)


@pytest.fixture
def make_program(qtbot: QtBot, folders: Folders, clock: Clock, library: Library) -> Iterator[Starter]:
    """Return what starts programs on the same folders; what it started is closed at the end."""
    starter = Starter(qtbot, folders, clock, library)
    yield starter
    starter.end_all()


@pytest.fixture(autouse=True)
def nothing_stays_open() -> Iterator[None]:
    """See that a test closes its windows: one that Python frees some day while it is shown takes the process along."""
    yield
    catch_up()
    assert [repr(window) for window in QApplication.topLevelWidgets() if window.isVisible()] == []


@pytest.fixture
def program(make_program: Starter) -> Program:
    """Return a running program in Chinese."""
    return make_program()


@pytest.fixture(params=LOOKS, ids="-".join)
def user(request: pytest.FixtureRequest, make_program: Starter, folders: Folders) -> User:
    """Return somebody in front of a new program, once for each look."""
    language, theme = request.param
    SettingsFile(folders.data).change(theme=theme)
    return make_program.user(language)


@pytest.fixture
def anybody(make_program: Starter) -> User:
    """Return somebody in front of a new program, where the language makes no difference."""
    return make_program.user()
