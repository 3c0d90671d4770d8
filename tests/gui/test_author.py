"""The author's desk in the window: what an editor saves shows by itself, and the sheet stays where it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.explain.template_check import template_problems
from gui.pages.author.watch import FolderWatch
from tests.core.authoring.writing import change
from tests.pages.running import ROOT
from tests.pages.user import User

WAIT_MS = 30_000


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a content folder to write in."""
    for part in ("model", "zh_CN", "en", "cases"):
        shutil.copytree(ROOT / "content" / part, tmp_path / "mine" / part)
    return tmp_path / "mine"


@pytest.fixture(autouse=True)
def quick_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check templates alone: the other checks are told in tests of their own and take long."""
    monkeypatch.setattr("core.commands.workplace.CHECKS", (template_problems,))


def sit_down(user: User) -> None:
    """Go to the author's desk, and wait until the folder is read and checked."""
    user.shell.go("settings")
    user.settings.write()
    user.author.settle()


def in_place(file: Path) -> None:
    """Save as a simple editor does."""
    with file.open("a", encoding="utf-8") as stream:
        stream.write("\nMore.\n")


def by_renaming(file: Path) -> None:
    """Save as a careful editor does: beside the old file, then in its place."""
    beside = file.with_name(f"{file.name}~")
    beside.write_text(file.read_text("utf-8") + "\nMore.\n", encoding="utf-8")
    beside.replace(file)


def anew(file: Path) -> None:
    """Save as some editors on Windows do: the old file is deleted first."""
    text = file.read_text("utf-8")
    file.unlink()
    file.write_text(text + "\nMore.\n", encoding="utf-8")


@pytest.mark.parametrize("save", [in_place, by_renaming, anew])
def test_that_every_way_of_saving_is_told_once_and_again(
    qtbot: QtBot, tmp_path: Path, save: Callable[[Path], None]
) -> None:
    file, watch = tmp_path / "page.md", FolderWatch()
    file.write_text("text", encoding="utf-8")
    for _ in range(2):
        watch.follow([str(tmp_path), str(file)])
        with qtbot.waitSignal(watch.changed, timeout=WAIT_MS):
            save(file)
    watch.stop()
    with qtbot.assertNotEmitted(watch.changed, wait=0):
        save(file)


def test_that_an_edited_file_shows_and_the_sheet_stays_where_it_was(anybody: User, qtbot: QtBot, own: Path) -> None:
    sit_down(anybody)
    anybody.author.choose_folder(own)
    assert str(own) in anybody.author.folder
    anybody.author.scroll(600)
    before, at = anybody.author.text, anybody.author.scrolled
    assert at == 600
    code = anybody.program.parts.speaker.code
    file = own / code / "explanations" / "fraudulent_lender.md"
    change(file, "# avoid", "# avoid\n\nJust written.\n\n{{ no_such_thing }}")
    qtbot.waitUntil(lambda: anybody.words("authoring.part.page") in anybody.author.text, timeout=WAIT_MS)
    anybody.author.settle()
    assert f"{code}/explanations/fraudulent_lender.md:" in anybody.author.findings
    change(file, "\n\n{{ no_such_thing }}", "")
    qtbot.waitUntil(lambda: "Just written." in anybody.author.text, timeout=WAIT_MS)
    anybody.author.settle()
    assert (anybody.author.text.replace("Just written.\n", ""), anybody.author.scrolled) == (before, at)
    assert "fraudulent_lender" not in anybody.author.findings


def test_that_a_folder_of_ones_own_is_made_and_opened_and_found_again(anybody: User, tmp_path: Path) -> None:
    sit_down(anybody)
    anybody.author.make_folder(tmp_path / "new")
    count = sum(file.is_file() for file in (tmp_path / "new").rglob("*"))
    assert anybody.shell.banner == anybody.words("authoring.new.made", count=count, folder=tmp_path / "new")
    anybody.author.settle()
    assert str(tmp_path / "new") in anybody.author.folder
    assert (tmp_path / "new/README.md").is_file()
    anybody.author.make_folder(tmp_path)
    assert anybody.shell.banner == anybody.words("error.folder_in_use", folder=tmp_path)
    sit_down(anybody)
    assert str(tmp_path / "new") in anybody.author.folder


def test_that_a_question_is_asked_as_in_the_checklist(anybody: User) -> None:
    sit_down(anybody)
    anybody.author.take_kind("question")
    anybody.author.search("card.account_class")
    anybody.author.open(0)
    assert anybody.author.answers == [
        f"card.account_class-{option}" for option in ("class_one", "class_two", "class_three", "not_sure")
    ]
    assert not anybody.author.can_choose_reader()
    anybody.author.take_kind("cause")
    anybody.author.fill_in_for("unknown")
    assert anybody.words("authoring.part.sample") not in anybody.author.text
    anybody.author.speak("en")
    assert anybody.author.title == "The app is not a real lender"
