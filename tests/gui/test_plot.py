"""The shapes of a chart: every value where it belongs, thinned without hiding any, labels apart, also as SVG."""

from __future__ import annotations

import datetime as dt
import itertools
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.axes import thinned, ticks
from gui.widgets.plot import Area, Dot, Frame, Label, Plot, Stroke, draw
from gui.widgets.svg import as_svg

FRAME = Frame(600, 320)
FIRST = dt.date(2000, 1, 1).toordinal()
POINTS = st.dictionaries(st.integers(FIRST, FIRST + 9_700), st.integers(350, 950).map(float), min_size=1, max_size=60)
PLOTS = POINTS.map(lambda points: Plot(tuple(sorted(points.items())), (350, 950)))


@given(PLOTS)
def test_that_later_is_further_right_and_higher_is_further_up(plot: Plot) -> None:
    drawing = draw(plot, FRAME)
    left, top, right, bottom = drawing.area
    assert all(left <= x <= right and top <= y <= bottom for x, y in drawing.places)
    assert [x for x, _ in drawing.places] == sorted(x for x, _ in drawing.places)
    by_value = sorted(zip(plot.points, drawing.places, strict=True), key=lambda pair: pair[0][1])
    heights = [y for _, (_, y) in by_value]
    assert heights == sorted(heights, reverse=True)


@given(PLOTS, st.floats(300, 2000))
def test_that_names_below_stand_apart_and_inside(plot: Plot, width: float) -> None:
    drawing = draw(plot, Frame(width, 320))
    below = [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.anchor == "middle"]
    half = max(len(label.text) for label in below) * FRAME.letter * 0.62 / 2 if below else 0
    assert all(half - 1 <= label.at[0] <= width - half + 1 for label in below)
    assert all(other.at[0] - one.at[0] > 2 * half - 1 for one, other in itertools.pairwise(below))


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6))
def test_that_round_numbers_lie_within_and_are_neither_too_few_nor_too_many(low: float, span: float) -> None:
    found = list(ticks(low, low + span))
    assert 2 <= len(found) <= 7
    assert all(low - span * 1e-6 <= tick <= low + span * (1 + 1e-6) for tick in found)


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 300)), min_size=1, max_size=400))
def test_that_thinning_keeps_first_last_highest_and_lowest_of_every_column(places: list[tuple[float, float]]) -> None:
    places.sort(key=lambda place: place[0])
    kept = thinned(places)
    assert kept == sorted(set(kept))
    for column in {int(x) for x, _ in places}:
        here = [place for place in places if int(place[0]) == column]
        left = [places[number] for number in kept if int(places[number][0]) == column]
        assert (left[0], left[-1]) == (here[0], here[-1])
        assert min(y for _, y in left) == min(y for _, y in here)
        assert max(y for _, y in left) == max(y for _, y in here)
        assert len(left) <= 4


def test_that_of_ten_thousand_values_no_more_is_drawn_than_can_be_seen() -> None:
    points = tuple((FIRST + number, 350.0 + number * 7 % 600) for number in range(9_700))
    plot = Plot(points, (350, 950))
    dots = [shape for shape in draw(plot, FRAME).shapes if isinstance(shape, Dot)]
    assert len(dots) <= 4 * 600
    assert {shape.told for shape in dots} >= {"2000-01-01: 350", f"2026-07-22: {points[-1][1]:g}"}
    every = draw(plot, Frame(600, 320, thin=False)).shapes
    assert sum(isinstance(shape, Dot) for shape in every) == 9_700


@given(PLOTS, st.floats(-50, 700))
def test_that_the_nearest_value_is_nearest(plot: Plot, x: float) -> None:
    drawing = draw(plot, FRAME)
    place = drawing.nearest(x)
    assert abs(drawing.places[place][0] - x) == min(abs(other - x) for other, _ in drawing.places)


def test_that_without_values_nothing_is_drawn_and_nothing_is_near() -> None:
    drawing = draw(Plot(), FRAME)
    assert (drawing.shapes, drawing.nearest(5)) == ((), -1)


def test_that_a_line_without_an_interval_is_dashed() -> None:
    points = ((FIRST, 650.0), (FIRST + 30, 660.0))
    for sure in (True, False):
        shapes = draw(Plot(points, (350, 950), line=points, sure=sure), FRAME).shapes
        assert [shape.dashed for shape in shapes if isinstance(shape, Stroke) and shape.width == 2] == [not sure]


def test_that_the_interval_never_leaves_the_axes() -> None:
    points = tuple((FIRST + 30 * month, 650.0 + month) for month in range(6))
    spread = ((FIRST, -5_000.0, 9_000.0), (FIRST + 150, 0.0, 2_000.0))
    drawing = draw(Plot(points, (350, 950), spread=spread), FRAME)
    _, top, _, bottom = drawing.area
    (area,) = [shape for shape in drawing.shapes if isinstance(shape, Area)]
    assert {round(y, 6) for _, y in area.points} == {round(top, 6), round(bottom, 6)}


@pytest.mark.parametrize(
    ("values", "names"), [((600, 620), ["good"]), ((540, 660), ["fair", "good", "low", "very good"])]
)
def test_that_just_the_bands_in_view_are_named(values: tuple[int, int], names: list[str]) -> None:
    bands = (("low", 350, 550), ("fair", 550, 600), ("good", 600, 650), ("very good", 650, 700), ("top", 700, 950))
    points = ((FIRST, float(values[0]) + 8), (FIRST + 30, float(values[1]) - 8))
    shapes = draw(Plot(points, (350, 950), bands=bands), FRAME).shapes
    found = [shape.text for shape in shapes if isinstance(shape, Label)]
    assert sorted(set(found) & {name for name, _, _ in bands}) == names


def test_that_what_people_typed_cannot_break_the_svg() -> None:
    title = 'a <b> & "c"\x00\x0b\ud800'
    plot = Plot(((FIRST, 650.0),), (350, 950), title=title, told=title)
    frame = Frame(600, 320, titled=True)
    text = as_svg(plot, draw(plot, frame), frame, lambda _token: "#000000")
    root = ET.fromstring(text.encode("utf-8"))
    assert root.findtext("{http://www.w3.org/2000/svg}title") == 'a <b> & "c"'
