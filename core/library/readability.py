"""How hard a text is to read, as figures: a school grade for English, two plain counts for Chinese."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

_SENTENCE = re.compile(r"[.!?]+(?=\s|[\"')”’]|$)|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_SOUNDED_ES = ("ses", "zes", "ces", "ges", "xes", "ches", "shes", "ies", "les", "ees", "oes")
_CHINESE_SENTENCE = re.compile(r"[。！？\n]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class EnglishFigures:
    """``grade`` is the Flesch-Kincaid grade: years of school in the United States."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """Return 0.39 words per sentence + 11.8 syllables per word - 15.59; 0 for an empty text.

        Source:
            Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy enlisted
            personnel; the formula as it is repeated by readabilityformulas.com.

        Examples:
            The sentence of the Australian platypus, 13 words and 24 syllables, is told to have 11.3:

            >>> round(EnglishFigures(words=13, sentences=1, syllables=24).grade, 1)
            11.3
        """
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


@dataclass(frozen=True, slots=True)
class ChineseFigures:
    """Counts of Chinese signs; ``rare`` are those outside the list of common ones."""

    signs: int
    sentences: int
    rare: int

    @property
    def sentence_length(self) -> float:
        """Return Chinese signs per sentence; 0 for an empty text."""
        return self.signs / self.sentences if self.signs else 0.0

    @property
    def rare_share(self) -> float:
        """Return the share of signs outside the list of common ones, in [0, 1]."""
        return self.rare / self.signs if self.signs else 0.0


def english(text: str) -> EnglishFigures:
    """Return the figures of an English text; a sentence ends with . ! ? or with the line."""
    sentences = [part for part in _SENTENCE.split(text) if _WORD.search(part)]
    words = _WORD.findall(text)
    return EnglishFigures(len(words), len(sentences), sum(map(syllables, words)))


def chinese(text: str, common: Set[str]) -> ChineseFigures:
    """Return the figures of a Chinese text.

    Args:
        text: Plain text; a sentence ends with 。！？ or with the line.
        common: The signs that a reader is expected to know.
    """
    sentences = [part for part in _CHINESE_SENTENCE.split(text) if _CHINESE.search(part)]
    signs = _CHINESE.findall(text)
    return ChineseFigures(len(signs), len(sentences), sum(sign not in common for sign in signs))


def syllables(word: str) -> int:
    """Return roughly how many syllables an English word has: groups of vowels, less a silent e at the end.

    Examples:
        >>> [syllables(word) for word in ("loan", "lender", "receive", "table", "credit", "asked", "wanted", "money's")]
        [1, 2, 2, 2, 2, 1, 2, 2]
    """
    letters = word.lower().partition("'")[0].partition("’")[0]
    count = len(_VOWELS.findall(letters))
    silent_e = letters.endswith("e") and not letters.endswith(("le", "ee", "ie", "ye", "oe"))
    silent_ed = letters.endswith("ed") and not letters.endswith(("ted", "ded", "eed", "ied", "led"))
    silent_es = letters.endswith("es") and not letters.endswith(_SOUNDED_ES)
    return max(1, count - (silent_e or silent_ed or silent_es))
