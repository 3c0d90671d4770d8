"""Scam alarm: an act demanded of the borrower together with getting a loan, and no honest notice about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.decode.cues import Bounds, Cue, Matcher, read_cue
from core.decode.reading import Page
from core.decode.result import Level
from core.decode.terms import Span
from core.schema.decoder import DecoderContent, Notices, SuspectAct


@dataclass(frozen=True, slots=True)
class _Sign:
    flag: str
    needs_loan: bool
    cue: Cue


@dataclass(frozen=True, slots=True)
class Alarm:
    """A flag raised, and where."""

    flag: str
    spans: tuple[Span, ...]


class ScamSigns:
    """All signs of ``decoder_scams.toml``."""

    def __init__(self, content: DecoderContent, plain: Callable[[str], str]) -> None:
        """Read every cue."""
        groups, self._notices = content.decoder.groups, content.decoder.notices
        self._bounds = Bounds(content.decoder.near, content.decoder.reach)
        self._signs = [
            _Sign(sign.flag, sign.needs == "loan", read_cue(text, groups, plain))
            for sign in content.scams.values()
            for _, _, text in sign.cues()
        ]

        suspicion = content.decoder.suspicion
        self._enough, self._reach = suspicion.enough, suspicion.reach
        self._hints = list(_weighed(suspicion.hints, content, plain))
        self._acts = list(_weighed(suspicion.acts, content, plain))

    @property
    def words(self) -> Iterable[str]:
        """Yield every word to be looked for, those of notices too."""
        for sign in self._signs:
            yield from sign.cue.words
        notices = self._notices
        for _, _, cue in (*self._hints, *self._acts):
            yield from cue.words
        for words in (
            notices.not_before,
            notices.not_after,
            notices.honest,
            notices.demand,
            notices.asks,
            notices.owed,
        ):
            yield from words

    @property
    def parts(self) -> Iterable[tuple[str, ...]]:
        """Yield the parts of every sign, hint and act."""
        for cue in (*(sign.cue for sign in self._signs), *(cue for _, _, cue in (*self._hints, *self._acts))):
            yield from (part.words for part in cue.parts)

    def alarms(self, page: Page, *, speaks_of_loan: bool) -> list[Alarm]:
        """Return the alarms of a page, each flag once."""
        # Swindlers put the threat into one sentence and the demand into the next.
        matcher = Matcher(page.text, page.found, page.sentences, self._bounds, across=True)
        notice = _NoticeReader(page, self._notices)
        raised: dict[str, Alarm] = {}
        for sign in self._signs:
            if sign.flag in raised or (sign.needs_loan and not speaks_of_loan):
                continue
            for spans in matcher.matches(sign.cue):
                if not notice.is_honest(spans, may_be_owed=sign.needs_loan):
                    raised[sign.flag] = Alarm(sign.flag, spans)
                    break
        return list(raised.values()) or self._suspicions(matcher, notice, self._enough)

    def suspects(self, page: Page) -> list[Alarm]:
        """Return the likeliest act of a text that is known to be a fraud, if it has any."""
        matcher = Matcher(page.text, page.found, page.sentences, self._bounds, across=True)
        return self._suspicions(matcher, _NoticeReader(page, self._notices), enough=0.0)

    def _suspicions(self, matcher: Matcher, notice: _NoticeReader, enough: float) -> list[Alarm]:
        """Return the likeliest act for which enough hints stand around it; none otherwise."""
        best: tuple[float, Alarm] | None = None
        for flag, points, cue in self._acts:
            for spans in matcher.matches(cue):
                if notice.is_honest(spans, may_be_owed=True):
                    continue
                around = (spans[0][0] - self._reach, spans[-1][1] + self._reach)
                total = points + sum(self._hinted(matcher, around).values())
                if total >= enough and (best is None or total > best[0]):
                    best = (total, Alarm(flag, spans))
        return [best[1]] if best else []

    def _hinted(self, matcher: Matcher, around: Span) -> dict[str, float]:
        """Return the kinds of hints that stand in a stretch of the text, with their points."""
        found: dict[str, float] = {}
        for kind, points, cue in self._hints:
            if kind not in found and any(
                around[0] <= spans[0][0] and spans[-1][1] <= around[1] for spans in matcher.matches(cue)
            ):
                found[kind] = points
        return found


def _weighed(
    entries: Mapping[str, SuspectAct], content: DecoderContent, plain: Callable[[str], str]
) -> Iterator[tuple[str, float, Cue]]:
    """Yield (name, points, cue) of every cue."""
    for name, entry in entries.items():
        for text in entry.cues:
            yield name, entry.points, read_cue(text, content.decoder.groups, plain)


class _NoticeReader:
    """Tells whether a match is an honest notice: clause by clause, so that "no fee, but a deposit" is none."""

    def __init__(self, page: Page, words: Notices) -> None:
        self._page = page
        clauses, sentences = page.clauses, page.sentences
        self._not_before = self._by(clauses.number, words.not_before)
        self._not_after = self._by(clauses.number, words.not_after)
        self._demand = self._by(clauses.number, words.demand)
        self._owed = self._by(clauses.number, words.owed)
        self._honest = self._by(sentences.number, words.honest)
        self._asks = self._by(sentences.number, words.asks)

    def _by(self, number: Callable[[int], int], words: Iterable[str]) -> Mapping[int, list[Span]]:
        found: dict[int, list[Span]] = {}
        for span in self._page.found.of(words):
            found.setdefault(number(span[0]), []).append(span)
        return found

    def is_honest(self, spans: Sequence[Span], *, may_be_owed: bool) -> bool:
        sentence = self._page.sentences.number(spans[0][0])
        asked = sentence in self._asks or self._ends_with_question(spans[0][0])
        if sentence in self._honest and not asked:
            return True
        acts = {self._page.clauses.number(span[0]) for span in spans}
        if may_be_owed and any(self._is_owed(clause) for clause in acts):
            return True
        return any(self._is_denied(clause, spans) for clause in acts) and not asked

    def _ends_with_question(self, place: int) -> bool:
        _, end = self._page.sentences.span(place, len(self._page.text))
        return self._page.text[end - 1 : end] == "?"

    def _is_owed(self, clause: int) -> bool:
        return clause in self._owed and clause not in self._demand

    def _is_denied(self, clause: int, spans: Sequence[Span]) -> bool:
        """Return whether the clause says that nobody demands this: "no" before the last word of the act."""
        if clause in self._not_after:
            return True
        inside = [span for span in spans if self._page.clauses.number(span[0]) == clause]
        last = max(span[0] for span in inside)
        denials = [span for span in self._not_before.get(clause, ()) if span[0] < last or span in inside]
        if not denials:
            return False
        # "unless you pay", "before you can": there the denial belongs to the threat. "did not ask me" is none.
        return all(
            any(denial[0] <= demand[0] and demand[1] <= denial[1] for denial in denials)
            for demand in self._demand.get(clause, ())
        )


def level_of(flags: Iterable[str], levels: Mapping[str, Level]) -> Level:
    """Return the loudest level of some flags.

    Examples:
        >>> level_of(["a", "b"], {"a": "caution", "b": "stop"}), level_of([], {})
        ('stop', 'none')
    """
    found = {levels.get(flag, "caution") for flag in flags}
    return "stop" if "stop" in found else "caution" if found else "none"
