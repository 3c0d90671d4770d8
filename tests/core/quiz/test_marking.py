"""What an answer is worth, tried on every possible answer."""

from __future__ import annotations

import datetime as dt
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.quiz.marking import Mark, NotAnAnswerToItemError, mark, miss_of
from core.schema.quiz import Item, ItemKind, Miss

OPTIONS = ("a", "b", "c", "d")
SUBSETS = tuple(chain.from_iterable(combinations(OPTIONS, size) for size in range(1, 5)))
SHOWS = {"c": "believed", "d": "believed"}


def choice(kind: ItemKind, right: tuple[str, ...]) -> Item:
    return Item(
        article="x",
        kind=kind,
        options=OPTIONS,
        right=right,
        shows=SHOWS,
        sources=("s",),
        last_checked=dt.date(2026, 11, 26),
    )


def number(answer: float = 18.25, tolerance: float = 0.3) -> Item:
    return Item(
        article="x",
        kind="numeric",
        answer=answer,
        tolerance=tolerance,
        unit="percent",
        misses={
            "months": Miss(value=0.6, tolerance=0.05, shows="small"),
            "other": Miss(value=20, tolerance=0.1),
        },
        sources=("s",),
        last_checked=dt.date(2026, 11, 26),
    )


@pytest.mark.parametrize("chosen", SUBSETS)
def test_that_a_multiple_is_right_only_with_exactly_its_right_options(chosen: tuple[str, ...]) -> None:
    found = mark(choice("multiple", ("a", "b")), chosen)
    assert found.right is (sorted(chosen) == ["a", "b"])
    assert found.misconceptions == (("believed",) if "c" in chosen or "d" in chosen else ())


def test_that_the_order_in_which_options_were_chosen_does_not_matter() -> None:
    assert mark(choice("multiple", ("a", "b")), ("b", "a")).right is True


@pytest.mark.parametrize("nothing", [None, ()])
def test_that_no_answer_is_neither_right_nor_wrong(nothing: tuple[str, ...] | None) -> None:
    assert mark(choice("single", ("a",)), nothing) == Mark(None) == mark(number(), nothing)


@pytest.mark.parametrize(
    ("item", "given_answer"),
    [
        (choice("single", ("a",)), ("e",)),
        (choice("single", ("a",)), ("a", "b")),
        (choice("single", ("a",)), 1.0),
        (number(), ("a",)),
    ],
    ids=["no option of the item", "two of a single choice", "a number for options", "an option for a number"],
)
def test_that_what_cannot_be_an_answer_is_refused(item: Item, given_answer: tuple[str, ...] | float) -> None:
    with pytest.raises(NotAnAnswerToItemError):
        mark(item, given_answer)


@pytest.mark.parametrize(
    ("typed", "right", "beliefs"),
    [
        (17.95, True, ()),
        (18.55, True, ()),
        (17.94, False, ()),
        (18.56, False, ()),
        (0.6, False, ("small",)),
        (0.65, False, ("small",)),
        (20.05, False, ()),
        (float("nan"), False, ()),
        (float("inf"), False, ()),
    ],
)
def test_that_a_number_is_right_up_to_its_tolerance(typed: float, right: bool, beliefs: tuple[str, ...]) -> None:
    assert mark(number(), typed) == Mark(right, beliefs)


def test_that_a_typical_miss_is_known_by_name() -> None:
    assert [miss_of(number(), typed) for typed in (0.55, 20.0, 5.0)] == ["months", "other", None]


@given(
    cents=st.integers(min_value=-1_000_000, max_value=1_000_000),
    width=st.integers(min_value=0, max_value=10_000),
    off=st.integers(min_value=-20_000, max_value=20_000),
)
def test_that_the_ends_of_a_range_in_hundredths_belong_to_it(cents: int, width: int, off: int) -> None:
    item = Item(**{**dict(number()), "misses": {}, "answer": cents / 100, "tolerance": width / 100})
    assert mark(item, (cents + off) / 100).right is (abs(off) <= width)
