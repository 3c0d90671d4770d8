"""A folder of one's own: whole or not at all, and in order from its first day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from core.authoring.difference import difference
from core.authoring.new import README, TEMPLATE, FolderInUseError, new_folder
from core.commands.workplace import CHECKS
from core.files import CannotWriteError
from core.loading.library import load_library
from tests.core.authoring.conftest import SHIPPED

PAGE = (SHIPPED.parent / "resources/reports" / TEMPLATE).read_text("utf-8")


def made(target: Path) -> int:
    """Copy the shipped content."""
    return new_folder(SHIPPED, target, PAGE)


@pytest.mark.parametrize("there", [False, True])
def test_that_a_new_folder_has_no_mistake_and_no_difference(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "deep" / "我的内容"
    if there:
        target.mkdir(parents=True)
    count = made(target)
    if not there:
        load_library(target, dt.date(2026, 11, 26), CHECKS)
    assert difference(SHIPPED, target).same
    files = [file.relative_to(target) for file in target.rglob("*") if file.is_file()]
    assert len(files) == count
    assert not [file for file in files if file.suffix not in (".toml", ".md", "")]
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]
    readme = (target / README).read_text("utf-8")
    assert readme.startswith("# 我的内容")
    assert "content check" in readme
    assert (target / "LICENSE").read_bytes() == (SHIPPED / "LICENSE").read_bytes()


@pytest.mark.parametrize("there", ["file", "full"])
def test_that_nothing_that_is_there_is_written_over(tmp_path: Path, there: str) -> None:
    target = tmp_path / "mine"
    kept = target if there == "file" else target / "notes.txt"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("dear", encoding="utf-8")
    with pytest.raises(FolderInUseError):
        made(target)
    assert kept.read_text("utf-8") == "dear"


def test_that_a_copy_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "version.toml":
            raise OSError(28, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotWriteError):
        made(tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []
