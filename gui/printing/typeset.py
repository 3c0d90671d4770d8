"""Sets running text in lines, each a piece of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from gui.printing.pieces import TIED, Ink, Piece
from gui.printing.styles import Style
from gui.theme.tokens import FONTS

BLANKS = re.compile(r"[ \t\n\r\f]+")
NEW_LINE = "\u2028"
MIDDLE = 0.38
"""From the base line to the middle of a sign, as a share of the type size: Chinese signs reach from -0.12 to 0.88."""
NATURAL = 1e6
"""Wider than any line."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: Style


@dataclass
class Typesetter:
    """Makes lines; ``colours`` are the light theme's by name, ``signs`` what was set so far."""

    colours: Mapping[str, str]
    latin_first: bool
    signs: set[str] = field(default_factory=set)
    _fonts: dict[tuple[float, bool], QFont] = field(default_factory=dict)

    @property
    def fonts(self) -> list[QFont]:
        """Return the fonts in use."""
        return list(self._fonts.values())

    def colour(self, name: str) -> QColor:
        """Return a colour by its name."""
        return QColor(self.colours[name])

    def font(self, size: float, bold: bool) -> QFont:
        """Return the font of a size in twentieths of a point."""
        if (size, bold) not in self._fonts:
            font = QFont()
            font.setFamilies(list(FONTS[self.latin_first]))
            font.setPixelSize(round(size))
            font.setBold(bold)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            # Noto's Latin digits have forms of a region; drawn, they have no code, and the PDF's text would lack them.
            font.setFeature(QFont.Tag("locl"), 0)
            self._fonts[size, bold] = font
        return self._fonts[size, bold]

    def lines(self, runs: Sequence[Run], style: Style, width: float) -> list[Piece]:
        """Return the lines of a text in a width; the first two and the last two are not parted."""
        layout = self._layout(runs, style, width)
        tallest = max(run.style.size * run.style.line for run in runs)
        size = max(run.style.size for run in runs)
        count = layout.lineCount()
        return [
            Piece(
                tallest,
                _ink(layout, number, tallest / 2 + MIDDLE * size),
                hold=TIED if style.keep or (number in (0, count - 2) and number < count - 1) else 0,
            )
            for number in range(count)
        ]

    def natural_width(self, runs: Sequence[Run], style: Style) -> float:
        """Return how wide a text would be in one line."""
        if not runs:
            return 0
        layout = self._layout(runs, style, NATURAL)  # named: a line does not keep the layout alive that it lies in
        return layout.lineAt(0).naturalTextWidth() + 1

    def _layout(self, runs: Sequence[Run], style: Style, width: float) -> QTextLayout:
        text = "".join(run.text for run in runs)
        self.signs.update(text)
        layout = QTextLayout(text, self.font(style.size, style.bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        if style.right and width < NATURAL:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats(runs)))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
        layout.endLayout()
        return layout

    def _formats(self, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
        found, start = [], 0
        for run in runs:
            form = QTextCharFormat()
            form.setFont(self.font(run.style.size, run.style.bold))
            form.setForeground(self.colour(run.style.colour))
            ranged = QTextLayout.FormatRange()
            ranged.start, ranged.length, ranged.format = start, len(run.text.encode("utf-16-le")) // 2, form
            start += ranged.length
            found.append(ranged)
        return found


def collapsed(runs: Sequence[Run]) -> list[Run]:
    """Return runs with one space for every stretch of blanks, and none at either end of a line."""
    found: list[Run] = []
    for run in runs:
        text = BLANKS.sub(" ", run.text)
        text = re.sub(f" ?{NEW_LINE} ?", NEW_LINE, text)
        before = found[-1].text[-1] if found else NEW_LINE
        if text.startswith(" ") and before in f" {NEW_LINE}":
            text = text[1:]
        if text:
            found.append(Run(text, run.style))
    if found and found[-1].text.endswith((" ", NEW_LINE)):
        last = found.pop()
        return [*found, Run(last.text[:-1], last.style)] if last.text[:-1] else collapsed(found)
    return found


def _ink(layout: QTextLayout, number: int, base: float) -> Ink:
    """Return what draws one line, its base line so far below the top. It keeps the layout alive."""

    def draw(painter: QPainter, x: float, y: float) -> None:
        line = layout.lineAt(number)
        line.draw(painter, QPointF(x, y + base - line.ascent()))

    return draw
