"""The rooms of the house, and what may stand in front of its door."""

from __future__ import annotations

import re

from tests.checks.code import LEFT_BEHIND, ROOT, files, name, python

TOP = {
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".pre-commit-config.yaml",
    "LICENSE",
    "README.md",
    "content",
    "core",
    "dev.py",
    "gui",
    "pyproject.toml",
    "requirements-core.lock",
    "requirements-dev.lock",
    "requirements.lock",
    "resources",
    "tests",
}
BIGGEST_FILE = 1_000_000
HEX_COLOUR = re.compile(r"""["']#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})["']""")


def test_that_the_top_level_holds_only_what_belongs_there() -> None:
    assert {path.name for path in ROOT.iterdir()} - TOP - LEFT_BEHIND == set()


def test_that_no_file_is_bigger_than_a_megabyte() -> None:
    assert [name(path) for path in files() if path.stat().st_size > BIGGEST_FILE] == []


def test_that_no_colour_is_written_in_python() -> None:
    coloured = [name(path) for path in python("core", "gui") if HEX_COLOUR.search(path.read_text(encoding="utf-8"))]
    assert coloured == []
