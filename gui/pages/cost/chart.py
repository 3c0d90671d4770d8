"""The payments of an offer as a picture: what is owed and what it has cost above, what each payment is for below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF

from gui.pages.cost.state import ChartState, Instalment
from gui.theme.look import Look
from gui.theme.tokens import Radius, Size, Space
from gui.widgets.charts import Picture

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 12, Qt.Key.Key_Up: -12}
"""A year is twelve payments."""
PARTS = (("principal", "edge"), ("interest", "accent"), ("fees", "caution"))
"""What a payment is for, and its colour; the order tells them apart as well."""
UPPER = 0.5
"""Share of the height that the upper half takes."""
MOST_DOTS = 60
LEAST_GAP = 4
"""Pixels for each payment from which on a gap stands between two."""


class LoanChart(Picture):
    """The picture; the pointer or the arrow keys choose a payment.

    Signals:
        pointed (int): A payment, counted from 0.
    """

    pointed = Signal(int)

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty one."""
        super().__init__(look, name, Size.LOAN)
        self._state: ChartState | None = None
        self._at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_chart(self, state: ChartState) -> None:
        """Show payments; a payment that was chosen stays so while there are as many."""
        if self._state is None or len(self._state.rows) != len(state.rows):
            self._at = -1
        self._state = state
        self.setAccessibleName(state.heard)
        self.update()

    @property
    def at(self) -> int:
        """Return the payment that is chosen, -1: none."""
        return self._at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the payment under the pointer."""
        area = self._area(0, 1)
        self._choose(int((event.position().x() - area.left()) / max(1.0, area.width()) * self._count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from payment to payment, or by a year."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self._choose(max(self._at, 0) + STEPS[key] if self._at >= 0 else 0)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if key == Qt.Key.Key_Home else self._count - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has left."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both halves, the payment that is chosen, and a frame while the keyboard is here."""
        state = self._state
        if state is None:
            return
        painter = self.start()
        upper, lower = self._area(0, UPPER), self._area(UPPER, 1)
        self._chosen(painter, upper, lower)
        self._upper(painter, upper, state)
        self._lower(painter, lower, state.rows)
        if self.hasFocus():
            painter.setPen(QPen(self.look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.BUTTON, Radius.BUTTON)
        painter.end()

    @property
    def _count(self) -> int:
        return len(self._state.rows) if self._state else 0

    def _choose(self, payment: int) -> None:
        if self._count:
            self._at = min(max(payment, 0), self._count - 1)
            self.pointed.emit(self._at)
            self.update()

    def _chosen(self, painter: QPainter, upper: QRectF, lower: QRectF) -> None:
        if self._at >= 0:
            step = upper.width() / self._count
            band = QRectF(upper.left() + self._at * step, upper.top(), max(step, 1.0), lower.bottom() - upper.top())
            painter.fillRect(band, self.look.colour("accent_soft"))

    def _upper(self, painter: QPainter, area: QRectF, state: ChartState) -> None:
        owed = [state.amount, *(row.left for row in state.rows)]
        costs = [state.at_first, *(row.cost for row in state.rows)]
        top = max(*owed, *costs)
        self._frame(painter, area, top)
        self._line(painter, area, [value / top for value in owed], "text", dotted=True)
        self._line(painter, area, [value / top for value in costs], "caution", dotted=False)

    def _line(self, painter: QPainter, area: QRectF, shares: Sequence[float], colour: str, dotted: bool) -> None:
        step = area.width() / max(1, len(shares) - 1)
        points = [
            QPointF(area.left() + place * step, area.bottom() - share * area.height())
            for place, share in enumerate(shares)
        ]
        style = Qt.PenStyle.SolidLine if dotted else Qt.PenStyle.DashLine
        painter.setPen(QPen(self.look.colour(colour), 2, style))
        painter.drawPolyline(QPolygonF(points))
        if dotted and len(points) <= MOST_DOTS:
            painter.setBrush(self.look.colour(colour))
            painter.setPen(Qt.PenStyle.NoPen)
            for point in points:
                painter.drawEllipse(point, Space.LINE + 1, Space.LINE + 1)

    def _lower(self, painter: QPainter, area: QRectF, rows: Sequence[Instalment]) -> None:
        top = max(row.principal + row.interest + row.fees for row in rows)
        self._frame(painter, area, top)
        step = area.width() / len(rows)
        gap = 1.0 if step >= LEAST_GAP else 0.0
        for place, row in enumerate(rows):
            bottom = area.bottom()
            for part, colour in PARTS:
                height = getattr(row, part) / top * area.height()
                bar = QRectF(area.left() + place * step + gap, bottom - height, step - 2 * gap, height)
                painter.fillRect(bar, self.look.colour(colour))
                bottom -= height
        self._numbers(painter, area, len(rows))

    def _numbers(self, painter: QPainter, area: QRectF, last: int) -> None:
        """Write the numbers of the first and the last payment below them."""
        painter.setPen(self.look.colour("muted"))
        room = QRectF(area.left(), area.bottom() + Space.XS, area.width(), self.look.px(Space.XL))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), "1")
        if last > 1:
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), str(last))

    def _frame(self, painter: QPainter, area: QRectF, top: float) -> None:
        """Draw the ground line, the line at the top, and how much they stand for."""
        for share in (0.0, 1.0):
            y = area.bottom() - share * area.height()
            painter.setPen(QPen(self.look.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self.look.colour("muted"))
            room = QRectF(Space.XS, y - Space.L, area.left() - Space.S, 2 * Space.L)
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(room, flags, f"{share * top:,.0f}")

    def _area(self, begin: float, end: float) -> QRectF:
        """Return the room for a half, between two shares of the height."""
        widest = self._widest()
        left = self.fontMetrics().horizontalAdvance(widest) + Space.L
        gap = self.look.px(Space.M)
        height = self.height() - gap  # below stand the numbers of the payments
        top, bottom = begin * height + gap, end * height - gap
        return QRectF(left, top, self.width() - left - Space.M, bottom - top)

    def _widest(self) -> str:
        state = self._state
        if state is None:
            return ""
        tops = [state.amount, state.at_first, *(row.cost for row in state.rows[-1:])]
        tops += [row.principal + row.interest + row.fees for row in state.rows]
        return f"{max(tops):,.0f}"


class Key(Picture):
    """A sample of how a part is drawn, beside its name."""

    def __init__(self, look: Look, name: str, part: str) -> None:
        """Make it."""
        super().__init__(look, name, Size.MARK)
        self._part = part
        self.setFixedSize(look.px(Size.ICON), look.px(Size.MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter, middle = self.start(), self.height() / 2
        colours = dict(PARTS)
        if self._part in colours:
            painter.fillRect(self.rect().adjusted(0, 2, 0, -2), self.look.colour(colours[self._part]))
        else:
            owed = self._part == "left"
            style = Qt.PenStyle.SolidLine if owed else Qt.PenStyle.DashLine
            painter.setPen(QPen(self.look.colour("text" if owed else "caution"), 2, style))
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
            if owed:
                painter.setBrush(self.look.colour("text"))
                painter.drawEllipse(QPointF(self.width() / 2, middle), Space.LINE, Space.LINE)
        painter.end()
