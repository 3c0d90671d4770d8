"""The window with somebody's own content: it says the same mistakes as the command that checks it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.commands.workplace import CHECKS
from core.errors import ContentError
from core.loading.library import load_library
from gui import binding, start
from gui.__main__ import main
from gui.app import load
from gui.opening import Folders, usual_folders

ARTICLE, STORY, PAGE = "en/articles/true_cost.md", "zh_CN/texts/cases.toml", "en/explanations/age_outside_range.md"


@pytest.fixture
def own(tmp_path: Path) -> Folders:
    """Return the folders of a program with its own copy of the content."""
    usual = usual_folders()
    shutil.copytree(usual.content, tmp_path / "own", ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    return Folders(tmp_path / "own", usual.resources, tmp_path / "data", tmp_path / "cache")


def plant(file: Path, old: str, new: str) -> None:
    """Put a mistake into a file."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_that_the_window_says_the_mistakes_that_the_command_says(own: Folders) -> None:
    plant(own.content / ARTICLE, "# story", "# story\n\n{% if %}")
    plant(own.content / STORY, "happened = ", 'happened = "{income} {limit} {tried}" # ')
    plant(own.content / PAGE, "# see", "# see\n\n{{ no_such_thing }}")
    with pytest.raises(ContentError) as checked:
        load_library(own.content, None, CHECKS)
    with pytest.raises(ContentError) as started:
        load(own)
    assert started.value.problems == checked.value.problems
    files = {problem.file for problem in started.value.problems}
    assert {ARTICLE, PAGE} <= files
    assert "story_without_fact" in {problem.code for problem in started.value.problems}


def test_that_the_front_door_hands_a_folder_of_ones_own_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given = list[Path | None]()

    def noted(content: Path | None = None) -> int:
        given.append(content)
        return 0

    monkeypatch.setattr(start, "start", noted)
    monkeypatch.setattr(binding, "load_qt", lambda: None)  # it is loaded, and Python collects garbage here
    for arguments in ([], ["window"], ["--content", "mine"], ["window", "--content", "mine"], ["window", "--content"]):
        assert main(arguments) == 0
    assert given == [None, None, Path("mine"), Path("mine"), None]
    assert main(["--content", "mine", "check", "answers.toml"]) == 2
    assert len(given) == 5
