"""Finds every word of a large set in a text, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.decode.normalise import is_chinese

Span = tuple[int, int]
_WORD_START = re.compile(r"(?<![a-z0-9])[a-z0-9]")
MOST = 30
"""Places of one word that are kept; more of them in one text say nothing new."""


@dataclass
class Found:
    """Word -> its places, rising."""

    places: dict[str, list[Span]] = field(default_factory=dict)

    def of(self, words: Iterable[str]) -> list[Span]:
        """Return the places of any of the words, rising."""
        return sorted(span for word in words for span in self.places.get(word, ()))


class Finder:
    """Looks words up by their first signs: time grows with the text, hardly with the number of words."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take cleaned words; one of Latin letters stands alone, unless it ends with ``*``."""
        self._single: set[str] = set()
        self._pairs: dict[str, list[str]] = {}
        self._latin: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            if not is_chinese(word[0]):
                self._latin.setdefault(word[:3] if len(word) > 3 else word[:2], []).append(word)
            elif len(word) == 1:
                self._single.add(word)
            else:
                self._pairs.setdefault(word[:2], []).append(word)

    def find(self, text: str) -> Found:
        """Return every word with its places."""
        found = Found()
        singles, pairs = self._single, self._pairs
        for at, sign in enumerate(text):
            if sign in singles:
                _note(found, sign, at, at + 1)
            for word in pairs.get(text[at : at + 2], ()):
                if text.startswith(word, at):
                    _note(found, word, at, at + len(word))
        for match in _WORD_START.finditer(text):
            self._note_latin(found, text, match.start())
        return found

    def _note_latin(self, found: Found, text: str, at: int) -> None:
        for word in (*self._latin.get(text[at : at + 3], ()), *self._latin.get(text[at : at + 2], ())):
            stem = word.removesuffix("*")
            end = at + len(stem)
            if text.startswith(stem, at) and (word != stem or not _goes_on(text, end)):
                _note(found, word, at, _word_end(text, end) if word != stem else end)


def _note(found: Found, word: str, start: int, end: int) -> None:
    places = found.places.setdefault(word, [])
    if len(places) < MOST:
        places.append((start, end))


def _goes_on(text: str, end: int) -> bool:
    return is_latin(text[end - 1]) and end < len(text) and is_latin(text[end])


def _word_end(text: str, end: int) -> int:
    while end < len(text) and is_latin(text[end]):
        end += 1
    return end


def is_latin(sign: str) -> bool:
    """Return whether a sign is a Latin letter or a digit."""
    return sign.isascii() and sign.isalnum()
