"""A text as people paste it -> plain signs, each of which remembers where it came from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 10_000
"""Signs that are read at most; a longer text is cut here, and whoever shows the result says so."""

_DROPPED = {"So", "Sk", "Cs", "Cf", "Co", "Cn", "Mn", "Me"}
# Bounded repeats only: no text can make these slow.
_CODE = re.compile(
    r"(?:^|(?<=\n))[ ]?(?:[\[(<【〔][a-z]{0,12}[-_#. ]?\d{1,10}[a-z]?[\])>】〕][:\-]?"
    r"|(?:[a-z]{1,12}[-_#. ]?)\d{2,10}[a-z]?(?: ?[:\-|]| |(?=[一-鿿]))"
    r"|\d{3,10} ?[:\-|])[ ]?",
)
_SIGNATURE = re.compile(r"(?:^|(?<=\n))【[^】\n]{1,12}】")
_CLASS = re.compile(r"(?:iii|ii|i|[123一二三])(?=类|型户)")
_CLASS_NAMES = {"iii": "三", "ii": "二", "i": "一", "1": "一", "2": "二", "3": "三"}
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "—": "-", "–": "-", "−": "-", "_": " ", "«": "“", "»": "”"})
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")


@dataclass(frozen=True)
class Cleaned:
    """Plain text: no full-width forms, capitals, traditional signs, pictures or blanks inside Chinese."""

    text: str
    origins: list[int]
    given: str

    def as_given(self, start: int, end: int) -> str:
        """Return the signs of the user's own text that became ``text[start:end]``."""
        return self.given[self.origins[start] : self.origins[end - 1] + 1] if end > start else ""


def is_chinese(sign: str) -> bool:
    """Return whether a sign is a Chinese character."""
    return "一" <= sign <= "鿿" or "㐀" <= sign <= "䶿"


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """Return what one sign stands for; nothing for a picture or an invisible mark."""
    kind = unicodedata.category(sign)
    if sign in "\n\r\u2028\u2029":
        return "\n"
    if kind in _DROPPED:
        return ""
    if kind[0] in "ZC":
        return " "
    return unicodedata.normalize("NFKC", sign).lower().translate(_QUOTES)


class Cleaner:
    """Cleans texts, with the tables of the content."""

    def __init__(self, traditional: Iterable[str], typos: Mapping[str, str], noise: Iterable[str] = ()) -> None:
        """Take the other forms of signs (simplified first), typos, and words to be blotted out."""
        self._simplified = {ord(other): word[0] for word in traditional for other in word[1:]}
        self._typos = dict(typos)
        words = sorted(noise, key=len, reverse=True)
        self._noise = re.compile("|".join(map(re.escape, words))) if words else None

    def clean(self, given: str) -> Cleaned:
        """Return the text cleaned; of a text that is too long only the beginning."""
        given = given[:LONGEST]
        signs: list[str] = []
        origins: list[int] = []
        for at, sign in enumerate(given):
            for plain in _plain(sign):
                signs.append(plain)
                origins.append(at)
        text, origins = _without_blanks("".join(signs).translate(self._simplified), origins)
        text, origins = _with_class_names(text, origins)
        return Cleaned(self._blotted(self.mended(text)), origins, given)

    def plain(self, words: str) -> str:
        """Return words of the content in the form that cleaned texts have."""
        signs = "".join(map(_plain, words)).translate(self._simplified)
        text, _ = _without_blanks(signs, list(range(len(signs))))
        return _with_class_names(text, list(range(len(text))))[0]

    def mended(self, text: str) -> str:
        """Return the text with known typos put right; they are as long as what they stand for."""
        for wrong, right in self._typos.items():
            if wrong in text:
                text = text.replace(wrong, right)
        return text

    def _blotted(self, text: str) -> str:
        text = _CODE.sub(lambda match: " " * len(match[0]), text)
        text = _SIGNATURE.sub(lambda match: " " * len(match[0]), text)
        return self._noise.sub(lambda match: " " * len(match[0]), text) if self._noise else text


def _without_blanks(text: str, origins: list[int]) -> tuple[str, list[int]]:
    """Drop blanks beside Chinese signs, and all but one elsewhere; a hyphen inside a word becomes a blank."""
    text = _HYPHEN.sub(" ", text)
    kept: list[int] = []
    last = "\n"
    for at, sign in enumerate(text):
        if sign == " ":
            following = text[at + 1] if at + 1 < len(text) else "\n"
            if last in " \n" or following in " \n" or is_chinese(last) or is_chinese(following):
                continue
        kept.append(at)
        last = sign
    return "".join(text[at] for at in kept), [origins[at] for at in kept]


def _with_class_names(text: str, origins: list[int]) -> tuple[str, list[int]]:
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for match in _CLASS.finditer(text):
        if match.start() and text[match.start() - 1].isascii() and text[match.start() - 1].isalnum():
            continue
        pieces += [text[done : match.start()], _CLASS_NAMES.get(match[0], match[0])]
        places += [*origins[done : match.start()], origins[match.start()]]
        done = match.end()
    return "".join([*pieces, text[done:]]), [*places, *origins[done:]]


class Breaks:
    """Where sentences or clauses end: tells in which one a place lies."""

    def __init__(self, ends: list[int]) -> None:
        """Take the rising places at which one ends and the next begins."""
        self._ends = ends

    def number(self, place: int) -> int:
        """Return the number of the stretch that ``place`` lies in, from 0."""
        return bisect_left(self._ends, place + 1)

    def span(self, place: int, length: int) -> tuple[int, int]:
        """Return the first place of the stretch and the one after its last, in a text of ``length``."""
        number = self.number(place)
        start = self._ends[number - 1] if number else 0
        return start, self._ends[number] if number < len(self._ends) else length
