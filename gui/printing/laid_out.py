"""A document on its sheets, ready to be drawn on a PDF, a preview or a printer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtGui import QPagedPaintDevice, QPainter

from gui.printing.cells import draw_page
from gui.printing.document import PrintedDocument
from gui.printing.flow import Flow
from gui.printing.markup import body_of, language_of, read_markup, title_of
from gui.printing.pages import Page, arrange
from gui.printing.styles import Style, Styles
from gui.printing.typeset import Run, Typesetter

POINTS_PER_INCH = 72
CHINESE = "zh"
RUNNING, LINE = "muted", "line"
"""The colours of the running lines and of the line beside them."""


@dataclass(frozen=True)
class LaidOut:
    """All sheets of a document."""

    title: str
    pages: tuple[Page, ...]
    document: PrintedDocument
    styles: Styles
    setter: Typesetter

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw the sheet of that number, counted from 0; the painter counts in twentieths of a point."""
        sheet = self.styles.sheet
        draw_page(painter, self.pages[number], (sheet.margin_x, sheet.margin_top), self.setter)
        foot = sheet.height - sheet.band - Style().line * sheet.running
        self._run(painter, self.document.footer, foot)
        self._run(painter, self.document.numbering(number + 1, len(self.pages)), foot, right=True)
        if number:
            self._run(painter, self.document.header, sheet.band)

    def draw_all(self, device: QPagedPaintDevice, first: int = 0, last: int | None = None) -> bool:
        """Draw the sheets from ``first`` to ``last``, counted from 0, on paper of any size; return whether it could."""
        painter = QPainter(device)
        if not painter.isActive():
            return False
        scale = min(device.width() / self.styles.sheet.width, device.height() / self.styles.sheet.height)
        for number in range(first, len(self.pages) if last is None else last + 1):
            if number > first:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            self.draw(painter, number)
            painter.restore()
        return painter.end()

    def _run(self, painter: QPainter, text: str, y: float, right: bool = False) -> None:
        """Write a running line."""
        sheet = self.styles.sheet
        style = replace(Style(), size=sheet.running, colour=RUNNING, right=right)
        if text:
            self.setter.lines([Run(text, style)], style, sheet.body_width)[0].ink(painter, sheet.margin_x, y)


def lay_out(document: PrintedDocument, styles: Styles, colours: Mapping[str, str]) -> LaidOut:
    """Return a document on its sheets; ``colours`` are the light theme's: paper is white whatever the screen."""
    page = read_markup(document.html)
    setter = Typesetter(colours, latin_first=not language_of(page).startswith(CHINESE))
    pages = arrange(Flow(styles, setter).pieces(body_of(page)), styles.sheet.body_height)
    return LaidOut(title_of(page), tuple(pages), document, styles, setter)
