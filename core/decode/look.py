"""Everything that is seen in one text before anything is decided: its cues, its alarms, and what was learned of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.decode.classes import Hit, scores
from core.decode.fitting import Statistics
from core.decode.front import Front
from core.decode.mixing import GENERIC, Observed
from core.decode.normalise import Cleaned
from core.decode.reading import Page, Reader
from core.decode.result import Level
from core.decode.scam import Alarm, level_of
from core.decode.terms import Span
from core.schema.decoder import DecoderContent, Fitted


@dataclass(frozen=True)
class Look:
    """One text as it was seen: read, its cues and alarms found, nothing decided."""

    page: Page
    cleaned: Cleaned
    hits: list[Hit]
    alarms: list[Alarm]
    observed: Observed
    unsure: bool


class Looker:
    """Looks at texts with the rules, and with what was learned from one set of training texts."""

    def __init__(self, front: Front, words: DecoderContent, fitted: Fitted, levels: Mapping[str, Level]) -> None:
        """Take the front, how messages are decoded, what was learned, and how loud each red flag is."""
        self._front, self._words, self._levels = front, words, levels
        self._statistics = Statistics(fitted)

    def look(self, text: str) -> Look:
        """Return what is seen in a text."""
        seen = self._front.see(text)
        page = self._front.page(seen)
        reader = Reader(page, self._words.decoder)
        hits = self._front.cues.hits(page, reader)
        alarms = self._front.signs.alarms(page, speaks_of_loan=self._speaks_of_loan(page))
        observed = self._observed(page, hits, self._front.features(seen), alarms, warns=reader.warns)
        return Look(page, seen.cleaned, hits, alarms, observed, reader.unsure)

    def _speaks_of_loan(self, page: Page) -> bool:
        """Return whether a demand in the text is one around a loan: swindlers do not always name it."""
        scope = self._words.decoder.scope
        return bool(page.found.of(scope.loan)) or _kinds(page.found.of(scope.maybe), page) > 1

    def _observed(
        self, page: Page, hits: list[Hit], features: set[str], alarms: list[Alarm], *, warns: bool
    ) -> Observed:
        scoring, scope, found = self._words.decoder.scoring, self._words.decoder.scope, page.found
        points = scores(hits, scoring.fading, scoring.most)
        telling = {name: score for name, score in points.items() if name != GENERIC}
        return Observed(
            learned=self._statistics.scores(features),
            points=telling,
            only_generic=GENERIC in points and all(score < scoring.least for score in telling.values()),
            loan=_kinds(found.of(scope.loan), page),
            other=_kinds(found.of(scope.elsewhere), page),
            maybe=_kinds(found.of(scope.maybe), page),
            alarm=level_of([alarm.flag for alarm in alarms], self._levels),
            warns=warns,
        )


def _kinds(spans: Iterable[Span], page: Page) -> int:
    """Return how many different words stand at some places, one inside another counted once."""
    last, kinds = -1, set[str]()
    for start, end in spans:
        if start >= last:
            kinds.add(page.text[start:end])
            last = end
    return len(kinds)
