"""How a text is to be read: where its clauses end, what is quoted, guessed or denied."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.decode.normalise import Breaks
from core.decode.terms import Found, Span, is_latin
from core.schema.decoder import Decoder as Settings
from core.schema.decoder import Reading

_SENTENCE = re.compile(r"[。!?\n;…]|\.(?=[ \n]|$)")
_CLAUSE = re.compile(r"[。!?\n;…,，]|\.(?=[ \n]|$)")
_QUOTED = re.compile(r"[“「『\"]([^“”「」『』\"\n]{4,300})[”」』\"]")
_NEAR_DENIAL, _NEAR_DENIAL_LATIN = 3, 12
_LONGEST_QUOTE = 120


@dataclass(frozen=True)
class Page:
    """One text with its breaks and the words found in it."""

    text: str
    found: Found
    sentences: Breaks
    clauses: Breaks


def page_of(text: str, found: Found, reading: Reading) -> Page:
    """Return a text with its sentences and clauses; a word such as "but" begins a clause."""
    ends = [match.end() for match in _CLAUSE.finditer(text) if not _is_in_number(text, match.start())]
    ends += [start for start, _ in found.of(reading.breaks)]
    sentences = [match.end() for match in _SENTENCE.finditer(text)]
    return Page(text, found, Breaks(sentences), Breaks(sorted(set(ends))))


def _is_in_number(text: str, at: int) -> bool:
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


class Reader:
    """Weighs places of one text: what is denied says nothing, what is only guessed says little."""

    def __init__(self, page: Page, settings: Settings) -> None:
        """Take the page, the words that say how to read, and the shares that guesses and chatter keep."""
        self._page, self._scoring = page, settings.scoring
        found, words, sentences = page.found, settings.reading, page.sentences
        asked = {sentences.number(start) for start, _ in found.of(settings.notices.asks)}
        self._notices = {sentences.number(start) for start, _ in found.of(settings.notices.honest)} - asked
        self._guessed = {page.clauses.number(start) for start, _ in found.of(words.guess)}
        self._before = _Places(found.of(words.denied_before))
        self._after = found.of(words.denied_after)
        self._quotes = _quotes(page, found.of(words.says))
        self.warns = bool(self._notices)
        self.unsure = bool(found.of(words.half_remembered))

    def telling(self, starts: Sequence[int]) -> list[Span]:
        """Return the quotations in which any cue begins (rising places): one without is no message."""
        return [quote for quote in self._quotes if bisect_left(starts, quote[0]) < bisect_left(starts, quote[1])]

    def share(self, spans: Sequence[Span], quotes: Sequence[Span]) -> float:
        """Return what a match keeps of its points, from 0 (denied) to 1; ``quotes`` as :meth:`telling` gives them."""
        if self._is_denied(spans):
            return 0.0
        share = 1.0
        if self._page.sentences.number(spans[0][0]) in self._notices:
            share *= self._scoring.notice
        if all(self._page.clauses.number(span[0]) in self._guessed for span in spans):
            share *= self._scoring.guess
        if quotes and not any(quote[0] <= spans[0][0] < quote[1] for quote in quotes):
            share *= self._scoring.outside
        return share

    def _is_denied(self, spans: Sequence[Span]) -> bool:
        """Return whether "no" stands right before the match, or "is fine" right behind it, in its clause."""
        start, end = min(span[0] for span in spans), max(span[1] for span in spans)
        clause = self._page.clauses.number(start)
        before = self._before.ending_by(start)
        if before is not None and self._close(before[1], start) and self._page.clauses.number(before[0]) == clause:
            return True
        following = self._after[bisect_left(self._after, (end, 0)) :][:1]
        return any(
            self._close(end, place[0]) and self._page.clauses.number(place[0]) == self._page.clauses.number(end - 1)
            for place in following
        )

    def _close(self, end: int, start: int) -> bool:
        text = self._page.text
        latin = is_latin(text[start - 1 : start] or " ") or is_latin(text[end - 1])
        gap = text[end:start]
        return len(gap) <= (_NEAR_DENIAL_LATIN if latin and gap.isascii() else _NEAR_DENIAL)


class _Places:
    """Rising places, asked for the last one that ends by a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span[1])
        self._ends = [span[1] for span in self._spans]

    def ending_by(self, place: int) -> Span | None:
        at = bisect_right(self._ends, place)
        return self._spans[at - 1] if at else None


def _quotes(page: Page, says: Sequence[Span]) -> list[Span]:
    """Return what stands in quotation marks; without any, what follows words such as "it says"."""
    quoted = [match.span(1) for match in _QUOTED.finditer(page.text)]
    if quoted:
        return quoted[:20]
    spans = []
    for _, end in says[:5]:
        _, last = page.sentences.span(min(end, max(0, len(page.text) - 1)), len(page.text))
        if last - end >= 4:
            spans.append((end, min(last, end + _LONGEST_QUOTE)))
    return spans
