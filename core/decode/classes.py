"""Which message classes the cues in a text speak of: the most specific one wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.decode.cues import Bounds, Cue, Matcher, read_cue
from core.decode.mixing import GENERIC
from core.decode.reading import Page, Reader
from core.decode.terms import Span
from core.schema.decoder import DecoderContent, Strength

_MOST_MATCHES = 4
_MOST_HITS = 80
"""Matches that are compared with each other; no message has so many."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that matched: its class, what it is worth, where, and the gate it leans to."""

    id: str
    points: float
    spans: tuple[Span, ...]
    strength: Strength

    @property
    def size(self) -> int:
        """Return how many signs of the text it covers."""
        return sum(end - start for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class _ClassCue:
    id: str
    strength: Strength
    cue: Cue


class ClassCues:
    """All cues of all classes, found by the words that are in a text."""

    def __init__(self, content: DecoderContent, plain: Callable[[str], str]) -> None:
        """Read every cue."""
        groups = content.decoder.groups
        self._cues = [
            _ClassCue(name, strength, read_cue(text, groups, plain))
            for name, cues in content.cues.items()
            for strength, _, _, text in cues.cues()
        ]
        self._leans = list(_leans(content, plain))
        self._points = content.decoder.scoring.points
        self._bounds = Bounds(content.decoder.near, content.decoder.reach)
        self._by_word: dict[str, list[int]] = {}
        for number, entry in enumerate(self._cues):
            for word in entry.cue.parts[0].words:
                self._by_word.setdefault(word, []).append(number)

    @property
    def words(self) -> Iterable[str]:
        """Yield every word to be looked for."""
        for entry in self._cues:
            yield from entry.cue.words
        for _, _, cue in self._leans:
            yield from cue.words

    @property
    def parts(self) -> Iterable[tuple[str, ...]]:
        """Yield the parts of every cue: words that are other ways to say one thing."""
        for entry in self._cues:
            yield from (part.words for part in entry.cue.parts)

    def matcher(self, page: Page) -> Matcher:
        """Return what matches cues on a page."""
        return Matcher(page.text, page.found, page.sentences, self._bounds)

    def hits(self, page: Page, reader: Reader) -> list[Hit]:
        """Return the cues that match, weighed; those inside a more specific one of another class are gone."""
        matcher = self.matcher(page)
        touched = sorted({number for word in page.found.places for number in self._by_word.get(word, ())})
        raw: list[Hit] = []
        for number in touched:
            entry = self._cues[number]
            for count, spans in enumerate(matcher.matches(entry.cue)):
                raw.append(Hit(entry.id, self._points[entry.strength], spans, entry.strength))
                if count + 1 == _MOST_MATCHES:
                    break
        starts = sorted({start for hit in raw if hit.id != GENERIC for start, _ in hit.spans})
        quotes = reader.telling(starts)
        weighed = [Hit(h.id, h.points * reader.share(h.spans, quotes), h.spans, h.strength) for h in raw]
        return _specific([hit for hit in weighed if hit.points > 0])

    def leanings(self, page: Page, ids: Iterable[str]) -> set[tuple[str, str]]:
        """Return (class, gate) for each of these classes that words of the text lean to one of its gates."""
        wanted, matcher = set(ids), self.matcher(page)
        return {
            (name, gate)
            for name, gate, cue in self._leans
            if name in wanted and any(True for _ in matcher.matches(cue))
        }


def _leans(content: DecoderContent, plain: Callable[[str], str]) -> Iterator[tuple[str, str, Cue]]:
    """Yield (class, gate, cue) of the words that lean to a gate."""
    for name, cues in content.cues.items():
        for gate, wordings in cues.leans.items():
            for text in wordings.all:
                yield name, gate, read_cue(text, content.decoder.groups, plain)


def _specific(hits: Sequence[Hit]) -> list[Hit]:
    """Leave out a cue all of whose words lie inside a larger cue of another class that is worth as much."""
    order = sorted(((hit.size, hit) for hit in hits), key=lambda pair: -pair[0])[:_MOST_HITS]
    return [
        hit for size, hit in order if not any(other_size > size and _covers(other, hit) for other_size, other in order)
    ]


def _covers(larger: Hit, smaller: Hit) -> bool:
    if larger.id == smaller.id or larger.points < smaller.points:
        return False
    return all(any(one[0] <= start and end <= one[1] for one in larger.spans) for start, end in smaller.spans)


def scores(hits: Iterable[Hit], fading: float, most: float) -> dict[str, float]:
    """Return class -> points, ``most`` at most: its best cue in full, each further one a fading share of it.

    Examples:
        >>> hits = [Hit("a", 4.0, ((0, 2),), "clear"), Hit("a", 2.0, ((5, 7),), "points")]
        >>> scores(hits, 0.5, most=9.0)
        {'a': 5.0}
    """
    by_class: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: -hit.points):
        told = by_class.setdefault(hit.id, [])
        if not any(_overlap(hit, other) for other in told):
            told.append(hit)
    return {
        name: min(most, sum(hit.points * fading**n for n, hit in enumerate(found))) for name, found in by_class.items()
    }


def _overlap(one: Hit, other: Hit) -> bool:
    """Return whether the two say the same thing: what one covers, the other covers too, in the main."""
    return all(any(a < d and c < b for c, d in other.spans) for a, b in one.spans)
