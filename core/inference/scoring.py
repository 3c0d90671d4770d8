"""How good stated probabilities were: Brier score, log loss, and a reliability table.

Source:
    Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78(1).
    Interval of a share: Wilson (1927), JASA 22(158).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 1e-9
"""A probability is taken to be at least this, so that one sure mistake costs much and not everything."""
Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Bin:
    """Some of the attempts, of like stated probability.

    Attributes:
        count: How many.
        stated: Mean of the probabilities stated.
        came: Share that came true.
        low: Lower end of the 95 % interval of that share.
        high: Its upper end.
    """

    count: int
    stated: float
    came: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scores:
    """Mean Brier score, mean log loss in nats (both better when smaller), and the reliability table."""

    brier: float
    log_loss: float
    bins: tuple[Bin, ...]


def scores(stated: Sequence[float], came: Sequence[bool], bins: int = 5) -> Scores:
    """Return how good ``stated`` probabilities of what ``came`` true were; there must be at least one.

    Examples:
        >>> round(scores([0.8, 0.6], [True, False]).brier, 3)
        0.2
    """
    pairs = list(zip(stated, came, strict=True))
    brier = math.fsum((p - y) ** 2 for p, y in pairs) / len(pairs)
    return Scores(brier, math.fsum(log_losses(stated, came)) / len(pairs), _bins(pairs, bins))


def log_losses(stated: Sequence[float], came: Sequence[bool]) -> list[float]:
    """Return the log loss of every single attempt, in nats."""
    return [-math.log(max(p if y else 1 - p, LEAST)) for p, y in zip(stated, came, strict=True)]


def wilson(came: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share.

    Examples:
        >>> low, high = wilson(5, 10)
        >>> round(low, 3), round(high, 3)
        (0.237, 0.763)
    """
    p, z2 = came / count, Z95**2
    middle = (p + z2 / (2 * count)) / (1 + z2 / count)
    half = Z95 / (1 + z2 / count) * math.sqrt(p * (1 - p) / count + z2 / (4 * count**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def _bins(pairs: Sequence[tuple[float, bool]], wanted: int) -> tuple[Bin, ...]:
    """Return groups of about equal size; equal probabilities stay together."""
    ordered = sorted(pairs, key=lambda pair: pair[0])
    found: list[Bin] = []
    start = 0
    for number in range(1, wanted + 1):
        end = max(start, round(len(ordered) * number / wanted))
        while 0 < end < len(ordered) and ordered[end][0] == ordered[end - 1][0]:
            end += 1
        if end > start:
            found.append(_bin(ordered[start:end]))
        start = end
    return tuple(found)


def _bin(pairs: Sequence[tuple[float, bool]]) -> Bin:
    came = sum(y for _, y in pairs)
    low, high = wilson(came, len(pairs))
    return Bin(len(pairs), math.fsum(p for p, _ in pairs) / len(pairs), came / len(pairs), low, high)
