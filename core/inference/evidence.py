"""From weights of evidence to the presence of a cause: addition of logarithms of likelihood ratios."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weighed:
    """One rule that bears on a cause: natural logarithm of its likelihood ratio, negative when it speaks against."""

    group: str
    log_ratio: float


def logit(p: float) -> float:
    """Return ln(p / (1 − p)) for p in (0, 1).

    Examples:
        >>> round(logit(0.01), 4)
        -4.5951
    """
    return math.log(p / (1 - p))


def logistic(x: float) -> float:
    """Return the probability whose logit is ``x``; never overflows.

    Examples:
        >>> logistic(0.0), round(logistic(logit(0.01) + math.log(10)), 4)
        (0.5, 0.0917)
    """
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    odds = math.exp(x)
    return odds / (1 + odds)


def decibans(log_ratio: float) -> float:
    """Return a log likelihood ratio in decibans, 10·log10(LR).

    Source:
        Good (1985), Weight of evidence: a brief survey.

    Examples:
        >>> round(decibans(math.log(10)), 6)
        10.0
    """
    return 10 * log_ratio / math.log(10)


def by_weight(rules: Sequence[Weighed]) -> list[int]:
    """Return the positions of ``rules`` heaviest first; of equals, the earlier one first.

    In this order the first rule of a group that holds is the one that counts.

    Examples:
        >>> by_weight([Weighed("a", 0.4), Weighed("a", -1.1), Weighed("b", 0.4)])
        [1, 0, 2]
    """
    return sorted(range(len(rules)), key=lambda position: -abs(rules[position].log_ratio))


def counted(rules: Sequence[Weighed], true: Iterable[int], order: Iterable[int]) -> list[int]:
    """Return the positions that count: of each group, the heaviest rule that holds.

    Rules that look at the same thing from two sides share a group, so that it is counted once.

    Args:
        rules: All rules of one cause.
        true: Positions of the rules that hold.
        order: :func:`by_weight` of ``rules``.

    Examples:
        >>> pair = [Weighed("age", 0.4), Weighed("age", -1.1), Weighed("b", 0.4)]
        >>> counted(pair, {0, 1}, by_weight(pair)), counted(pair, {0, 2}, by_weight(pair))
        ([1], [0, 2])
    """
    holding, taken, result = set(true), set(), []
    for position in order:
        group = rules[position].group
        if position in holding and group not in taken:
            taken.add(group)
            result.append(position)
    return sorted(result)
