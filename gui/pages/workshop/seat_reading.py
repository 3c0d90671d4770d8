"""What a participant typed, as values, and what is still missing or wrong with it. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from core.classroom.words import normal, workshop_code
from core.errors import AppError
from gui.desk import Desk
from gui.pages.workshop.kept import Seat
from gui.typed import number_in


def number_of(words: str) -> float | None:
    """Return the number that was typed, None when there is none; a sign of per cent or a unit may stand behind it."""
    return number_in(words)


def troubles(now: Seat, desk: Desk) -> Mapping[str, str]:
    """Return entry -> what is wrong with it; a participant may do without a code word."""
    found: dict[str, str] = {}
    for entry, check, text in (("code", workshop_code, now.code), ("word", normal, now.word)):
        if entry == "word" and not text.strip() and not now.again.strip():
            continue
        try:
            check(text)
        except AppError as error:
            found[entry] = desk.speaker.words(f"error.{error.code}", **error.facts)
    if "word" not in found and now.word.strip() and not _same(now.word, now.again):
        found["word"] = desk.speaker.words("workshop.take.word_differs")
    if now.quiz not in desk.engine.content.quiz.set:
        found["quiz"] = desk.speaker.words("workshop.take.quiz_missing")
    return found


def _same(word: str, again: str) -> bool:
    try:
        return normal(word) == normal(again)
    except AppError:
        return False
