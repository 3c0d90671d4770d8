"""What can be done with the table: write, add, remove, and take any of it back. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from core.measure.score_rows import Row
from gui.pages.trend.sheet import Sheet, cell

EMPTY: Row = ("", "")


class Editing:
    """Holds the sheet. Every change of its rows can be taken back, as long as the page is open."""

    def __init__(self, sheet: Sheet, on_changed: Callable[[], None]) -> None:
        """Take a sheet; ``on_changed`` hears of every change of its rows."""
        self.sheet, self._on_changed = sheet, on_changed
        self._past: list[tuple[Row, ...]] = []

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
            self.change((*rows[:row], changed, *rows[row + 1 :]))

    def add(self) -> None:
        """Add an empty row at the end."""
        self.change((*self.sheet.rows, EMPTY))

    def remove(self, rows: Sequence[int]) -> None:
        """Remove rows, by their numbers from 0."""
        gone = set(rows)
        kept = tuple(row for place, row in enumerate(self.sheet.rows) if place not in gone)
        if kept != self.sheet.rows:
            self.change(kept)

    def clear(self) -> None:
        """Remove all rows."""
        self.remove(range(len(self.sheet.rows)))

    def take_back(self) -> None:
        """Undo the last change of the rows."""
        if self._past:
            self.sheet = replace(self.sheet, rows=self._past.pop())
            self._on_changed()

    def change(self, rows: tuple[Row, ...]) -> None:
        """Put other rows in place of these."""
        self._past.append(self.sheet.rows)
        self.sheet = replace(self.sheet, rows=rows)
        self._on_changed()
