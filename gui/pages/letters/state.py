"""What the page of letters shows."""

from __future__ import annotations

from dataclasses import dataclass

from gui.questions.state import RowState


@dataclass(frozen=True, slots=True)
class LetterField:
    """One thing to fill in; ``lines`` is whether it may have several."""

    id: str
    label: str
    text: str
    help: str
    example: str
    error: str
    lines: bool


@dataclass(frozen=True, slots=True)
class FieldsState:
    """What can be filled in, and what must not be."""

    title: str
    hint: str
    fields: tuple[LetterField, ...]
    blanks: str


@dataclass(frozen=True, slots=True)
class SheetState:
    """What it becomes: Markdown, or a word on why there is none; ``masked`` says how much is masked and why."""

    title: str
    masked: str
    rule: str
    markdown: str
    empty: str
    save: str
    copy: str
    sent: str
    """How the day on which it was sent is noted; nothing where no answer is due within a known time."""


@dataclass(frozen=True, slots=True)
class LettersState:
    """The whole page.

    Attributes:
        lender: (id, label, whether it is chosen) of each kind of institution.
        as_data: Whether it can be saved as plain data as well.
    """

    title: str
    intro: str
    choose: str
    kinds: tuple[RowState, ...]
    lender_label: str
    lender_hint: str
    lender: tuple[tuple[str, str, bool], ...]
    fields: FieldsState
    sheet: SheetState
    file_name: str
    as_data: bool
