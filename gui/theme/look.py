"""The look in use: theme and text size, as a style sheet for Qt's widgets and as colours and lengths for painters."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from gui.theme.tokens import FONTS, TYPE, Palette, Radius, Size, Space, Theme, line_height


class LookFiles(NamedTuple):
    """What ``resources`` holds for the looks, read by whoever knows where resources are."""

    palettes: Mapping[Theme, Palette]
    style_sheet: str
    icons: Mapping[str, str]


class Look:
    """Colours and lengths of the moment. Painters ask at every paint, so that a change needs no telling."""

    def __init__(self, looks: LookFiles, theme: Theme = "light", scale: int = 100) -> None:
        """Take what resources hold; ``scale`` is the text size in per cent."""
        self._files = looks
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}
        self.theme: Theme = theme
        self.scale = scale
        self.latin_first = False
        """In a language written in Latin letters: Chinese fonts draw its quotation marks as wide as a sign."""

    def beside(self, theme: Theme, scale: int) -> Look:
        """Return another look from the same files, for a window of its own."""
        made = Look(self._files, theme, scale)
        made.latin_first = self.latin_first
        return made

    @property
    def palette(self) -> Palette:
        """Return the colours of the theme in use."""
        return self._files.palettes[self.theme]

    def on_paper(self) -> Mapping[str, str]:
        """Return the colours of the light theme by their tokens: paper is white whatever the screen wears."""
        return self._files.palettes["light"]._asdict()

    def colour(self, name: str) -> QColor:
        """Return a colour by its token."""
        return QColor(getattr(self.palette, name))

    def px(self, length: float) -> int:
        """Return a length given at 100 % in pixels of the present text size."""
        return round(length * self.scale / 100)

    def units(self, pixels: int) -> int:
        """Return how many pixels at 100 % a width in real pixels is worth."""
        return pixels * 100 // self.scale

    def style_sheet(self) -> str:
        """Return the style sheet for the whole program."""
        sizes = {f"type_{name}": f"{self.px(2 * size) / 2}px" for name, size in TYPE.items()}
        lines = {f"line_{name}": f"{line_height(self.px(size))}px" for name, size in TYPE.items()}
        spaces = {f"s{space.value}": f"{space.value}px" for space in Space}
        # What is left of a space when a frame is drawn in it: the frame of what has the keyboard is thicker.
        spaces |= {f"s{s.value}_thin": f"{s.value - 1}px" for s in Space if s > Space.LINE}
        spaces |= {f"s{s.value}_thick": f"{s.value - Space.LINE}px" for s in Space if s > Space.LINE}
        radii = {f"radius_{radius.name.lower()}": f"{radius.value}px" for radius in Radius}
        step = 2 * (self.px(Size.STEP) // 2)
        circle = {
            "circle_half": f"{self.px(Size.CIRCLE) // 2}px",
            "bar": f"{Size.BAR}px",
            "day": f"{2 * line_height(self.px(TYPE['small']))}px",
            "step": f"{step}px",
            "step_half": f"{step // 2}px",
            "fonts": ", ".join(f'"{font}"' for font in FONTS[self.latin_first]),
        }
        return Template(self._files.style_sheet).substitute(
            self.palette._asdict(), **sizes, **lines, **spaces, **radii, **circle
        )

    def pixmap(self, name: str, colour: str, length: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon drawn in a colour token, ``length`` pixels square; drawn once, for every answer shows many."""
        key = (name, getattr(self.palette, colour), length, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _draw(self, name: str, colour: str, length: int, ratio: float) -> QPixmap:
        real = round(length * ratio)
        svg = self._files.icons[name].replace("currentColor", colour)
        svg = svg.replace("<svg ", f'<svg width="{real}" height="{real}" ', 1)
        pixmap = QPixmap.fromImage(QImage.fromData(svg.encode()))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def icon(self, name: str, colour: str, length: int, ratio: float = 1.0) -> QIcon:
        """Return the same as an icon for a button."""
        return QIcon(self.pixmap(name, colour, length, ratio))

    def icon_size(self, length: int) -> QSize:
        """Return the size of an icon at the present text size."""
        return QSize(self.px(length), self.px(length))
