"""What is said about a kind of score."""

from __future__ import annotations

from core.explain.language import Language
from core.measure.score_kind import ENDS


def platform_range(language: Language) -> str:
    """Return between which numbers the platform's score lies; the content must have both."""
    low, high = language.wording.ends(*(language.content.figures[name] for name in ENDS))
    return language.words("trend.range_of_platform", low=low, high=high)
