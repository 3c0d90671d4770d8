"""Tables: columns as wide as they need to be, rows that are not torn, the heading again on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.printing.cells import Column, draw_frame
from gui.printing.pages import Page, one_page
from gui.printing.pieces import TIED, Frame, Piece
from gui.printing.styles import Style
from gui.printing.typeset import Run, Typesetter


@dataclass(frozen=True)
class Cell:
    """What stands in a cell."""

    style: Style
    runs: Sequence[Run]


def table(
    rows: Sequence[Sequence[Cell]],
    style: Style,
    edges: tuple[float, float],
    setter: Typesetter,
    frames: tuple[Frame, ...],
    tallest: float,
) -> list[Piece]:
    """Return the rows as pieces; ``edges`` are left edge and width. The first row is the heading.

    A row that is taller than ``tallest`` can be torn: its cells then stand below each other.
    """
    left, width = edges
    widths = _widths(rows, style, width, setter)
    pieces: list[Piece] = []
    for row in rows:
        if row:
            whole = _row(row, widths, style, left, setter, frames)
            whole.head = pieces[0] if pieces else None
            pieces += [whole] if whole.height <= tallest else _torn(row, style, edges, setter, frames)
    for piece in pieces[:1]:
        piece.hold = TIED
    return pieces


def _widths(rows: Sequence[Sequence[Cell]], style: Style, width: float, setter: Typesetter) -> list[float]:
    """Return the widths of the columns: a narrow one gets all it needs, the wide ones share what is left."""
    count = max((len(row) for row in rows), default=0)
    wishes = [0.0] * count
    for row in rows:
        for place, cell in enumerate(row):
            wish = setter.natural_width(cell.runs, cell.style) + 2 * style.padding
            wishes[place] = max(wishes[place], wish)
    widths, left = list(wishes), width
    for number, place in enumerate(sorted(range(count), key=wishes.__getitem__)):
        widths[place] = min(wishes[place], left / (count - number))
        left -= widths[place]
    return [wide * width / sum(widths) for wide in widths]


def _row(
    row: Sequence[Cell],
    widths: Sequence[float],
    style: Style,
    left: float,
    setter: Typesetter,
    frames: tuple[Frame, ...],
) -> Piece:
    pages = [_cell(cell, width - 2 * style.padding, setter) for cell, width in zip(row, widths, strict=False)]
    height = max(page.y for page in pages) + 2 * style.padding

    def draw(painter: QPainter, x: float, y: float) -> None:
        edge = x + left
        for cell, page, width in zip(row, pages, widths, strict=False):
            box = Style(background=cell.style.background, border=style.grid)
            draw_frame(painter, QRectF(edge, y, width, height), box, setter)
            for piece, top in page.placed:
                piece.ink(painter, edge + style.padding, y + style.padding + top)
            edge += width

    return Piece(height, draw, frames)


def _torn(
    row: Sequence[Cell], style: Style, edges: tuple[float, float], setter: Typesetter, frames: tuple[Frame, ...]
) -> list[Piece]:
    """Return a row as lines, its cells below each other in boxes as wide as the table."""
    found: list[Piece] = []
    for cell in row:
        box = Frame(*edges, Style(border=style.grid, background=cell.style.background, padding=style.padding))
        lines = setter.lines(cell.runs, cell.style, edges[1] - 2 * style.padding) if cell.runs else []
        for line in lines:
            line.frames, line.ink = (*frames, box), Column(edges[0] + style.padding).shift(line.ink)
        found += lines
    return found


def _cell(cell: Cell, width: float, setter: Typesetter) -> Page:
    return one_page(setter.lines(cell.runs, cell.style, width) if cell.runs else [])
