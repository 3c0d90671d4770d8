"""Finding in everything there is to read: Chinese by its signs or its sounds, English by words and parts of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.library.documents import Document, Kind
from core.library.sounds import Sounds

LONGEST_QUERY = 100
MOST_TOKENS = 8

_TITLE, _HEADING, _TEXT = 100.0, 30.0, 10.0
_WORD, _START, _INSIDE, _SOUND = 3.0, 2.0, 1.0, 1.5
_LATIN = re.compile(r"[a-z]{2,}")
_WINDOW = {True: 45, False: 100}
"""Signs of an excerpt before and after what was found, in Chinese and elsewhere."""
_FEWEST_LETTERS = {"title": 2, "heading": 2, "text": 3}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. Places are (start, end) in ``title`` and in ``excerpt``."""

    kind: Kind
    id: str
    title: str
    score: float
    excerpt: str
    title_marks: tuple[Place, ...]
    excerpt_marks: tuple[Place, ...]


@dataclass
class _Field:
    """One text of a document, folded for comparing; its sounds are worked out when they are first asked for."""

    name: str
    weight: float
    text: str
    folded: str
    sounds: Sounds | None = None

    def hear(self) -> Sounds:
        """Return the sounds of the text."""
        if self.sounds is None:
            self.sounds = Sounds(self.text)
        return self.sounds

    def find(self, token: str, pattern: re.Pattern[str] | None, by_sound: bool) -> tuple[float, Place] | None:
        """Return how well and where a token stands in the text."""
        if pattern is None:
            at = self.folded.find(token)
            return (_WORD, (at, at + len(token))) if at >= 0 else None
        best = None
        for match in pattern.finditer(self.folded):
            quality = _WORD if match["word"] else _START if match["start"] else _INSIDE
            if best is None or quality > best[0]:
                best = quality, match.span()
            if quality == _WORD:
                break
        if best is None and by_sound:
            place = self.hear().find(token, _FEWEST_LETTERS[self.name])
            best = (_SOUND, place) if place else None
        return best


@dataclass
class _Entry:
    document: Document
    fields: tuple[_Field, ...]


@dataclass
class _Found:
    """What one query found in one document so far."""

    score: float = 0.0
    title: list[Place] = field(default_factory=list)
    text: list[Place] = field(default_factory=list)
    heading: list[tuple[str, Place]] = field(default_factory=list)


class Index:
    """Documents of one language, to be searched."""

    def __init__(self, documents: Sequence[Document], *, chinese: bool) -> None:
        """Take the documents; their order decides between equally good ones."""
        self._chinese = chinese
        self._entries = [_Entry(document, _fields(document)) for document in documents]

    def prepare(self) -> None:
        """Work out the sounds of everything: half a second that the first search in Latin letters need not take."""
        for place in (place for entry in self._entries for place in entry.fields if self._chinese):
            place.hear()

    def search(self, query: str, most: int = 20) -> tuple[Hit, ...]:
        """Return the documents in which every word of the query stands, the best first.

        A title counts for more than a heading, a heading for more than the text; a whole word for more than the
        start of one, and that for more than letters inside one. In Chinese, Latin letters also find sounds.

        Args:
            query: What somebody typed; more than 100 signs or 8 words are cut off.
            most: How many documents at most.
        """
        folded = fold(query[:LONGEST_QUERY]).strip()
        tokens = folded.split()[:MOST_TOKENS]
        # "zheng xin" is typed for two signs that stand together, more often than for two that do not.
        if self._chinese and len(tokens) > 1 and all(_LATIN.fullmatch(token) for token in tokens):
            together = self._hits(["".join(tokens)], most)
            return together or self._hits(tokens, most)
        return self._hits(tokens, most)

    def _hits(self, tokens: Sequence[str], most: int) -> tuple[Hit, ...]:
        if not tokens:
            return ()
        patterns = {token: _pattern(token) for token in dict.fromkeys(tokens)}
        found = [(entry, self._found(entry, patterns)) for entry in self._entries]
        ranked = sorted(((entry, what) for entry, what in found if what is not None), key=lambda pair: -pair[1].score)
        return tuple(self._hit(entry, what) for entry, what in ranked[:most])

    def _found(self, entry: _Entry, patterns: dict[str, re.Pattern[str] | None]) -> _Found | None:
        found = _Found()
        for token, pattern in patterns.items():
            by_sound = self._chinese and _LATIN.fullmatch(token) is not None
            best = 0.0
            for place_in in entry.fields:
                hit = place_in.find(token, pattern, by_sound)
                if hit is None:
                    continue
                best = max(best, place_in.weight * hit[0])
                _note(found, place_in, hit[1])
            if not best:
                return None
            found.score += best
        return found

    def _hit(self, entry: _Entry, found: _Found) -> Hit:
        document = entry.document
        # The headings of a word are its spellings: what it means says more.
        if found.text or not found.heading or document.kind == "term":
            excerpt, marks = _excerpt(document.text, sorted(set(found.text)), _WINDOW[self._chinese])
        else:
            excerpt = found.heading[0][0]
            marks = tuple(sorted({place for heading, place in found.heading if heading == excerpt}))
        title = tuple(sorted(set(found.title)))
        return Hit(document.kind, document.id, document.title, round(found.score, 3), excerpt, title, marks)


def fold(text: str) -> str:
    """Return a text for comparing: small letters, half-width, and every sign where it was.

    Examples:
        >>> fold("ＡＰＰ Ⅱ 类")
        'app ⅱ 类'
    """
    return "".join(map(_folded, text))


def _folded(sign: str) -> str:
    if sign.isascii():
        return sign.lower()
    for form in (unicodedata.normalize("NFKC", sign).lower(), sign.lower()):
        if len(form) == 1:
            return form
    return sign


def _fields(document: Document) -> tuple[_Field, ...]:
    fields = [_Field("title", _TITLE, document.title, fold(document.title))]
    fields += [_Field("heading", _HEADING, heading, fold(heading)) for heading in document.headings]
    return (*fields, _Field("text", _TEXT, document.text, fold(document.text)))


def _note(found: _Found, place_in: _Field, place: Place) -> None:
    if place_in.name == "title":
        found.title.append(place)
    elif place_in.name == "text":
        found.text.append(place)
    else:
        found.heading.append((place_in.text, place))


def _pattern(token: str) -> re.Pattern[str] | None:
    """Return what tells whole words, starts and insides apart; None where words have no borders."""
    if not token.isascii():
        return None
    escaped, letter = re.escape(token), "[a-z0-9]"
    return re.compile(
        rf"(?P<word>(?<!{letter}){escaped}(?!{letter}))|(?P<start>(?<!{letter}){escaped})|(?P<inside>{escaped})"
    )


def _excerpt(text: str, marks: Sequence[Place], window: int) -> tuple[str, tuple[Place, ...]]:
    """Return the part of a text around the first mark, and the marks that lie in it."""
    first = marks[0] if marks else (0, 0)
    start, end = max(0, first[0] - window), min(len(text), first[1] + window)
    start, end = _whole_words(text, start, end, first)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((at + shift, to + shift) for at, to in marks if start <= at and to <= end)
    return f"{before}{text[start:end]}{after}", inside


def _whole_words(text: str, start: int, end: int, mark: Place) -> tuple[int, int]:
    """Return the window without halves of Latin words at its ends."""
    while 0 < start < mark[0] and text[start - 1].isascii() and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while mark[1] < end < len(text) and text[end - 1].isascii() and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return start, end
