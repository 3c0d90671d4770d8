"""How the payments of an offer are drawn: two halves above each other, over the same payments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from gui.pages.cost.state import ChartState, Instalment
from gui.theme.look import Look
from gui.theme.tokens import Space

PARTS = (("principal", "edge"), ("interest", "accent"), ("fees", "caution"))
"""What a payment is for, and its colour; the order tells them apart as well."""
UPPER = 0.5
"""Share of the height that the upper half takes."""
MOST_DOTS = 60
LEAST_GAP = 4
"""Pixels for each payment from which on a gap stands between two."""


def _left_of(state: ChartState, metrics: QFontMetrics) -> int:
    """Return how many pixels the numbers on the left take."""
    tops = [state.amount, *(row.cost for row in state.rows[-1:])]
    tops += [row.principal + row.interest + row.fees for row in state.rows]
    return metrics.horizontalAdvance(f"{max(tops):,.0f}") + Space.L


class LoanDrawing:
    """One drawing; ``left`` and ``width`` say in pixels where all payments stand."""

    def __init__(self, look: Look, painter: QPainter, state: ChartState, size: QSize) -> None:
        """Take what it is drawn with, and how much room there is."""
        self._look, self._painter, self._state, self._size = look, painter, state, size
        self.left = _left_of(state, painter.fontMetrics())
        self.width = size.width() - self.left - Space.M

    def draw(self, at: int) -> None:
        """Draw both halves; ``at`` is the payment that is chosen, -1: none."""
        upper, lower = self._area(0, UPPER), self._area(UPPER, 1)
        self._chosen(at, upper, lower)
        self._upper(upper, self._state)
        self._lower(lower, self._state.rows)

    def _chosen(self, at: int, upper: QRectF, lower: QRectF) -> None:
        if at >= 0:
            step = upper.width() / len(self._state.rows)
            band = QRectF(upper.left() + at * step, upper.top(), max(step, 1.0), lower.bottom() - upper.top())
            self._painter.setPen(QPen(self._look.colour("text"), 1))  # a frame, for a colour alone says nothing
            self._painter.setBrush(self._look.colour("accent_soft"))
            self._painter.drawRect(band)

    def _upper(self, area: QRectF, state: ChartState) -> None:
        owed = [state.amount, *(row.left for row in state.rows)]
        costs = [state.at_first, *(row.cost for row in state.rows)]
        top = max(*owed, *costs)
        self._frame(area, top)
        self._line(area, [value / top for value in owed], "text", dotted=True)
        self._line(area, [value / top for value in costs], "caution", dotted=False)

    def _line(self, area: QRectF, shares: Sequence[float], colour: str, dotted: bool) -> None:
        step = area.width() / max(1, len(shares) - 1)
        points = [
            QPointF(area.left() + place * step, area.bottom() - share * area.height())
            for place, share in enumerate(shares)
        ]
        style = Qt.PenStyle.SolidLine if dotted else Qt.PenStyle.DashLine
        self._painter.setPen(QPen(self._look.colour(colour), 2, style))
        self._painter.drawPolyline(QPolygonF(points))
        if dotted and len(points) <= MOST_DOTS:
            self._painter.setBrush(self._look.colour(colour))
            self._painter.setPen(Qt.PenStyle.NoPen)
            for point in points:
                self._painter.drawEllipse(point, Space.LINE + 1, Space.LINE + 1)

    def _lower(self, area: QRectF, rows: Sequence[Instalment]) -> None:
        top = max(row.principal + row.interest + row.fees for row in rows)
        self._frame(area, top)
        step = area.width() / len(rows)
        gap = 1.0 if step >= LEAST_GAP else 0.0
        for place, row in enumerate(rows):
            bottom = area.bottom()
            for part, colour in PARTS:
                height = getattr(row, part) / top * area.height()
                bar = QRectF(area.left() + place * step + gap, bottom - height, step - 2 * gap, height)
                self._painter.fillRect(bar, self._look.colour(colour))
                bottom -= height
        self._numbers(area, len(rows))

    def _numbers(self, area: QRectF, last: int) -> None:
        """Write the numbers of the first and the last payment below them."""
        self._painter.setPen(self._look.colour("muted"))
        room = QRectF(area.left(), area.bottom() + Space.XS, area.width(), self._look.px(Space.XL))
        self._painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), "1")
        if last > 1:
            self._painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), str(last))

    def _frame(self, area: QRectF, top: float) -> None:
        """Draw the ground line, the line at the top, and how much they stand for."""
        for share in (0.0, 1.0):
            y = area.bottom() - share * area.height()
            self._painter.setPen(QPen(self._look.colour("line"), 1))
            self._painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            self._painter.setPen(self._look.colour("muted"))
            room = QRectF(Space.XS, y - Space.L, area.left() - Space.S, 2 * Space.L)
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._painter.drawText(room, flags, f"{share * top:,.0f}")

    def _area(self, begin: float, end: float) -> QRectF:
        """Return the room for a half, between two shares of the height."""
        gap = self._look.px(Space.M)
        height = self._size.height() - gap  # below stand the numbers of the payments
        top, bottom = begin * height + gap, end * height - gap
        return QRectF(self.left, top, self.width, bottom - top)
