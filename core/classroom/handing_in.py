"""From a round of the quiz to a result that can be handed in, and whether a result fits a content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.classroom.result import CaseRun, ClassResult, UnreadableResultError, short_hash
from core.classroom.words import pair_mark
from core.quiz.marking import NotAnAnswerToItemError, mark
from core.quiz.round import Round, items_of
from core.schema.content import Content


@dataclass(frozen=True)
class Desk:
    """What a result needs to be made.

    Attributes:
        content: The content that was asked from.
        workshop: The code of the workshop.
        chance: Eight random bytes, so that people who answer alike are not taken for one.
    """

    content: Content
    workshop: str
    chance: bytes


def hand_in(desk: Desk, now: Round, word: str = "", runs: Sequence[CaseRun] = ()) -> ClassResult:
    """Return the result of a round; without a code word it cannot be paired. Takes about 40 ms with one.

    Raises:
        BadCodeError: The code word cannot be used.
    """
    return ClassResult(
        workshop=desk.workshop,
        version=short_hash(desk.content.language_independent_hash),
        quiz=now.quiz,
        round=now.moment,
        slip=desk.chance[:8].hex(),
        pair=pair_mark(word, desk.workshop) if word.strip() else None,
        answers={item: now.answers.get(item) for item in now.items},
        runs=tuple(runs),
    )


def items_asked(result: ClassResult, content: Content) -> tuple[str, ...]:
    """Return the items of a result's set and round, or of its lesson, in order; none when the content has no such."""
    pairs = content.quiz.set.get(result.quiz)
    if result.round == "alone":
        if pairs is None:
            return items_of(content, result.quiz)
        return tuple(dict.fromkeys((*pairs.before, *pairs.after)))
    if pairs is None:
        return ()
    return pairs.before if result.round == "before" else pairs.after


def check_fits(result: ClassResult, content: Content) -> None:
    """Refuse a result that a content cannot count.

    A result of another version of the content is welcome as long as everything in it still exists.

    Raises:
        UnreadableResultError: A quiz, an item, an answer, a case or a cause that the content does not have.
    """
    asked = items_asked(result, content)
    if not asked:
        raise UnreadableResultError("class_result_unknown_quiz")
    for item, given in result.answers.items():
        if item not in asked:
            raise UnreadableResultError("class_result_unknown_item")
        try:
            mark(content.quiz.item[item], given)
        except NotAnAnswerToItemError:
            raise UnreadableResultError("class_result_unknown_answer", where=item) from None
    for run in result.runs:
        if run.case not in content.library.case or not content.causes.keys() >= set(run.causes):
            raise UnreadableResultError("class_result_unknown_case")
