"""Two texts beside each other: which words went, which came, with a little of what stands around them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

AROUND = 24
"""So many signs of what is the same are shown before and after a change."""
GONE, CAME = ("[-", "-]"), ("{+", "+}")
_TOKEN = re.compile(r"[A-Za-z0-9_]+|\s+|.", re.DOTALL)


def wordwise(before: str, after: str) -> str:
    """Return the changes of a text in one line; whole words in English, single signs in Chinese.

    Examples:
        >>> wordwise("The money comes today.", "The money comes tomorrow.")
        'The money comes [-today-]{+tomorrow+}.'
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    said = []
    for number, (what, start, end, first, last) in enumerate(steps):
        if what == "equal":
            said.append(_clipped("".join(old[start:end]), number == 0, number == len(steps) - 1))
            continue
        gone, came = "".join(old[start:end]), "".join(new[first:last])
        said.append((gone and f"{GONE[0]}{gone}{GONE[1]}") + (came and f"{CAME[0]}{came}{CAME[1]}"))
    return " ".join("".join(said).split())


def _clipped(text: str, at_start: bool, at_end: bool) -> str:
    """Return what stays the same, its middle left out where it is long."""
    head, tail = ("" if at_start else text[:AROUND]), ("" if at_end else text[-AROUND:])
    return text if len(text) <= len(head) + len(tail) + 1 else f"{head}…{tail}"
