"""Colours and sizes come from the tokens, every token is used, and what is read or operated stands out enough."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import pytest

from gui.theme.look import Look, LookFiles
from gui.theme.tokens import MIXED, SCALE_STEPS, THEMES, TYPE, Radius, Size, Space, Theme, palettes_of
from tests.checks.code import ROOT, name, python, tree

THEME_FILES = ROOT / "resources" / "themes"
MEASURING = re.compile(
    r"setContentsMargins|set(Horizontal|Vertical)?Spacing|setMargin|setIndent|resize|move|setIconSize"
    r"|set(Fixed|Minimum|Maximum)(Size|Width|Height)|setPixelSize|setPointSize(F)?|setRowHeight|setColumnWidth"
    r"|addSpacing|QSize|QMargins|adjusted"
)
"""Calls whose numbers are lengths."""
BIGGEST_LITERAL = 2
"""A line is one or two pixels thick at any text size; everything longer has a name."""
READ, SEEN = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11: contrast of text, and of what a control or a picture is told by."""


class Pair(NamedTuple):
    """One colour on another, and a place where they stand so."""

    front: str
    back: str
    place: str


TEXTS = (
    Pair("text", "background", "a page's title; a remark's text; a tree's other lines; the rail under the pointer"),
    Pair("text", "surface", "texts on cards, buttons, fields, rows, menus, tool tips"),
    Pair("text", "accent_soft", "a chosen row, a pressed button, a selected line, what to do about a cause"),
    Pair("text", "good_soft", "the plan's first lines; a good day"),
    Pair("text", "caution_soft", "the banner; signs that call for care; a weaker day"),
    Pair("text", "danger_soft", "the alarm; the door of those asked to pay"),
    Pair("muted", "background", "a page's second line, remarks, headings of a table, an open gate, a day that is over"),
    Pair("muted", "surface", "second lines on cards, examples in fields, names under a scale, the rail"),
    Pair("muted", "accent_soft", "the remark and the key on a chosen row"),
    Pair("muted", "line", "a button that cannot be used and is the way on"),
    Pair("accent", "background", "a link on the page itself"),
    Pair("accent", "surface", "links, values, the line above a question"),
    Pair("accent", "accent_soft", "where one is in the rail, a choice made, a step's number, the end of the road"),
    Pair("accent", "caution_soft", "the link that puts the banner away"),
    Pair("accent_strong", "background", "a link on the page under the pointer"),
    Pair("accent_strong", "surface", "a link under the pointer"),
    Pair("accent_strong", "caution_soft", "the banner's link under the pointer"),
    Pair("on_accent", "accent", "the way on; selected letters"),
    Pair("on_accent", "accent_strong", "the way on under the pointer"),
    Pair("good", "surface", "what a step gains; a low risk; what speaks against a cause"),
    Pair("good", "good_soft", "a gate that goes well"),
    Pair("caution", "background", "answers that are kept and not used"),
    Pair("caution", "surface", "a mistake; a high risk; what speaks for a cause"),
    Pair("caution", "caution_soft", "a gate to look at; the line above a sign that calls for care"),
    Pair("danger", "surface", "the button of those asked to pay"),
    Pair("danger", "danger_soft", "the line above the alarm"),
)
PARTS = (
    Pair("edge", "surface", "frames of buttons, fields and rows; marks of rows; a gate nobody asked about"),
    Pair("edge", "background", "frames of buttons on the page; the handle of a scroll bar; an open section"),
    Pair("accent", "background", "the frame around what has the keyboard; the mark of the section shown"),
    Pair("accent", "surface", "the same on cards; icons of links and of the rail; the line of the plan"),
    Pair("accent", "accent_soft", "the frame and the mark of a chosen row"),
    Pair("accent", "caution_soft", "the frame around the banner's link; a day under the pointer"),
    Pair("accent", "good_soft", "the frame of the day that is selected"),
    Pair("accent", "line", "how far a bar of progress is"),
    Pair("accent_strong", "surface", "the frame of the way on under the pointer"),
    Pair("text", "surface", "the outer ring around the way on; the mark on the scale"),
    Pair("text", "background", "the outer ring on the page itself"),
    Pair("on_accent", "accent", "the inner ring around the way on"),
    Pair("on_accent", "accent_strong", "the same under the pointer"),
    Pair("text", "accent_soft", "the mark on the scale, on each of its bands; the frame around a day"),
    Pair("text", "good_soft", "the same"),
    Pair("text", "caution_soft", "the same"),
    Pair("text", "danger_soft", "the mark on the last band"),
    Pair("danger", "surface", "the frame of the button of those asked to pay, with the keyboard on it"),
    Pair("danger", "background", "the frame of the alarm"),
    Pair("caution", "background", "the frame of the banner"),
    Pair("caution", "surface", "the mark of a gate to look at"),
    Pair("caution", "caution_soft", "the frame of a weak gate and of a weak day"),
    Pair("good", "surface", "the mark of a gate that goes well"),
    Pair("good", "background", "the mark of a section that is done"),
    Pair("muted", "surface", "icons of the rail; the arrow of a list; the line of doing nothing"),
    Pair("muted", "background", "an icon of the rail under the pointer"),
    Pair("surface", "accent", "the ring around the planned day on the curve"),
)
MIXES = (
    Pair("good", "surface", "the bar of a good day on the home page"),
    Pair("caution", "surface", "the bar of a weaker day"),
    *(Pair("caution", f"{band}_soft", "the range on the scale") for band in ("good", "accent", "caution", "danger")),
)
"""What is painted half transparent."""
DECORATION = {"line": "lines between things that white space keeps apart as well"}
EXEMPT = ":disabled"
"""What cannot be used may be faint (WCAG 2.2, 1.4.3)."""
FRONTS, BACKS = ("color", "selection-color"), ("background", "selection-background-color", "alternate-background-color")


def palettes() -> Mapping[Theme, Mapping[str, str]]:
    """Return the colours of both themes."""
    found = palettes_of((THEME_FILES / "tokens.json").read_text("utf-8"))
    return {theme: palette._asdict() for theme, palette in found.items()}


def style_sheet() -> str:
    """Return the style sheet as it is written, without its remarks."""
    return re.sub(r"/\*.*?\*/", "", (THEME_FILES / "window.qss").read_text("utf-8"), flags=re.DOTALL)


@cache
def rules() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return selector and declarations of every rule."""
    found = re.findall(r"([^{}]+)\{([^{}]*)\}", style_sheet())
    return tuple((selector.strip(), tuple(re.findall(r"([a-z-]+)\s*:\s*([^;]+)", body))) for selector, body in found)


def colours_in(value: str) -> list[str]:
    """Return the colour tokens in a value of the style sheet."""
    return [token for token in re.findall(r"\$([a-z_0-9]+)", value) if token in palettes()["light"]]


def strings() -> set[str]:
    """Return every string in the window's code."""
    nodes = (node for path in python("gui") for node in ast.walk(tree(path)))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def light_of(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((light_of(one), light_of(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(front: str, back: str, share: float) -> str:
    """Return a colour laid half transparent on another."""
    pairs = [(int(front[at : at + 2], 16), int(back[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02X}" for one, other in pairs)


def test_that_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0B6B66", "#0B6B66") == pytest.approx(1)
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"


@pytest.mark.parametrize("pair", TEXTS, ids=lambda pair: f"{pair.front} on {pair.back}")
@pytest.mark.parametrize("theme", THEMES)
def test_that_every_text_can_be_read(theme: Theme, pair: Pair) -> None:
    colours = palettes()[theme]
    assert contrast(colours[pair.front], colours[pair.back]) >= READ, pair.place


@pytest.mark.parametrize("pair", PARTS, ids=lambda pair: f"{pair.front} on {pair.back}")
@pytest.mark.parametrize("theme", THEMES)
def test_that_every_part_of_a_control_can_be_seen(theme: Theme, pair: Pair) -> None:
    colours = palettes()[theme]
    assert contrast(colours[pair.front], colours[pair.back]) >= SEEN, pair.place


@pytest.mark.parametrize("pair", MIXES, ids=lambda pair: f"{pair.front} on {pair.back}")
@pytest.mark.parametrize("theme", THEMES)
def test_that_what_is_painted_half_transparent_can_be_seen(theme: Theme, pair: Pair) -> None:
    colours = palettes()[theme]
    assert contrast(mixed(colours[pair.front], colours[pair.back], MIXED), colours[pair.back]) >= SEEN, pair.place


def test_that_every_rule_with_both_colours_is_among_the_pairs() -> None:
    known = {(pair.front, pair.back) for pair in TEXTS}
    assert sorted(set(_stated_pairs()) - known) == []


def _stated_pairs() -> Iterator[tuple[str, str]]:
    for selector, declared in rules():
        for front, back in zip(FRONTS, BACKS, strict=False):
            fronts = [colour for key, value in declared if key == front for colour in colours_in(value)]
            backs = [colour for key, value in declared if key == back for colour in colours_in(value)]
            if EXEMPT not in selector:
                yield from ((one, other) for one in fronts for other in backs)


def test_that_every_colour_of_a_text_and_behind_it_is_among_the_pairs() -> None:
    fronts, backs = {pair.front for pair in TEXTS}, {pair.back for pair in (*TEXTS, *PARTS)}
    unknown = [
        f"{selector} {key}: {colour}"
        for selector, declared in rules()
        for key, value in declared
        for colour in colours_in(value)
        if (key in FRONTS and colour not in fronts) or (key in BACKS and colour not in backs | {*DECORATION, "edge"})
        if EXEMPT not in selector
    ]
    assert unknown == []


def test_that_every_colour_of_a_frame_or_a_painter_is_among_the_parts() -> None:
    parts = {pair.front for pair in PARTS} | {pair.back for pair in PARTS} | DECORATION.keys()
    framed = {
        (selector, colour)
        for selector, declared in rules()
        for key, value in declared
        if key.startswith("border") or "::handle" in selector or "::chunk" in selector
        for colour in colours_in(value)
        if EXEMPT not in selector
    }
    assert sorted(f"{selector}: {colour}" for selector, colour in framed if colour not in parts) == []
    painted = palettes()["light"].keys() & strings() - {"faint"}
    assert sorted(painted - parts - {pair.back for pair in TEXTS} - {pair.front for pair in TEXTS}) == []


def test_that_faint_is_kept_for_what_cannot_be_used() -> None:
    assert [selector for selector, declared in rules() if "$faint" in str(declared) and EXEMPT not in selector] == []


def test_that_no_pair_is_told_twice() -> None:
    for pairs in (TEXTS, PARTS, MIXES):
        assert len({(pair.front, pair.back) for pair in pairs}) == len(pairs)


def test_that_both_themes_have_the_same_colours() -> None:
    tables = json.loads((THEME_FILES / "tokens.json").read_text("utf-8"))
    assert tables.keys() == set(THEMES)
    assert tables["light"].keys() == tables["dark"].keys()
    written = [colour for table in tables.values() for colour in table.values()]
    assert [colour for colour in written if not re.fullmatch(r"#[0-9A-F]{6}", colour)] == []


def test_that_the_report_wears_the_same_colours() -> None:
    known = {colour for theme in THEMES for colour in palettes()[theme].values()}
    worn = set(re.findall(r"#[0-9A-Fa-f]{3,8}", (ROOT / "resources" / "reports" / "report.css").read_text("utf-8")))
    assert sorted(worn - known) == []


def test_that_every_colour_is_used() -> None:
    sheet = set(re.findall(r"\$([a-z_0-9]+)", style_sheet()))
    assert sorted(palettes()["light"].keys() - sheet - strings()) == []


def test_that_every_size_is_used() -> None:
    sheet = set(re.findall(r"\$([a-z_0-9]+)", style_sheet()))
    nodes = [node for path in python("gui") for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)]
    named = {(node.value.id, node.attr) for node in nodes if isinstance(node.value, ast.Name)}
    unused = [f"Size.{size.name}" for size in Size if ("Size", size.name) not in named]
    unused += [f"Space.{s.name}" for s in Space if ("Space", s.name) not in named and f"s{s.value}" not in sheet]
    unused += [
        f"Radius.{radius.name}"
        for radius in Radius
        if ("Radius", radius.name) not in named and f"radius_{radius.name.lower()}" not in sheet
    ]
    unused += [f"TYPE {size}" for size in TYPE if f"type_{size}" not in sheet and size not in strings()]
    assert unused == []


@pytest.mark.parametrize("scale", SCALE_STEPS)
@pytest.mark.parametrize("theme", THEMES)
def test_that_every_name_in_the_style_sheet_is_a_token(theme: Theme, scale: int) -> None:
    files = LookFiles(
        palettes_of((THEME_FILES / "tokens.json").read_text("utf-8")),
        (THEME_FILES / "window.qss").read_text("utf-8"),
        {},
    )
    filled = re.sub(r"/\*.*?\*/", "", Look(files, theme, scale).style_sheet(), flags=re.DOTALL)
    assert "$" not in filled
    assert filled.count("{") == filled.count("}") == len(rules())


def test_that_no_colour_is_written_in_the_style_sheet() -> None:
    names = {"transparent", "none"}
    written = [
        f"{selector} {key}: {value}"
        for selector, declared in rules()
        for key, value in declared
        if ("color" in key or key.startswith(("background", "border"))) and key not in ("border-radius", "border-style")
        for word in re.findall(r"(?<![$\w-])[a-z#][a-z0-9_#-]*", value)
        if word not in names | {"solid", "dashed"}
    ]
    assert written == []


def test_that_every_size_in_the_style_sheet_is_a_token() -> None:
    written = re.findall(r"(?<![\w$])(\d+(?:\.\d+)?)px", style_sheet())
    assert [size for size in written if float(size) > BIGGEST_LITERAL] == []


@pytest.mark.parametrize("theme", THEMES)
def test_that_the_ring_around_the_way_on_stands_out_from_its_fill_and_from_every_page(theme: Theme) -> None:
    colours = palettes()[theme]
    declared = dict(dict(rules())['QPushButton[role="primary"]:focus'])
    (outer,) = colours_in(declared["border"])
    plain, pointed = (dict(dict(rules())[f'QPushButton[role="primary"]{state}']) for state in ("", ":hover"))
    (inner,) = colours_in(plain["color"])  # the painter of the inner ring asks for the colour of the button's words
    fills = [colour for found in (plain, pointed) for colour in colours_in(found["background"])]
    assert [fill for fill in fills if contrast(colours[inner], colours[fill]) < SEEN] == []
    pages = ("background", "surface")
    assert [page for page in pages if contrast(colours[outer], colours[page]) < SEEN] == []
    assert contrast(colours[outer], colours[inner]) >= SEEN, "the two tones run into one"


def test_that_no_colour_is_made_in_code() -> None:
    made = [
        f"{name(path)}:{node.lineno}"
        for path in python("gui")
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Call) and _called(node) in ("QColor", "fromRgb", "fromString") and _has_literal(node))
        or (isinstance(node, ast.Attribute) and node.attr == "GlobalColor")
    ]
    assert made == []


def test_that_no_length_is_written_in_code() -> None:
    written = [
        f"{name(path)}:{call.lineno} {_called(call)}"
        for path in python("gui")
        if name(path) != "gui/theme/tokens.py"
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and MEASURING.fullmatch(_called(call))
        for number in (number for argument in call.args for number in _numbers(argument))
        if number > BIGGEST_LITERAL
    ]
    assert written == []


def test_that_looks_are_asked_for_by_role() -> None:
    calls = [(path, node) for path in python("gui") for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    assert {name(path) for path, call in calls if _called(call) == "setStyleSheet"} == {"gui/wardrobe.py"}


def _numbers(node: ast.AST) -> Iterator[float]:
    """Yield the numbers written in an expression; what only decides between two lengths is none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_numbers(node.body), *_numbers(node.orelse))
    elif not isinstance(node, ast.Compare):
        yield from (number for child in ast.iter_child_nodes(node) for number in _numbers(child))


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _has_literal(call: ast.Call) -> bool:
    return any(isinstance(argument, ast.Constant) for argument in call.args)
