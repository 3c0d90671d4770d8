"""Cues and what was learned, joined to one distribution over all that a text can be."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.decode.result import Level
from core.schema.decoder import BUNDLE, ELSEWHERE, NOTICE, SCAM, Weights

GENERIC = "generic_try_later"
"""The class that says nothing but that it failed."""
_MOST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen in one text.

    Attributes:
        learned: Label -> learned score, about 1 where it fits and about 0 elsewhere.
        points: Class -> points of its cues, those without information left out.
        only_generic: Whether there are cues of failure and no others.
        loan: Words of a loan in it.
        other: Words of other subjects.
        maybe: Words that may be of a loan.
        alarm: The alarm that signs of fraud raise by themselves.
        warns: Whether it warns of fraud.
    """

    learned: Mapping[str, float]
    points: Mapping[str, float]
    only_generic: bool
    loan: int
    other: int
    maybe: int
    alarm: Level
    warns: bool


def odds(observed: Observed, labels: Iterable[str], weights: Weights) -> dict[str, float]:
    """Return label -> natural logarithm of its odds, up to a number that is the same for all labels."""
    sums = {
        label: weights.learned * observed.learned.get(label, 0.0) + weights.points * observed.points.get(label, 0.0)
        for label in labels
    }
    for label, more in _special(observed, weights).items():
        if label in sums:
            sums[label] += more
    return sums


def _special(observed: Observed, weights: Weights) -> dict[str, float]:
    stop, warns = observed.alarm == "stop", observed.warns
    return {
        ELSEWHERE: weights.elsewhere
        + weights.elsewhere_only * (observed.other > 0 and observed.loan == 0)
        + weights.elsewhere_loan * min(observed.loan, _MOST_WORDS)
        + weights.elsewhere_other * min(observed.other, _MOST_WORDS)
        + weights.elsewhere_maybe * min(observed.maybe, _MOST_WORDS),
        SCAM: weights.scam + weights.scam_sign * stop + weights.scam_notice * warns,
        BUNDLE: weights.bundle + weights.bundle_sign * (observed.alarm == "caution"),
        NOTICE: weights.notice + weights.notice_words * warns + weights.notice_sign * stop,
        GENERIC: weights.generic + weights.generic_words * observed.only_generic,
    }


def shares_of(sums: Mapping[str, float], temperature: float = 1.0) -> dict[str, float]:
    """Return label -> probability, likeliest first: a softmax; a temperature above 1 makes it less sure.

    Examples:
        >>> {label: round(share, 2) for label, share in shares_of({"a": 0.0, "b": 2.0}).items()}
        {'b': 0.88, 'a': 0.12}
    """
    top = max(sums.values())
    weights = {label: math.exp((value - top) / temperature) for label, value in sums.items()}
    total = sum(weights.values())
    return {label: weight / total for label, weight in sorted(weights.items(), key=lambda pair: -pair[1])}
