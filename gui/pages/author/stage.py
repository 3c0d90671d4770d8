"""How the parts of the author's desk share the width."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.pages.author.findings import FindingsCard
from gui.pages.author.listing import ListPart
from gui.pages.author.sheet import Sheet
from gui.theme.look import Look
from gui.theme.tokens import Size, Space

PLACES = {
    3: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
    2: ((0, 0, 1, 1), (0, 1, 2, 1), (1, 0, 1, 1)),
    1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
}
"""Number of columns -> row, column, rows, columns of list, sheet and findings."""


class Stage(QWidget):
    """Three columns where there is room, two where there is less, else everything below each other."""

    def __init__(self, look: Look, listing: ListPart, sheet: Sheet, findings: FindingsCard) -> None:
        """Take the three parts."""
        super().__init__()
        self._look, self._columns = look, 0
        self._listing, self._sheet, self._findings = listing, sheet, findings
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.L)
        self._arrange(3)

    def minimumSizeHint(self) -> QSize:
        """Return what the widest part needs: side by side they are only where there is room."""
        widths = [part.minimumSizeHint().width() for part in (self._listing, self._sheet, self._findings)]
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange by the width at hand."""
        super().resizeEvent(event)
        units = self._look.units(self.width())
        # Below, a sheet between two other columns would be narrower than they are.
        self._arrange(3 if units >= Size.WIDE - Space.XXL else 2 if units >= Size.MEDIUM - Size.NAVIGATION else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for part in (self._listing, self._sheet, self._findings):
            self._grid.removeWidget(part)
            part.unfold(columns == 1)
        for part in (self._listing, self._findings):
            part.setMinimumWidth(self._look.px(Size.ROAD) if columns > 1 else 0)
            part.setMaximumWidth(self._look.px(Size.ROAD) if columns > 1 else self.maximumWidth())
        listing, sheet, findings = PLACES[columns]
        self._grid.addWidget(self._listing, *listing)
        self._grid.addWidget(self._sheet, *sheet)
        self._grid.addWidget(self._findings, *findings)
        for place in range(3):
            self._grid.setColumnStretch(place, int(place == sheet[1]))
            self._grid.setRowStretch(place, int(columns > 1 and place < 4 - columns))
