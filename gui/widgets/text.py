"""Texts on the screen: they wrap, they never interpret what they are given, and a screen reader hears the same."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.theme.tokens import READABLE_SIGNS, Space, line_height

_PART_END = re.compile(r"[._/\\](?=\w)")
BOXED = ("step-number", "legend-")
"""Roles with a frame or a ground of their own, which Qt draws."""


class Text(QLabel):
    """A text in one of the roles of the style sheet.

    Qt gives lines of plain text no room between them, and lays out rich text anew at every question for its height.
    Here lines stand on the grid of :class:`Space`, and what was measured is remembered.
    """

    _side, _high = Qt.AlignmentFlag.AlignLeft, False

    def __init__(self, role: str = "", name: str = "", wrap: bool = True, parent: QWidget | None = None) -> None:
        """Make an empty one; ``role`` is the style sheet's, ``name`` the object name."""
        super().__init__(parent)
        self.plain = ""
        self._laid: dict[int, tuple[QTextLayout, int]] = {}
        self._wide = 0
        self.setProperty("role", role)
        if name:
            self.setObjectName(name)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._drawn = not role.startswith(BOXED)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Show a plain text; an empty one takes no room."""
        if text != self.plain:
            self.plain, self._wide = text, 0
            self._laid.clear()
            self.setText(text)
            self.setAccessibleName(text)
        show_when(self, bool(text))

    def take_role(self, role: str) -> None:
        """Change the role; both must be drawn here, or neither."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Remember it as well: to take it apart at every question would cost more than the answer."""
        super().setAlignment(alignment)
        self._side = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask or Qt.AlignmentFlag.AlignLeft
        self._high = bool(alignment & Qt.AlignmentFlag.AlignTop)
        self._laid.clear()

    def sizeHint(self) -> QSize:
        """Return one line, or a comfortable width where it may be broken, with the height that goes with it."""
        if not self._drawn:
            return super().sizeHint()
        self.ensurePolished()
        width = self.one_line()
        if self.wordWrap():
            width = min(width, READABLE_SIGNS * self.fontMetrics().averageCharWidth())
        return QSize(width, self.heightForWidth(width))

    def one_line(self) -> int:
        """Return how wide the text is where nothing breaks it."""
        if not self._wide:
            laid, height = self._break(ENDLESS)
            self._wide = widest(laid)
            self._laid[self._wide] = (laid, height)
        return self._wide

    def minimumSizeHint(self) -> QSize:
        """Return one line: how high a wrapped text is depends on its width, and layouts ask for that apart."""
        if not self.wordWrap():
            return self.sizeHint()
        self.ensurePolished()
        return QSize(1, line_of(self.fontMetrics().height(), self.font().pixelSize()))

    def heightForWidth(self, width: int) -> int:
        """Return how many pixels the lines take in a width."""
        return self._lay(width)[1] if self._drawn else super().heightForWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._wide = 0
            self._laid.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, in the middle where there is more room than they take."""
        if not self._drawn:
            super().paintEvent(event)
            return
        laid, height = self._lay(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        top = 0 if self._high else (self.height() - height) // 2
        laid.draw(painter, QPointF(0, max(0, top)))
        painter.end()

    def _lay(self, width: int) -> tuple[QTextLayout, int]:
        """Return the lines for a width with their height in pixels."""
        known = self._laid.get(width)
        if known is not None:
            return known
        if len(self._laid) > KEPT:
            self._laid.clear()
        if self._side == Qt.AlignmentFlag.AlignLeft and width >= self.one_line():
            # Nothing is broken, so the lines are the same in every such width.
            laid = self._laid.get(self._wide) or self._break(self._wide)
        else:
            laid = self._break(width)
        self._laid[width] = laid
        return laid

    def _break(self, width: int) -> tuple[QTextLayout, int]:
        self.ensurePolished()
        font = self.font()
        laid = QTextLayout(self.plain.replace("\n", "\u2028"), font)
        option = QTextOption(self._side)
        option.setWrapMode(WRAPS[self.wordWrap()])
        laid.setTextOption(option)
        return laid, broken(laid, width, line_of(self.fontMetrics().height(), font.pixelSize()))


ENDLESS = 1 << 16
HOOKED = ("J", "j")
"""Letters that reach to the left of their place in many fonts; to ask about every one would cost too much."""
KEPT = 8
"""So many widths are remembered: a layout asks for few of them, again and again."""
WRAPS = {True: QTextOption.WrapMode.WordWrap, False: QTextOption.WrapMode.ManualWrap}


def line_of(font_height: int, type_size: int) -> int:
    """Return the height of a line in pixels: on the grid, half again as high as its type, no less than the font is."""
    return max(line_height(type_size), -(-font_height // Space.XS) * Space.XS)


def natural_width(words: str, font: QFont) -> int:
    """Return how many pixels the longest line needs; QFontMetrics may say a pixel less than a layout takes."""
    laid = QTextLayout(words.replace("\n", "\u2028"), font)
    broken(laid, ENDLESS, 1)
    return widest(laid)


def widest(laid: QTextLayout) -> int:
    """Return how many pixels the longest line takes."""
    lines = map(laid.lineAt, range(laid.lineCount()))
    return ceil(max((line.x() + line.naturalTextWidth() for line in lines), default=0))


def broken(laid: QTextLayout, width: float, step: int) -> int:
    """Break a text into lines of a width, each in the middle of its height; return the height of all."""
    laid.beginLayout()
    y = 0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(_hook(laid, line.textStart()), y + (step - line.height()) / 2))
        y += step
    laid.endLayout()
    return y


def _hook(laid: QTextLayout, start: int) -> float:
    """Return how far the first letter of a line reaches to the left of its place, in pixels: it would be cut there."""
    first = laid.text()[start : start + 1]
    return max(0.0, -QFontMetricsF(laid.font()).leftBearing(first)) if first in HOOKED else 0.0


class Chip(Text):
    """A short remark: in one line where there is room, broken where there is not."""

    def __init__(self, words: str, role: str = "small", name: str = "") -> None:
        """Say it."""
        super().__init__(role, name)
        self.say(words)

    def sizeHint(self) -> QSize:
        """Return what one line needs."""
        width = self.one_line()
        return QSize(width, self.heightForWidth(width))


def breakable(words: str) -> str:
    """Return a text in which long names of files and keys may be broken, after each of their parts."""
    return _PART_END.sub("\\g<0>\u200b", words)


def show_when(widget: QWidget, wanted: bool) -> None:
    """Show or hide a widget; one without a parent yet must not become a window of its own."""
    if widget.parentWidget() or not wanted:
        widget.setVisible(wanted)
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, on=False)


def text(words: str, role: str = "", name: str = "", wrap: bool = True) -> Text:
    """Return a text that says something already."""
    made = Text(role, name, wrap)
    made.say(words)
    return made
