"""The page of a score over time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from gui.pages.trend.grid import Grid
from gui.pages.trend.view import TrendView
from gui.widgets.plot_chart import PlotChart
from tests.pages.base import PageObject, catch_up
from tests.pages.finding import is_shown, names

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class TrendPage(PageObject):
    """Writes in the table, reads the chart."""

    @property
    def table(self) -> Grid:
        """Return the table."""
        return self._find(Grid, "trend-table")

    @property
    def chart(self) -> PlotChart:
        """Return the chart."""
        return self._find(PlotChart, "trend-chart")

    @property
    def has_chart(self) -> bool:
        """Return whether there is one."""
        return is_shown(self._page, "trend-chart")

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Return what stands in the table."""
        model = self.table.model()
        return [
            (model.index(row, 0).data(), model.index(row, 1).data())  # a cell after the other, as Qt asks for them
            for row in range(model.rowCount())
        ]

    @property
    def mistakes(self) -> list[str]:
        """Return the lines that say what is wrong."""
        return [self._says(f"trend-mistake-{place}") for place in names(self._page, r"trend-mistake-(\d+)")]

    @property
    def facts(self) -> list[str]:
        """Return what the values say."""
        return [self._says(f"trend-fact-{place}") for place in names(self._page, r"trend-fact-(\d+)")]

    def says(self, name: str) -> str:
        """Return a text of the page."""
        return self._says(f"trend-{name}")

    def wait(self) -> None:
        """Wait until everything is read and worked out."""
        self._settle()
        catch_up()

    def write(self, row: int, day: str, score: str) -> None:
        """Write in a row."""
        model = self.table.model()
        model.setData(model.index(row, 0), day)
        model.setData(model.index(row, 1), score)
        self.wait()

    def select(self, *rows: int) -> None:
        """Select rows."""
        self.table.clearSelection()
        for row in rows:
            self.table.selectionModel().select(
                self.table.model().index(row, 0), self.table.selectionModel().SelectionFlag.Select
            )

    def click(self, name: str) -> None:
        """Press a button."""
        self._click(f"trend-{name}")
        self.wait()

    def can(self, name: str) -> bool:
        """Return whether a button can be pressed."""
        return self._find(QPushButton, f"trend-{name}").isEnabled()

    def paste(self, text: str) -> None:
        """Copy a text elsewhere and paste it with the button."""
        QGuiApplication.clipboard().setText(text)
        self.click("paste")

    def open(self, path: Path) -> None:
        """Choose a file."""
        view = self._page
        assert isinstance(view, TrendView)
        view.table.file_chosen.emit(str(path))
        self.wait()

    def save(self, path: Path) -> None:
        """Choose where to save."""
        view = self._page
        assert isinstance(view, TrendView)
        view.path_chosen.emit(str(path))

    def choose(self, kind: str) -> None:
        """Choose which score it is."""
        choice = self._find(QComboBox, "trend-kind")
        choice.setCurrentIndex(choice.findData(kind))
        choice.activated.emit(choice.currentIndex())
        self.wait()

    def type(self, field: str, text: str) -> None:
        """Type the name or the range of another score."""
        edit = self._find(QLineEdit, f"trend-field-{field}")
        edit.clear()
        QTest.keyClicks(edit, text)
        self.wait()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys on the chart."""
        for key in keys:
            QTest.keyClick(self.chart, key, NO_MODIFIER)
