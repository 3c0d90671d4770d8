"""Reads numbers back out of sentences, and tags out of pages: what a borrower sees, not what the program meant."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_PERCENT = re.compile(r"(under |不到 |over |超过 )?(?<![\d.,])(\d+)%")
_EDGES = {"under ": -1, "不到 ": -1, "over ": 1, "超过 ": 1}
_POINTS = re.compile(r"([+−]\d+) (?:points?\b|个百分点)|hardly anything|几乎没有变化")
_MINUTES = re.compile(r"([\d,]+) (?:minutes?\b|分钟)")
_VOID = frozenset({"meta", "br", "hr", "img", "link", "input"})


def percents(text: str) -> list[int]:
    """Return every percentage in a text, in order; "under 1%" is 0 and "over 99%" is 100."""
    return [int(match[2]) + _EDGES.get(match[1], 0) for match in _PERCENT.finditer(text)]


def points(text: str) -> list[int]:
    """Return every difference in percentage points, in order; "hardly anything" is 0."""
    return [int(match[1].replace("−", "-")) if match[1] else 0 for match in _POINTS.finditer(text)]


def minutes(text: str) -> list[int]:
    """Return every number of minutes, in order."""
    return [int(match[1].replace(",", "")) for match in _MINUTES.finditer(text)]


class Tags(HTMLParser):
    """Collects tags, addresses and visible text, and fails on a tag that is closed out of turn."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__()
        self.seen: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, its addresses and anything that would run."""
        self.seen.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "data")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag, f"</{tag}> out of turn"

    def handle_data(self, data: str) -> None:
        """Keep what is read on the page."""
        if self._open and self._open[-1] != "style":
            self.text += data
