"""An answer to choose: the whole row is the target, its text wraps, and a number key chooses it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from gui.theme.look import Look
from gui.theme.tokens import TYPE, Radius, Size, Space
from gui.widgets.text import KEPT

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
ENDLESS = 1 << 16


class Face:
    """What is written on a row, how high it is, and how it is drawn."""

    def __init__(self, button: QAbstractButton, look: Look, name: str, dashed: bool) -> None:
        """Belong to a radio button or a check box."""
        self._button, self._look, self._dashed = button, look, dashed
        self.hint, self.key = "", ""
        self._measured_for: tuple[object, ...] = ()
        self._measured: dict[int, tuple[QRect, QRect]] = {}
        button.setObjectName(name)
        button.setProperty("role", "option")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)

    def say(self, words: str, hint: str, key: str) -> None:
        """Show a text, a smaller remark below it, and the key that chooses it; the same ones change nothing."""
        if (words, hint, key) == (self._button.text(), self.hint, self.key):
            return
        self.hint, self.key = hint, key
        self._button.setText(words)
        self._button.setAccessibleName(words)
        self._button.setAccessibleDescription(hint)
        self._button.updateGeometry()
        self._button.update()

    def holds(self, pos: QPoint) -> bool:
        """Return whether a point lies on the row."""
        return self._button.rect().contains(pos)

    def height(self, width: int) -> int:
        """Return how many pixels the texts need in a row of ``width``."""
        name, hint = self._texts(width)
        return max(hint.bottom() if self.hint else name.bottom(), self._look.px(Size.ICON) + Space.M) + Space.M

    def width(self) -> int:
        """Return how wide the row would like to be: its text in one line, within reason."""
        text = QFontMetrics(self._button.font()).horizontalAdvance(self._button.text())
        return min(self._left() + text + 2 * Space.XXL, self._look.px(Size.READABLE))

    def paint(self) -> None:
        """Draw frame, mark, texts and key."""
        painter = QPainter(self._button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter)
        self._mark(painter)
        name, hint = self._texts(self._button.width())
        font = QFont(self._button.font())
        font.setBold(self._button.isChecked())
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        painter.drawText(name, int(WRAP), self._button.text())
        painter.setFont(self._small())
        painter.setPen(self._look.colour("muted"))
        if self.hint:
            painter.drawText(hint, int(WRAP), self.hint)
        room = self._button.rect().adjusted(0, Space.M, -Space.M, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), self.key)
        painter.end()

    def _frame(self, painter: QPainter) -> None:
        chosen, focused = self._button.isChecked(), self._button.hasFocus()
        near = focused or self._button.underMouse()
        pen = QPen(self._look.colour("accent" if chosen or near else "edge"), 2 if focused else 1)
        if self._dashed and not chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._look.colour("accent_soft" if chosen else "surface"))
        painter.drawRoundedRect(self._button.rect().adjusted(1, 1, -1, -1), Radius.CARD, Radius.CARD)

    def _mark(self, painter: QPainter) -> None:
        side = self._look.px(Space.L)
        top = Space.M + (self._look.px(Size.ICON) - side) // 2
        box = QRect(QPoint(Space.L, top), QSize(side, side))
        chosen = self._button.isChecked()
        painter.setPen(QPen(self._look.colour("accent" if chosen else "edge"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if isinstance(self._button, QRadioButton):
            painter.drawEllipse(box)
            if chosen:
                painter.setBrush(self._look.colour("accent"))
                painter.drawEllipse(box.adjusted(Space.XS, Space.XS, -Space.XS, -Space.XS))
            return
        painter.drawRoundedRect(box, Radius.BAR, Radius.BAR)
        if chosen:
            ratio = self._button.devicePixelRatioF()
            painter.drawPixmap(box.topLeft(), self._look.pixmap("check", "accent", side, ratio))

    def _left(self) -> int:
        return Space.L + self._look.px(Space.L) + Space.M

    def _texts(self, width: int) -> tuple[QRect, QRect]:
        """Return where both texts stand; remembered, for a layout asks some twenty times, for few widths in turn."""
        said = (self._button.text(), self.hint, self.key, self._button.font().key(), self._look.scale)
        if said != self._measured_for or len(self._measured) > KEPT:
            self._measured_for = said
            self._measured.clear()
        if width not in self._measured:
            self._measured[width] = self._measure(width)
        return self._measured[width]

    def _measure(self, width: int) -> tuple[QRect, QRect]:
        key = QFontMetrics(self._small()).horizontalAdvance(self.key)
        left, right = self._left(), max(Space.XXL, key + 2 * Space.M)
        tall = QRect(left, Space.M, max(1, width - left - right), ENDLESS)
        font = QFont(self._button.font())
        font.setBold(True)  # chosen or not, the row keeps its height
        name = QFontMetrics(font).boundingRect(tall, int(WRAP), self._button.text())
        name.setWidth(tall.width())
        below = tall.translated(0, name.height() + Space.XS)
        hint = QFontMetrics(self._small()).boundingRect(below, int(WRAP), self.hint)
        hint.setWidth(tall.width())
        return name, hint

    def _small(self) -> QFont:
        font = QFont(self._button.font())
        font.setPixelSize(self._look.px(TYPE["small"]))
        return font


class _Row:
    """What both kinds of row share; Qt's radio button and check box bring keys, groups and roles for a reader."""

    face: Face

    def say(self, words: str, hint: str = "", key: str = "") -> None:
        """Show a text, a smaller remark below it, and the key that chooses it."""
        self.face.say(words, hint, key)

    def sizeHint(self) -> QSize:
        """Return what the texts need in one line."""
        return QSize(self.face.width(), self.face.height(self.face.width()))

    def minimumSizeHint(self) -> QSize:
        """Return a width that any text can be broken to."""
        return QSize(Size.TARGET * 2, Size.TARGET)

    def hasHeightForWidth(self) -> bool:
        """Return True: narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self.face.height(width)

    def hitButton(self, pos: QPoint) -> bool:
        """Return True everywhere: the whole row is the target."""
        return self.face.holds(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        self.face.paint()


class RadioRow(_Row, QRadioButton):
    """One answer of which only one can be chosen."""

    def __init__(self, look: Look, name: str, dashed: bool = False) -> None:
        """Make an empty row; a dashed frame stands for an answer that costs nothing."""
        QRadioButton.__init__(self)
        self.face = Face(self, look, name, dashed)


class CheckRow(_Row, QCheckBox):
    """One answer of several that may be chosen together."""

    def __init__(self, look: Look, name: str, dashed: bool = False) -> None:
        """Make an empty row."""
        QCheckBox.__init__(self)
        self.face = Face(self, look, name, dashed)
