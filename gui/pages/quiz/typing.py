"""The number that is typed as an answer: read as it is typed, and said again with its unit. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from core.explain.language import Language
from gui.typed import number_in

MOST = 1e9
"""A number that is larger is a mistake of the keyboard; none that is asked for comes near it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was made of a text: a number, nothing, or what is wrong with it."""

    value: float | None
    echo: str
    error: str


def typed_number(text: str, unit: str, language: Language) -> Typed:
    """Return the number in a text; full-width figures, commas and a unit behind it are read as well."""
    if not text.strip():
        return Typed(None, "", "")
    value = number_in(text)
    if value is None:
        return Typed(None, "", language.words("quizpage.no_number"))
    if abs(value) >= MOST:
        return Typed(None, "", language.words("quizpage.too_large"))
    return Typed(value, language.words("quizpage.understood", number=language.wording.count(value, unit)), "")


def unit_words(unit: str, language: Language) -> str:
    """Return the name of a unit, to stand behind a field."""
    return language.words(f"unit.{unit}.other", n="", tenfold="").strip()
