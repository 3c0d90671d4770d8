"""What the author's desk remembers while the program runs. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_KIND = "cause"


@dataclass(slots=True)
class Place:
    """Where the author is: kind, entry, what is searched for, the language ("": the program's), and for whom."""

    kind: str = FIRST_KIND
    entry: str = ""
    typed: str = ""
    language: str = ""
    known: bool = True
