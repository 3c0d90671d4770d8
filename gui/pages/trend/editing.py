"""What can be done with the table: write, add, remove, paste, open a file, and take any of it back. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from core.errors import AppError
from core.measure.score_rows import Merged, Row
from gui.desk import Desk
from gui.pages.trend.sheet import Sheet, cell
from gui.pages.trend.working import Coming, came_in

EMPTY: Row = ("", "")


class Editing:
    """Holds the sheet. Every change of its rows can be taken back, as long as the page is open."""

    def __init__(self, sheet: Sheet, desk: Desk, on_changed: Callable[[], None], on_told: Callable[[], None]) -> None:
        """Take a sheet; ``on_changed`` hears of every change of it, ``on_told`` of what only has to be shown."""
        self.sheet = sheet
        self.refused: AppError | None = None
        self.note: tuple[str, dict[str, object]] = ("", {})
        self._desk, self._on_changed, self._on_told = desk, on_changed, on_told
        self._past: list[tuple[Row, ...]] = []
        self._cancel: Callable[[], None] | None = None

    @property
    def can_go_back(self) -> bool:
        """Return whether a change can be taken back."""
        return bool(self._past)

    def write(self, row: int, column: int, text: str) -> None:
        """Put a text into a cell."""
        day, score = self.sheet.rows[row]
        changed = (cell(text), score) if column == 0 else (day, cell(text))
        if changed != (day, score):
            rows = self.sheet.rows
            self._change((*rows[:row], changed, *rows[row + 1 :]))

    def add(self) -> None:
        """Add an empty row at the end."""
        self._change((*self.sheet.rows, EMPTY))

    def remove(self, rows: Sequence[int]) -> None:
        """Remove rows, by their numbers from 0."""
        gone = set(rows)
        kept = tuple(row for place, row in enumerate(self.sheet.rows) if place not in gone)
        if kept != self.sheet.rows:
            self._change(kept)

    def clear(self) -> None:
        """Remove all rows."""
        self.remove(range(len(self.sheet.rows)))

    def take_back(self) -> None:
        """Undo the last change of the rows."""
        if self._past:
            self.sheet = replace(self.sheet, rows=self._past.pop())
            self._forget()
            self._on_changed()

    def paste(self, text: str) -> None:
        """Let the points of a text come in: all of them, or none."""
        if not text.strip():
            self._tell("trend_page.nothing_to_paste")
            return
        self._come(Coming(text, self._desk.speaker.words("trend_page.pasted")))

    def open(self, path: str) -> None:
        """Let the points of a file come in: all of them, or none."""
        self._come(Coming(Path(path), Path(path).name))

    def drop(self) -> None:
        """Let nothing come in any more."""
        if self._cancel:
            self._cancel()

    def _come(self, coming: Coming) -> None:
        allowed = self.sheet.allowed(self._desk.engine.content)
        if allowed is None:
            self._tell("trend_page.range_first")
            return
        self.drop()
        rows, today = self.sheet.rows, self._desk.now().date()
        work = partial(came_in, rows, coming, allowed, today)
        self._cancel = self._desk.later(work, partial(self._on_come, rows, coming))

    def _on_come(self, rows: tuple[Row, ...], coming: Coming, found: Merged | AppError) -> None:
        if rows is not self.sheet.rows:  # something was written meanwhile; it must not be lost
            self._come(coming)
        elif isinstance(found, AppError):
            self._tell("", refused=found)
        else:
            if found.rows != rows:
                self._change(found.rows)
            self._tell("trend_page.came_in", added=found.added, replaced=found.replaced)

    def _change(self, rows: tuple[Row, ...]) -> None:
        self._past.append(self.sheet.rows)
        self.sheet = replace(self.sheet, rows=rows)
        self._forget()
        self._on_changed()

    def _tell(self, key: str, refused: AppError | None = None, **facts: object) -> None:
        self.refused, self.note = refused, (key, facts)
        self._on_told()

    def _forget(self) -> None:
        self.refused, self.note = None, ("", {})
