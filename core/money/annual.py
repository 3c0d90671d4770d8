"""The annual rate behind a row of payments: the rate at which they are worth exactly what arrived."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, expm1, fsum, log

from core.errors import AppError

MOST_GROWTH = 700.0
"""Of a year: exp of a little more is no float any longer. A loan of one day with most of it kept back gets there."""
MOST_STEPS = 200
"""Steps of Newton's method; a few dozen bring any loan to the last digit."""


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
        Internal rate of return. The logarithm of the right side falls and is convex in g, between lines of slope minus
        the first and minus the last time. Newton's method on it, begun where it is not below ln(received), climbs to
        the one solution and never passes it: the search always ends, and nothing can overflow.

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
    whole = log(sum(total for _, total in paid)) - log(received)
    first, last = min(time for time, _ in paid), max(time for time, _ in paid)
    # Were all paid at the first moment, or at the last, the growth would be one of these two; the smaller is too small.
    at = min(whole / first, whole / last)
    for _ in range(MOST_STEPS):
        worth, mean_time = _worth(paid, at)
        step = (worth - log(received)) / mean_time
        if step <= 0 or at + step == at:
            break
        at += step
    return at


def _worth(paid: Sequence[tuple[float, float]], at: float) -> tuple[float, float]:
    """Return the logarithm of what the payments are worth at a growth, and their mean time by that worth."""
    logs = [log(total) - at * time for time, total in paid]
    most = max(logs)
    shares = [exp(each - most) for each in logs]
    return most + log(fsum(shares)), fsum(s * time for s, (time, _) in zip(shares, paid, strict=True)) / fsum(shares)


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
