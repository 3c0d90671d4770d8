"""What is done with every text before anything is decided: cleaned, mended, and its known words found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.decode.classes import ClassCues
from core.decode.features import Features
from core.decode.normalise import Cleaned, Cleaner
from core.decode.reading import Page, page_of
from core.decode.scam import ScamSigns
from core.decode.spelling import Spelling
from core.decode.terms import Finder, Found
from core.schema.decoder import DecoderContent

_MOST_MENDED = 40


@dataclass(frozen=True)
class Seen:
    """A cleaned text and the words found in it."""

    cleaned: Cleaned
    found: Found


class Front:
    """Reads every cue once; then cleans texts and finds the words of cues in them."""

    def __init__(self, words: DecoderContent) -> None:
        """Take how messages are decoded."""
        self._reading = words.decoder.reading
        spelling = words.spelling
        self._cleaner = Cleaner(spelling.traditional, spelling.typos, self._reading.noise)
        self._spelling = Spelling(spelling.sounds, spelling.sound_words, spelling.never, spelling.spelled)
        self.plain = cache(self._cleaner.plain)  # the same words stand in many cues
        self.cues, self.signs = ClassCues(words, self.plain), ScamSigns(words, self.plain)
        self._finder = Finder([*self.cues.words, *self.signs.words, *map(self.plain, _reading_words(words))])
        self._features = Features(self._spelling.heard, (*self.cues.parts, *self.signs.parts))

    def see(self, text: str) -> Seen:
        """Return a text cleaned, with slips of the pen put right, and the words found in it."""
        cleaned = self._cleaner.clean(text)
        mended, origins = self._spelling.mended(cleaned.text), cleaned.origins
        for start, end, word in reversed(self._spelling.english(mended)[:_MOST_MENDED]):
            mended = mended[:start] + word + mended[end:]
            inside = [origins[min(start + at, end - 1)] for at in range(len(word))]
            origins = [*origins[:start], *inside[:-1], origins[end - 1], *origins[end:]]
        return Seen(Cleaned(mended, origins, cleaned.given), self._finder.find(mended))

    def page(self, seen: Seen) -> Page:
        """Return the text with its sentences and clauses."""
        return page_of(seen.cleaned.text, seen.found, self._reading)

    def features(self, seen: Seen) -> set[str]:
        """Return what the statistical reader sees of the text."""
        return self._features.of(seen.cleaned.text, seen.found)


def _reading_words(words: DecoderContent) -> Iterator[str]:
    reading, scope = words.decoder.reading, words.decoder.scope
    yield from (*reading.guess, *reading.half_remembered, *reading.says, *reading.denied_before, *reading.denied_after)
    yield from (*reading.breaks, *scope.loan, *scope.maybe, *scope.elsewhere)
