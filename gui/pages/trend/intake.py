"""What comes into the table at once: a text that was pasted, or a file. All of it or nothing. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.errors import AppError
from core.measure.score_rows import Merged, Points, Row
from gui.desk import Desk
from gui.pages.trend.editing import Editing
from gui.pages.trend.told import Told
from gui.pages.trend.working import Coming, came_in

PASTED = ""
"""The name of what was pasted: its words follow the language."""


class Intake:
    """Reads what is to come in on the thread that works; the same day's new value stands, nothing else is lost.

    Attributes:
        told: What is to be told about the last thing.
    """

    def __init__(self, editing: Editing, told: Told, desk: Desk, on_told: Callable[[], None]) -> None:
        """Bring things into a table; ``on_told`` hears that there is something else to be told than ``told``."""
        self.told = told
        self._editing, self._desk, self._on_told = editing, desk, on_told
        self._cancel: Callable[[], None] | None = None

    def paste(self, text: str) -> None:
        """Let the points of a text come in: all of them, or none."""
        if not text.strip():
            self._tell("trend_page.nothing_to_paste")
            return
        self._come(Coming(text, PASTED))

    def open(self, path: str) -> None:
        """Let the points of a file come in: all of them, or none."""
        self._come(Coming(Path(path), Path(path).name))

    def bring(self, points: Points) -> None:
        """Let points come in that were kept elsewhere."""
        self._come(Coming(points, PASTED))

    def drop(self) -> None:
        """Let nothing come in any more."""
        if self._cancel:
            self._cancel()

    def _come(self, coming: Coming) -> None:
        allowed = self._editing.sheet.allowed(self._desk.engine.content)
        if allowed is None:
            self._tell("trend_page.range_first")
            return
        self.drop()
        rows, today = self._editing.sheet.rows, self._desk.now().date()
        work = partial(came_in, rows, coming, allowed, today)
        self._cancel = self._desk.later(work, partial(self._on_come, rows, coming))

    def _on_come(self, rows: tuple[Row, ...], coming: Coming, found: Merged | AppError) -> None:
        if rows is not self._editing.sheet.rows:  # something was written meanwhile; it must not be lost
            self._come(coming)
        elif isinstance(found, AppError):
            self._tell("", refused=found)
        else:
            if found.rows != rows:
                self._editing.change(found.rows)
            self._tell("trend_page.came_in", added=found.added, replaced=found.replaced)

    def forget(self) -> None:
        """Tell nothing any more."""
        self.told = Told()

    def _tell(self, key: str, refused: AppError | None = None, **facts: object) -> None:
        self.told = Told(key, facts, refused)
        self._on_told()
