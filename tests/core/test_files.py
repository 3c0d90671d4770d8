"""A file is replaced whole or not at all, and nothing of a failed try stays behind."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

from core.errors import AppError
from core.files import CannotWriteError, write_whole

LONG = "字" * 5000 + "\n"


def _fails(*_arguments: object, **_named: object) -> NoReturn:
    raise OSError(28, "No space left on device")


def test_a_new_file_holds_the_text_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    write_whole(target, LONG)
    assert target.read_bytes() == LONG.encode("utf-8")
    assert list(tmp_path.iterdir()) == [target]


def test_an_old_file_is_replaced_even_by_a_shorter_text(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text(LONG, "utf-8")
    write_whole(target, "short\n")
    assert target.read_bytes() == b"short\n"
    assert list(tmp_path.iterdir()) == [target]


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    write_whole(target, "one\ntwo\r\n")
    assert target.read_bytes() == b"one\ntwo\r\n"


def test_a_name_as_long_as_a_folder_allows_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("字" * 83 + ".html")
    write_whole(target, "text")
    assert target.read_text("utf-8") == "text"


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "tempfile.mkstemp"])
def test_a_failing_write_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target = tmp_path / "report.html"
    target.write_text("old", "utf-8")
    monkeypatch.setattr(step, _fails)
    with pytest.raises(CannotWriteError) as caught:
        write_whole(target, LONG)
    assert caught.value.facts == {"file": str(target), "reason": "No space left on device"}
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failing_write_makes_no_file_where_there_was_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _fails)
    with pytest.raises(CannotWriteError):
        write_whole(tmp_path / "report.html", LONG)
    assert list(tmp_path.iterdir()) == []


def test_a_rest_that_cannot_be_removed_hides_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _fails)
    monkeypatch.setattr("pathlib.Path.unlink", _fails)
    with pytest.raises(CannotWriteError) as caught:
        write_whole(tmp_path / "report.html", LONG)
    assert caught.value.facts["reason"] == "No space left on device"


def test_a_missing_folder_or_a_folder_in_the_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        write_whole(tmp_path / "nowhere" / "report.html", "text")
    (tmp_path / "report.html").mkdir()
    with pytest.raises(CannotWriteError) as caught:
        write_whole(tmp_path / "report.html", "text")
    assert isinstance(caught.value, AppError)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
