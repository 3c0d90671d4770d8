"""The check under the lock of the journal: gone from the window while the lock is closed, back once it is open."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog

from gui.desk import CODE, LockSign
from gui.draft import fresh
from gui.example_door import leave_example
from gui.pages.home.presenter import home_state
from gui.pages.journal import entrusting
from gui.remembered import forget, remember
from gui.ring import NoRing
from gui.session import Session
from gui.shell import shell_state

if TYPE_CHECKING:
    # Only for the types: the program starts without the journal, and brings these together.
    from gui.journal_room import Outcome
    from gui.program import Program

MINUTE_MS = 60_000
HELD = (CODE,)
"""What is remembered beyond the lock: the recovery code, until it was written down, for it is never shown again."""


class UnderLock(QObject):
    """Follows the lock for a program.

    Signals:
        turned (): The lock was put on, opened, closed or taken off, on whatever thread.
    """

    turned = Signal()

    def __init__(self, program: Program) -> None:
        """Follow the drawer in which the check of the program lies."""
        super().__init__()
        self._program, self._drawer = program, program.parts.saving.drawer
        self.turned.connect(self._on_turned, Qt.ConnectionType.QueuedConnection)
        self._drawer.on_turn = self.turned.emit
        self._timer = QTimer(self, interval=MINUTE_MS)
        self._timer.timeout.connect(self._on_minute)
        self._timer.start()
        program.parts.session.listen(program.journal.use)
        program.leaving.key.used.connect(program.journal.use)
        QTimer.singleShot(0, self, self._open_by_itself)

    def sign(self) -> LockSign:
        """Return whether anything lies under a lock that nobody has opened."""
        if not self._program.keeper.locked:
            return ""
        return "check" if self._drawer.holds else "empty"

    def stop(self) -> None:
        """Follow nothing any more."""
        self._timer.stop()
        self._drawer.on_turn = _nothing

    def _open_by_itself(self) -> None:
        """Let the safe of the computer account open the lock, where the user has asked it to; else do nothing."""
        if self._program.keeper.locked and not isinstance(self._program.parts.ring, NoRing):
            self._program.journal().around(entrusting.ring_name, self._on_name)

    def _on_name(self, came: Outcome) -> None:
        if came.value is not None:
            ring = self._program.parts.ring
            ask = partial(ring.get, str(came.value))
            self._program.parts.beside.run(lambda stopped, _tell: ask(stopped), self._on_token, _nobody)

    def _on_token(self, token: bytes | None) -> None:
        if token is not None and self._program.keeper.locked:
            # A failure is not told: nobody asked for this, and the page says how else to open it.
            self._program.journal().around(partial(entrusting.ring_open, token), _nobody)

    def _on_minute(self) -> None:
        program = self._program
        if self._drawer.state == "sealed" and program.journal.late:
            room, used = program.journal(), program.journal().used
            if program.page_name != "journal":
                program.visit("home")  # what was being typed is an answer now, and saved while it can be
            room.used = used
            room.around(room.let_idle, _nobody)

    def _on_turned(self) -> None:
        program, keeper = self._program, self._program.keeper
        if self._drawer.state != "open":
            forget(program.parts.cache)  # the picture tells how far a check had come that was not locked then
        if keeper.locked == program.parts.saving.locked:
            return
        if not keeper.locked:
            self._take_off_the_screen()
            return
        keeper.follow_lock()
        if program.presenter is not None:
            program.presenter.show()
        tell_found(program)

    def _take_off_the_screen(self) -> None:
        """Leave nothing of the check in the window or in memory."""
        program, desk = self._program, self._program.desk
        for dialog in program.window.findChildren(QDialog):
            dialog.reject()
        program.leave_page()
        program.keeper.follow_lock()
        leave_example(desk)
        kept = {name: value for name, value in desk.memory.items() if name in HELD}
        desk.memory.clear()
        desk.memory.update(kept)
        desk.scratch.clear()
        program.parts.engine.road(program.keeper.own)  # in place of what was worked out last
        if program.window.lines.banner.words:
            program.tell("")  # it may speak of an answer
        program.visit("journal" if program.page_name == "journal" else "home")


def tell_found(program: Program) -> None:
    """Say what is wrong with what lies on the disk, if anything is."""
    keeper, damaged = program.keeper, program.parts.settings.damaged
    if notice := keeper.notice or ("settings" if damaged else ""):
        program.tell(f"notice.{notice}", file=Path(keeper.found.file).name)


def leave_traces(program: Program) -> None:
    """Remember the home page for the next start; what the user has cleared, or locked, must not lie in a copy."""
    parts, desk = program.parts, program.desk
    parts.session.move(program.keeper.own)  # an example ends with the program
    if not parts.session.draft.begun:
        parts.saving.erase()
    session = parts.session
    if parts.saving.drawer.state != "open":
        session = Session(fresh(parts.now().date()))
        sign: LockSign = "check" if parts.saving.drawer.holds else "empty"
        desk = replace(desk, session=session, lock=lambda: sign)
    remember(parts.cache, parts.speaker.code, shell_state("home", session, parts.speaker), home_state((), desk))


def _nobody(_came: object) -> None:
    """Do nothing."""


def _nothing() -> None:
    """Do nothing."""
