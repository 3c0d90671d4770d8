"""How the parts of the author's desk share the width."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from gui.pages.author.findings import FindingsCard
from gui.pages.author.listing import ListPart
from gui.pages.author.sheet import Sheet
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.stage import Stage

PLACES = {
    3: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
    2: ((0, 0, 1, 1), (0, 1, 2, 1), (1, 0, 1, 1)),
    1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
}
"""Number of columns -> row, column, rows, columns of list, sheet and findings."""


class DeskStage(Stage):
    """The list, the sheet and the findings."""

    def __init__(self, look: Look, listing: ListPart, sheet: Sheet, findings: FindingsCard) -> None:
        """Take the three parts."""
        # Below, a sheet between two other columns would be narrower than they are.
        super().__init__(look, (listing, sheet, findings), Size.WIDE - Space.XXL)
        self._listing, self._sheet, self._findings = listing, sheet, findings
        self.arrange(3)

    def place(self, grid: QGridLayout, columns: int) -> None:
        """Put the sheet into the column that takes the room that is left."""
        listing, sheet, findings = PLACES[columns]
        grid.addWidget(self._listing, *listing)
        grid.addWidget(self._sheet, *sheet)
        grid.addWidget(self._findings, *findings)
        for part in (self._listing, self._sheet, self._findings):
            part.unfold(columns == 1)
        for side in (self._listing, self._findings):
            self.narrow(side, Size.ROAD, columns > 1)
        for line in range(3):
            grid.setColumnStretch(line, int(line == sheet[1]))
            grid.setRowStretch(line, int(columns > 1 and line < 4 - columns))
