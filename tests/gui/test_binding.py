"""Qt's binding for Python: what of its ways this program cannot live with, and what it goes around."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[2]
SOURCES_READ = """
import linecache
{load}
import core.schema.content
print(sum("schema" in name for name in linecache.cache))
"""
PLAIN = "import PySide6.QtWidgets"
OURS = "from gui.binding import load_qt; load_qt()"


def sources_read(load: str) -> int:
    """Return how many modules of ours were read as text when they were imported after Qt, loaded like this."""
    command = [sys.executable, "-c", SOURCES_READ.format(load=load)]
    return int(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout)


def test_that_no_source_is_read_for_what_is_loaded_after_qt() -> None:
    assert sources_read(PLAIN) > 1  # else there is nothing to go around any more
    assert sources_read(OURS) == 0


def test_that_calls_into_qt_do_not_use_up_what_python_lives_on(qapp: QApplication) -> None:
    """PySide 6.12.0 takes one reference to None away with every call; before Python 3.12 that ends in an abort."""
    before = sys.getrefcount(None)
    for _ in range(1000):
        qapp.processEvents()
    assert sys.getrefcount(None) > before - 500
