"""The full environment is full: nothing in it is skipped for want of a package, and the locks agree."""

from __future__ import annotations

import importlib.util
import re
import tomllib

import pytest

import dev
from tests.checks.code import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-core.lock")
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(lock: str) -> set[tuple[str, str]]:
    """Return (package, version) of every line of a lock; a package may have one version per Python."""
    return set(PINNED.findall((ROOT / lock).read_text(encoding="utf-8")))


def packages(lock: str) -> set[str]:
    return {package for package, _ in pins(lock)}


@pytest.mark.parametrize("module", ["PySide6", "chinese_calendar", "holidays", "hypothesis", "pgmpy", "scipy"])
def test_that_no_oracle_is_missing_so_that_no_test_is_skipped_here(module: str) -> None:
    assert importlib.util.find_spec(module) is not None


@pytest.mark.parametrize("lock", LOCKS)
def test_that_every_line_of_a_lock_is_pinned_by_hashes_and_says_nothing_else(lock: str) -> None:
    allowed = re.compile(r"[a-z0-9-]+==\S+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|\s*(#.*)?")
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not allowed.fullmatch(line)] == []


def test_that_all_locks_agree_on_every_version() -> None:
    every = pins("requirements-dev.lock")
    assert pins("requirements.lock") <= every
    assert pins("requirements-core.lock") <= every


def test_that_what_pyproject_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    assert _names(project["project"]["dependencies"]) | _names(groups["build"]) <= packages("requirements.lock")
    assert _names(groups["dev"]) | _names(groups["core-tests"]) <= packages("requirements-dev.lock")


def _names(requirements: list[object]) -> set[str]:
    texts = [requirement for requirement in requirements if isinstance(requirement, str)]
    return {re.split(r"[^A-Za-z0-9_.-]", text)[0].lower() for text in texts}


def test_that_the_core_environment_has_no_qt_and_none_has_a_deep_learning_library() -> None:
    assert not packages("requirements-core.lock") & {"pyside6-essentials", "shiboken6", "pytest-qt", "pgmpy"}
    assert all(not packages(lock) & {"torch", "tensorflow", "jax"} for lock in LOCKS)


def test_that_what_the_core_environment_cannot_compare_with_is_compared_in_the_full_one() -> None:
    asked = re.compile(r"importorskip\(\"(pgmpy)")
    files = [file for file in (ROOT / "tests" / "core").rglob("test_*.py") if asked.search(file.read_text("utf-8"))]
    assert {file.relative_to(ROOT).as_posix() for file in files} == set(dev.OTHER_EYES)
    assert "pgmpy" not in packages("requirements-core.lock")
