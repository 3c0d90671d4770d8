"""Short remarks in frames, flowing like words. One painted widget: a label for each would cost more than it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.theme.look import Look
from gui.theme.tokens import TYPE, Radius, Size, Space
from gui.widgets.text import broken, line_of, natural_width

Kind = Literal["plain", "for", "against", "unknown"]
SIGNS = {"plain": "", "for": "+", "against": "−", "unknown": "?"}
COLOURS = {
    "plain": ("muted", "surface", "line"),
    "for": ("caution", "caution_soft", "caution_soft"),
    "against": ("good", "good_soft", "good_soft"),
    "unknown": ("muted", "surface", "line"),
}
"""Of every kind: the text, the ground, the frame."""


class Remark(NamedTuple):
    """One remark and what it says: for, against, unknown; plain ones take no side."""

    words: str
    kind: Kind = "plain"

    @property
    def shown(self) -> str:
        """Return the words after the sign that goes with their colour."""
        return f"{SIGNS[self.kind]} {self.words}".strip()


class _Placed(NamedTuple):
    box: QRectF
    laid: QTextLayout
    kind: Kind


class Chips(QLabel):
    """Remarks beside each other, the next line where there is no more room; a long one is broken inside its frame."""

    def __init__(self, look: Look, name: str, remarks: Sequence[Remark], heard: str) -> None:
        """Show remarks; ``heard`` is what a screen reader says before them."""
        super().__init__()
        self._look, self._remarks = look, tuple(remarks)
        self._placed: dict[int, tuple[list[_Placed], int]] = {}
        self.setObjectName(name)
        self.setAccessibleName(f"{heard} {'; '.join(remark.shown for remark in self._remarks)}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def told(self) -> tuple[str, ...]:
        """Return every remark with its sign."""
        return tuple(remark.shown for remark in self._remarks)

    def sizeHint(self) -> QSize:
        """Return all remarks in one line."""
        font = self._small()
        width = sum(_wide(remark.shown, font) for remark in self._remarks)
        width += Space.XS * max(0, len(self._remarks) - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that every remark can be broken to."""
        return QSize(Size.TARGET * 2, 0)

    def heightForWidth(self, width: int) -> int:
        """Return how many pixels all lines of remarks take."""
        return self._place(width)[1]

    def boxes(self) -> list[tuple[str, QRectF]]:
        """Return every remark with the place of its frame."""
        placed = self._place(self.width())[0]
        return [(remark.shown, found.box) for remark, found in zip(self._remarks, placed, strict=True)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every frame with its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, laid, kind in self._place(self.width())[0]:
            front, ground, frame = COLOURS[kind]
            painter.setPen(QPen(self._look.colour(frame), 1))
            painter.setBrush(self._look.colour(ground))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Radius.CHIP, Radius.CHIP)
            painter.setPen(self._look.colour(front))
            laid.draw(painter, box.topLeft() + QPointF(Space.S, Space.LINE))
        painter.end()

    def _small(self) -> QFont:
        self.ensurePolished()
        font = QFont(self.font())
        font.setPixelSize(self._look.px(TYPE["small"]))
        return font

    def _place(self, width: int) -> tuple[list[_Placed], int]:
        """Return where every remark stands in a width, and the height of all; remembered."""
        if width not in self._placed:
            if len(self._placed) > Space.XS:
                self._placed.clear()
            self._placed[width] = self._arrange(width)
        return self._placed[width]

    def _arrange(self, width: int) -> tuple[list[_Placed], int]:
        font = self._small()
        line_height = line_of(QFontMetrics(font).height(), font.pixelSize())
        placed: list[_Placed] = []
        x = y = below = 0
        for remark in self._remarks:
            wide = min(_wide(remark.shown, font), width)
            if x and x + wide > width:
                x, y = 0, below + Space.XS
            laid = QTextLayout(remark.shown, font)
            option = QTextOption(Qt.AlignmentFlag.AlignLeft)
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            laid.setTextOption(option)
            height = broken(laid, wide - 2 * Space.S, line_height) + Space.XS
            placed.append(_Placed(QRectF(x, y, wide, height), laid, remark.kind))
            x, below = x + wide + Space.XS, max(below, y + height)
        return placed, below


def _wide(words: str, font: QFont) -> int:
    """Return how wide a frame is around words in one line."""
    return natural_width(words, font) + 2 * Space.S
