"""A chart of values over days: pointed at or reached by keys, it tells each value."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)

from gui.theme.look import Look
from gui.theme.tokens import Radius, Size, Space
from gui.widgets.charts import Picture
from gui.widgets.plot import Area, Dot, Drawing, Frame, Label, Plot, Shape, Stroke, draw

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
CHANGES = (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.FontChange)
LEAPS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class PlotChart(Picture):
    """Draws a plot. The arrow keys go from value to value, Home and End to the first and the last.

    Signals:
        point_reached (int): This value is under the pointer, or was gone to by keys; counted from 0.
    """

    point_reached = Signal(int)

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty chart."""
        super().__init__(look, name, Size.PLOT)
        self._plot, self._drawing = Plot(), Drawing()
        self._at, self._hint, self._stale = -1, "", True
        self._pointer: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def plot(self) -> Plot:
        """Return what is shown."""
        return self._plot

    def show_plot(self, plot: Plot, hint: str) -> None:
        """Show a plot; ``hint`` says how its values are read."""
        if plot != self._plot or hint != self._hint:
            self._plot, self._hint, self._at = plot, hint, -1
            self.setAccessibleDescription(hint)
            self._draw()
        self.setAccessibleName(plot.heard)

    def mark(self, place: int, words: str) -> None:
        """Mark a value; ``words`` are heard with the chart."""
        self._at = place if place < len(self._plot.points) else -1
        self.setAccessibleDescription(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another value."""
        key, last = Qt.Key(event.key()), len(self._plot.points) - 1
        if last < 0 or (key not in STEPS and key not in LEAPS):
            super().keyPressEvent(event)
            return
        if key in LEAPS:
            self.point_reached.emit(last if LEAPS[key] else 0)
            return
        start = self._at if self._at >= 0 else last + 1 if STEPS[key] < 0 else -1
        self.point_reached.emit(min(max(start + STEPS[key], 0), last))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which value is nearest to the pointer."""
        last, self._pointer = self._pointer, event.globalPosition()
        if last in (None, self._pointer):  # not the pointer has moved but the page below it
            return
        self._draw_if_stale()
        place = self._drawing.nearest(event.position().x())
        if place >= 0 and place != self._at:
            self.point_reached.emit(place)

    def event(self, event: QEvent) -> bool:
        """Draw anew when size or look have changed, and show whether the keyboard is here."""
        if event.type() in CHANGES:
            self._draw()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all shapes, the value that is marked, and where the keyboard is."""
        self._draw_if_stale()
        painter = self.start()
        for shape in self._drawing.shapes:
            paint(painter, shape, self.look)
        if 0 <= self._at < len(self._drawing.places):
            self._paint_mark(painter, self._drawing)
        if self.hasFocus():
            painter.setPen(QPen(self.look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(edge, Radius.BUTTON, Radius.BUTTON)
        painter.end()

    def _draw(self) -> None:
        """Forget what was drawn. It is drawn when next painted: a change of look changes the size many times."""
        self._stale = True
        self.update()

    def _draw_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self._drawing = draw(self._plot, Frame(self.width(), self.height(), self.look.scale / 100))

    def _paint_mark(self, painter: QPainter, drawing: Drawing) -> None:
        x, y = drawing.places[self._at]
        _, top, _, bottom = drawing.area
        painter.setPen(QPen(self.look.colour("text"), 1))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(QPen(self.look.colour("surface"), 2))
        painter.setBrush(self.look.colour("accent"))
        painter.drawEllipse(QPointF(x, y), self.look.px(Space.XS) + 2, self.look.px(Space.XS) + 2)


def png_of(plot: Plot, frame: Frame, look: Look, font: QFont) -> bytes:
    """Return a plot as a picture file, in the colours of the moment."""
    image = QImage(round(frame.width), round(frame.height), QImage.Format.Format_RGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    type_ = QFont(font)
    type_.setPixelSize(round(frame.letter))
    painter.setFont(type_)
    for shape in draw(plot, frame).shapes:
        paint(painter, shape, look)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    buffer.close()
    return bytes(data.data())


def paint(painter: QPainter, shape: Shape, look: Look) -> None:
    """Paint one shape."""
    colour = look.colour(shape.colour)
    if isinstance(shape, Area):
        colour.setAlphaF(shape.opacity)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in shape.points]))
    elif isinstance(shape, Stroke):
        style = Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, shape.width, style))
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in shape.points]))
    elif isinstance(shape, Dot):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(*shape.at), shape.radius, shape.radius)
    else:
        _paint_label(painter, shape, colour)


def _paint_label(painter: QPainter, label: Label, colour: QColor) -> None:
    plain = painter.font()
    font = QFont(plain)
    font.setBold(label.strong)
    painter.setFont(font)
    painter.setPen(colour)
    width = QFontMetricsF(font).horizontalAdvance(label.text)
    shift = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    painter.drawText(QPointF(label.at[0] - shift, label.at[1]), label.text)
    painter.setFont(plain)
