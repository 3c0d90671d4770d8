"""Deciding knows no Qt, pages do not know each other, and nothing is imported late without a reason."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from gui.shell import PageName
from tests.checks.code import ROOT, functions, imports, name, python, tree

PROMISE = "no qt"
"""What the docstring of a module says that can be imported, and tested, where Qt is not installed."""
DECIDING = (
    *("gui.desk", "gui.draft", "gui.engine", "gui.keeper", "gui.questions.kinds", "gui.questions.state", "gui.route"),
    *("gui.saving", "gui.session", "gui.settings", "gui.shell", "gui.signs", "gui.speaker", "gui.typed"),
    "gui.theme.tokens",
)
"""What decides outside the pages."""
DRAWS = ("PySide6", "gui.widgets", "gui.theme.look", "gui.bench")
"""A module of a page that imports none of these is not there to be looked at."""
WITHOUT_QT = """
import importlib, json, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("Qt is wanted by " + wanting())

def wanting():
    frame, ours = sys._getframe(2), []
    while frame is not None:
        if frame.f_globals.get("__name__", "").startswith("gui."):
            ours.append(frame.f_globals["__name__"])
        frame = frame.f_back
    return " <- ".join(dict.fromkeys(ours))

sys.meta_path.insert(0, NoQt())
found = {}
for module in json.loads(sys.argv[1]):
    try:
        importlib.import_module(module)
    except ImportError as error:
        found[module] = str(error)
print(json.dumps(found))
"""
CHECKS = "checks content, which is needed only where it is not in the cache, and brings what start-up cannot afford"
COMMAND = "the command line must work where Qt is not installed, and the window does not need it"
PICTURE = "the first picture of the window must not wait for the model"
MISTAKES = "only a mistake in the content needs it, and it brings the templates"
PRINTED = "only printing needs it, and start-up must not wait for it, nor for QtPrintSupport"
NETWORK = "only answering other starts needs it, and that may wait for the first picture"
NUMPY = "brings numpy, for which no page may wait: it is loaded on the thread that works"
DECODING = "only a pasted text needs it, and it is loaded on the thread that works"
JOURNAL = "most starts never open the journal"
RING = "looks for every safe there could be when it is loaded: only who wants to use one waits for it, and beside"
SQLITE = "brings SQLite and cryptography, for which no page may wait: it is loaded on the thread that works"
SQLITE_IN = (*("journal", "journal.exchange", "journal.merge", "journal.restoring", "journal.scores"),)
MENDING = ("journal", "journal.inside", "journal.restoring")
# "file: module" -> why it may wait until a function needs it.
LATE = {
    "gui/__main__.py: core.cli": COMMAND,
    "gui/__main__.py: gui.binding": COMMAND,
    "gui/__main__.py: gui.start": COMMAND,
    "gui/__main__.py: gui.tour": COMMAND,
    "gui/app.py: core.estimate.content_check": CHECKS,
    "gui/app.py: core.explain.template_check": CHECKS,
    "gui/app.py: core.letters.check": CHECKS,
    "gui/app.py: core.library.content_check": CHECKS,
    **{f"gui/printing/press.py: gui.printing.{part}": PRINTED for part in ("laid_out", "pdf", "preview", "styles")},
    "gui/journal_door.py: gui.journal_room": JOURNAL,
    "gui/pages/home/presenter.py: gui.due": "brings the journal's records, for which the first picture must not wait",
    "gui/journal_room.py: core.journal.journal": SQLITE,
    "gui/journal_care.py: core.journal.health": SQLITE,
    **{f"gui/pages/journal/working.py: core.{part}": SQLITE for part in SQLITE_IN},
    **{f"gui/pages/journal/shelf.py: core.journal.{part}": SQLITE for part in ("find", "health", "inside")},
    "gui/due.py: core.journal.find": SQLITE,
    "gui/pages/journal/others.py: core.journal.find": SQLITE,
    "gui/pages/trend/keepsake.py: core.journal.scores": SQLITE,
    "gui/pages/journal/entrusting.py: core.journal": SQLITE,
    **{f"gui/ring.py: {part}": RING for part in ("keyring", "keyring.errors")},
    **{f"gui/pages/journal/mending.py: core.{part}": SQLITE for part in MENDING},
    "gui/single.py: PySide6.QtNetwork": NETWORK,
    "gui/widgets/banner.py: PySide6.QtGui": "only a line that is told needs it, and start-up must not wait for it",
    "gui/start.py: gui.app": PICTURE,
    "gui/start.py: gui.fonts": PICTURE,
    "gui/start.py: gui.ring": PICTURE,
    "gui/start.py: gui.report": PICTURE,
    "gui/start.py: core.catalogue": MISTAKES,
    "gui/start.py: core.commands.content": MISTAKES,
    "gui/start.py: core.loading.files": MISTAKES,
    "gui/start.py: core.loading.texts": MISTAKES,
    "gui/decoding/reader.py: core.decode.decoder": DECODING,
    "gui/decoding/reader.py: core.loading.decoder": DECODING,
    "gui/pages/author/working.py: core.commands.workplace": NUMPY,
    "gui/pages/trend/working.py: core.commands.trend": NUMPY,
    "gui/pages/trend/working.py: core.measure.trend": NUMPY,
}


def module_of(path: Path) -> str:
    """Return the dotted name of a file."""
    return name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def promising() -> list[str]:
    """Return the modules whose docstring promises to do without Qt."""
    return [module_of(path) for path in python("gui") if PROMISE in (ast.get_docstring(tree(path)) or "").lower()]


def deciding_in_pages() -> list[str]:
    """Return the modules of the pages that decide or hold what was decided."""
    return [
        module_of(path) for path in python("gui/pages") if path.name in ("presenter.py", "state.py") or not draws(path)
    ]


def draws(path: Path) -> bool:
    """Return whether a module itself imports what is there to be looked at."""
    return any(module.startswith(DRAWS) for _, module in imports(tree(path)))


@cache
def wanting_qt() -> dict[str, str]:
    """Return which modules cannot be imported without Qt, with the way that leads to it."""
    modules = sorted({*promising(), *DECIDING, *deciding_in_pages()})
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, json.dumps(modules)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("module", sorted({*promising(), *DECIDING, *deciding_in_pages()}))
def test_that_what_decides_can_be_imported_without_qt(module: str) -> None:
    assert wanting_qt().get(module) is None


def test_that_what_decides_in_a_page_says_that_it_knows_no_qt() -> None:
    presenters = {module for module in deciding_in_pages() if module.endswith(".presenter")}
    assert len(presenters) >= 6
    assert presenters - set(promising()) == set()


def test_that_the_check_without_qt_finds_qt_where_it_is() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, json.dumps(["gui.widgets.text"])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == {"gui.widgets.text": "Qt is wanted by gui.widgets.text"}


def top(module: str) -> str:
    """Return the package a module belongs to."""
    return module.split(".")[0]


def test_that_no_page_knows_another_page() -> None:
    met = [
        f"{name(path)}:{line} {module}"
        for path in python("gui/pages")
        for line, module in imports(tree(path))
        if module.startswith("gui.pages.") and module.split(".")[2] != path.parent.name
    ]
    assert met == []


def test_that_no_building_block_knows_a_page_or_what_was_answered() -> None:
    allowed = ("gui.widgets", "gui.theme", "gui.signs")  # signs are pictures: a gate, a day, and how good they look
    found = [
        f"{name(path)}:{line} {module}"
        for path in python("gui/widgets", "gui/theme")
        for line, module in imports(tree(path))
        if top(module) in ("gui", "core") and not module.startswith(allowed)
    ]
    assert found == []


def test_that_the_window_imports_inside_a_function_only_for_a_reason() -> None:
    found = {
        f"{name(path)}: {module}"
        for path in python("gui")
        for function in functions(path)
        for _, module in imports(function)
    }
    assert sorted(found - LATE.keys()) == []
    assert sorted(LATE.keys() - found) == [], "exceptions that nobody needs any more"


def test_that_every_page_has_a_maker_and_none_but_the_first_is_loaded_with_the_makers() -> None:
    loaded = """
import sys
from gui.makers import maker_of
from gui.shell import PageName
from typing import get_args
before = {name.split(".")[2] for name in sys.modules if name.startswith("gui.pages.")}
assert before == {"home"}, before
print(*(maker_of(page).__module__ for page in get_args(PageName)))
"""
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, cwd=ROOT, check=True)
    assert told.stdout.split() == [f"gui.pages.{page}.making" for page in get_args(PageName)]
