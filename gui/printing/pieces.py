"""What pages are made of, from top to bottom: pieces that are not torn, and the frames that lie around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from gui.printing.styles import Style

Ink = Callable[[QPainter, float, float], None]
"""Draws a piece whose block begins so far from the left, and its top so far from the top, of the painter's origin."""
LOOSE, WHOLE, TIED = 0, 1, 2
"""How firmly a piece holds on to the next: not at all, as part of something whole, as a heading does."""


@dataclass(eq=False)
class Frame:
    """A box around pieces; it is closed and opened again where a page ends."""

    x: float
    width: float
    style: Style


@dataclass(eq=False)
class Piece:
    """A line, a row, a bar; lengths in twentieths of a point."""

    height: float
    ink: Ink
    frames: tuple[Frame, ...] = ()
    above: float = 0
    below: float = 0
    hold: int = LOOSE
    fresh: bool = False
    head: Piece | None = None
    """What stands above it once more where it begins a page: the heading of a table."""


def hold_together(pieces: Sequence[Piece], firmly: int) -> None:
    """Let every piece but the last hold on to the next."""
    for piece in pieces[:-1]:
        piece.hold = max(piece.hold, firmly)


def both(first: Ink, second: Ink) -> Ink:
    """Return what draws one thing and then another in the same place."""

    def draw(painter: QPainter, x: float, y: float) -> None:
        first(painter, x, y)
        second(painter, x, y)

    return draw
