"""A drawing as SVG: every value is a circle that says its day, and the whole says what it shows. No Qt.

Qt's own generator would draw circles as paths, without any words for a screen reader.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape  # the one in xml.sax brings the whole of urllib

from gui.theme.tokens import FONTS
from gui.widgets.axes import XY
from gui.widgets.plot import Area, Dot, Drawing, Frame, Label, Plot, Shape, Stroke

Colour = Callable[[str], str]
"""Token -> ``#RRGGBB``."""


def as_svg(plot: Plot, drawing: Drawing, frame: Frame, colour: Colour) -> str:
    """Return a drawing as the text of an SVG file."""
    fonts = escape(", ".join(f"'{font}'" if " " in font else font for font in FONTS[False]))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{frame.width:g}" height="{frame.height:g}" '
        f'viewBox="0 0 {frame.width:g} {frame.height:g}" role="img" font-family="{fonts}" font-size="{frame.letter:g}">'
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        head,
        f"<title>{_plain(plot.title)}</title>",
        f"<desc>{_plain(plot.told)}</desc>",
        f'<rect width="100%" height="100%" fill="{colour("surface")}"/>',
        *(_shape(shape, colour) for shape in drawing.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _shape(shape: Shape, colour: Colour) -> str:
    tint = colour(shape.colour)
    if isinstance(shape, Area):
        return f'<polygon points="{_path(shape.points)}" fill="{tint}" fill-opacity="{shape.opacity:g}"/>'
    if isinstance(shape, Stroke):
        dashes = ' stroke-dasharray="6 4"' if shape.dashed else ""
        drawn = f'fill="none" stroke="{tint}" stroke-width="{shape.width:g}"{dashes}'
        return f'<polyline points="{_path(shape.points)}" {drawn}/>'
    x, y = (f"{length:.2f}" for length in shape.at)
    if isinstance(shape, Dot):
        told = _plain(shape.told)
        return f'<circle cx="{x}" cy="{y}" r="{shape.radius:g}" fill="{tint}"><title>{told}</title></circle>'
    return _label(shape, x, y, tint)


def _label(label: Label, x: str, y: str, tint: str) -> str:
    weight = ' font-weight="bold"' if label.strong else ""
    where = f'x="{x}" y="{y}" text-anchor="{label.anchor}"'
    return f'<text {where} fill="{tint}"{weight}>{_plain(label.text)}</text>'


def _path(points: tuple[XY, ...]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in points)


def _plain(text: str) -> str:
    """Return a text without what XML cannot hold, such as a zero byte in a name somebody pasted."""
    return escape("".join(sign for sign in text if sign.isprintable() or sign in "\n\t"), quote=False)
