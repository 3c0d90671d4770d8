"""The rounds of a probe as a row of marks: painted, so that fifty of them cost one widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from gui.signs import Mark
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.charts import Picture


class RoundStrip(Picture):
    """A bar for each round, the higher the slower; a cross for a failure; a ring for a round still to come.

    Where there is no room for all, the latest are shown.
    """

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty strip."""
        super().__init__(look, name, Size.STEP)
        self._marks: tuple[Mark, ...] = ()

    def show_marks(self, marks: Sequence[Mark], heard: str) -> None:
        """Show rounds in order."""
        self._marks = tuple(marks)
        self.setAccessibleName(heard)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks from the left, each in a place of the same width."""
        painter = self.start()
        step = self.look.px(Size.MARK)
        room = max(1, self.width() // step)
        made = sum(mark.kind != "open" for mark in self._marks)
        first = max(0, min(made, len(self._marks)) - room)
        for place, mark in enumerate(self._marks[first : first + room]):
            self._mark(painter, mark, QRectF(place * step, 0, step - Space.XS, self.height()))
        painter.end()

    def _mark(self, painter: QPainter, mark: Mark, area: QRectF) -> None:
        side = min(area.width(), area.height()) / 2
        middle = QPointF(area.center().x(), area.bottom() - side)
        if mark.kind == "open":
            painter.setPen(QPen(self.look.colour("edge"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, side / 2, side / 2)
        elif mark.kind == "failed":
            painter.setPen(QPen(self.look.colour("caution"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            reach = QPointF(side * 0.8, side * 0.8)
            painter.drawLine(middle - reach, middle + reach)
            across = QPointF(reach.x(), -reach.y())
            painter.drawLine(middle - across, middle + across)
        else:
            high = max(float(Space.XS), mark.height * self.height())
            colour = self.look.colour("caution" if mark.kind == "slow" else "accent")
            self.bar(painter, QRectF(area.left(), area.bottom() - high, area.width(), high), colour)
