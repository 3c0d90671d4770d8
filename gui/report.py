"""What happens when something fails that nobody foresaw: a dialog with what a developer needs and no answers in it."""

from __future__ import annotations

import platform
import sys
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from core.catalogue import Catalogue
from gui.clipboard import put
from gui.speaker import Speaker
from gui.theme.tokens import READABLE_SIGNS, Size, Space
from gui.widgets.buttons import button
from gui.widgets.layouts import column, row
from gui.widgets.text import text


def program_version(name: str) -> str:
    """Return the installed version, or a word for a program run from its source."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "source"


def crash_text(kind: type[BaseException], trace: TracebackType | None, release: str) -> str:
    """Return version, kind of error and the lines of code it went through.

    The error's own message is left out, and so are all values: either may hold an answer. Paths are cut to the file's
    name: they may hold the user's.
    """
    frames = traceback.extract_tb(trace)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    where = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}"
    return "\n".join([f"disburse-check {release}", where, kind.__name__, *lines])


class CrashDialog(QDialog):
    """Says that something went wrong, that the answers are safe, and offers the details to copy."""

    def __init__(self, details: str, words: Catalogue, parent: QWidget | None, guest: bool = False) -> None:
        """Build it; a guest's answers are not kept."""
        super().__init__(parent)
        self.setObjectName("crash")
        self.setWindowTitle(words("crash.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._details = QPlainTextEdit(details, readOnly=True)
        self._details.setObjectName("crash-details")
        self._details.setAccessibleName(words("crash.details"))
        copy = button("crash-copy", words("crash.copy"), on_click=self._on_copy)
        close = button("crash-close", words("crash.close"), "primary", self.close)
        safe = words("guest.crash" if guest else "crash.text")
        told = (text(words("crash.title"), "heading"), text(safe))
        self.setLayout(column(*told, _roomy(self._details), row(copy, None, close), margins=Space.XL))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide as a line is read with ease, if the window is, and as high as the texts are then."""
        super().showEvent(event)
        wide = READABLE_SIGNS * self.fontMetrics().averageCharWidth() + 2 * Space.XL
        parent, layout = self.parentWidget(), self.layout()
        if parent is not None:
            wide = min(wide, max(parent.width(), Size.LEAST_WIDTH))
        if layout is not None:
            self.resize(wide, layout.totalHeightForWidth(wide))

    def _on_copy(self) -> None:
        put(self._details.toPlainText())


def _roomy(field: QWidget) -> QWidget:
    """Return a field in enough room for a few lines: its own least height is the style sheet's, and that is one."""
    around = QWidget()
    around.setMinimumHeight(Size.CHART)
    around.setLayout(column(field))
    return around


class CrashReporter:
    """Stands in for Python's own way of reporting what nobody caught."""

    def __init__(self, speaker: Speaker, parent: QWidget, version: str, guest: bool = False) -> None:
        """Take what the dialog needs when it comes to that."""
        self._speaker, self._parent, self._version, self._guest = speaker, parent, version, guest
        self.dialog: CrashDialog | None = None
        self._busy = False

    def install(self) -> None:
        """Be the one who is told."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show the dialog; an error while it is shown goes to the console, and so does an interruption."""
        if self._busy or issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._busy = True
        try:
            details = crash_text(kind, trace, self._version)
            self.dialog = CrashDialog(details, self._speaker.words, self._parent, self._guest)
            self.dialog.open()
        finally:
            self._busy = False
