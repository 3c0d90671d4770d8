"""The page of the true cost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QTableView, QWidget

from gui.pages.cost.chart import LoanChart
from gui.widgets.fold import Fold
from tests.pages.base import PageObject
from tests.pages.finding import is_shown, shown

FIGURES = ("rate", "line", "effective", "quick", "arrives", "paid", "total")


class CostPage(PageObject):
    """Offers to type, and what they cost."""

    def type(self, entry: str, words: str, offer: str = "first") -> None:
        """Write in a field, in place of what stands there."""
        field = self._field(entry, offer)
        field.setFocus()
        field.selectAll()
        field.insert(words)
        field.textEdited.emit(words)

    def typed(self, entry: str, offer: str = "first") -> str:
        """Return what stands in a field."""
        return self._field(entry, offer).text()

    def can_type(self, entry: str, offer: str = "first") -> bool:
        """Return whether a field can be written in."""
        return self._field(entry, offer).isEnabled()

    def choose(self, entry: str, value: str, offer: str = "first") -> None:
        """Choose from a list."""
        choice = self._find(QComboBox, f"cost-choice-{offer}-{entry}")
        choice.setCurrentIndex(choice.findData(value))
        choice.activated.emit(choice.currentIndex())

    def error(self, entry: str, offer: str = "first") -> str:
        """Return what is wrong with an entry."""
        return self._says(f"cost-error-{offer}-{entry}")

    def example(self, example: str, offer: str = "first") -> None:
        """Fill an example in."""
        self._click(f"cost-example-{offer}-{example}")

    def bring_back(self, offer: str = "first") -> None:
        """Put back what was there before the example."""
        self._click(f"cost-bring-back-{offer}")

    def compare(self) -> None:
        """Show the second offer, or put it away."""
        self._click("cost-compare")

    def unfold(self, part: str, offer: str = "first") -> None:
        """Open a fold, by a click on its line."""
        self._click(f"cost-{part}-{offer}")

    def is_open(self, part: str, offer: str = "first") -> bool:
        """Return whether a fold is open."""
        fold = next(f for f in self._page.findChildren(Fold) if f.button.objectName() == f"cost-{part}-{offer}")
        return fold.button.isChecked()

    def think(self) -> None:
        """Think through whether to borrow at all."""
        self._click("cost-think")

    def figures(self, offer: str = "first") -> dict[str, str]:
        """Return the figures of a result, by what they are; nothing before there is one."""
        if not is_shown(self._page, f"cost-rate-{offer}"):
            return {}
        return {name: self._says(f"cost-{name}-{offer}") for name in FIGURES}

    def stale(self, offer: str = "first") -> str:
        """Return the remark that the result is the one before the last."""
        return self._says(f"cost-stale-{offer}")

    def empty(self, offer: str = "first") -> str:
        """Return what stands where the result will be."""
        return self._says(f"cost-empty-{offer}")

    @property
    def compared(self) -> str:
        """Return which offer is cheaper."""
        return self._says("cost-compared-text")

    @property
    def has_second(self) -> bool:
        """Return whether the second offer is shown."""
        return is_shown(self._page, "cost-second")

    def readout(self, offer: str = "first") -> str:
        """Return the payment that is chosen in the chart, in words."""
        return self._says(f"cost-readout-{offer}")

    def chart(self, offer: str = "first") -> LoanChart:
        """Return the chart."""
        return self._find(LoanChart, f"cost-chart-{offer}")

    def table(self, offer: str = "first") -> list[list[str]]:
        """Open the table and return its cells."""
        if not is_shown(self._page, f"cost-table-{offer}"):
            self._click(f"cost-table-show-{offer}")
        model = self._find(QTableView, f"cost-table-{offer}").model()
        rows, columns = range(model.rowCount()), range(model.columnCount())
        return [[model.index(row, column).data() for column in columns] for row in rows]

    def save_to(self, path: Path, offer: str = "first") -> None:
        """Save the schedule in a file."""
        self._click(f"cost-save-{offer}")
        dialog = shown_dialog(self._page, f"cost-save-dialog-{offer}")
        dialog.fileSelected.emit(str(path))
        dialog.close()

    def _field(self, entry: str, offer: str) -> QLineEdit:
        return shown(self._page, QLineEdit, f"cost-field-{offer}-{entry}")


def shown_dialog(page: QWidget, name: str) -> QFileDialog:
    """Return the dialog that asks where to save."""
    found = [dialog for dialog in page.findChildren(QFileDialog, name) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]
