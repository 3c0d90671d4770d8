"""Brackets within brackets: a title that has some of its own, cited in brackets, would make a reader count them."""

from __future__ import annotations

import re

PAIRS = {"（": "）", "(": ")"}
COMMAS = {"（": "，", "(": ", "}
"""What stands for an inner bracket, by how it opens."""
NESTED = 2
"""So many brackets are needed for one within another."""
_SIGN = re.compile(r"[（()）]")
_ENDS = re.compile(r"\s*([）).,;:，。；：、？！]|$)")
"""After an inner bracket: no comma is needed where the sentence makes a break anyway."""


def unnested(text: str) -> str:
    """Return a text in which what stood in an inner bracket follows a comma.

    What is between the marks of a title, the address of a link in Markdown, and a line whose brackets have no partners
    stay as they are.

    Examples:
        >>> unnested("It may be so (Rule on loans (China, copy)).")
        'It may be so (Rule on loans, China, copy).'
        >>> unnested("看过（通知（转载）第 3 条）。")
        '看过（通知，转载，第 3 条）。'
        >>> unnested("(see [a word](term:word) there)")
        '(see [a word](term:word) there)'
    """
    return "\n".join(map(_unnested_line, text.split("\n")))


def cited(value: str, before: str) -> str:
    """Return a value that is put behind ``before``: inside a bracket that is open there, it has none of its own.

    Examples:
        >>> cited("Rule on loans (China)", "It may be so (")
        'Rule on loans, China'
        >>> cited("Rule on loans (China)", "It is so by the ")
        'Rule on loans (China)'
    """
    for opening, closing in PAIRS.items():
        if before.count(opening) > before.count(closing):
            return unnested(f"{opening}{value}{closing}")[1:-1]
    return value


def _unnested_line(text: str) -> str:
    if sum(map(text.count, PAIRS)) < NESTED:
        return text
    opened: list[tuple[str, int, bool]] = []
    changes: list[tuple[int, int, str]] = []
    for found in _SIGN.finditer(text):
        sign, at = found[0], found.start()
        if sign in PAIRS:
            opened.append((sign, at, text[:at].endswith("]")))
        elif not opened or PAIRS[opened[-1][0]] != sign:
            return text
        else:
            start, begun, is_link = opened.pop()
            if not (is_link or _in_title(text[:begun]) or all(link for _, _, link in opened)):
                after = "" if _ENDS.match(text, at + 1) else COMMAS[start].rstrip()
                changes += [(len(text[:begun].rstrip(" ")), begun + 1, COMMAS[start]), (at, at + 1, after)]
    return text if opened else _changed(text, changes)


def _in_title(before: str) -> bool:
    return before.count("《") > before.count("》")


def _changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    for start, end, words in sorted(changes, reverse=True):
        text = text[:start] + words + text[end:]
    return text
