"""Simple interest."""

from __future__ import annotations

DAYS_OF_YEAR = 365
"""Of the day-count convention actual/365."""


def simple_interest(amount: float, yearly: float, days: int) -> float:
    """Return the interest on ``amount`` over ``days`` at a ``yearly`` rate (0.24 is 24 %), in the unit of ``amount``.

    Source:
        Simple interest, actual/365: amount · rate · days / 365.

    Examples:
        >>> round(simple_interest(10_000, 0.24, 30), 2)
        197.26
    """
    return amount * yearly * days / DAYS_OF_YEAR
