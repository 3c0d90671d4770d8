"""A round of the quiz: which items, what was answered so far, where one is, whether it has been handed in.

A round never changes: every step returns another one. After it has been handed in, its answers stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from core.errors import AppError
from core.quiz.marking import Given, Mark, mark
from core.schema.content import Content
from core.schema.quiz import QuizBook

Moment = Literal["before", "after", "alone"]


class NoSuchRoundError(AppError):
    """There is no set or lesson of this name with items to ask."""

    code = "no_such_round"


@dataclass(frozen=True)
class Round:
    """A round under way.

    Attributes:
        items: The items, in the order asked; at least one.
        quiz: The set or the lesson that they come from.
        moment: Which part of a set: asked before or after learning; "alone" for the items of a lesson.
        answers: Item -> what was answered; an item without an entry was not.
        at: The place of the item that one is at, from 0.
        handed_in: Whether it is over.
    """

    items: tuple[str, ...]
    quiz: str
    moment: Moment = "alone"
    answers: Mapping[str, tuple[str, ...] | float] = field(default_factory=dict)
    at: int = 0
    handed_in: bool = False

    @property
    def item(self) -> str:
        """Return the item that one is at."""
        return self.items[self.at]

    @property
    def is_last(self) -> bool:
        """Return whether no item comes after this one."""
        return self.at == len(self.items) - 1


@dataclass(frozen=True)
class Tally:
    """How many items were right, wrong and not answered."""

    right: int
    wrong: int
    unanswered: int

    @property
    def all(self) -> int:
        """Return how many items there are."""
        return self.right + self.wrong + self.unanswered


def of_set(book: QuizBook, name: str, moment: Literal["before", "after"] = "before") -> Round:
    """Return a new round with one part of a set.

    Raises:
        NoSuchRoundError: There is no such set.
    """
    if name not in book.set:
        raise NoSuchRoundError(found=name[:60])
    pairs = book.set[name]
    return Round(pairs.before if moment == "before" else pairs.after, name, moment)


def of_lesson(content: Content, lesson: str) -> Round:
    """Return a new round with all items of a lesson.

    Raises:
        NoSuchRoundError: The lesson has none, or there is no such lesson.
    """
    items = items_of(content, lesson)
    if not items:
        raise NoSuchRoundError(found=lesson[:60])
    return Round(items, lesson)


def items_of(content: Content, lesson: str) -> tuple[str, ...]:
    """Return the items of a lesson, in the order of the file."""
    articles = content.library.article
    return tuple(name for name, item in content.quiz.item.items() if articles[item.article].lesson == lesson)


def answered(now: Round, item: str, given: Given) -> Round:
    """Return the round with an answer; None, or no option chosen, takes the answer away."""
    if now.handed_in or item not in now.items:
        return now
    answers = {name: answer for name, answer in now.answers.items() if name != item}
    return replace(now, answers=answers if given is None or given == () else {**answers, item: given})


def toggled(now: Round, book: QuizBook, item: str, option: str) -> Round:
    """Return the round after an option was pressed: the only one chosen of a single choice, on or off of a multiple.

    Pressed again, the option of a single choice stays: whoever presses twice by mistake must not lose it. It is taken
    back with :func:`answered` and None.
    """
    if book.item[item].kind == "single":
        return answered(now, item, (option,))
    chosen = now.answers.get(item, ())
    wanted = {option}.symmetric_difference(chosen if isinstance(chosen, tuple) else ())
    return answered(now, item, tuple(one for one in book.item[item].options if one in wanted))


def gone(now: Round, to: int) -> Round:
    """Return the round at another item; beyond the ends it stays at the end."""
    return replace(now, at=min(max(to, 0), len(now.items) - 1))


def handed_in(now: Round) -> Round:
    """Return the round as over, back at its first item."""
    return replace(now, handed_in=True, at=0)


def again(now: Round) -> Round:
    """Return the same items with nothing answered."""
    return Round(now.items, now.quiz, now.moment)


def paired(now: Round, book: QuizBook) -> Round | None:
    """Return the other part of the set, with nothing answered; None when the items do not come from a set."""
    if now.moment == "alone" or now.quiz not in book.set:
        return None
    return of_set(book, now.quiz, "after" if now.moment == "before" else "before")


def marks(now: Round, book: QuizBook) -> dict[str, Mark]:
    """Return item -> what its answer is worth, in order."""
    return {item: mark(book.item[item], now.answers.get(item)) for item in now.items}


def tally(found: Sequence[Mark]) -> Tally:
    """Return how many were right, wrong and not answered.

    Examples:
        >>> tally([Mark(True), Mark(None), Mark(False), Mark(True)])
        Tally(right=2, wrong=1, unanswered=1)
    """
    rights = [one.right for one in found]
    return Tally(rights.count(True), rights.count(False), rights.count(None))
