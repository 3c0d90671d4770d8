"""What kind of score a table holds: the platform's, as the content knows it, or another one with its own range."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import AppError
from core.measure.score_table import ScoreRange
from core.schema.content import Content

FARTHEST = 1e9
"""No score is as far from zero as that, and none could be read from a table."""
ENDS = ("score_low", "score_high")
"""The figures that say what the platform's score can be."""
BANDS = {
    "fair": "score_fair_from",
    "good": "score_good_from",
    "very_good": "score_very_good_from",
    "top": "score_top_from",
}
"""Band of the platform's score -> the figure that says where it begins; what lies below is ``low``."""


class NoScoreRangeError(AppError):
    """The content does not say between which numbers a score lies."""

    code = "score_range_unknown"


class ScoreRangeError(AppError):
    """The ends of a range are missing, no numbers, or the wrong way round."""

    code = "score_range_wrong"


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """One band of a score: its name, and from where on up to where it reaches, in points."""

    name: str
    low: float
    high: float


def score_range_of(content: Content) -> ScoreRange:
    """Return what the platform's score can be.

    Raises:
        NoScoreRangeError: The content does not say.
    """
    low, high = (_figure(content, name) for name in ENDS)
    if low is None or high is None:
        raise NoScoreRangeError(expected=", ".join(ENDS))
    return ScoreRange(low, high)


def score_bands_of(content: Content) -> tuple[ScoreBand, ...]:
    """Return the bands of the platform's score from the lowest to the highest; none where the content lacks an edge."""
    edges = [_figure(content, name) for name in (ENDS[0], *BANDS.values(), ENDS[1])]
    known = [edge for edge in edges if edge is not None]
    if len(known) < len(edges) or known != sorted(known):
        return ()
    names = ("low", *BANDS)
    return tuple(ScoreBand(name, low, high) for name, low, high in zip(names, known, known[1:], strict=False))


def range_between(low: float | None, high: float | None) -> ScoreRange:
    """Return the range of another score.

    Raises:
        ScoreRangeError: An end is missing or beyond every score, or the lower one is not the smaller.

    Examples:
        >>> range_between(300, 850)
        ScoreRange(low=300.0, high=850.0)
    """
    # Asked so that what is no number fails as well: it is smaller than nothing.
    if low is None or high is None or not -FARTHEST < low < high < FARTHEST:
        raise ScoreRangeError
    return ScoreRange(float(low), float(high))


def _figure(content: Content, name: str) -> float | None:
    value = content.figures[name].value if name in content.figures else None
    return float(value) if isinstance(value, int | float) else None
