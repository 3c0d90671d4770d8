"""One guest's session from the command line to the key that ends it, in a process of its own.

Run with ``python -m tests.gui.guest_session``: it answers, keeps a check in the journal, decodes a message, copies a
letter, opens a dialog, changes language, text size and theme, and leaves. It tells as JSON what was on the way, so that
a session in which nothing happened is noticed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

import gui.app
from gui.__main__ import main
from gui.draft import at_step, with_answer
from gui.keeping import record_now
from gui.pages.journal.kept import Looking
from gui.pages.journal.shelf import look_up
from gui.pages.journal.working import put
from gui.pages.letters.view import LettersView
from gui.program import Program
from gui.start import make_application

TELLING = "weilidai"
EVERY_MS = 20


class Guest:
    """Does one thing after the other, each when nothing is being worked out."""

    def __init__(self) -> None:
        """Wait for the program."""
        self.program: Program | None = None
        self.told: dict[str, Any] = {}
        self._todo: list[Callable[[Program], None]] = [
            *(self.answer, self.keep, self.decode, self.change_looks),
            *(self.copy_a_letter, self.ask_where_to_save, self.look_at_the_journal, self.leave),
        ]
        self._timer = QTimer(interval=EVERY_MS)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def answer(self, program: Program) -> None:
        """Answer two questions."""
        session = program.parts.session
        self.told["found"] = session.draft.begun
        session.change(at_step(with_answer(session.draft, "request.lender", TELLING), "request.amount"))
        session.change(with_answer(session.draft, "request.amount", 8000.0))
        program.visit("checklist")
        self.told["answered"] = len(session.draft.answers.values)

    def keep(self, program: Program) -> None:
        """Keep the check in the journal."""
        parts = program.parts
        record = record_now(parts.session.draft, parts.engine.content, parts.now(), "a" * 32)
        program.desk.journal().write(partial(put, record), partial(self._tell, "kept"))

    def decode(self, program: Program) -> None:
        """Let a message be read: the decoder is made for the first time."""
        program.desk.later(partial(program.desk.decode, TELLING), partial(self._tell, "decoded"))

    def change_looks(self, program: Program) -> None:
        """Change everything that is remembered of others."""
        for action in ("view.language", "view.theme", "view.larger"):
            program.act(action)
        self.told["language"] = program.parts.settings.now.language

    def copy_a_letter(self, program: Program) -> None:
        """Let a letter be pasted elsewhere."""
        program.visit("letters")
        page = program.window.page
        assert isinstance(page, LettersView)
        page.put_on_clipboard(TELLING)
        self.told["copied"] = QGuiApplication.clipboard().text()

    def ask_where_to_save(self, program: Program) -> None:
        """Open the dialog that asks where to save, and close it."""
        program.act("file.save")
        dialogs = [found for found in program.window.findChildren(QFileDialog) if found.isVisible()]
        self.told["dialogs"] = len(dialogs)
        for dialog in dialogs:
            dialog.reject()
            dialog.deleteLater()

    def look_at_the_journal(self, program: Program) -> None:
        """Look at what was kept."""
        program.visit("journal")
        program.desk.later(program.desk.journal().reading(partial(look_up, Looking())), self._on_shelf)

    def leave(self, program: Program) -> None:
        """Press the key."""
        window = program.window.windowHandle()
        assert window is not None
        QTest.keyClick(window, Qt.Key.Key_F9)
        self.told["on_screen"] = sum(shown.isVisible() for shown in QApplication.topLevelWidgets())

    def end(self) -> None:
        """Tell what is left, and what was on the way."""
        assert self.program is not None
        self.told["left"] = dict(self.program.parts.session.draft.answers.values)
        self.told["clipboard"] = QGuiApplication.clipboard().text()
        json.dump(self.told, sys.stdout)

    def _on_turn(self) -> None:
        if self.program is not None and self.program.parts.tasks.idle and self._todo:
            self._todo.pop(0)(self.program)

    def _tell(self, what: str, came: object) -> None:
        self.told[what] = getattr(came, "error", None) is None

    def _on_shelf(self, came: Any) -> None:
        self.told["journal"] = came.value.every


def watch(guest: Guest) -> None:
    """Let a guest sit down in front of the program as soon as it is made."""
    made = gui.app.build_app

    def watched(*given: Any, **named: Any) -> Program:
        guest.program = made(*given, **named)
        return guest.program

    gui.app.build_app = watched


if __name__ == "__main__":
    make_application()
    somebody = Guest()
    watch(somebody)
    code = main(["--guest"])
    somebody.end()
    sys.exit(code)
