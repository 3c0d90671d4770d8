"""Finds again what was meant by a word that sounds right, or is one letter off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[a-z]{6,20}")
_LONGEST = 5


class Spelling:
    """Puts right what sounds like a word of the subject (Chinese) or is one letter away from one (English)."""

    def __init__(
        self, sounds: Mapping[str, str], words: Iterable[str], never: Iterable[str], english: Iterable[str]
    ) -> None:
        """Take syllable -> signs, the words to find again, those to leave alone, and the English words."""
        self._sound = {sign: _rough(syllable) for syllable, signs in sounds.items() for sign in signs}
        self._never = frozenset(never)
        self._by_sound: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
        for word in words:
            heard = tuple(self._sound.get(sign, sign) for sign in word)
            self._by_sound.setdefault((heard[0], heard[1]), []).append((heard, word))
        for found in self._by_sound.values():
            found.sort(key=lambda pair: -len(pair[1]))
        self._words = frozenset(word for found in self._by_sound.values() for _, word in found)
        self._english = frozenset(english)
        self._near = {variant: word for word in sorted(english) for variant in _shortened(word)}

    @property
    def heard(self) -> Mapping[str, str]:
        """Return sign -> its rough sound."""
        return self._sound

    def mended(self, text: str) -> str:
        """Return the text, as long as it was in Chinese, with such words put right."""
        heard = [self._sound.get(sign, sign) for sign in text]
        signs, at = list(text), 0
        while at < len(signs) - 1:
            word = self._word_at(text, heard, at)
            if word:
                signs[at : at + len(word)] = word
            at += len(word) or 1
        return "".join(signs)

    def _word_at(self, text: str, heard: list[str], at: int) -> str:
        """Return the word that is heard at a place; empty when there is none."""
        for sounds, word in self._by_sound.get((heard[at], heard[at + 1]), ()):
            written = text[at : at + len(word)]
            if written in self._words:
                return written
            if tuple(heard[at : at + len(word)]) == sounds and self._is_slip(text, at, written, word):
                return word
        return ""

    def _is_slip(self, text: str, at: int, written: str, word: str) -> bool:
        """Return whether it was a slip: at least one sign is right, and it is no other word."""
        if not any(one == other for one, other in zip(written, word, strict=True)):
            return False
        around = text[max(0, at - 1) : at + len(word) + 1]
        return not any(other in around for other in self._never)

    def english(self, text: str) -> list[tuple[int, int, str]]:
        """Return (start, end, word) of every English word that is one letter off."""
        return [
            (match.start(), match.end(), word)
            for match in _WORD.finditer(text)
            if match[0] not in self._english and (word := self._english_for(match[0]))
        ]

    def _english_for(self, written: str) -> str:
        if written in self._near:  # a letter is missing
            return self._near[written]
        for variant in _shortened(written):
            if variant in self._english:  # a letter too many
                return variant
            word = self._near.get(variant, "")
            if word and word[:1] == written[:1] and len(word) == len(written) and _one_slip(word, written):
                return word
        return ""


def _rough(syllable: str) -> str:
    """Return a syllable as many hear it who grew up with a southern dialect.

    Examples:
        >>> _rough("zhang"), _rough("shen")
        ('zan', 'sen')
    """
    if syllable[:2] in ("zh", "ch", "sh"):
        syllable = syllable[0] + syllable[2:]
    return syllable[:-1] if syllable.endswith("ng") else syllable


def _shortened(word: str) -> list[str]:
    """Return the word with each of its letters left out."""
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _one_slip(word: str, written: str) -> bool:
    """Return whether two words of one length differ in one letter, or in the order of two neighbours."""
    places = [at for at, (one, other) in enumerate(zip(word, written, strict=True)) if one != other]
    if len(places) == 1:
        return True
    if len(places) != 2 or places[1] - places[0] != 1:
        return False
    first, second = places
    return word[first] == written[second] and word[second] == written[first]
