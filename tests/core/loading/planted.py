"""Reads ``planted.toml``: the mistakes that the tests plant in the small content folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.core.loading.small_content import Told


@dataclass(frozen=True)
class Mistake:
    """One text replaced by another in one file, and the problem that must be told; the fields are those of the file."""

    name: str
    file: str
    old: str
    new: str
    code: str
    at: str
    told_in: str = ""
    also: Sequence[Mapping[str, str]] = ()

    def planted(self, files: Mapping[str, str]) -> dict[str, str]:
        """Return the files with the mistake in them."""
        assert files[self.file].count(self.old) == 1, "the planting must be unambiguous"
        return {**files, self.file: files[self.file].replace(self.old, self.new)}

    def told(self, files: Mapping[str, str]) -> list[Told]:
        """Return what must be told of the planted files, in order of place."""
        first = {"code": self.code, "file": self.told_in or self.file, "at": self.at}
        return sorted(
            (Told(one["file"], line_of(one["at"], files[one["file"]]), one["code"]) for one in (first, *self.also)),
        )


def line_of(wanted: str, text: str) -> int:
    """Return the one line that holds ``wanted``, counted without any help of the code under test; 0 for nothing."""
    if not wanted:
        return 0
    found = [number for number, line in enumerate(text.split("\n"), start=1) if wanted in line]
    assert len(found) == 1, f"{wanted!r} must stand on one line, not on {found}"
    return found[0]


MISTAKES = tuple(
    Mistake(name, **fields)
    for name, fields in tomllib.loads((Path(__file__).parent / "planted.toml").read_text(encoding="utf-8")).items()
)
