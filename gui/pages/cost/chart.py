"""The payments of an offer as a picture: what is owed and what it has cost above, what each payment is for below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen

from gui.pages.cost.drawing import PARTS, LoanDrawing
from gui.pages.cost.state import ChartState
from gui.theme.look import Look
from gui.theme.tokens import Radius, Size, Space
from gui.widgets.charts import Picture

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 12, Qt.Key.Key_Up: -12}
"""A year is twelve payments."""


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
        self._at, self._drawn = -1, (0, 0)
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
        left, width = self._drawn
        self._choose(int((event.position().x() - left) / max(1, width) * self._count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from payment to payment, or by a year."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self._choose(max(self._at, 0) + STEPS[key] if self._at >= 0 else 0)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if key == Qt.Key.Key_Home else self._count - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both halves, the payment that is chosen, and a frame while the keyboard is here."""
        state = self._state
        if state is None:
            return
        painter = self.start()
        drawing = LoanDrawing(self.look, painter, state, self.size())
        drawing.draw(self._at)
        self._drawn = (drawing.left, drawing.width)
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


class Key(Picture):
    """A sample of how a part is drawn, beside its name."""

    def __init__(self, look: Look, name: str, part: str) -> None:
        """Make it."""
        super().__init__(look, name, Size.DAY)
        self._part = part
        self.setFixedSize(look.px(Space.L if part in dict(PARTS) else Size.DAY), look.px(Space.XL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter, middle = self.start(), self.height() / 2
        colours = dict(PARTS)
        if self._part in colours:
            edge = self.look.px(Space.XS)
            painter.fillRect(self.rect().adjusted(0, edge, 0, -edge), self.look.colour(colours[self._part]))
        else:
            owed = self._part == "left"
            style = Qt.PenStyle.SolidLine if owed else Qt.PenStyle.DashLine
            painter.setPen(QPen(self.look.colour("text" if owed else "caution"), 2, style))
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
            if owed:
                painter.setBrush(self.look.colour("text"))
                painter.drawEllipse(QPointF(self.width() / 2, middle), Space.LINE, Space.LINE)
        painter.end()
