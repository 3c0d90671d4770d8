"""Turns a page of HTML into pieces from top to bottom: texts, lists, cards, columns, bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gui.printing.cells import Column, bar, beside, dot, line_across
from gui.printing.markup import UNSEEN, Element
from gui.printing.pages import one_page
from gui.printing.pieces import TIED, WHOLE, Frame, Piece, both, hold_together
from gui.printing.styles import Style, Styles
from gui.printing.tables import Cell, table
from gui.printing.typeset import NEW_LINE, Run, Typesetter, collapsed

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "figure", "footer"}
    | {"h1", "h2", "h3", "h4", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul", ""}
)
DOT = "dot"
"""The marker of a list without numbers. Drawn: Chinese fonts have it hardly larger than a full stop."""
WIDEST_FIRST = 0.3
"""Of a row: the most that a first column may take that is as wide as what stands in it."""
TALLEST_ROW = 0.8
"""Of a page: a higher row is laid out one part below the other."""


@dataclass(frozen=True)
class Place:
    """Where an element stands: the way to it from the root, its style, its edges and the frames around it."""

    path: tuple[Element, ...]
    style: Style
    x: float
    width: float
    frames: tuple[Frame, ...] = ()

    @property
    def element(self) -> Element:
        """Return the element itself."""
        return self.path[-1]


class Flow:
    """Lays elements out."""

    def __init__(self, styles: Styles, setter: Typesetter) -> None:
        """Take the looks."""
        self._styles, self._setter = styles, setter

    def pieces(self, body: Element) -> list[Piece]:
        """Return the whole page in pieces."""
        path = (body,)
        return self._lay(Place(path, self._styles.of(path, Style()), 0, self._styles.sheet.body_width))

    def _lay(self, place: Place) -> list[Piece]:
        style, x, width, frames = place.style, place.x, place.width, place.frames
        if style.framed:
            frames = (*frames, Frame(x, width, style))
            x, width = x + style.padding, width - 2 * style.padding
        inside = Place(place.path, style, x + style.indent, width - style.indent, frames)
        pieces = self._inside(inside)
        if pieces:
            pieces[0].above, pieces[-1].below = max(pieces[0].above, style.above), max(pieces[-1].below, style.below)
            pieces[0].fresh |= style.fresh
            limit = self._styles.sheet.longest_whole * self._styles.sheet.body_height
            if style.whole and one_page(pieces).y <= limit:
                hold_together(pieces, WHOLE)
            if style.keep:
                hold_together([*pieces, pieces[-1]], TIED)  # the last one too, to what follows
        return pieces

    def _inside(self, place: Place) -> list[Piece]:
        style, tag = place.style, place.element.tag
        if style.rule:
            return [line_across(place.x, place.width, self._setter.colour(style.rule), place.frames)]
        if style.bar:
            return [bar(place.element, place.x, place.width, style, self._setter, place.frames)]
        if tag == "table":
            return self._table(place)
        if style.columns > 1:
            return self._columns(place)
        return self._below_each_other(place)

    def _below_each_other(self, place: Place) -> list[Piece]:
        found: list[Piece] = []
        runs: list[Run] = []
        number = int(place.element.attributes.get("start", "1"))
        for part in place.element.inside:
            child = self._child(place, part) if isinstance(part, Element) else None
            if isinstance(part, str):
                runs.append(Run(part, place.style))
            elif child is None or part.tag in UNSEEN:
                continue
            elif not _is_block(part, child.style):
                runs += self._runs(child)
            else:
                found += self._text(runs, place)
                runs = []
                pieces = self._lay(child)
                if part.tag == "li" and place.style.marker and pieces:
                    self._mark(pieces[0], place, number)
                    number += 1
                found += pieces
        return [*found, *self._text(runs, place)]

    def _child(self, place: Place, element: Element) -> Place:
        path = (*place.path, element)
        return Place(path, self._styles.of(path, place.style), place.x, place.width, place.frames)

    def _runs(self, place: Place) -> list[Run]:
        """Return the text of an element that stands within a line."""
        if place.element.tag == "br":
            return [Run(NEW_LINE, place.style)]
        found: list[Run] = []
        for part in place.element.inside:
            found += [Run(part, place.style)] if isinstance(part, str) else self._runs(self._child(place, part))
        return found

    def _text(self, runs: Sequence[Run], place: Place) -> list[Piece]:
        if any(element.tag == "pre" for element in place.path):
            kept = [Run(run.text.strip("\n").replace("\n", NEW_LINE), run.style) for run in runs if run.text.strip()]
        else:
            kept = collapsed(runs)
        if not kept:
            return []
        pieces = self._setter.lines(kept, place.style, place.width)
        for piece in pieces:
            piece.frames, piece.ink = place.frames, Column(place.x).shift(piece.ink)
        return pieces

    def _mark(self, piece: Piece, place: Place, number: int) -> None:
        """Put the dot or the number of a list beside an entry's first line."""
        if place.style.marker == DOT:
            piece.ink = both(dot(place.x - place.style.indent, piece.height, place.style, self._setter), piece.ink)
            return
        sign = place.style.marker.replace("1", str(number))
        marker = self._setter.lines([Run(sign, place.style)], place.style, place.style.indent)[0]
        piece.ink = both(Column(place.x - place.style.indent).shift(marker.ink), piece.ink)

    def _columns(self, place: Place) -> list[Piece]:
        style = place.style
        parts = [part for part in place.element.inside if isinstance(part, Element) and part.tag not in UNSEEN]
        room = place.width - style.gap * (style.columns - 1)
        widths = [room / style.columns] * style.columns
        if style.split:
            widths = [room * style.split, room * (1 - style.split)]
        elif style.first_fits:
            firsts = [self._child(place, part) for part in parts[::2]]
            natural = [self._setter.natural_width(collapsed(self._runs(child)), child.style) for child in firsts]
            widths = [first := min(max(natural, default=0), WIDEST_FIRST * room), room - first]
        rows: list[list[Place]] = [[]]
        for child in (self._child(place, part) for part in parts):
            if child.style.across or len(rows[-1]) == style.columns:
                rows.append([])
            rows[-1].append(child)
            if child.style.across:
                rows.append([])
        return [piece for row in rows if row for piece in self._row(place, row, widths)]

    def _row(self, place: Place, row: Sequence[Place], widths: Sequence[float]) -> list[Piece]:
        if row[0].style.across:
            return self._lay(row[0])
        cells, x = [], place.x
        for child, width in zip(row, widths, strict=False):
            cells.append((x, one_page(self._lay(Place(child.path, child.style, 0, width)))))
            x += width + place.style.gap
        if max(page.y for _, page in cells) > TALLEST_ROW * self._styles.sheet.body_height:
            return [piece for child in row for piece in self._lay(child)]
        return [beside(cells, place.style, self._setter, place.frames)]

    def _table(self, place: Place) -> list[Piece]:
        rows: list[list[Cell]] = []
        for row in (element for element in place.element.walk() if element.tag == "tr"):
            cells = [self._child(place, part) for part in row.inside if isinstance(part, Element)]
            rows.append([Cell(cell.style, collapsed(self._runs(cell))) for cell in cells])
        tallest = TALLEST_ROW * self._styles.sheet.body_height
        return table(rows, place.style, (place.x, place.width), self._setter, place.frames, tallest)


def _is_block(element: Element, style: Style) -> bool:
    return style.block or element.tag in BLOCKS
