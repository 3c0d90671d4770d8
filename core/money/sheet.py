"""A schedule as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from core.money.schedule import Row

MARK = "\ufeff"
"""Spreadsheets take a file for UTF-8 by this mark alone."""
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet may carry out a cell that begins with one of these."""


def schedule_sheet(headings: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a schedule as CSV: number, all that is paid, principal, interest, fees, principal still owed.

    Args:
        headings: Names of the six columns.
        rows: The payments; sums are written to the fen, with a point and without marks between the thousands.

    Examples:
        >>> schedule_sheet(["n", "=paid", "p", "i", "f", "left"], [Row(1, 100, 1.5, 0, 0)]).splitlines()[1:]
        ['1,101.50,100.00,1.50,0.00,0.00']
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(heading) for heading in headings])
    for row in rows:
        sums = (row.paid, row.principal, row.interest, row.fees, row.left)
        writer.writerow([row.number, *(f"{total:.2f}" for total in sums)])
    return MARK + text.getvalue()


def harmless(cell: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    Examples:
        >>> harmless("=1+1"), harmless("To pay")
        ("'=1+1", 'To pay')
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(_ACTIVE) else cell
