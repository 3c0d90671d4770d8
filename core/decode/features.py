"""What the statistical reader sees of a text: signs and their neighbours, sounds, words, and which parts of cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from core.decode.normalise import is_chinese
from core.decode.terms import Found

LONGEST_READ = 1_500
"""Signs of a text that count: what matters stands near its beginning."""
_STEM, _SHORT_STEM = 6, 4
_RUN = re.compile(r"[a-z0-9']+|[㐀-䶿一-鿿]+|[?!%$.,;。]")
_SOUND, _WORD, _SHORT, _PAIR, _PART = "s:", "w:", "p:", "b:", "c:"
_COUNTS = {_SOUND: 0.5, _PAIR: 0.6}
"""Kinds that count less: a sound repeats what the sign says, two words what each of them says."""


class Features:
    """Reads features off cleaned texts."""

    def __init__(self, sounds: Mapping[str, str], parts: Iterable[tuple[str, ...]]) -> None:
        """Take sign -> its rough sound, and the parts of all cues: words that are other ways to say one thing."""
        self._sounds = dict(sounds)
        self._parts: dict[str, list[str]] = {}
        for number, words in enumerate(dict.fromkeys(parts)):
            for word in words:
                self._parts.setdefault(word, []).append(f"{_PART}{number}")

    def of(self, text: str, found: Found) -> set[str]:
        """Return the features of a cleaned text in which these words were found."""
        features = {part for word in found.places for part in self._parts.get(word, ())}
        before = ""
        for run in _RUN.findall(text[:LONGEST_READ]):
            if is_chinese(run[0]):
                features.update(self._of_signs(run))
                before = ""
            elif run[0].isalnum() or run[0] == "'":
                stem = "0" * len(run) if run.isdigit() else run[:_STEM]
                features.update(_of_word(stem, before))
                before = stem
            else:
                features.add(run)
                before = ""
        return features

    def _of_signs(self, run: str) -> Iterator[str]:
        yield from run
        yield from map("".join, pairwise(run))
        heard = [self._sounds.get(sign, sign) for sign in run]
        yield from (f"{_SOUND}{one} {other}" for one, other in pairwise(heard))


def weight_of(feature: str) -> float:
    """Return what a kind of feature counts beside the others."""
    return _COUNTS.get(feature[:2], 1.0)


def _of_word(stem: str, before: str) -> Iterator[str]:
    yield _WORD + stem
    if len(stem) > _SHORT_STEM:
        yield _SHORT + stem[:_SHORT_STEM]
    if before:
        yield f"{_PAIR}{before} {stem}"
