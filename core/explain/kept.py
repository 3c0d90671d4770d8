"""Records of the journal in a few words, for a line in a list."""

from __future__ import annotations

from core.explain.language import Language
from core.journal.records import (
    AnyRecord,
    AssessmentRecord,
    AttemptRecord,
    NoteRecord,
    QuizRecord,
    ScoreRecord,
    SentRecord,
)


def record_words(record: AnyRecord, language: Language) -> str:
    """Return what a record says, without its kind and its day; of a note its whole text, in one line."""
    words, wording = language.words, language.wording
    if isinstance(record, AssessmentRecord):
        answers = wording.count(len(record.answers), "answers")
        band = words(f"band.{record.result.band}.name") if record.result else words("journal.no_result")
        return words("journal.assessment", answers=answers, band=band)
    if isinstance(record, ScoreRecord):
        return wording.count(record.value, "points")
    if isinstance(record, AttemptRecord):
        return words(f"journal.outcome.{record.outcome}")
    if isinstance(record, NoteRecord):
        return words("ui.semicolon").join(record.text.splitlines())
    if isinstance(record, SentRecord):
        known = record.letter in language.content.letters
        return words(f"letter.{record.letter}.name") if known else record.letter
    return _quiz(record, language)


def _quiz(record: QuizRecord, language: Language) -> str:
    words, wording = language.words, language.wording
    names = (f"quiz_set.{record.quiz}", f"lesson.{record.quiz}.name")
    quiz = next((words(name) for name in names if name in words), record.quiz)
    facts = {"asked": wording.count(len(record.asked or record.chosen), "questions"), "quiz": quiz}
    moment = words(f"quizline.moment.{record.round}")
    return words("journal.quiz", moment=moment, right=wording.count(len(record.right), "answers"), **facts)
