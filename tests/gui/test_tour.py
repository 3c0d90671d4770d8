"""The tour: every picture is there, and what keeps it from being made is told in a line."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from gui.__main__ import main


def test_that_the_tour_leaves_every_picture_and_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour", "--out", str(tmp_path / "tour")]) == 0
    printed = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(printed) == sorted((tmp_path / "tour").iterdir())
    assert {path.name for path in printed} >= {"01_home.png", "report.html", "report.pdf"}
    assert [path.name for path in printed if path.stat().st_size < 1000] == []


def test_that_a_tour_without_a_folder_ends_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tour").write_text("not a folder", "utf-8")
    assert main(["tour", "--out", str(tmp_path / "tour")]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert str(tmp_path / "tour") in said.err
    assert os.strerror(errno.EEXIST) not in said.err


@pytest.mark.parametrize(
    "words", [("--scale", "300"), ("--size", "wide"), ("--theme", "green"), ("--lang", "fr"), ("--place", "here")]
)
def test_that_a_tour_that_cannot_be_called_so_says_what_can(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["tour", *words]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert words[0] in said.err
    assert "disburse-check tour --help" in said.err
    assert list(tmp_path.iterdir()) == []


def test_that_a_tour_whose_pictures_cannot_be_written_ends_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "01_home.png").mkdir()
    assert main(["tour", "--out", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
