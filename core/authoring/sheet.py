"""What a preview is: a sheet of titled parts in Markdown, neutral about where it is shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from core.catalogue import Catalogue
from core.explain.language import Language
from core.loading.sketch import Sketch

Role = Literal["plain", "accent", "note", "answers"]
"""What a part is: like most, what to do, a remark for the author alone, or the answers that a question offers."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: a heading ("": none) and Markdown. ``note`` is for the author; a borrower never sees it."""

    title: str
    markdown: str
    role: Role = "plain"


@dataclass(frozen=True, slots=True)
class Sheet:
    """An entry as it is read: title, short remarks, parts."""

    title: str
    chips: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Stand:
    """What a sheet is drawn from.

    Attributes:
        sketch: The folder as far as it can be read.
        language: One language of it; what is missing shows as a mark.
        own: The program's own words, for headings.
        today: The day; it decides which rules a letter may name.
        known: Whether pages are filled in with sample facts, or with nothing known.
    """

    sketch: Sketch
    language: Language
    own: Catalogue
    today: dt.date
    known: bool = True


def bullets(lines: tuple[str, ...] | list[str]) -> str:
    """Return a list in Markdown."""
    return "\n".join(f"- {line}" for line in lines)


def shown(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts that say anything."""
    return tuple(part for part in parts if part.markdown.strip())
