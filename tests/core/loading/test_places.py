"""Lines of entries and fields in TOML texts, however they are written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.loading.places import Lines, TomlPath

ROOT = Path(__file__).parents[3]
TEXT = r'''
top = 1 # [not.a.header]
"quoted key" = "a # no comment"

[plain] # a comment
text = """
[not.a.header]
key = "inside"
"""
raw = '[x] = ]'
tricky = "a \" ] , }"
inline = { one = 1, "two.three" = { four = [4, '5]'] } }
dotted.name = true

["a.b".c]
list = [
  # a comment with ] and "
  "first",
  [ "nested", { deep = 1979-05-27T07:32:00Z } ],
]

[[y2024.holiday]]
first = 2024-01-01
[y2024.holiday.extra]
note = 'of the first'

[[y2024.holiday]]
first = 2024-02-10
'''


@pytest.mark.parametrize(
    ("path", "start"),
    [
        (("top",), "top"),
        (("quoted key",), '"quoted key"'),
        (("plain",), "[plain]"),
        (("plain", "text"), "text ="),
        (("plain", "raw"), "raw ="),
        (("plain", "tricky"), "tricky ="),
        (("plain", "inline", "two.three", "four", 1), "inline ="),
        (("plain", "dotted", "name"), "dotted.name"),
        (("a.b", "c"), '["a.b".c]'),
        (("a.b", "c", "list"), "list ="),
        (("a.b", "c", "list", 0), '  "first"'),
        (("a.b", "c", "list", 1, 1, "deep"), '  [ "nested"'),
        (("y2024", "holiday", 0, "extra", "note"), "note ="),
        (("y2024", "holiday", 1, "first"), "first = 2024-02-10"),
        (("y2024", "holiday", 1, "last"), "\n[[y2024.holiday]]\nfirst = 2024-02-10"),
    ],
)
def test_that_a_path_is_found_on_the_line_where_it_is_written(path: TomlPath, start: str) -> None:
    before = TEXT[: TEXT.index(start)] + ("\n" if start.startswith("\n") else "")
    assert Lines(TEXT).find(path) == before.count("\n") + 1


def test_that_what_is_not_there_has_no_line() -> None:
    assert Lines(TEXT).find(("nowhere", "x")) == 0


def test_that_lines_end_with_one_character_or_two() -> None:
    windows = TEXT.replace("\n", "\r\n")
    assert Lines(windows).find(("y2024", "holiday", 1)) == Lines(TEXT).find(("y2024", "holiday", 1))


@pytest.mark.parametrize("file", sorted((ROOT / "content").rglob("*.toml")), ids=lambda file: "/".join(file.parts[-3:]))
def test_that_every_path_of_the_real_content_is_found_where_its_last_key_stands(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines, rows = Lines(text), text.split("\n")
    for path in _paths(tomllib.loads(text)):
        keys = [part for part in path if isinstance(part, str)]
        assert str(keys[-1]) in rows[lines.find(path) - 1] or isinstance(path[-1], int), path


def _paths(value: object, at: TomlPath = ()) -> Iterator[TomlPath]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield (*at, key)
            yield from _paths(part, (*at, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield (*at, number)
            yield from _paths(part, (*at, number))
