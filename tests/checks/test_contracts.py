"""The import contracts break when they are violated: a contract that never can is no contract."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checks.code import ROOT

VIOLATIONS = {
    "core knows Qt": ("core/errors.py", "import PySide6", "core is pure"),
    "core looks up folders": ("core/errors.py", "import platformdirs", "core is pure"),
    "core knows the window": ("core/errors.py", "import gui", "core is pure"),
    "arithmetic reads content": ("core/inference/__init__.py", "import core.schema.content", "only arithmetic"),
    "arithmetic checks types": ("core/inference/__init__.py", "import pydantic", "only arithmetic"),
    "a presenter knows Qt": ("gui/pages/home/presenter.py", "import PySide6", "deciding is Qt-free"),
    "a presenter knows a view": ("gui/route.py", "import gui.main_window", "deciding is Qt-free"),
    "a page knows another": ("gui/pages/home/presenter.py", "import gui.pages.review.state", "pages do not meet"),
    "data is imported": ("core/errors.py", "import content", "data is read, not imported"),
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a copy of the program's code and of its contracts."""
    for folder in ("core", "gui"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_that_a_contract_breaks_when(house: Path, violation: str) -> None:
    file, line, contract = VIOLATIONS[violation]
    with (house / file).open("a", encoding="utf-8") as code:
        code.write(f"\n{line}\n")
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{contract} BROKEN" in done.stdout
