"""Values over days as shapes to draw: dots, the line through them, bands, axes. No Qt.

Pure geometry, the same on the screen and in every file that is saved.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from gui.theme.tokens import TYPE, Space
from gui.widgets.axes import XY, day_ticks, number, thinned, ticks

Anchor = Literal["start", "middle", "end"]
LETTER = 0.62
"""Width of a digit as a share of the type size, on the safe side for every font."""
WIDE = 0x2E80
"""From this sign on, writing is as wide as it is high."""
LEAST_SPAN = 20.0
"""Less than so many points of height would make a mountain of every change; a small range shows itself whole."""
AROUND = 15
"""Days shown on both sides of a single one."""
MARGIN = 0.03
"""So much of the whole time is left free on both sides, for dots to stand whole."""
DOT, SMALL_DOT, ROOMY = 4.0, 2.0, 10.0
"""Radius of a dot where there is room between two of them, and where there is not."""
SOFT = 0.85
CLEAR = 6.0
"""Width of the edge around a line."""


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon."""

    points: tuple[XY, ...]
    colour: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through some points."""

    points: tuple[XY, ...]
    colour: str
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A value; ``told`` says which."""

    at: XY
    radius: float
    colour: str
    told: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text whose foot is at a place."""

    at: XY
    text: str
    anchor: Anchor
    colour: str = "muted"
    strong: bool = False


Shape = Area | Stroke | Dot | Label


@dataclass(frozen=True, slots=True)
class Plot:
    """What is to be seen.

    Attributes:
        points: (day as its ordinal number, value), one for each day, by day.
        limits: The smallest and the largest value there can be.
        line: Both ends of the trend line; none where there is none.
        sure: Whether the line has an interval: without one it is dashed.
        spread: (day, lowest, highest height of the line there), by day: the interval.
        bands: (name, from, to) of the bands.
        title: What stands above it in a file.
        heard: What there is to see, in words.
        told: The same for a file, with all that is concluded from it.
    """

    points: tuple[tuple[int, float], ...] = ()
    limits: tuple[float, float] = (0.0, 1.0)
    line: tuple[tuple[int, float], ...] = ()
    sure: bool = False
    spread: tuple[tuple[int, float, float], ...] = ()
    bands: tuple[tuple[str, float, float], ...] = ()
    title: str = ""
    heard: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What it is drawn in: pixels, and how many of them a unit at 100 % is.

    Attributes:
        titled: With the title above.
        thin: Of the values in one column of pixels only the first, the last, the highest and the lowest are drawn:
            the line through them covers the same pixels as the line through all.
    """

    width: float
    height: float
    scale: float = 1.0
    titled: bool = False
    thin: bool = True

    @property
    def letter(self) -> float:
        """Return the size of the type."""
        return TYPE["small"] * self.scale


@dataclass(frozen=True)
class Drawing:
    """A plot in a frame.

    Attributes:
        shapes: What to draw, from the back to the front.
        places: Where every point of the plot is, in its order.
        area: Left, top, right and bottom of what is inside the axes.
    """

    shapes: tuple[Shape, ...] = ()
    places: tuple[XY, ...] = ()
    area: tuple[float, float, float, float] = (0, 0, 0, 0)
    _lefts: tuple[float, ...] = field(default=(), repr=False)

    def nearest(self, x: float) -> int:
        """Return which point is nearest from the left or the right; -1 where there is none."""
        after = bisect_left(self._lefts, x)
        around = [place for place in (after - 1, after) if 0 <= place < len(self._lefts)]
        return min(around, key=lambda place: abs(self._lefts[place] - x), default=-1)


def draw(plot: Plot, frame: Frame) -> Drawing:
    """Return the shapes of a plot; none of a plot without points."""
    if not plot.points:
        return Drawing()
    sheet = _Sheet(plot, frame)
    places = tuple(sheet.place(day, value) for day, value in plot.points)
    shapes = (*sheet.behind(), *sheet.seen(places), *sheet.title())
    return Drawing(shapes, places, sheet.area, tuple(x for x, _ in places))


class _Sheet:
    """The scales of one drawing, and its parts."""

    def __init__(self, plot: Plot, frame: Frame) -> None:
        self._plot, self._frame = plot, frame
        first, last = plot.points[0][0], plot.points[-1][0]
        around = AROUND if first == last else (last - first) * MARGIN
        self._first, self._last = first - around, last + around
        self._low, self._high = _heights(plot)
        self._ticks = list(ticks(self._low, self._high))
        longest = max((len(number(tick)) for tick in self._ticks), default=1)
        letter, above = frame.letter, frame.letter * 2 if frame.titled else 0.0
        left = longest * letter * LETTER + Space.M
        named = [name for name, low, high in plot.bands if low < self._high and high > self._low]
        names = max((_width(name, letter) + Space.S for name in named), default=0)
        self.area = (left, Space.M + above, frame.width - Space.L - names, frame.height - 2 * letter - Space.S)

    @property
    def _crowded(self) -> bool:
        left, _, right, _ = self.area
        return (right - left) / len(self._plot.points) < ROOMY * self._frame.scale

    def place(self, day: float, value: float) -> XY:
        left, top, right, bottom = self.area
        x = left + (right - left) * (day - self._first) / (self._last - self._first)
        return x, bottom - (bottom - top) * (value - self._low) / (self._high - self._low)

    def behind(self) -> Iterator[Shape]:
        """Yield what the values stand on."""
        yield from self._bands()
        yield from self._across()
        yield from self._below()
        if self._plot.spread:
            over = [self._inside(day, high) for day, _, high in self._plot.spread]
            under = [self._inside(day, low) for day, low, _ in reversed(self._plot.spread)]
            yield Area((*over, *under), "accent_soft", SOFT)

    def _bands(self) -> Iterator[Shape]:
        left, top, right, bottom = self.area
        letter = self._frame.letter
        for place, (name, low, high) in enumerate(self._plot.bands):
            over = max(self.place(self._first, high)[1], top)
            under = min(self.place(self._first, low)[1], bottom)
            if under <= over:
                continue
            if place % 2:
                yield Area(((left, over), (right, over), (right, under), (left, under)), "background")
            if under - over > letter:
                yield Label((right + Space.S, (over + under + letter) / 2 - Space.LINE), name, "start")

    def _across(self) -> Iterator[Shape]:
        left, _, right, _ = self.area
        for tick in self._ticks:
            y = self.place(self._first, tick)[1]
            yield Stroke(((left, y), (right, y)), "line")
            yield Label((left - Space.S, y + self._frame.letter / 3), number(tick), "end")

    def _below(self) -> Iterator[Shape]:
        left, _, right, bottom = self.area
        half = len("2026-09-01") * self._frame.letter * LETTER / 2
        room = max(int((right - left) / (2 * half + Space.L)), 1)
        for day, text in day_ticks(math.ceil(self._first), math.floor(self._last), room):
            x = self.place(day, self._low)[0]
            at = min(max(x, half), self._frame.width - half)
            yield Stroke(((x, bottom), (x, bottom + Space.XS)), "edge")
            yield Label((at, bottom + Space.S + self._frame.letter), text, "middle")

    def seen(self, places: tuple[XY, ...]) -> Iterator[Shape]:
        """Yield values and line: many values would hide the line, and it would cut through few."""
        parts = (self._values(places), self._line()) if self._crowded else (self._line(), self._values(places))
        for part in parts:
            yield from part

    def _line(self) -> Iterator[Shape]:
        if self._plot.line:
            ends = tuple(self.place(day, value) for day, value in self._plot.line)
            if self._crowded:
                yield Stroke(ends, "surface", CLEAR)
            yield Stroke(ends, "accent", 2, dashed=not self._plot.sure)

    def _values(self, places: tuple[XY, ...]) -> Iterator[Shape]:
        kept = thinned(places) if self._frame.thin else range(len(places))
        yield Stroke(tuple(places[place] for place in kept), "edge" if self._crowded else "muted")
        radius = (SMALL_DOT if self._crowded else DOT) * self._frame.scale
        colour = "edge" if self._crowded else "text"
        for place in kept:
            day, value = self._plot.points[place]
            yield Dot(places[place], radius, colour, f"{dt.date.fromordinal(day)}: {number(value)}")

    def title(self) -> Iterator[Shape]:
        if self._frame.titled:
            yield Label((self.area[0], Space.S + self._frame.letter), self._plot.title, "start", "text", strong=True)

    def _inside(self, day: float, value: float) -> XY:
        return self.place(day, min(max(value, self._low), self._high))


def _width(text: str, letter: float) -> float:
    """Return about how wide a text is: Chinese signs are as wide as the type is high."""
    return sum(letter * (1.0 if ord(sign) >= WIDE else LETTER) for sign in text)


def _heights(plot: Plot) -> tuple[float, float]:
    """Return from where to where the axis goes: the values and the line with some room, not beyond what can be."""
    values = [value for _, value in plot.points]
    least, most = min(values), max(values)
    low, high = plot.limits
    needed = min(LEAST_SPAN, high - low)
    room = max((most - least) * 0.1, (needed - (most - least)) / 2)
    ends = [value for _, value in plot.line]
    return min(max(least - room, low), *values, *ends), max(min(most + room, high), *values, *ends)
