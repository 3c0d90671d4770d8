"""A failure message in, what it most likely speaks of out. Pure: nothing of the text is kept, logged or written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from core.decode.classes import GENERIC, ClassCues, Hit, scores, shares_of
from core.decode.normalise import Cleaned, Cleaner
from core.decode.reading import Page, Reader, page_of
from core.decode.result import ClassGuess, Decoded, GateGuess, Level, Scam
from core.decode.scam import ScamSigns, level_of
from core.decode.similarity import Likeness
from core.decode.spelling import Spelling
from core.decode.terms import Finder, Span
from core.schema.content import Content
from core.schema.decoder import DecoderContent

_MOST_TOLD = 6
"""Matched words told of one class."""


class Decoder:
    """Decodes texts with the content of one folder; made once, since it reads every cue."""

    def __init__(self, content: Content, words: DecoderContent) -> None:
        """Take the classes, gates and flags, and how they are recognised."""
        self._content, self._words = content, words
        spelling, reading = words.spelling, words.decoder.reading
        self._cleaner = Cleaner(spelling.traditional, spelling.typos, reading.noise)
        self._spelling = Spelling(spelling.sounds, spelling.sound_words, spelling.never, spelling.spelled)
        plain = cache(self._cleaner.plain)  # the same words stand in many cues
        self._cues, self._signs = ClassCues(words, plain), ScamSigns(words, plain)
        self._likeness = Likeness({name: map(plain, texts.all) for name, texts in words.examples.items()})
        self._finder = Finder([*self._cues.words, *self._signs.words, *map(plain, _reading_words(words))])
        self._levels: Mapping[str, Level] = {name: flag.level for name, flag in content.flags.items()}

    def decode(self, text: str) -> Decoded:
        """Return what a text of up to 10,000 signs speaks of; what is longer is cut. Never raises."""
        cleaned = self._cleaned(text)
        page = page_of(cleaned.text, self._finder.find(cleaned.text), self._words.decoder.reading)
        scoring = self._words.decoder.scoring
        reader = Reader(page, self._words.decoder)
        hits = self._cues.hits(page, reader)
        scam = self._scam(page, cleaned, speaks_of_loan=self._speaks_of_loan(page))
        if scam.level != "stop" and not self._in_scope(page, hits):
            return Decoded((), (), None, scam, in_scope=False, generic=False, unsure=reader.unsure)
        points = self._points(page, hits)
        temperature = scoring.temperature * (scoring.half_remembered if reader.unsure else 1.0)
        shares = shares_of(points, scoring.nothing, temperature)
        classes = tuple(
            ClassGuess(name, share, _matched(name, hits, cleaned))
            for name, share in shares.items()
            if share >= scoring.shown
        )
        generic = not classes or classes[0].id == GENERIC
        gates = () if generic or scam.level == "stop" else self._gates(page, classes)
        family = self._family(classes) if gates else None
        return Decoded(classes, gates, family, scam, in_scope=True, generic=generic, unsure=reader.unsure)

    def _cleaned(self, text: str) -> Cleaned:
        cleaned = self._cleaner.clean(text)
        mended, origins = self._spelling.mended(cleaned.text), cleaned.origins
        for start, end, word in reversed(self._spelling.english(mended)[:40]):
            mended = mended[:start] + word + mended[end:]
            inside = [origins[min(start + at, end - 1)] for at in range(len(word))]
            origins = [*origins[:start], *inside[:-1], origins[end - 1], *origins[end:]]
        return Cleaned(mended, origins, cleaned.given)

    def _speaks_of_loan(self, page: Page) -> bool:
        """Return whether a demand in the text is one around a loan: swindlers do not always name it."""
        scope = self._words.decoder.scope
        return bool(page.found.of(scope.loan)) or _kinds(page.found.of(scope.maybe), page) > 1

    def _in_scope(self, page: Page, hits: Iterable[Hit]) -> bool:
        """Return whether the text is about a loan: it says so, or is a failure message that fits one and no other."""
        scope, found = self._words.decoder.scope, page.found
        loan, elsewhere = _kinds(found.of(scope.loan), page), _kinds(found.of(scope.elsewhere), page)
        own = any(hit.strength == "names" for hit in hits if hit.id not in scope.common)
        if loan or own:
            return loan + own >= elsewhere
        if elsewhere:
            return False
        if any(hit.strength != "hints" for hit in hits):
            return True
        perhaps = _kinds(found.of(scope.maybe), page)
        return perhaps >= 1 and bool(found.of(scope.failed))

    def _points(self, page: Page, hits: list[Hit]) -> dict[str, float]:
        """Return class -> points from cues and likeness; what says nothing counts only when nothing else does."""
        scoring, similarity = self._words.decoder.scoring, self._words.decoder.similarity
        points = scores(hits, scoring.fading, scoring.most)
        told = any(score >= scoring.least for name, score in points.items() if name != GENERIC)
        for name, likeness in self._likeness.to(_without_generic(page.text, hits)).items():
            floor = similarity.floor if told or name in points else similarity.alone
            if likeness > floor:
                gain = similarity.points * (likeness - similarity.floor)
                points[name] = min(scoring.most, points.get(name, 0.0 if told else scoring.least) + gain)
        informative = {name: score for name, score in points.items() if name != GENERIC and score >= scoring.least}
        if informative:
            return informative
        return {GENERIC: max(points.get(GENERIC, 0.0), scoring.least)}

    def _gates(self, page: Page, classes: tuple[ClassGuess, ...]) -> tuple[GateGuess, ...]:
        leans = self._cues.leanings(page, [guess.id for guess in classes])
        sums: dict[str, float] = {}
        for guess in classes:
            gates = list(self._content.messages[guess.id].gates)
            # Words that lean to a later gate bring it up behind the first: the class itself still speaks of that.
            gates = gates[:1] + sorted(gates[1:], key=lambda gate: (guess.id, gate) not in leans)
            weights = self._words.decoder.scoring.gate_shares[: len(gates)]
            for gate, weight in zip(gates, weights, strict=False):
                sums[gate] = sums.get(gate, 0.0) + guess.probability * weight / sum(weights)
        ranked = sorted(sums.items(), key=lambda pair: -pair[1])
        return tuple(GateGuess(gate, share) for gate, share in ranked if share >= self._words.decoder.scoring.shown)

    def _family(self, classes: tuple[ClassGuess, ...]) -> str | None:
        """Return the family that the causes pointed to belong to most."""
        sums: dict[str, float] = {}
        for guess in classes:
            causes = self._content.messages[guess.id].points_to
            for cause in causes:
                family = self._content.causes[cause].family
                sums[family] = sums.get(family, 0.0) + guess.probability / len(causes)
        return max(sums, key=lambda family: sums[family], default=None)

    def _scam(self, page: Page, cleaned: Cleaned, *, speaks_of_loan: bool) -> Scam:
        alarms = self._signs.alarms(page, speaks_of_loan=speaks_of_loan)
        raised = {alarm.flag for alarm in alarms}
        matched = dict.fromkeys(cleaned.as_given(*span) for alarm in alarms for span in alarm.spans)
        flags = tuple(name for name in self._levels if name in raised)
        return Scam(level_of(flags, self._levels), flags, tuple(matched)[:_MOST_TOLD])


def _reading_words(words: DecoderContent) -> Iterable[str]:
    reading, scope = words.decoder.reading, words.decoder.scope
    yield from (*reading.guess, *reading.half_remembered, *reading.says, *reading.denied_before, *reading.denied_after)
    yield from (*reading.breaks, *scope.loan, *scope.maybe, *scope.elsewhere, *scope.failed)


def _without_generic(text: str, hits: Iterable[Hit]) -> str:
    """Return the text without the words that every failure message has: they are like every example."""
    for start, end in {span for hit in hits if hit.id == GENERIC for span in hit.spans}:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _kinds(spans: Iterable[Span], page: Page) -> int:
    """Return how many different words stand at some places, one inside another counted once."""
    last, kinds = -1, set[str]()
    for start, end in spans:
        if start >= last:
            kinds.add(page.text[start:end])
            last = end
    return len(kinds)


def _matched(name: str, hits: Iterable[Hit], cleaned: Cleaned) -> tuple[str, ...]:
    """Return the user's own words that speak for a class, in the order of the text; those that touch are one."""
    joined: list[Span] = []
    for start, end in sorted({span for hit in hits if hit.id == name for span in hit.spans}):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(dict.fromkeys(cleaned.as_given(*span) for span in joined))[:_MOST_TOLD]
