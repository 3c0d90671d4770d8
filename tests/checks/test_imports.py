"""Who may import what, where the import contracts of pyproject.toml cannot see."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.checks.code import ROOT, functions, imports, name, python, tree

NUMPY = "brings numpy, which costs as much start-up time as the bare window"
READING = "only reading needs it"
LINE = "brings TLS and HTTP, which only the probe needs"
STORE = "brings SQLite and cryptography, which no other command needs"
# "file: module" -> why it may wait until a function needs it.
LATE = {
    "core/assess.py: core.estimate.influence": NUMPY,
    "core/assess.py: core.estimate.planning": NUMPY,
    "core/assess.py: core.estimate.ranges": NUMPY,
    "core/classroom/code.py: segno": "only a result that is shown as a code needs it",
    "core/line/keeping.py: core.commands.journal": STORE,
    "core/line/keeping.py: core.commands.journal_example": STORE,
    "core/line/keeping.py: core.commands.learn": NUMPY,
    "core/line/many.py: core.commands.batch": "brings numpy and polars, which no other quick command needs",
    "core/line/measuring.py: core.commands.decode": "every other command would read the decoder's modules for nothing",
    "core/line/measuring.py: core.commands.probe": LINE,
    "core/line/measuring.py: core.commands.trend": NUMPY,
    "core/line/measuring.py: core.measure.probe_round": LINE,
    "core/line/measuring.py: urllib.request": LINE,
    "core/line/learning.py: core.commands": "only the quiz needs it",
    "core/line/reading.py: core.commands": READING,
    "core/line/workshop.py: core.commands": "only a workshop needs it",
    "core/line/authoring.py: core.commands": "only writing content needs it",
    "core/estimate/asking.py: core.estimate.influence": NUMPY,
    "core/estimate/days.py: holidays": "costs a third of the bare window; only a year not announced needs it",
    "core/explain/appointment.py: icalendar": "only an export needs it",
    "core/loading/rules/library.py: core.loading.answers_file": "only content that is not in the cache needs checking",
    "core/journal/drawer.py: core.journal.box": "brings cryptography, which only a lock needs",
    "core/library/sounds.py: pypinyin": "costs as much as the bare window; only a search in Latin letters needs it",
    "core/explain/layout.py: markdown_it": "costs a third of the bare window; only explanations and reports need it",
}
QT = {"PySide6", "shiboken6", "pytestqt"}


def test_that_the_core_imports_inside_a_function_only_what_start_up_cannot_afford() -> None:
    found = {
        f"{name(path)}: {module}"
        for path in python("core")
        for function in functions(path)
        for _, module in imports(function)
    }
    assert sorted(found - LATE.keys()) == []
    assert sorted(LATE.keys() - found) == [], "exceptions that nobody needs any more"


def test_that_the_first_estimate_does_not_wait_for_numpy() -> None:
    command = "import sys, core.assess; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("place", ["core", "tests/core", "tests/conftest.py"])
def test_that_what_runs_without_qt_imports_no_qt(place: str) -> None:
    found = [
        f"{name(path)}:{line} {module}"
        for path in python(place)
        for line, module in imports(tree(path))
        if module.split(".")[0] in QT
    ]
    assert found == []


@pytest.mark.parametrize("folder", ["content", "resources"])
def test_that_a_data_folder_holds_no_code(folder: str) -> None:
    statements = [f"{name(path)}:{statement.lineno}" for path in python(folder) for statement in tree(path).body[1:]]
    assert statements == []
    assert [name(path) for path in python(folder)] == [f"{folder}/__init__.py"]
    assert (ROOT / folder / "__init__.py").is_file()
