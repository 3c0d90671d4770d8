"""What a letter asks for beyond the answers, and what was typed into it, checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from core.errors import AppError
from core.explain.language import Language

LONGEST_LINE, LONGEST_TEXT = 100, 2000
"""Signs that fit in one line of a letter, and in a text."""


class UnknownLetterError(AppError):
    """There is no such kind of letter."""

    code = "unknown_letter"


class FieldRefusedError(AppError):
    """A field that the letter does not ask for, or something in it that does not fit."""

    code = "field_refused"


@dataclass(frozen=True, slots=True)
class FieldText:
    """Something a letter asks for: its id, whether a line, a text or a day, its words, and how many signs fit."""

    id: str
    kind: Literal["line", "text", "date"]
    name: str
    help: str
    longest: int


@dataclass(frozen=True, slots=True)
class LetterText:
    """A kind of letter as a choice: when it helps, and what it asks for."""

    id: str
    name: str
    when: str
    fields: tuple[FieldText, ...]


def letter_texts(language: Language) -> tuple[LetterText, ...]:
    """Return every kind of letter, in the order of ``letters.toml``."""
    return tuple(_letter(kind, language) for kind in language.content.letters)


def typed_fields(kind: str, fields: Mapping[str, str], language: Language) -> dict[str, str]:
    """Return what was typed, each in one line, days in words; blank fields are left out.

    Raises:
        UnknownLetterError: No such kind.
        FieldRefusedError: A field that the letter does not ask for, too long, or not a day (2026-11-25).
    """
    letters = language.content.letters
    if kind not in letters:
        raise UnknownLetterError(found=kind[:60], expected=", ".join(letters))
    kinds = {field.id: field.kind for field in letters[kind].fields}
    return dict(_typed(kinds, fields, language))


def _typed(kinds: Mapping[str, str], fields: Mapping[str, str], language: Language) -> Iterator[tuple[str, str]]:
    for name, raw in fields.items():
        if name not in kinds:
            raise FieldRefusedError(field=name[:60], expected=", ".join(kinds))
        text = " ".join(raw.split())
        longest = LONGEST_TEXT if kinds[name] == "text" else LONGEST_LINE
        if len(text) > longest:
            raise FieldRefusedError("field_too_long", field=name, longest=longest)
        if text:
            yield name, _day(name, text, language) if kinds[name] == "date" else text


def _day(name: str, text: str, language: Language) -> str:
    try:
        return language.wording.date(dt.date.fromisoformat(text))
    except ValueError:
        raise FieldRefusedError("field_no_day", field=name, found=text[:40]) from None


def _letter(kind: str, language: Language) -> LetterText:
    t = language.words
    asked = tuple(
        FieldText(
            id=field.id,
            kind=field.kind,
            name=t(f"letter_field.{field.id}.name"),
            help=t(f"letter_field.{field.id}.help"),
            longest=LONGEST_TEXT if field.kind == "text" else LONGEST_LINE,
        )
        for field in language.content.letters[kind].fields
    )
    return LetterText(kind, t(f"letter.{kind}.name"), t(f"letter.{kind}.when"), asked)
