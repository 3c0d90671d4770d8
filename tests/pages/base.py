"""What all page objects share."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.program import Program
from gui.widgets.page import PageView
from gui.widgets.text import Text
from tests.pages.finding import shown

Kind = TypeVar("Kind", bound=QWidget)


def catch_up() -> None:
    """Let everything happen that waits to happen at once, the freeing of what is gone among it."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until(holds: Callable[[], object], seconds: float = 30) -> None:
    """Let things happen until something holds, and give the threads beside this one their turn in between."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it does not come to pass"
        catch_up()
        QThread.usleep(200)


class PageObject:
    """One page of a running program, as its user sees it."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self._program, self._qtbot = program, qtbot

    @property
    def _page(self) -> PageView:
        """Return the page of the moment, after the window has drawn what was done last."""
        catch_up()
        page = self._program.window.page
        assert page is not None
        return page

    def _find(self, kind: type[Kind], name: str) -> Kind:
        return shown(self._page, kind, name)

    def _click(self, name: str) -> None:
        button = self._find(QPushButton, name)
        assert button.isEnabled(), f"{name} cannot be clicked"
        button.click()

    def _says(self, name: str) -> str:
        """Return a text, nothing while it is hidden because it is empty."""
        found = self._page.findChildren(Text, name)
        assert found, f"no text is named {name}"
        return next((text.plain for text in found if text.isVisibleTo(self._page)), "")

    def _settle(self) -> None:
        """Wait until nothing is being worked out."""
        until(lambda: self._program.parts.tasks.idle)
