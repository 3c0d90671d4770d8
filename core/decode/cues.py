"""The small language of cues: read once, then matched against the words found in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.decode.normalise import Breaks
from core.decode.terms import Found, Span, is_latin
from core.errors import AppError

MOST_STARTS = 20
"""Places at which a cue is tried to begin; a text of ten thousand signs that repeats itself must not cost more."""

_JOINTS = re.compile(r" ([+>!]) ")


class BadCueError(AppError):
    """A cue cannot be read: an empty part, or a group that does not exist."""

    code = "bad_cue"


@dataclass(frozen=True, slots=True)
class Part:
    """Ways to say one thing; ``close``: it follows the part before it closely."""

    words: tuple[str, ...]
    close: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Parts that must be there, and words that must not be in the same sentence."""

    parts: tuple[Part, ...]
    without: tuple[str, ...] = ()

    @property
    def words(self) -> Iterator[str]:
        """Yield every word that must be looked for."""
        for part in self.parts:
            yield from part.words
        yield from self.without


def read_cue(text: str, groups: Mapping[str, Sequence[str]], plain: Callable[[str], str]) -> Cue:
    """Return a cue from its text, its words in the form of cleaned texts.

    Raises:
        BadCueError: A part is empty, or a group does not exist.

    Examples:
        >>> cue = read_cue("@card + 冻结|止付 ! 额度", {"card": ("卡", "账户")}, str)
        >>> [part.words for part in cue.parts], cue.without
        ([('卡', '账户'), ('冻结', '止付')], ('额度',))
    """
    pieces = _JOINTS.split(f" {text.strip()} ".replace("  ", " ").strip())
    parts: list[Part] = []
    without: list[str] = []
    for joint, piece in zip(("+", *pieces[1::2]), pieces[::2], strict=True):
        words = tuple(dict.fromkeys(plain(word) for word in _words(text, piece, groups)))
        if joint == "!":
            without += words
        else:
            parts.append(Part(words, joint == ">"))
    return Cue(tuple(parts), tuple(without))


def _words(text: str, piece: str, groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for word in map(str.strip, piece.split("|")):
        if not word or word[0] in "+>!*" or word[-1] in "+>!" or (word[0] == "@" and word[1:] not in groups):
            raise BadCueError(found=text, expected=", ".join(f"@{name}" for name in groups) or "—")
        if word[0] == "@":
            yield from groups[word[1:]]
        else:
            yield word


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far parts may stand apart, in signs."""

    near: int
    reach: int


class Matcher:
    """Matches cues in one text: the words found in it, and where its sentences end."""

    def __init__(self, text: str, found: Found, sentences: Breaks, bounds: Bounds, *, across: bool = False) -> None:
        """Take the text and what is known about it; ``across``: parts may stand in neighbouring sentences."""
        self._text, self._found, self._sentences, self._bounds = text, found, sentences, bounds
        self._across = across
        self._places: dict[tuple[str, ...], list[Span]] = {}
        self._holding: dict[tuple[str, ...], set[int]] = {}

    def matches(self, cue: Cue) -> Iterator[tuple[Span, ...]]:
        """Yield the places of the parts, for each place at which the cue begins."""
        for start in self._of(cue.parts[0].words)[:MOST_STARTS]:
            if cue.without and self._is_near(start, cue.without):
                continue
            spans = self._rest(cue, start)
            if spans:
                yield spans

    def _of(self, words: tuple[str, ...]) -> list[Span]:
        if words not in self._places:
            self._places[words] = self._found.of(words)
        return self._places[words]

    def _is_near(self, start: Span, words: tuple[str, ...]) -> bool:
        """Return whether any of the words stands in the sentence of ``start``."""
        if words not in self._holding:
            self._holding[words] = {self._sentences.number(place[0]) for place in self._of(words)}
        return self._sentences.number(start[0]) in self._holding[words]

    def _rest(self, cue: Cue, start: Span) -> tuple[Span, ...]:
        spans = [start]
        for part in cue.parts[1:]:
            places = self._of(part.words)
            span = self._close(places, spans[-1]) if part.close else self._nearest(places, spans)
            if span is None:
                return ()
            spans.append(span)
        return tuple(spans)

    def _close(self, places: list[Span], before: Span) -> Span | None:
        """Return the first place right behind ``before``."""
        first = bisect_left(places, (before[1], 0))
        if first == len(places):
            return None
        span = places[first]
        latin = is_latin(self._text[before[1] - 1]) or is_latin(self._text[span[0]])
        gap = self._bounds.near * (2 if latin else 1)
        return span if span[0] - before[1] <= gap and self._together(before, span) else None

    def _nearest(self, places: list[Span], taken: Sequence[Span]) -> Span | None:
        """Return the place nearest to the first part, in its sentence, that overlaps no other part."""
        middle = bisect_left(places, taken[0])
        around = places[max(0, middle - 4) : middle + 4]
        free = [span for span in around if all(span[1] <= one[0] or span[0] >= one[1] for one in taken)]
        near = [span for span in free if self._together(taken[0], span)]
        best = min(near, key=lambda span: abs(span[0] - taken[0][0]), default=None)
        return best if best and abs(best[0] - taken[0][0]) <= self._bounds.reach else None

    def _together(self, one: Span, other: Span) -> bool:
        return self._across or self._sentences.number(one[0]) == self._sentences.number(other[0])
