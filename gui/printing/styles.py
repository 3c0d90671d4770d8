"""How elements look on paper, read from ``resources/reports/print.toml``. No Qt."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from gui.printing.markup import Element

UNIT = 20
"""Lengths are written in points and counted in twentieths, so that type is laid out to a hair whatever the screen."""


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one element; lengths in twentieths of a point, colours by their names in the light theme.

    Attributes:
        line: Height of a line as a multiple of the type size.
        keep: Whether it must not be the last thing on a page.
        whole: Whether it is not torn where it is short enough.
        fresh: Whether it begins a page.
        columns: How many of its parts stand side by side, ``gap`` apart, its rows ``row_gap`` apart; ``split`` is the
            share of the first of two.
        across: Whether it takes a whole row among such parts.
        first_fits: Whether the first of two columns is as wide as what stands in it.
        right: Whether it is set against the right edge.
        stripe, rule, bar, grid: A line at the left, across, as long as a value, around every cell.
    """

    size: float = 10 * UNIT
    bold: bool = False
    colour: str = "text"
    line: float = 1.5
    block: bool = False
    above: float = 0
    below: float = 0
    indent: float = 0
    padding: float = 0
    background: str = ""
    border: str = ""
    radius: float = 0
    stripe: str = ""
    rule: str = ""
    bar: float = 0
    grid: str = ""
    marker: str = ""
    columns: int = 1
    gap: float = 0
    row_gap: float = 0
    across: bool = False
    split: float = 0
    first_fits: bool = False
    right: bool = False
    keep: bool = False
    whole: bool = False
    fresh: bool = False

    @property
    def framed(self) -> bool:
        """Return whether something is drawn around or behind it."""
        return bool(self.background or self.border or self.stripe)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper; lengths in twentieths of a point, ``longest_whole`` a share of the height between the margins."""

    width: float
    height: float
    margin_x: float
    margin_top: float
    margin_bottom: float
    band: float
    running: float
    longest_whole: float

    @property
    def body_width(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * self.margin_x

    @property
    def body_height(self) -> float:
        """Return the height between the margins."""
        return self.height - self.margin_top - self.margin_bottom


LENGTHS = ("size", "above", "below", "indent", "padding", "radius", "bar", "gap", "row_gap")
INHERITED = ("size", "bold", "colour", "line")
COLOURS = ("colour", "background", "border", "stripe", "rule", "grid")
"""The fields that name a colour."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector, such as ``.road li`` in parts, and what it changes."""

    parts: tuple[str, ...]
    changes: dict[str, Any]

    def meets(self, path: Sequence[Element]) -> bool:
        """Return whether the last element of a path, from the root down, is meant."""
        if not _is(path[-1], self.parts[-1]):
            return False
        left = list(self.parts[:-1])
        for element in reversed(path[:-1]):
            if left and _is(element, left[-1]):
                left.pop()
        return not left


class Styles:
    """The rules, and the paper they are for."""

    def __init__(self, text: str) -> None:
        """Read them.

        Raises:
            TypeError: A rule or the page names something that there is not.
        """
        tables = tomllib.loads(text)
        longest = tables["page"].pop("longest_whole")
        self.sheet = Sheet(**{name: UNIT * value for name, value in tables["page"].items()}, longest_whole=longest)
        known = {field.name for field in fields(Style)}
        self.rules = [Rule(tuple(rule.pop("of").split()), _in_units(rule)) for rule in tables["rule"]]
        if unknown := {name for rule in self.rules for name in rule.changes} - known:
            raise TypeError(", ".join(sorted(unknown)))

    def of(self, path: Sequence[Element], above: Style) -> Style:
        """Return the style of the last element of a path; ``above`` is that of the element it lies in."""
        style = Style(**{name: getattr(above, name) for name in INHERITED})
        changes = {name: value for rule in self.rules if rule.meets(path) for name, value in rule.changes.items()}
        return replace(style, **changes)


def _in_units(rule: dict[str, Any]) -> dict[str, Any]:
    return {name: UNIT * value if name in LENGTHS else value for name, value in rule.items()}


def _is(element: Element, selector: str) -> bool:
    return selector[1:] in element.classes if selector.startswith(".") else element.tag == selector
