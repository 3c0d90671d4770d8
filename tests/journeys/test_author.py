"""A teacher writes content of their own: begins a folder, changes a sentence, sees it, makes a mistake, mends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.core.authoring.writing import change
from tests.pages.user import User

WAIT_MS = 30_000


def test_that_a_teacher_writes_a_sentence_of_their_own(
    user: User, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.commands.workplace.CHECKS", ())
    user.shell.go("settings")
    user.settings.write()
    user.author.settle()
    user.author.make_folder(tmp_path / "class")
    user.author.take_kind("term")
    user.author.search("draw")
    user.author.open(0)
    user.author.speak("en")
    assert user.author.title == "Draw"
    glossary = tmp_path / "class/en/texts/glossary.toml"
    change(glossary, "Taking a loan out of a limit.", "In our class: taking 1 loan out of a limit.")
    qtbot.waitUntil(lambda: "In our class: taking 1 loan" in user.author.text, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "en/texts/glossary.toml:" in user.author.findings, timeout=WAIT_MS)
    change(glossary, "taking 1 loan", "taking a loan")
    qtbot.waitUntil(lambda: "In our class: taking a loan" in user.author.text, timeout=WAIT_MS)
    user.author.settle()
    assert "en/texts/glossary.toml:" not in user.author.findings
