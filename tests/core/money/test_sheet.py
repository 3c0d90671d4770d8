"""A schedule for a spreadsheet: read back by another reader, and nothing in it can be carried out."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money.cost import cost_of
from core.money.offer import Offer
from core.money.sheet import MARK, harmless, schedule_sheet

HEADINGS = ("number", "to pay, in all", 'the "loan"', "interest", "fees", "left")


def test_that_a_schedule_is_read_back_to_the_fen() -> None:
    rows = cost_of(Offer(amount=123_456.78, months=24, rate=0.07)).rows
    sheet = schedule_sheet(HEADINGS, rows)
    assert sheet.startswith(MARK)
    read = list(csv.reader(sheet.removeprefix(MARK).splitlines()))
    assert tuple(read[0]) == HEADINGS
    for cells, row in zip(read[1:], rows, strict=True):
        assert int(cells[0]) == row.number
        sums = (row.paid, row.principal, row.interest, row.fees, row.left)
        assert [float(cell) for cell in cells[1:]] == pytest.approx(sums, abs=0.0051)


@given(st.text(max_size=20))
def test_that_no_heading_begins_as_a_formula_does(heading: str) -> None:
    assert harmless(heading).lstrip(" ")[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")
    assert harmless(heading).endswith(heading)


def test_that_every_line_ends_as_spreadsheets_want_it() -> None:
    sheet = schedule_sheet(HEADINGS, cost_of(Offer(amount=100, days=30)).rows)
    assert sheet.count("\r\n") == sheet.count("\n") == 2
