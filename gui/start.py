"""Starts the window on a real screen."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QByteArray, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from core.errors import ContentError
from core.explain.language import CODES
from gui.app import NAME, build_app, china_now, usual_folders
from gui.fonts import PACKAGE, can_show_chinese
from gui.program import Program
from gui.report import CrashReporter
from gui.single import SingleProgram

STYLE = "Fusion"
"""The one style of Qt that looks the same everywhere and draws the whole style sheet."""
MISTAKE = 2


def make_application() -> QApplication:
    """Return Qt's application, dressed the same on every system."""
    app = QApplication.instance()
    made = app if isinstance(app, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName(NAME)
    made.setStyle(STYLE)
    return made


def start() -> int:
    """Show the window and return the exit code when it is closed."""
    app, folders = make_application(), usual_folders()
    single = SingleProgram(folders.data)
    if not single.claim():
        return 0 if single.call_other() else 1
    try:
        program = build_app(folders, china_now, system_language=system_language())
    except ContentError as error:
        print(
            "\n".join(f"{problem.file}:{problem.line}: {problem.code}" for problem in error.problems), file=sys.stderr
        )
        return MISTAKE
    reporter = CrashReporter(lambda: program.parts.speaker.words, lambda: program.window, _version())
    reporter.install()
    single.called.connect(program.window.bring_forward)
    program.window.restoreGeometry(QByteArray.fromHex(program.parts.settings.now.place.encode()))
    program.window.show()
    QTimer.singleShot(0, program.window, lambda: tell_about_fonts(program))
    code = app.exec()
    single.release()
    return code


def system_language() -> str:
    """Return Chinese, unless the system speaks English."""
    return CODES["en"] if QLocale.system().language() == QLocale.Language.English else CODES["zh"]


def tell_about_fonts(program: Program) -> None:
    """Say in English which package to install when Chinese cannot be shown."""
    if not can_show_chinese():
        program.parts.speaker.use(CODES["en"])
        program.show_shell()
        program.tell(program.parts.speaker.words("notice.no_font", package=PACKAGE))


def _version() -> str:
    try:
        return version(NAME)
    except PackageNotFoundError:  # run from the source without having been installed
        return "source"
