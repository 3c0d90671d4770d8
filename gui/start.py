"""Starts the window on a real screen: first a picture, then step by step everything behind it."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QByteArray, QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from core.errors import ContentError
from gui.opening import NAME, Folders, Opened, open_window, usual_folders
from gui.shell import PageName
from gui.single import SingleProgram

if TYPE_CHECKING:
    from gui.program import Program

STYLE = "Fusion"
"""The one style of Qt that looks the same everywhere and draws the whole style sheet."""
MISTAKE = 2
SHORT_TURN_S = 0.0005
"""How long another thread may hold Python: with the usual 5 ms, opening the result took twice as long."""
IN_TURN = ("pydantic", "core.schema.content", "core.loading.compiled", "core.assess", "gui.app")
"""What is loaded between two turns of the event loop, so that the window answers while it comes."""
NEXT = (
    *("gui.pages.checklist.making", "numpy", "jinja2.sandbox"),
    *(f"gui.pages.{page}.making" for page in get_args(PageName)),
)
"""The pages and what they stand on, what nearly everybody comes to first: loaded once the program stands, or each would
keep who opens it waiting."""
LOOK_MS, PATIENCE_MS = 5, 200
"""How often it is looked whether the window has been painted, and how long at most: one that is hidden never is."""
REST_MS = 40
"""Between two of these, so that somebody who clicks meanwhile waits for one of them at most."""


def make_application() -> QApplication:
    """Return Qt's application, dressed the same on every system; work beside it gives way to it soon."""
    sys.setswitchinterval(SHORT_TURN_S)
    app = QApplication.instance()
    made = app if isinstance(app, QApplication) else QApplication([*sys.argv[:1], "-style", STYLE])
    made.setApplicationName(NAME)
    return made


def start_guest(content: Path | None = None) -> int:
    """Show the window to a guest; return the exit code when it is closed. Nothing is written, no lock either."""
    app, folders = make_application(), usual_folders(content, guest=True)
    opened = open_window(folders, system_language())
    opened.window.show()
    starter = Starter(folders, opened, None)
    starter.begin()
    return app.exec()


def start(content: Path | None = None) -> int:
    """Show the window, with the content of another folder if one is given; return the exit code when it is closed."""
    app, folders = make_application(), usual_folders(content)
    with suppress(OSError):  # a folder that cannot be made is told when the first answer is to be saved
        folders.data.mkdir(parents=True, exist_ok=True)
    single = SingleProgram(folders.data)
    if not single.claim():
        return 0 if single.call_other() else 1
    opened = open_window(folders, system_language())
    opened.window.restoreGeometry(QByteArray.fromHex(opened.settings.now.place.encode()))
    single.called.connect(opened.window.bring_forward)
    opened.window.show()
    starter = Starter(folders, opened, single)
    starter.begin()
    code = app.exec()
    single.release()
    return code


class Starter(QObject):
    """Loads the program behind the window, a part at each turn of the event loop.

    Attributes:
        program: The running program, once it is complete.
    """

    def __init__(self, folders: Folders, opened: Opened, single: SingleProgram | None) -> None:
        """Take the window that is on the screen, and the lock that keeps a second one out; a guest has none."""
        super().__init__()
        self._folders, self._opened, self._single = folders, opened, single
        self._left, self._waited = [*IN_TURN], 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_turn)
        opened.window.action_requested.connect(self._on_early)
        self.program: Program | None = None

    def begin(self) -> None:
        """Load the first part when the window has been painted; on some systems timers come before pictures."""
        self._timer.start()

    def _on_early(self, action: str) -> None:
        """Leave at once when somebody wants to before there is a program: nothing was told yet."""
        if action == "file.leave" and self.program is None:
            self._timer.stop()
            self._opened.window.close()

    def _on_turn(self) -> None:
        if self._waited < PATIENCE_MS and not self._painted:
            self._waited += LOOK_MS
            self._timer.start(LOOK_MS)
        elif self._left:
            import_module(self._left.pop(0))
            if self._left or self.program is None:
                self._timer.start(0 if self.program is None else REST_MS)
        elif self.program is None:
            self._build()

    @property
    def _painted(self) -> bool:
        window = self._opened.window
        return window.isVisible() and window.windowHandle().isExposed()

    def _build(self) -> None:
        """Put the program behind the window."""
        # Loaded here, as in IN_TURN, because the first picture must not wait for the model.
        from gui.app import build_app, china_now
        from gui.ring import NoRing, system_ring

        try:
            self.program = build_app(
                self._folders,
                china_now,
                opened=self._opened,
                system_language=system_language(),
                ring=NoRing() if self._folders.guest else system_ring(),
            )
        except ContentError as error:
            _tell_mistakes(error)
            QApplication.exit(MISTAKE)
            return
        self._hold(self.program)
        if self._single is not None:
            self._single.answer_calls()
        self._left = [*NEXT]
        self._timer.start(REST_MS)

    def _hold(self, program: Program) -> None:
        _look_after(program)
        program.leaving.replaced, program.leaving.left = self._on_guest, QApplication.quit

    def _on_guest(self, program: Program) -> None:
        """Hold the guest's program in place of the one before, whose lock is of no use any more."""
        self.program = program
        self._hold(program)
        if self._single is not None:
            self._single.release()


def system_language() -> str:
    """Return Chinese, unless the system speaks English."""
    return "en" if QLocale.system().language() == QLocale.Language.English else "zh_CN"


def _look_after(program: Program) -> None:
    """Report what nobody foresaw, and say in English which package to install when Chinese cannot be shown."""
    # Loaded here for the same reason.
    from gui.fonts import PACKAGE, can_show_chinese
    from gui.report import CrashReporter, program_version

    CrashReporter(program.parts.speaker, program.window, program_version(NAME), program.parts.guest).install()
    if not can_show_chinese():
        program.parts.speaker.use("en")
        program.show_shell()
        program.tell("notice.no_font", package=PACKAGE)


def _tell_mistakes(error: ContentError) -> None:
    """Print every mistake in the content, in the program's own words: those of the folder may be the mistake."""
    # Loaded here because only a mistake in the content needs it, and it brings the templates.
    from core.catalogue import Catalogue
    from core.commands.content import problem_lines
    from core.loading.files import take_snapshot
    from core.loading.texts import texts_of

    words = texts_of(take_snapshot(usual_folders().content), system_language()).words
    print("\n".join(problem_lines(error.problems, Catalogue(system_language(), words))), file=sys.stderr)
