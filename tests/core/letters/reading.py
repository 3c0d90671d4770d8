"""Reads documents back: all their text, and the figures in it as both languages must have them."""

from __future__ import annotations

import re
from collections import Counter

from core.letters.document import Document

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_NUMBER = re.compile(r"[0-9][0-9,.:]*[0-9]|[0-9]")


def texts(document: Document) -> list[str]:
    """Return every text of a document, in the order of reading."""
    found = [document.title, *document.lead]
    for section in document.sections:
        found += [section.heading, *(item for block in section.blocks for item in block.items)]
    return [*found, *document.closing]


def figures(document: Document) -> Counter[str]:
    """Return how often each number stands in a document; the names of months count as numbers, as in Chinese."""
    counted: Counter[str] = Counter()
    for text in texts(document):
        for number, month in enumerate(_MONTHS, start=1):
            text = re.sub(rf"(?<=\d ){month}(?= \d{{4}})", str(number), text)  # noqa: PLW2901 - one month after another
        counted.update(_NUMBER.findall(text))
    return counted
