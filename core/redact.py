"""Masks what could be a card, a phone, an identity or an account number in text that a borrower typed or pasted.

What counts, exactly:

- A *run* is digits (of any script, so full-width ones too) with at most three separators between two of them:
  blanks, dashes, dots, slashes, underscores, and signs that print nothing; or one colon. A comma or a new line ends it.
- Of a run, digits do not count that belong to a date of the years 1900-2099 (2026-11-25, 2026/11/25, 2026.11.25), to
  a time of day (10:30, 10:30:00), or to an amount next to a sign of money: ¥8000, 200000元, of at most eight digits
  before the point, and 3000-5000 yuan, of at most six digits each.
- A run that is one number of at most five digits and two decimals has nothing to hide.
- Where six digits or more remain, the whole run is masked, dates in it too: a card number that holds what looks like
  a date stays hidden. An X right behind it (the end of an identity number) is masked with it.
- Six or more Chinese figures in a row (一三八零零零) are masked as well.

What is masked is only counted and never kept, so that a list of it may be shown or stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MASK = "××××××"
"""Stands for every masked number, however long it was."""
FEWEST = 6
"""From so many digits on a number could be a code, a card or a person's."""

_BLANK = r"\u0020\t\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff\u00ad"
_SIGN = r"\-\u2010-\u2015\u2212\uff0d.\uff0e\u00b7\u30fb/\uff0f_"
_RUN = re.compile(rf"\d(?:(?:[{_BLANK}{_SIGN}]{{0,3}}|[:\uff1a])\d)*")
_FIGURES = re.compile(r"[〇○零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{6,}")
_END_OF_ID = re.compile(r"[Xx\uff38\uff58](?![A-Za-z0-9])")
_DATE = r"(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:[0-2]?\d|3[01])"
_TIME = r"(?:[01]?\d|2[0-4])[:\uff1a][0-5]\d(?:[:\uff1a][0-5]\d)?"
_HARMLESS = re.compile(rf"(?<!\d)(?:{_DATE}|{_TIME})(?!\d)")
# Two amounts with a dash between are shorter than a telephone number with its area code, and begin with no zero.
_AMOUNT = r"(?:[1-9]\d{0,5}\s?[-\u2013\u2014]\s?[1-9]\d{0,5}|\d{1,8}(?:[.\uff0e]\d{1,2})?)"
_AMOUNT_BEHIND = re.compile(rf"(?<!\d)(?<!\d[.\uff0e]){_AMOUNT}$")
_AMOUNT_AHEAD = re.compile(rf"^{_AMOUNT}(?!\d)(?![.\uff0e]\d)")
_MONEY_BEHIND = re.compile(r"\s?(?:元|圆|块|万|千元|百元|亿|人民币|(?:yuan|rmb|cny)\b)", re.IGNORECASE)
_MONEY_AHEAD = re.compile(r"(?:[¥￥]|人民币|\brmb|\bcny)\s?$", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"\d{1,5}[.\uff0e]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Masked:
    """One masked number: where its mask stands in the text that came back, and how many digits it had."""

    start: int
    digits: int


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text that may be shown, printed and handed on, and what was masked in it, from left to right."""

    text: str
    masked: tuple[Masked, ...]


def redact(text: str) -> Redacted:
    """Return a text with every number masked that could be somebody's; see the rules above.

    Takes time in proportion to the length of the text. Masking twice changes nothing.

    Examples:
        >>> redact("2026-11-25 10:30, card 6222 0212 3456 7890: 8000元 failed").text
        '2026-11-25 10:30, card ××××××: 8000元 failed'
        >>> [hidden.digits for hidden in redact("11010519491231002X 与 138-0013-8000").masked]
        [18, 11]
    """
    parts, masked, kept_to, length = [], [], 0, 0
    for start, end, digits in _secrets(text):
        parts += [text[kept_to:start], MASK]
        length += start - kept_to
        masked.append(Masked(length, digits))
        length += len(MASK)
        kept_to = end
    return Redacted("".join([*parts, text[kept_to:]]), tuple(masked))


def _secrets(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, digits) of everything to be masked, in order."""
    found = [(run.start(), run.end(), _digits(run[0])) for run in _RUN.finditer(text) if _counting(text, run) >= FEWEST]
    figures = [(match.start(), match.end(), len(match[0])) for match in _FIGURES.finditer(text)]
    for start, end, digits in sorted([*found, *figures]):
        tail = _END_OF_ID.match(text, end)
        yield (start, end + 1, digits + 1) if tail else (start, end, digits)


def _counting(text: str, run: re.Match[str]) -> int:
    """Return how many digits of a run could belong to a secret number."""
    if _digits(run[0]) < FEWEST or _PLAIN_NUMBER.fullmatch(run[0]):
        return 0
    rest = run[0]
    # A window, not the whole text: slicing it for every run would take the square of its length.
    if _MONEY_BEHIND.match(text, run.end()):
        rest = _AMOUNT_BEHIND.sub("", rest)
    if _MONEY_AHEAD.search(text[max(0, run.start() - 8) : run.start()]):
        rest = _AMOUNT_AHEAD.sub("", rest)
    return _digits(_HARMLESS.sub("", rest))


def _digits(run: str) -> int:
    return sum(sign.isdecimal() for sign in run)
