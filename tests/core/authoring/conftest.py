"""A folder of one's own to write in, and the shipped one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.authoring.studio import Studio
from core.loading.sketch import Sketch

SHIPPED = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="session")
def shipped() -> Sketch:
    """Return the shipped content, read once."""
    return Studio(SHIPPED, SHIPPED).read()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a copy of the shipped content to write in."""
    shutil.copytree(SHIPPED, tmp_path / "own", ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    return tmp_path / "own"


@pytest.fixture
def studio(own: Path) -> Studio:
    """Return the studio of the copy."""
    return Studio(own, SHIPPED)
