"""What the explanation pages show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartState:
    """One part of an explanation: a heading, and Markdown."""

    id: str
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class ExplainState:
    """The list of causes with a search, or one cause's page."""

    title: str
    subtitle: str
    search: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    chips: tuple[str, ...]
    parts: tuple[PartState, ...]
    sources_label: str
    sources: str
    back: str


"""``choices`` are (cause, name) in the order of the road; ``chosen`` is empty while none is open."""
