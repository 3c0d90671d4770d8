"""A failure message in, what it most likely speaks of out. Pure: nothing of the text is kept, logged or written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import copy

from core.decode.classes import Hit
from core.decode.front import Front
from core.decode.look import Looker
from core.decode.mixing import GENERIC, Observed, odds, shares_of
from core.decode.normalise import Cleaned, is_chinese
from core.decode.reading import Page
from core.decode.result import ClassGuess, Decoded, GateGuess, Level, Scam
from core.decode.scam import Alarm, level_of
from core.decode.similarity import Likeness
from core.decode.terms import Span
from core.decode.training import learned_from
from core.schema.content import Content
from core.schema.decoder import BUNDLE, ELSEWHERE, NOTICE, OTHER_LABELS, SCAM, DecoderContent, Fitted

_WORDS = re.compile(r"[a-z0-9']+|[㐀-䶿一-鿿]+")
_MOST_TOLD = 6
"""Matched words told of one class."""


class Decoder:
    """Decodes texts with the content of one folder; made once, since it reads every cue."""

    def __init__(self, content: Content, words: DecoderContent) -> None:
        """Take the classes, gates and flags, and how they are recognised; what is not learned yet is learned now."""
        self._content, self._words = content, words
        self._front = Front(words)
        fitted = words.fitted or learned_from(words, self._front)
        self._levels: Mapping[str, Level] = {name: flag.level for name, flag in content.flags.items()}
        self._looker, self._examples = Looker(self._front, words, fitted, self._levels), Examples(fitted)
        self._labels = (*content.messages, *OTHER_LABELS)

    def having_learned(self, fitted: Fitted) -> Decoder:
        """Return the same decoder with something else learned."""
        other = copy(self)
        other._looker = Looker(self._front, self._words, fitted, self._levels)
        other._examples = Examples(fitted)
        return other

    def features(self, text: str) -> set[str]:
        """Return what the statistical reader sees of a text."""
        return self._front.features(self._front.see(text))

    def observed(self, text: str) -> Observed:
        """Return what is seen in a text before it is weighed."""
        return self._looker.look(text).observed

    def decode(self, text: str) -> Decoded:
        """Return what a text of up to 10,000 signs speaks of; what is longer is cut. Never raises."""
        look = self._looker.look(text)
        page, cleaned, hits, unsure = look.page, look.cleaned, look.hits, look.unsure
        shares = self._shares(look.observed, unsure=unsure)
        scam = self._scam(page, cleaned, shares, look.alarms)
        mixing = self._words.decoder.mixing
        if scam.level != "stop" and shares[ELSEWHERE] >= mixing.outside:
            return Decoded((), (), None, scam, in_scope=False, generic=False, unsure=unsure)
        told = sum(shares[name] for name in self._content.messages if name != GENERIC) >= mixing.told
        classes = self._classes(shares, hits, cleaned, told=told)
        gates = self._gates(page, classes) if told and scam.level != "stop" else ()
        family = self._family(classes) if gates else None
        return Decoded(classes, gates, family, scam, in_scope=True, generic=not told, unsure=unsure)

    def _shares(self, observed: Observed, *, unsure: bool) -> dict[str, float]:
        temperature = self._words.decoder.scoring.half_remembered if unsure else 1.0
        return shares_of(odds(observed, self._labels, self._words.decoder.mixing.weights), temperature)

    def _classes(
        self, shares: Mapping[str, float], hits: list[Hit], cleaned: Cleaned, *, told: bool
    ) -> tuple[ClassGuess, ...]:
        """Return the classes that are likely enough to be told, likeliest first; without a reason the one for that."""
        names = [name for name in shares if name in self._content.messages and (name != GENERIC) == told]
        guesses: list[ClassGuess] = []
        for name in names:
            if shares[name] >= self._words.decoder.scoring.shown:
                matched = _matched(name, hits, cleaned)
                alike = "" if matched or guesses or not told else self._examples.nearest(name, cleaned.text)
                guesses.append(ClassGuess(name, shares[name], matched, alike))
        return tuple(guesses)

    def _gates(self, page: Page, classes: tuple[ClassGuess, ...]) -> tuple[GateGuess, ...]:
        leans = self._front.cues.leanings(page, [guess.id for guess in classes])
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

    def _scam(self, page: Page, cleaned: Cleaned, shares: Mapping[str, float], alarms: list[Alarm]) -> Scam:
        """Return the alarm: as loud as fraud is likely, with the flags that were raised or that come nearest."""
        mixing = self._words.decoder.mixing
        if not alarms and (shares[NOTICE] > max(shares[SCAM], shares[BUNDLE]) or _size(page.text) < mixing.lone):
            return Scam("none")
        # What is sold with a loan often stands beside the reason of a refusal: there a sign counts by itself.
        signed = alarms and level_of((alarm.flag for alarm in alarms), self._levels) == "caution"
        loud = shares[SCAM] >= mixing.stop
        sold = not loud and (shares[BUNDLE] >= mixing.bundle or (signed and shares[NOTICE] < mixing.bundle))
        if not loud and not sold and shares[SCAM] < mixing.caution:
            return Scam("none")
        shown = alarms or ([] if sold else self._front.signs.suspects(page))
        raised = {alarm.flag for alarm in shown} or ({BUNDLE} if sold else set())
        matched = dict.fromkeys(cleaned.as_given(*span) for alarm in shown for span in alarm.spans)
        alike = "" if matched else self._examples.nearest(BUNDLE if sold else SCAM, cleaned.text)
        flags = tuple(name for name in self._levels if name in raised)
        return Scam("stop" if loud else "caution", flags, tuple(matched)[:_MOST_TOLD], alike)


class Examples:
    """The training texts, to show the one that a text is most like; those of a label are read when first needed."""

    def __init__(self, fitted: Fitted) -> None:
        """Take what was learned, which keeps the texts."""
        self._texts = fitted.texts
        self._read: dict[str, Likeness] = {}

    def nearest(self, label: str, text: str) -> str:
        """Return the training text of a label that a cleaned text is most like; empty when none is."""
        if label not in self._read:
            self._read[label] = Likeness(wording for name, wording in self._texts if name == label)
        return self._read[label].nearest(text)


def _size(text: str) -> float:
    """Return how many words a cleaned text has; two Chinese signs are one.

    Examples:
        >>> _size("先交 fee"), _size("deposit")
        (2.0, 1.0)
    """
    return sum(len(run) / 2 if is_chinese(run[0]) else 1.0 for run in _WORDS.findall(text))


def _matched(name: str, hits: Iterable[Hit], cleaned: Cleaned) -> tuple[str, ...]:
    """Return the user's own words that speak for a class, in the order of the text; those that touch are one."""
    joined: list[Span] = []
    for start, end in sorted({span for hit in hits if hit.id == name for span in hit.spans}):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(dict.fromkeys(cleaned.as_given(*span) for span in joined))[:_MOST_TOLD]
