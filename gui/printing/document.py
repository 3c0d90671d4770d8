"""What can be put on paper: a page of simple HTML with the lines that stand on every sheet. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class PrintedDocument:
    """One document.

    Attributes:
        html: The page, as our own templates write it: headings, paragraphs, lists, tables, cards, bars. Its title and
            its language are those of the document.
        header: What stands at the top of every sheet but the first, which has its own title.
        footer: What stands at the foot of every sheet: date and versions.
        numbering: From the number of a sheet and of all of them to what is said about it.
    """

    html: str
    header: str
    footer: str
    numbering: Callable[[int, int], str]
