"""What stands beside each other, and what is drawn rather than written: frames, bars, lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.printing.markup import Element
from gui.printing.pages import Page
from gui.printing.pieces import Frame, Ink, Piece
from gui.printing.styles import UNIT, Style
from gui.printing.typeset import Typesetter

HAIR = 0.75 * UNIT
"""The thickness of a line."""
STRIPE = 2.5 * UNIT
DOT = 0.17
"""Of the type size: the radius of the dot before an entry of a list."""
TRACK = "line"
"""The colour of the part of a bar that is not filled."""


@dataclass(frozen=True)
class Column:
    """Something's left edge."""

    x: float

    def shift(self, ink: Ink) -> Ink:
        """Return what draws the same here."""
        return lambda painter, x, y: ink(painter, x + self.x, y)


def beside(cells: Sequence[tuple[float, Page]], style: Style, setter: Typesetter, frames: tuple[Frame, ...]) -> Piece:
    """Return cells, each with its left edge, side by side; the boxes around them are as high as the highest."""
    height = max(page.y for _, page in cells)

    def draw(painter: QPainter, x: float, y: float) -> None:
        for left, page in cells:
            draw_page(painter, _stretched(page, height), (x + left, y), setter)

    return Piece(height, draw, frames, above=style.row_gap)


def draw_page(painter: QPainter, page: Page, origin: tuple[float, float], setter: Typesetter) -> None:
    """Draw frames, the outer ones first, and what stands in them."""
    x, y = origin
    for frame, top, bottom in sorted(page.frames, key=lambda entry: entry[1]):
        draw_frame(painter, QRectF(x + frame.x, y + top, frame.width, bottom - top), frame.style, setter)
    for piece, top in page.placed:
        piece.ink(painter, x, y + top)


def draw_frame(painter: QPainter, box: QRectF, style: Style, setter: Typesetter) -> None:
    """Draw what lies around and behind something."""
    painter.setPen(QPen(setter.colour(style.border), HAIR) if style.border else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(setter.colour(style.background)) if style.background else QBrush())
    if style.background or style.border:
        painter.drawRoundedRect(box, style.radius, style.radius)
    if style.stripe:
        painter.fillRect(QRectF(box.left(), box.top(), STRIPE, box.height()), setter.colour(style.stripe))


def bar(element: Element, x: float, width: float, style: Style, setter: Typesetter, frames: tuple[Frame, ...]) -> Piece:
    """Return a bar filled as far as the element's value says, from 0 to 1."""
    share = min(max(float(element.attributes.get("value", 0)), 0), 1)
    track, colour, radius = setter.colour(TRACK), setter.colour(style.colour), style.bar / 2

    def draw(painter: QPainter, left: float, y: float) -> None:
        painter.setPen(QPen(colour, HAIR / 2))
        painter.setBrush(track)
        painter.drawRoundedRect(QRectF(left + x, y, width, style.bar), radius, radius)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left + x, y, max(width * share, style.bar), style.bar), radius, radius)

    return Piece(style.bar, draw, frames)


def dot(x: float, height: float, style: Style, setter: Typesetter) -> Ink:
    """Return what draws the dot before an entry of a list, in the middle of a line that is so high."""
    colour, radius = setter.colour(style.colour), DOT * style.size

    def draw(painter: QPainter, left: float, y: float) -> None:
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(left + x + 2 * radius, y + height / 2), radius, radius)

    return draw


def line_across(x: float, width: float, colour: QColor, frames: tuple[Frame, ...]) -> Piece:
    """Return a line from edge to edge."""

    def draw(painter: QPainter, left: float, y: float) -> None:
        painter.fillRect(QRectF(left + x, y, width, HAIR), colour)

    return Piece(HAIR, draw, frames)


def _stretched(page: Page, height: float) -> Page:
    """Return a cell whose outermost box reaches down to the end of its row."""
    frames = [(frame, top, height if top == 0 and bottom == page.y else bottom) for frame, top, bottom in page.frames]
    return Page(page.placed, frames, height)
