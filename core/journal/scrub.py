"""Masks what looks like a number of a card, an identity document, a phone or an order, before anything is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

MASK = "■"
"""Stands for each hidden sign, so that the length of what was hidden can be seen."""
_DIGIT = "[0-9０-９]"
_BETWEEN = r"[\s.\-_–—·]{0,2}"
# Six digits or more in a row, however they are set apart, and the X an identity number may end in.
_NUMBER = re.compile(rf"{_DIGIT}(?:{_BETWEEN}{_DIGIT}){{5,}}(?:{_BETWEEN}[XxＸｘ](?![A-Za-z]))?")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A day, alone or with its hour, is what a note is for.
_DAY = re.compile(
    r"(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?!\d))?"
)


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """A text without such numbers, and how many were masked."""

    text: str
    masked: int


def scrub(text: str) -> Scrubbed:
    """Return a text in which every run of six or more digits, and every mail address, is masked.

    Signs that set digits apart do not save them; a written day such as 2026-09-27 stays, unless digits touch it.

    Examples:
        >>> scrub("called 955 88, order 2026 0927 11")
        Scrubbed(text='called 955 88, order ■■■■■■■■■■■■', masked=1)
    """
    days = [match.span() for match in _DAY.finditer(text)]
    spans = [match.span() for pattern in (_NUMBER, _MAIL) for match in pattern.finditer(text)]
    hidden = [span for span in spans if not any(first <= span[0] and span[1] <= last for first, last in days)]
    signs = list(text)
    for first, last in hidden:
        signs[first:last] = MASK * (last - first)
    return Scrubbed("".join(signs), len(hidden))
