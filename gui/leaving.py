"""Away at once: one key that takes everything off the screen, whatever the program shows or does.

The key is F9. It is one key, unlike Shift pressed three times; no field, no dialog and no screen reader uses it alone;
and Escape is not free: it closes dialogs and menus. The menu names it, and beside it there is always the button.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from gui.guest import guest_parts

if TYPE_CHECKING:
    # Only for the types: the program brings these together.
    from gui.program import Parts, Program

KEY = Qt.Key.Key_F9
"""The same as :data:`gui.shell.LEAVE_KEY`."""
USES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin)


class LeaveKey(QObject):
    """Hears the key in every window of the program: a dialog in front keeps the main one's menus from hearing it.

    A dialog that is the system's own, as that for files on Windows, hears its keys alone: there Escape comes first.

    Signals:
        pressed (): The key was pressed.
        used (): Somebody pressed any key or button, touched or scrolled: the window is in use.
    """

    pressed = Signal()
    used = Signal()

    def __init__(self) -> None:
        """Listen to each window as the keyboard comes to it."""
        super().__init__()
        app = QGuiApplication.instance()
        self._app = app if isinstance(app, QGuiApplication) else None
        if self._app is not None:
            self._app.focusWindowChanged.connect(self._on_window)
            self._on_window(self._app.focusWindow())

    def stop(self) -> None:
        """Listen no more."""
        if self._app is not None:
            self._app.focusWindowChanged.disconnect(self._on_window)
            self._app = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the key, and nothing else."""
        if event.type() in USES and self._app is not None:
            self.used.emit()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or self._app is None:
            return False
        if event.key() != KEY or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        self.pressed.emit()
        return True

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time it only moves to the front


def vanish() -> None:
    """Take every window of the program off the screen before anything else happens."""
    for window in QApplication.topLevelWidgets():
        window.hide()


class Leaving:
    """The ways out of a program besides closing its window: away at once, and in favour of a guest.

    Attributes:
        left: Told when somebody left at once; a window that is hidden already ends no program by being closed.
        key: Hears the key, and that the window is used.
        replaced: Told of the guest's program that took the place of this one.
    """

    def __init__(self, program: Program, make: Callable[[Parts], Program]) -> None:
        """Listen to the key for a program; ``make`` makes another one."""
        self._program, self._make, self.key = program, make, LeaveKey()
        self.key.pressed.connect(self.leave)
        self.left: Callable[[], None] = _nothing
        self.replaced: Callable[[Program], None] = _nobody

    def leave(self) -> None:
        """Take everything off the screen at once, then close; of a guest nothing is left."""
        vanish()
        QTimer.singleShot(0, self._program.window, self._close)

    def receive_guest(self) -> None:
        """Close, and let a guest's program take the place on the screen."""
        window, parts = self._program.window, guest_parts(self._program.parts)
        parts.window.setGeometry(window.geometry())
        parts.window.show()
        window.close()
        window.deleteLater()
        self.replaced(self._make(parts))

    def stop(self) -> None:
        """Listen no more."""
        self.key.stop()

    def _close(self) -> None:
        self._program.window.close()
        self.left()


def _nothing() -> None:
    """Do nothing."""


def _nobody(_program: Program) -> None:
    """Do nothing."""
