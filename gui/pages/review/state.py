"""What the page "check your answers" shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One step: what was asked, what was answered, a mark where nothing was, and how an answer was measured."""

    id: str
    name: str
    answer: str
    change: str
    heard: str
    open: bool
    measured: str = ""


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """The lines of one section."""

    title: str
    lines: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class ReviewState:
    """The whole page."""

    title: str
    text: str
    notice: str
    sections: tuple[SectionBlock, ...]
    back: str
    result: str
