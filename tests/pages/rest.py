"""When a window has come to rest, and may be judged."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from gui.program import Program
from tests.pages.base import catch_up, until

TURNS, MOST_TURNS = 5, 100
"""How often the event loop turns until layouts that follow each other have come to rest."""


def settle(program: Program) -> None:
    """Wait until all work is done and everything stands where it belongs."""
    catch_up()
    until(lambda: program.parts.tasks.idle and _stands(program))
    for _ in range(TURNS):
        catch_up()
    stands = places(program.window)
    for _ in range(MOST_TURNS):
        catch_up()
        if stands == (stands := places(program.window)):
            return
    raise AssertionError("the page does not come to rest")


def _stands(program: Program) -> bool:
    page = program.window.page
    return page is None or page.complete


def places(window: QWidget) -> list[QRect]:
    """Return where everything in a window is."""
    return [widget.geometry() for widget in window.findChildren(QWidget)]
