"""How alike a text is to the example wordings: cosine of pairs of neighbouring signs, rare pairs counting more.

Measured alone, without cues, on 490 development texts: best class 68 %, its gate 86 %, 0.06 ms a text. Of rapidfuzz the
token set ratio comes nearest with 68 %, 87 % and 0.14 ms, so it is not worth a compiled dependency.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from core.decode.normalise import is_chinese

_SENTENCE = re.compile(r"[。!?\n;,.:…]")
_RUN = re.compile(r"[a-z0-9']+|[㐀-䶿一-鿿]+")
MOST_SENTENCES = 24
"""Stretches of a long text that are compared: what matters stands near its beginning or is found by cues."""


def grams(text: str) -> Counter[str]:
    """Return the pairs of Chinese signs and the stems of English words in a text.

    Examples:
        >>> sorted(grams("卡被冻结 cards"))
        ['cards', '冻结', '卡被', '被冻']
    """
    found: Counter[str] = Counter()
    last = ""
    for run in _RUN.findall(text):
        if is_chinese(run[0]):
            found.update(run[at : at + 2] for at in range(len(run) - 1))
            last = ""
        else:
            found[run[:6]] += 1
            if last:
                found[f"{last} {run[:6]}"] += 1
            last = run[:6]
    return found


class Likeness:
    """The examples as an inverted index of weighted pairs."""

    def __init__(self, examples: Mapping[str, Iterable[str]]) -> None:
        """Take class -> examples, in the form of cleaned texts."""
        counted = [(name, grams(example)) for name, texts in examples.items() for example in texts]
        spread = Counter(gram for _, found in counted for gram in found)
        self._rarity = {gram: math.log((1 + len(counted)) / (0.5 + number)) for gram, number in spread.items()}
        self._unknown = math.log(1 + len(counted))
        self._index: dict[str, list[tuple[int, float]]] = {}
        self._names = [name for name, _ in counted]
        for number, (_, found) in enumerate(counted):
            size = math.sqrt(sum(self._rarity[gram] ** 2 for gram in found)) or 1.0
            for gram in found:
                self._index.setdefault(gram, []).append((number, self._rarity[gram] / size))

    def to(self, text: str) -> dict[str, float]:
        """Return class -> likeness in [0, 1] of the likest stretch of the text."""
        best: dict[str, float] = {}
        parts = [part for part in _SENTENCE.split(text) if len(part) > 2][:MOST_SENTENCES]
        if len(parts) > 1 and len(text) < 160:
            parts.append(text)
        for part in parts:
            for number, likeness in self._compared(part[:200]).items():
                name = self._names[number]
                best[name] = max(best.get(name, 0.0), likeness)
        return best

    def _compared(self, part: str) -> dict[int, float]:
        found = grams(part)
        size = math.sqrt(sum(self._rarity.get(gram, self._unknown) ** 2 for gram in found)) or 1.0
        sums: dict[int, float] = {}
        for gram in found:
            for number, weight in self._index.get(gram, ()):
                sums[number] = sums.get(number, 0.0) + weight * self._rarity[gram] / size
        return sums
