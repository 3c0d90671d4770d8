"""How the parts of the checklist share the width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.pages.checklist.question_card import QuestionCard
from gui.theme.look import Look
from gui.theme.tokens import Size, Space


class Stage(QWidget):
    """Three columns where there is room, two where there is less, else everything below each other."""

    def __init__(self, look: Look, sections: QWidget, question: QuestionCard, road: QWidget) -> None:
        """Take the three parts."""
        super().__init__()
        self._look, self._columns = look, 0
        self._sections, self._question, self._road = sections, question, road
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.L)
        self._arrange(3)

    def minimumSizeHint(self) -> QSize:
        """Return what the widest part needs: side by side they are only where there is room."""
        widths = [part.minimumSizeHint().width() for part in (self._sections, self._question, self._road)]
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange by the width at hand."""
        super().resizeEvent(event)
        units = self._look.units(self.width())
        self._arrange(3 if units >= Size.WIDE - Size.NAVIGATION else 2 if units >= Size.MEDIUM - Size.NAVIGATION else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        sections, question, road = self._sections, self._question, self._road
        question.unfold(columns == 1)
        for part in (sections, question, road):
            self._grid.removeWidget(part)
        sections.setMaximumWidth(self._look.px(Size.SECTIONS) if columns == 3 else self.maximumWidth())
        sections.setMinimumWidth(self._look.px(Size.SECTIONS) if columns == 3 else 0)
        road.setMinimumWidth(self._look.px(Size.ROAD) if columns > 1 else 0)
        road.setMaximumWidth(self._look.px(Size.ROAD) if columns > 1 else self.maximumWidth())
        self._grid.addWidget(sections, *((0, 0) if columns == 3 else (2, 1)), Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(question, 0, 1)
        self._grid.addWidget(road, *((0, 2) if columns > 1 else (1, 1)))
        self._grid.setColumnStretch(1, 1)
