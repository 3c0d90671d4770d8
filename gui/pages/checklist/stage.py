"""How the parts of the checklist share the width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.pages.checklist.question_card import QuestionCard
from gui.theme.look import Look
from gui.theme.tokens import Size
from gui.widgets.stage import Stage


class QuestionStage(Stage):
    """The sections, the question and the road."""

    def __init__(self, look: Look, sections: QWidget, question: QuestionCard, road: QWidget) -> None:
        """Take the three parts."""
        super().__init__(look, (sections, question, road), Size.WIDE - Size.NAVIGATION)
        self._sections, self._question, self._road = sections, question, road
        self.arrange(3)

    def place(self, grid: QGridLayout, columns: int) -> None:
        """Put the question into the middle, and the sections last where there are fewer than three columns."""
        self._question.unfold(columns == 1)
        self.narrow(self._sections, Size.SECTIONS, columns == 3)
        self.narrow(self._road, Size.ROAD, columns > 1)
        sections = (0, 0) if columns == 3 else (2, 1)
        grid.addWidget(self._sections, *sections, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._question, 0, 1)
        grid.addWidget(self._road, *((0, 2) if columns > 1 else (1, 1)))
        grid.setColumnStretch(1, 1)
