"""What README shows is what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from core.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PROMPT = "    $ disburse-check "
LEFT_OUT = re.compile(r"^\[.*\]$")
"""A line in brackets stands for what is not shown."""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the cache of whoever runs the tests alone."""
    monkeypatch.setattr("core.cli.user_cache_path", lambda _name: tmp_path / "cache")


def transcripts() -> list[tuple[str, list[str]]]:
    """Return every command that is shown, and the lines of what it says."""
    found = []
    for told in README.split(PROMPT)[1:]:
        command, *said = told.split("\n")
        end = next(number for number, line in enumerate(said) if line[:1].strip())
        shown = [line.removeprefix("    ") for line in said[:end]]
        found.append((command, [line for line in shown if line and not LEFT_OUT.match(line)]))
    return found


@pytest.mark.parametrize(("command", "shown"), transcripts())
def test_that_a_transcript_is_what_the_command_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str, shown: list[str]
) -> None:
    monkeypatch.chdir(ROOT)
    main(shlex.split(command))
    told = capsys.readouterr()
    said = iter((told.out + told.err).splitlines())
    assert shown
    assert [line for line in shown if line not in said] == []  # an iterator: in this order


def test_that_the_answers_file_shown_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```toml\n(as_of.*?)```", README, flags=re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        file = tmp_path / f"{number}.toml"
        file.write_text(block, "utf-8")
        assert main(["check", str(file), "--lang", "en"]) == 0, capsys.readouterr().err
