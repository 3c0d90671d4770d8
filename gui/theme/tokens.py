"""Colours and sizes by name: the only Python file that knows a size; colours stand in ``resources/themes``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import IntEnum
from typing import Literal, NamedTuple

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")

TYPE: Mapping[str, float] = {"small": 12.5, "body": 14, "lead": 16, "heading": 20, "title": 22, "display": 30}
"""Type sizes in pixels at 100 %; the text size of the user multiplies them."""
_CHINESE = (
    *("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC"),
    *("WenQuanYi Micro Hei", "sans-serif"),
)
_LATIN = ("SF Pro Text", "Segoe UI", "Noto Sans", "Inter", "Ubuntu", "Cantarell", "Liberation Sans", "DejaVu Sans")
FONTS: Mapping[bool, tuple[str, ...]] = {False: _CHINESE, True: (*_LATIN, *_CHINESE)}
"""Families in order of preference, by whether Latin letters come first."""
CHINESE = "zh"
"""The beginning of the codes of languages that are not written in Latin letters."""
LINE_HEIGHT = 1.5
"""Of a line of text, as a multiple of its type size."""
READABLE_SIGNS = 60
"""So many signs of average width make a comfortable line."""
SMALLEST_SCALE, LARGEST_SCALE = 90, 200
"""Text size in per cent: what the user may choose."""
SCALE_STEPS = (90, 100, 110, 125, 150, 175, 200)
WALL_SCALES = (100, 110, 125, 150, 175, 200, 225, 250, 300)
"""The same on a wall, where a window shows a case to a class."""
WALL_SCALE = 175
"""What a window of the usual size has there; a larger one has more."""
MIXED = 0.85
"""How far a colour is mixed towards the background where a band of a scale is only hinted at."""


class Space(IntEnum):
    """Distances in pixels, on a grid of four."""

    NONE = 0
    LINE = 2
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius(IntEnum):
    """Corner radii in pixels."""

    BAR = 4
    BUTTON = 8
    CARD = 10
    CHIP = 9


class Size(IntEnum):
    """Lengths in pixels at 100 %; what holds text grows with the text size."""

    ICON = 20
    BAR = 8
    SCROLL_BAR = 12
    TARGET = 40
    STEP = 28
    CIRCLE = 40
    DAY = 40
    MARK = 16
    NAVIGATION = 248
    NAVIGATION_NARROW = 72
    SECTIONS = 208
    ROAD = 240
    ROAD_LINE = 520
    CODE = 400
    CHART = 184
    PLOT = 320
    PICTURE_WIDTH = 1280
    PICTURE_HEIGHT = 640
    LOAN = 288
    READABLE = 760
    FIELD = 176
    LINES = 120
    WINDOW_WIDTH = 1280
    WINDOW_HEIGHT = 800
    LEAST_WIDTH = 640
    LEAST_HEIGHT = 480
    WIDE = 980
    """From so many units (pixels at 100 %) on, columns stand side by side."""
    MEDIUM = 720
    NARROW = 640


def latin_in(code: str) -> bool:
    """Return whether a language is written in Latin letters."""
    return not code.startswith(CHINESE)


def line_height(type_size: float) -> int:
    """Return the height in pixels of a line of a type size in pixels, rounded up to the grid."""
    return -(-round(LINE_HEIGHT * type_size) // Space.XS) * Space.XS


class Palette(NamedTuple):
    """The colours of one theme, as ``#RRGGBB``. The contrast of every pair in use is measured by a test."""

    background: str
    surface: str
    line: str
    edge: str
    """Around what can be operated."""
    text: str
    muted: str
    faint: str
    """For what may be missed: decoration, and what cannot be used."""
    accent: str
    accent_soft: str
    accent_strong: str
    on_accent: str
    good: str
    good_soft: str
    caution: str
    caution_soft: str
    danger: str
    danger_soft: str


def palettes_of(text: str) -> Mapping[Theme, Palette]:
    """Return the palettes written in ``tokens.json``; an unknown or missing name is a TypeError."""
    tables = json.loads(text)
    return {theme: Palette(**tables[theme]) for theme in THEMES}
