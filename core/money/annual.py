"""The annual rate behind a row of payments: the rate at which they are worth exactly what arrived."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, expm1, isclose, log

from core.errors import AppError

MOST_GROWTH = 700.0
"""Of a year: exp of a little more is no float any longer. A loan of one day with most of it kept back gets there."""
MOST_STEPS = 200
"""Halvings of a bracket of doubles: none is left to halve long before."""


class NoRateError(AppError):
    """No rate makes the payments worth what arrived."""

    code = "no_rate"


def growth(received: float, payments: Sequence[tuple[float, float]]) -> float:
    """Return the growth g a period, as ln(1 + rate), at which the payments are worth what was received.

    Args:
        received: What arrives at time 0, in yuan; above 0.
        payments: (time, sum) of each payment; times above 0 in periods, sums 0 or more.

    Returns:
        The only solution of received = Σ sum · exp(−g · time). Below 0 when less is paid back than arrived.

    Raises:
        NoRateError: Nothing arrives, or nothing is paid back.

    Source:
        Internal rate of return. The right side falls strictly as g rises, so there is one solution. With S the sum of
        all payments it lies between ln(S / received) / (last time) and ln(S / received) / (first time); that bracket
        is halved, and a step of Newton's method is taken wherever it stays inside. The search always ends.

    Examples:
        110 after one period for 100 is ten per cent:

        >>> from math import expm1
        >>> round(expm1(growth(100, [(1, 110)])), 12)
        0.1
    """
    paid = [(time, total) for time, total in payments if total > 0]
    if received <= 0:
        raise NoRateError("nothing_arrives")
    if not paid:
        raise NoRateError("nothing_is_paid_back")
    whole = log(sum(total for _, total in paid) / received)
    ends = sorted((whole / min(time for time, _ in paid), whole / max(time for time, _ in paid)))
    return _root(received, paid, ends[0], ends[1])


def _root(received: float, paid: Sequence[tuple[float, float]], low: float, high: float) -> float:
    """Return where the value of the payments equals ``received``, between ``low`` and ``high``."""
    at = (low + high) / 2
    for _ in range(MOST_STEPS):
        # Above the root the payments are worth less than what arrived.
        value = sum(total * exp(-at * time) for time, total in paid) - received
        if value > 0:
            low = at
        else:
            high = at
        slope = -sum(total * time * exp(-at * time) for time, total in paid)
        newton = at - value / slope
        step = newton if low < newton < high else (low + high) / 2
        if isclose(step, at, rel_tol=1e-15, abs_tol=1e-18):
            return step
        at = step
    return at


def simple(rate_growth: float, periods: float) -> float:
    """Return the nominal annual rate: the rate of a period times the periods of a year."""
    return expm1(rate_growth) * periods


def effective(rate_growth: float, periods: float) -> float:
    """Return the annual rate with interest on interest; beyond any sense it stops to rise, at about 1e304.

    Examples:
        >>> round(effective(0.01, 12), 4), effective(9.0, 365) == effective(8.0, 365)
        (0.1275, True)
    """
    return expm1(min(rate_growth * periods, MOST_GROWTH))
