"""An answer of the checklist in words, whatever its kind."""

from __future__ import annotations

import datetime as dt

from core.explain.language import Language
from core.schema.answers import NONE, NOT_SURE, Answer


def answer_text(question: str, answer: Answer | None, language: Language) -> str:
    """Return an answer to a question in words; None is "not sure"."""
    if answer is None or answer == NOT_SURE:
        return language.words("question_words.not_sure")
    if answer == NONE:
        return language.words("question_words.none")
    if isinstance(answer, dt.date):
        return language.wording.date(answer)
    if isinstance(answer, tuple):
        words = tuple(part for part in answer if isinstance(part, str))
        if len(words) == len(answer):
            return language.wording.fact(question, words)
        pairs = [_dated(question, part[0], part[1], language) for part in answer if not isinstance(part, str)]
        return language.words("ui.list_separator").join(pairs)
    return language.wording.fact(question, answer)


def _dated(question: str, day: dt.date, value: float, language: Language) -> str:
    unit = language.content.questions[question].unit
    return f"{language.wording.date(day)}{language.words('ui.colon')}{language.wording.count(value, unit)}"
