"""Starts one window and tells when it was painted: ``python -m tests.benchmarks.starting bare|program [DATA CACHE]``.

Told as JSON: the moment on the machine's steady clock and the memory in use, at the first picture and, for the program,
when everything behind it is loaded and the home page has been shown anew. Nothing is imported before it is needed, for
that is what is measured.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

Moment = dict[str, float]
WIDE, HIGH = 1280, 800
"""The size of the program's window: a smaller one has fewer pixels to fill and to keep."""


def moment() -> Moment:
    """Return the time and how many kilobytes of memory are in use."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    used = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return {"time": time.monotonic(), "memory": float(used)}


class Painted(QObject):
    """Follows the first window of an application until it has been painted.

    Signals:
        exposed (): The window is about to be painted; heard behind the painting, before any timer.
        done (): It has been painted, and ``moment`` is when.
    """

    exposed = Signal()
    done = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.moment: Moment = {}
        self._window: QWindow | None = None
        app.focusWindowChanged.connect(self._on_window)
        self.exposed.connect(self._on_exposed, Qt.ConnectionType.QueuedConnection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            self.exposed.emit()
        return False

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None and self._window is None:
            self._window = window
            window.installEventFilter(self)

    def _on_exposed(self) -> None:
        self.moment = moment()
        self.done.emit()


def bare() -> dict[str, Moment]:
    """Show a window of the program's size with one label."""
    app = QApplication(["bare"])
    painted = Painted(app)
    window = QMainWindow()
    window.setCentralWidget(QLabel("放款自检"))
    window.resize(WIDE, HIGH)
    window.show()
    painted.done.connect(app.quit)
    app.exec()
    return {"first": painted.moment}


def program(data: str, cache: str) -> dict[str, Moment]:
    """Start as ``gui.start.start`` does, on other folders."""
    from gui.binding import load_qt

    load_qt()
    from gui.opening import Folders, open_window, usual_folders
    from gui.single import SingleProgram
    from gui.start import Starter, make_application, system_language

    app, usual = make_application(), usual_folders()
    painted = Painted(app)
    folders = Folders(usual.content, usual.resources, Path(data), Path(cache))
    folders.data.mkdir(parents=True, exist_ok=True)
    single = SingleProgram(folders.data)
    single.claim()
    opened = open_window(folders, system_language())
    assert (opened.window.width(), opened.window.height()) == (WIDE, HIGH)
    opened.window.show()
    starter = Starter(folders, opened, single)
    starter.begin()
    whole: Moment = {}

    def look() -> None:
        if starter.program is not None and not whole:
            opened.window.repaint()
            whole.update(moment())
        if whole and starter.program is not None and starter.program.parts.tasks.idle:
            opened.window.close()

    timer = QTimer(interval=1)
    timer.timeout.connect(look)
    timer.start()
    app.exec()
    single.release()
    return {"first": painted.moment, "whole": whole}


if __name__ == "__main__":
    told = bare() if sys.argv[1] == "bare" else program(*sys.argv[2:])
    sys.stdout.write(json.dumps(told) + "\n")
