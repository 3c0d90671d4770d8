"""Nothing is longer than a screen or two."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.checks.code import classes, functions, length, name, python

PROGRAM, TESTS = ("core", "gui"), ("tests",)
# It has to be one file, so that a machine with nothing but Python can run it.
ONE_FILE = ("dev.py",)


@pytest.mark.parametrize(("places", "limit"), [(PROGRAM, 300), (TESTS, 400), (ONE_FILE, 400)])
def test_that_no_file_is_too_long_to_be_read_at_once(places: tuple[str, ...], limit: int) -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python(*places)}
    assert {file: count for file, count in lines.items() if count > limit} == {}


def test_that_every_function_fits_on_a_screen() -> None:
    assert list(_long_functions(limit=40)) == []


def test_that_no_object_takes_more_than_fifteen_lines_to_make() -> None:
    assert list(_long_functions(limit=15, only="__init__")) == []


def _long_functions(limit: int, only: str = "") -> Iterator[str]:
    for path in python(*PROGRAM, *TESTS, *ONE_FILE):
        for function in functions(path):
            if length(function) > limit and function.name.startswith(only):
                yield f"{name(path)}:{function.lineno} {function.name}: {length(function)} lines"


def test_that_no_class_has_more_than_twelve_methods() -> None:
    crowded = [
        f"{name(path)}:{found.lineno} {found.name}"
        for path in python(*PROGRAM)
        for found in classes(path)
        if sum(hasattr(part, "args") for part in found.body) > 12
    ]
    assert crowded == []
