"""Painted pictures of numbers: the risk scale, the days ahead, the curve by date. Each says in words what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from gui.signs import Day
from gui.theme.look import Look
from gui.theme.tokens import MIXED, TYPE, Radius, Size, Space


class Picture(QLabel):
    """Base: a painted widget with a fixed height and an object name; as a label, what it shows can be heard."""

    def __init__(self, look: Look, name: str, height: Size) -> None:
        """Make an empty picture."""
        super().__init__()
        self.look, self._height = look, height
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height that the text size asks for."""
        return QSize(self.look.px(Size.FIELD), self.look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Return the same height in half the width."""
        return QSize(self.look.px(Size.FIELD) // 2, self.look.px(self._height))

    def bar(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """Draw a rounded bar."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(area, Radius.BAR, Radius.BAR)

    def start(self) -> QPainter:
        """Return a painter with smooth edges and small type."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(self.look.px(TYPE["small"]))
        painter.setFont(font)
        return painter


class Share(Picture):
    """A bar that is filled as far as a share goes."""

    def __init__(self, look: Look, name: str, share: float, heard: str) -> None:
        """Show a share, from 0 to 1."""
        super().__init__(look, name, Size.BAR)
        self._share = share
        self.setAccessibleName(heard)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the whole, and the share on it; however small it is, something of it is seen, and of none nothing."""
        painter, whole = self.start(), QRectF(self.rect())
        self.bar(painter, whole, self.look.colour("line"))
        if self._share > 0:
            filled = QRectF(whole)
            filled.setWidth(max(whole.height(), self._share * whole.width()))
            self.bar(painter, filled, self.look.colour("accent"))
        painter.end()


class RiskScale(Picture):
    """The bands of the risk from 0 to 1, the range on it, and a mark at the estimate."""

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty scale."""
        super().__init__(look, name, Size.TARGET)
        self._edges: tuple[float, ...] = ()
        self._names: tuple[str, ...] = ()
        self._estimate, self._range = 0.0, (0.0, 0.0)

    def show_risk(
        self, edges: Sequence[float], names: Sequence[str], estimate: float, spread: tuple[float, float], heard: str
    ) -> None:
        """Show a risk; ``edges`` are the lower edges of all bands but the first."""
        self._edges, self._names = (0.0, *edges, 1.0), tuple(names)
        self._estimate, self._range = estimate, spread
        self.setAccessibleName(heard)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bands, range, mark and the bands' names."""
        painter, bar = self.start(), self.look.px(Size.BAR)
        colours = ("good_soft", "accent_soft", "caution_soft", "danger_soft")
        top = Space.XS
        for name, colour, low, high in zip(self._names, colours, self._edges, self._edges[1:], strict=False):
            left, right = low * self.width(), high * self.width()
            painter.fillRect(QRectF(left, top, right - left - 1, bar), self.look.colour(colour))
            painter.setPen(self.look.colour("muted"))
            below = QRectF(left, top + bar + Space.XS, right - left, self.height())
            painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
        low, high = self._range
        if high > low:
            spread = self.look.colour("caution")
            spread.setAlphaF(MIXED)
            self.bar(painter, QRectF(low * self.width(), top, (high - low) * self.width(), bar), spread)
        painter.setPen(QPen(self.look.colour("text"), Space.LINE + 1))
        mark = min(max(self._estimate * self.width(), 2.0), self.width() - 2.0)
        painter.drawLine(QPointF(mark, top - Space.XS), QPointF(mark, top + bar + Space.XS))
        painter.end()


class DayStrip(Picture):
    """A row of days, each in the colour of its level."""

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty strip."""
        super().__init__(look, name, Size.DAY)
        self._days: tuple[Day, ...] = ()

    def show_days(self, days: Sequence[Day], heard: str) -> None:
        """Show days in order."""
        self._days = tuple(days)
        self.setAccessibleName(heard)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bar for each day; the best ones are full, the weak ones low, so that colour is not alone."""
        painter = self.start()
        step = self.width() / max(1, len(self._days))
        heights = {"good": 1.0, "watch": 0.7, "weak": 0.4}
        for place, day in enumerate(self._days):
            high = heights[day.level] * self.height()
            area = QRectF(place * step + 1, self.height() - high, max(2.0, step - Space.XS), high)
            colour = self.look.colour("good" if day.level == "good" else "caution")
            colour.setAlphaF(MIXED)
            self.bar(painter, area, colour)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show the tip of the day under the pointer."""
        if isinstance(event, QHelpEvent) and self._days:
            place = min(len(self._days) - 1, event.pos().x() * len(self._days) // max(1, self.width()))
            QToolTip.showText(event.globalPos(), self._days[place].tip, self)
            return True
        return super().event(event)


class Curve(Picture):
    """P(arrives) by date, without and with the plan, with a read-out of the day under the pointer.

    Signals:
        day_pointed (int): The pointer is over this day, counted from the first.
    """

    day_pointed = Signal(int)

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty chart."""
        super().__init__(look, name, Size.CHART)
        self._without: tuple[float, ...] = ()
        self._with: tuple[float, ...] = ()
        self._ticks: tuple[tuple[int, str], ...] = ()
        self._best, self._at = 0, -1
        self.setMouseTracking(True)

    def show_curve(
        self,
        without: Sequence[float],
        with_plan: Sequence[float],
        ticks: Sequence[tuple[int, str]],
        best: int,
        heard: str,
    ) -> None:
        """Show both lines; ``ticks`` are (day, label), ``best`` is the planned day."""
        self._without, self._with, self._ticks, self._best = tuple(without), tuple(with_plan), tuple(ticks), best
        self.setAccessibleName(heard)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which day is under the pointer."""
        area = self._area()
        days = max(1, len(self._without) - 1)
        at = round((event.position().x() - area.left()) / max(1, area.width()) * days)
        self._at = min(max(at, 0), days)
        self.day_pointed.emit(self._at)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, both lines, the planned day and the day under the pointer."""
        painter, area = self.start(), self._area()
        for share, label in ((0.0, "0"), (0.5, "50"), (1.0, "100")):
            y = area.bottom() - share * area.height()
            painter.setPen(QPen(self.look.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self.look.colour("muted"))
            room = QRectF(0, y - Space.L, area.left() - Space.S, 2 * Space.L)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), label)
        foot, free = area.bottom() + Space.XS + painter.fontMetrics().ascent(), 0.0
        for day, label in self._ticks:
            width = painter.fontMetrics().horizontalAdvance(label)
            left = min(max(self._point(day, 0).x() - width / 2, 0), self.width() - width)
            if left >= free:  # a label that would run into the one before it is left out
                painter.drawText(QPointF(left, foot), label)
                free = left + width + Space.S
        self._line(painter, self._without, "muted", Qt.PenStyle.DashLine)
        self._line(painter, self._with, "accent", Qt.PenStyle.SolidLine)
        self._marks(painter, area)
        painter.end()

    def _marks(self, painter: QPainter, area: QRectF) -> None:
        if self._with:
            painter.setPen(QPen(self.look.colour("surface"), 2))
            painter.setBrush(self.look.colour("accent"))
            painter.drawEllipse(self._point(self._best, self._with[self._best]), Space.XS + 1, Space.XS + 1)
        if self._at >= 0:
            painter.setPen(QPen(self.look.colour("text"), 1))
            x = self._point(self._at, 0).x()
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _line(self, painter: QPainter, values: Sequence[float], colour: str, style: Qt.PenStyle) -> None:
        painter.setPen(QPen(self.look.colour(colour), 2, style))
        painter.drawPolyline(QPolygonF([self._point(day, value) for day, value in enumerate(values)]))

    def _area(self) -> QRectF:
        left, below = self.look.px(Space.XXL), self.look.px(Space.XL)
        return QRectF(QRect(left, Space.S, self.width() - left - Space.L, self.height() - below - Space.S))

    def _point(self, day: int, value: float) -> QPointF:
        area = self._area()
        return QPointF(
            area.left() + area.width() * day / max(1, len(self._without) - 1),
            area.bottom() - area.height() * value,
        )
