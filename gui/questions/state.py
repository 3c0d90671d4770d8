"""What a question shows: frozen pictures of plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowState:
    """One answer to choose; ``dashed`` rows cost nothing: not sure, never."""

    id: str
    label: str
    hint: str = ""
    chosen: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class FieldState:
    """One thing to type."""

    id: str
    label: str
    text: str
    unit: str = ""
    example: str = ""
    lines: bool = False
    note: str = ""
    """What was understood, below the field."""


@dataclass(frozen=True, slots=True)
class ChipState:
    """A shortcut that fills in the fields."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class QuestionState:
    """One step: what is asked, what can be answered, and what was; ``measured`` says with what it was measured."""

    id: str
    overline: str
    prompt: str
    lead: str
    fields: tuple[FieldState, ...]
    chips: tuple[ChipState, ...]
    rows: tuple[RowState, ...]
    one_only: bool
    searchable: str
    echo: str
    error: str
    why_label: str
    why: str
    how_label: str
    how: str
    measured: str = ""
