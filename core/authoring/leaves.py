"""Data and pages taken apart into what can be compared one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Steps = tuple[str, ...]
_HEADING = re.compile(r"^#{1,2} +(.*?) *$")


STEP = " · "
"""Stands between the steps of a path."""


def leaves_of(table: Mapping[str, Any], *, lists: bool = False, at: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield (path, value) of everything in a table that is no table itself.

    With ``lists``, tables in a list are gone into as well: by their ``id`` where they have one, else by their place.

    Examples:
        >>> list(leaves_of({"a": {"b": 1}, "c": [{"id": "x", "n": 2}]}, lists=True))
        [(('a', 'b'), 1), (('c', 'x', 'n'), 2)]
    """
    for key, value in table.items():
        if isinstance(value, dict) and value:
            yield from leaves_of(value, lists=lists, at=(*at, key))
        elif lists and isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            for number, item in enumerate(value, start=1):
                name = str(item.get("id", f"#{number}"))
                rest = {part: entry for part, entry in item.items() if part != "id"}
                yield from leaves_of(rest or {"id": name}, lists=True, at=(*at, key, name))
        else:
            yield (*at, key), value


def sections_of(page: str) -> dict[str, str]:
    r"""Return heading -> text of a page; what comes before the first heading stands under "".

    A second part of the same name is told apart by a sign behind it.

    Examples:
        >>> sections_of("# why\n\nBecause.\n# do\nThis.\n")
        {'why': 'Because.', 'do': 'This.'}
    """
    found: dict[str, list[str]] = {}
    current = found.setdefault("", [])
    for line in page.splitlines():
        heading = _HEADING.match(line)
        if heading:
            name = next(one for one in _names(heading[1]) if one not in found)
            current = found.setdefault(name, [])
        else:
            current.append(line.rstrip())
    return {name: "\n".join(lines).strip() for name, lines in found.items() if name or any(lines)}


def _names(heading: str) -> Iterator[str]:
    """Yield names for parts that have the same heading."""
    while True:
        yield heading
        heading += "′"
