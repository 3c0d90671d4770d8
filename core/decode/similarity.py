"""Which wording of a set a text is most like: what is shown to the user where no cue can be quoted.

Cosine of pairs of neighbouring signs and stems of words, rare ones counting more. It decides nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from core.decode.normalise import is_chinese

_RUN = re.compile(r"[a-z0-9']+|[㐀-䶿一-鿿]+")
_LONGEST = 400
"""Signs of a text that are compared."""


def grams(text: str) -> Iterator[str]:
    """Yield the pairs of Chinese signs and the stems of English words in a text.

    Examples:
        >>> sorted(grams("卡被冻结 cards"))
        ['cards', '冻结', '卡被', '被冻']
    """
    for run in _RUN.findall(text[:_LONGEST]):
        if is_chinese(run[0]):
            yield from map("".join, pairwise(run))
        else:
            yield run[:6]


class Likeness:
    """Wordings that texts are compared with."""

    def __init__(self, wordings: Iterable[str]) -> None:
        """Read the wordings."""
        counted = [(wording, set(grams(wording.lower()))) for wording in wordings]
        held = Counter(gram for _, found in counted for gram in found)
        self._rarity = {gram: math.log(1 + len(counted) / count) for gram, count in held.items()}
        self._wordings = [(wording, found, self._size(found)) for wording, found in counted]

    def nearest(self, text: str) -> str:
        """Return the wording that a cleaned text is most like; empty when they have nothing in common."""
        found = set(grams(text))
        best, nearest = 0.0, ""
        for wording, other, size in self._wordings:
            likeness = sum(self._rarity[gram] ** 2 for gram in found & other) / size
            if likeness > best:
                best, nearest = likeness, wording
        return nearest

    def _size(self, found: Iterable[str]) -> float:
        return math.sqrt(sum(self._rarity[gram] ** 2 for gram in found)) or 1.0
