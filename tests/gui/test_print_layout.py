"""How pages are filled: nothing lost, nothing torn that holds together, frames closed where a page ends."""

from __future__ import annotations

from dataclasses import fields
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.printing.markup import Element, body_of, language_of, read_markup, title_of
from gui.printing.pages import Page, arrange, one_page
from gui.printing.pieces import LOOSE, TIED, WHOLE, Frame, Piece
from gui.printing.styles import COLOURS, UNIT, Style, Styles
from gui.theme.tokens import palettes_of
from tests.checks.test_theme import contrast
from tests.pages.running import ROOT

HEIGHT = 1000.0
STYLES = (ROOT / "resources" / "reports" / "print.toml").read_text("utf-8")
LIGHT = palettes_of((ROOT / "resources" / "themes" / "tokens.json").read_text("utf-8"))["light"]
PAPER = "#FFFFFF"
READABLE = 4.5


def piece(height: float, hold: int = LOOSE, *frames: Frame, fresh: bool = False) -> Piece:
    return Piece(height, lambda painter, x, y: None, frames, above=20, below=10, hold=hold, fresh=fresh)


def box(padding: float = 50) -> Frame:
    return Frame(0, 100, Style(padding=padding, border="line"))


heights = st.floats(10, 400)
loose = st.builds(piece, heights, st.sampled_from((LOOSE, LOOSE, WHOLE, TIED)))


@st.composite
def framed(draw: st.DrawFn) -> list[Piece]:
    """Draw pieces of which some stand in one frame, others in one within another."""
    found: list[Piece] = []
    for _ in range(draw(st.integers(1, 8))):
        outer, inner = box(draw(st.floats(0, 60))), box(draw(st.floats(0, 60)))
        around = draw(st.sampled_from(((), (outer,), (outer, inner))))
        high = draw(st.lists(heights, min_size=1, max_size=6))
        found.extend(piece(height, draw(st.sampled_from((LOOSE, WHOLE, TIED))), *around) for height in high)
    return found


@given(framed())
def test_that_every_piece_is_printed_once_and_in_turn(pieces: list[Piece]) -> None:
    pages = arrange(pieces, HEIGHT)
    assert [found for page in pages for found, _ in page.placed] == pieces
    assert all(page.placed for page in pages)


@given(framed())
def test_that_no_page_is_longer_than_the_paper(pieces: list[Piece]) -> None:
    for page in arrange(pieces, HEIGHT):
        assert page.y <= HEIGHT
        assert all(bottom <= page.y for _, _, bottom in page.frames)


@given(framed())
def test_that_pieces_stand_below_each_other_and_inside_their_frames(pieces: list[Piece]) -> None:
    for page in arrange(pieces, HEIGHT):
        for (upper, top), (_, below) in zip(page.placed, page.placed[1:], strict=False):
            assert top + upper.height <= below
        for found, top in page.placed:
            around = [(high, low) for frame, high, low in page.frames if frame in found.frames]
            assert len([1 for high, low in around if high <= top and top + found.height <= low]) == len(found.frames)


@given(st.lists(loose, min_size=1, max_size=40))
def test_that_a_heading_never_ends_a_page_where_what_follows_fits_one(pieces: list[Piece]) -> None:
    pages = arrange(pieces, HEIGHT)
    for page in pages[:-1]:
        last = page.placed[-1][0]
        if last.hold == TIED:
            start = end = pieces.index(last)
            while start and pieces[start - 1].hold == TIED:
                start -= 1
            while end < len(pieces) - 1 and pieces[end].hold == TIED:
                end += 1
            assert one_page(pieces[start : end + 1]).y > HEIGHT


def test_that_what_is_whole_goes_to_the_next_page_and_is_torn_only_when_longer_than_one() -> None:
    first, card = piece(700), [piece(200, WHOLE), piece(200, WHOLE), piece(200)]
    assert [len(page.placed) for page in arrange([first, *card], HEIGHT)] == [1, 3]
    long = [piece(200, WHOLE) for _ in range(6)]
    assert [len(page.placed) for page in arrange([first, *long], HEIGHT)] == [2, 4, 1]


def test_that_a_frame_is_closed_at_the_end_of_a_page_and_opened_on_the_next() -> None:
    around = box(padding=50)
    pages = arrange([piece(400, LOOSE, around) for _ in range(3)], HEIGHT)
    assert [page.frames for page in pages] == [[(around, 0, 920)], [(around, 0, 500)]]
    assert [top for page in pages for _, top in page.placed] == [50, 470, 50]


def test_that_a_piece_that_begins_a_page_does_so() -> None:
    pages = arrange([piece(10), piece(10, fresh=True), piece(10)], HEIGHT)
    assert [len(page.placed) for page in pages] == [1, 2]


def test_that_nothing_makes_one_empty_page() -> None:
    assert arrange([], inf) == [Page()]


# --- What is read -----------------------------------------------------------------------------------


def test_that_a_page_of_html_is_read_with_its_title_language_and_body() -> None:
    head = '<html lang="en"><head><title>A\n b</title></head>'
    page = read_markup(f'{head}<body><p class="x y">1 &lt; 2<br>3</body></html>')
    assert (title_of(page), language_of(page)) == ("A b", "en")
    paragraph = body_of(page).find("p")
    assert paragraph is not None
    assert (sorted(paragraph.classes), paragraph.text) == (["x", "y"], "1 < 23")


@given(st.text(st.sampled_from("<>/pbliul =\"'&;a"), max_size=200))
def test_that_any_text_is_read_as_some_page(text: str) -> None:
    assert body_of(read_markup(text)).tag == ""


@pytest.mark.parametrize(
    ("selector", "path", "meant"),
    [
        ("p", ["p"], True),
        ("p", ["p.x"], True),
        (".x", ["p.x"], True),
        (".x p", ["section.x", "p"], True),
        (".x p", ["section.x", "div", "p"], True),
        (".x p", ["p.x"], False),
        (".x li p", ["ul.x", "li", "p"], True),
        (".x li p", ["li", "ul.x", "p"], False),
    ],
)
def test_that_a_rule_means_what_its_selector_says(selector: str, path: list[str], meant: bool) -> None:
    rules = Styles(f'{STYLES}\n[[rule]]\nof = "{selector}"\nabove = 1').rules
    elements = [Element(name.split(".")[0], frozenset(name.split(".")[1:])) for name in path]
    assert rules[-1].meets(elements) == meant


def test_that_a_style_is_handed_down_only_where_type_is_concerned() -> None:
    styles = Styles('[[rule]]\nof = "b"\nbold = true\n' + STYLES)
    above = Style(size=12 * UNIT, colour="danger", padding=99)
    style = styles.of([Element("p"), Element("b")], above)
    assert (style.size, style.colour, style.bold, style.padding) == (12 * UNIT, "danger", True, 0)


def test_that_a_rule_about_nothing_is_refused() -> None:
    with pytest.raises(TypeError, match="colour_of_smell"):
        Styles(f'{STYLES}\n[[rule]]\nof = "p"\ncolour_of_smell = 1')


def test_that_every_colour_on_paper_is_the_light_theme_s_and_can_be_read() -> None:
    rules = Styles(STYLES).rules
    used = {(name, rule.changes[name]) for rule in rules for name in COLOURS if rule.changes.get(name)}
    backs = [PAPER, *(getattr(LIGHT, colour) for name, colour in used if name == "background")]
    for name, colour in used:
        assert hasattr(LIGHT, colour)
        if name == "colour" and colour not in ("danger", "caution"):  # these head only the card in their own colour
            assert all(contrast(getattr(LIGHT, colour), back) >= READABLE for back in backs), colour
    for colour in ("danger", "caution"):
        assert contrast(getattr(LIGHT, colour), getattr(LIGHT, f"{colour}_soft")) >= READABLE


def test_that_every_rule_says_something_known() -> None:
    known = {field.name for field in fields(Style)}
    assert all(rule.changes and rule.changes.keys() <= known for rule in Styles(STYLES).rules)
