"""A journal in an empty folder, with a clock that a test sets and keys that cost no time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.journal import keys
from core.journal.journal import Journal
from tests.core.journal.desk import Clock


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys quickly; how dear they really are is a test of its own."""
    monkeypatch.setattr(keys, "MEMORY_KIB", 32)
    monkeypatch.setattr(keys, "PASSES", 1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal"


@pytest.fixture
def journal(folder: Path, clock: Clock) -> Iterator[Journal]:
    opened = Journal(folder, clock)
    opened.open()
    yield opened
    opened.close()
