"""A pseudo-language in which every text is twice as long, for tests alone: what has room for it has room for any."""

from __future__ import annotations

import re
from dataclasses import replace

from core.loading.library import Library

SIGN = 2
"""So short a text is a sign, such as a weekday in one letter: it is as long in every language."""
PROPER_NAMES = ("English", "中文", "Disburse Check", "放款自检")


def stretched(text: str) -> str:
    """Return a text with every line twice as long between brackets; placeholders stand in it once, signs stay."""
    return "\n".join(_stretched(line) for line in text.split("\n"))


def _stretched(line: str) -> str:
    again = re.sub(r"\{[a-z0-9_.]+\}", "", line).strip()
    if len(line.strip()) <= SIGN:
        return line
    return f"［{line}］" if line in PROPER_NAMES or len(again) <= SIGN else f"［{line} {again}］"


def bare(number: str) -> str:
    """Return a number without the brackets that the pseudo-language puts around it."""
    return number.strip("［］")


def longer_words(library: Library) -> dict[str, str]:
    """Return the Chinese texts, stretched."""
    return {key: stretched(text) for key, text in library.words["zh_CN"].items()}


def in_place_of_chinese(library: Library) -> Library:
    """Return the content with the pseudo-language where Chinese was, so that there are still two to change between."""
    return replace(library, words={**library.words, "zh_CN": longer_words(library)})
