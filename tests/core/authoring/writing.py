"""What an author does to a file."""

from __future__ import annotations

from pathlib import Path


def change(file: Path, old: str, new: str) -> None:
    """Write something else in place of what stands there once or more."""
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} does not say {old!r}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
