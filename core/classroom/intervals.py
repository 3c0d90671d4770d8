"""Intervals for what a class has learned: in closed form, without draws, all at 95 %.

Sources:
    Student's t: Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
    Difference of paired shares: Newcombe (1998), Improved confidence intervals for the difference between binomial
    proportions based on paired data, Statistics in Medicine 17, 2635, method 10 ("square and add"): it stays within
    -1 and 1, and has a width also where nobody changed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.inference.scoring import wilson

CONFIDENCE = 0.95
_STEPS = 60
_WIDEST = 700.0
"""The quantile for one degree of freedom is 12.7; this leaves room for a higher confidence."""


def t_within(t: float, freedom: int) -> float:
    """Return P(-t < T < t) of Student's distribution for a whole number of degrees of freedom, t >= 0.

    Examples:
        For one degree of freedom, 2/pi arctan t:

        >>> round(t_within(1.0, 1), 12)
        0.5
    """
    angle = math.atan(t / math.sqrt(freedom))
    cosine, odd = math.cos(angle), freedom % 2
    term = cosine if odd else 1.0
    total = term if freedom > 1 else 0.0
    for n in range(3 if odd else 2, freedom - 1, 2):
        term *= (n - 1) / n * cosine**2
        total += term
    return 2 / math.pi * (angle + math.sin(angle) * total) if odd else math.sin(angle) * total


def t_quantile(freedom: int) -> float:
    """Return the t between which and its negative lie 95 % of Student's distribution.

    Examples:
        >>> round(t_quantile(9), 4)
        2.2622
    """
    low, high = 0.0, _WIDEST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if t_within(middle, freedom) < CONFIDENCE else (low, middle)
    return high


def mean_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the 95 % interval of a mean; None where all values are the same, and nothing tells how far they spread.

    Examples:
        >>> low, high = mean_interval([1, 2, 3, 4, 5])
        >>> round(low, 3), round(high, 3)
        (1.037, 4.963)
    """
    count = len(values)
    mean = math.fsum(values) / count
    spread = math.fsum((value - mean) ** 2 for value in values)
    if count < 2 or spread == 0:
        return None
    half = t_quantile(count - 1) * math.sqrt(spread / (count - 1) / count)
    return mean - half, mean + half


def paired_interval(both: int, lost: int, won: int, neither: int) -> tuple[float, float]:
    """Return the 95 % interval of the share right after less the share right before, of the same people.

    Args:
        both: People right before and after.
        lost: Right before only.
        won: Right after only.
        neither: Right in none.

    Examples:
        Of 161 patients, 59, 6, 16 and 80 (Cavo et al. 2012, in the R package "contingencytables"):

        >>> low, high = paired_interval(59, 6, 16, 80)
        >>> round(low, 4), round(high, 4)
        (0.0046, 0.1186)
    """
    count = both + lost + won + neither
    before, after = both + lost, both + won
    first, second = before / count, after / count
    (low_first, high_first), (low_second, high_second) = wilson(before, count), wilson(after, count)
    phi = _correlation(both, lost, won, neither)
    down, up = second - low_second, high_first - first
    lower = math.sqrt(max(0.0, down**2 - 2 * phi * down * up + up**2))
    down, up = first - low_first, high_second - second
    upper = math.sqrt(max(0.0, down**2 - 2 * phi * down * up + up**2))
    return max(-1.0, second - first - lower), min(1.0, second - first + upper)


def _correlation(both: int, lost: int, won: int, neither: int) -> float:
    """Return phi with Newcombe's correction of continuity, 0 where a margin is empty."""
    count = both + lost + won + neither
    margins = (both + lost) * (won + neither) * (both + won) * (lost + neither)
    if not margins:
        return 0.0
    cross = both * neither - lost * won
    corrected = max(cross - count / 2, 0.0) if cross > 0 else float(cross)
    return corrected / math.sqrt(margins)
