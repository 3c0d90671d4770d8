"""Opens the window on the wall."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.desk import Desk
from gui.projector.presenter import ProjectorPresenter
from gui.projector.window import ProjectorWindow
from gui.theme.look import Look


def open_projector(look: Look, desk: Desk, cases: Sequence[str], beside: QWidget) -> ProjectorWindow:
    """Return the window, on the screen with the first of the cases; it goes with the window ``beside`` it.

    Where the computer has a second screen, it opens there: that is the wall.
    """
    window = ProjectorWindow(look, beside)
    presenter = ProjectorPresenter(window, desk, cases)
    window.led_by = presenter  # Qt holds receivers that are no QObject weakly
    window.next_requested.connect(presenter.next)
    window.back_requested.connect(presenter.back)
    window.start_requested.connect(presenter.to_start)
    window.end_requested.connect(presenter.to_end)
    window.closed.connect(presenter.close)
    _to_the_wall(window, beside)
    window.show()
    return window


def _to_the_wall(window: ProjectorWindow, beside: QWidget) -> None:
    here = beside.screen()
    others = [screen for screen in here.virtualSiblings() if screen is not here]
    if others:
        window.setScreen(others[0])
        window.move(others[0].availableGeometry().topLeft())
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
