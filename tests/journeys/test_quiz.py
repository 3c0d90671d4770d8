"""A round of the quiz with keys alone: answered, changed, handed in, kept, read on, and asked once more."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.schema.quiz import Item
from gui.journal_room import Outcome
from tests.journeys.test_keyboard import tab_to
from tests.pages.user import User

Key = Qt.Key


def item_of(user: User, name: str) -> Item:
    return user.program.parts.engine.content.quiz.item[name]


def answer_by_keys(user: User, item: Item) -> None:
    """Answer rightly: a number is typed where the keyboard is, options are chosen by their numbers."""
    if item.answer is not None:
        user.shell.type(f"{item.answer:g}")
    for option in item.right:
        user.shell.press(Key(Key.Key_1.value + item.options.index(option)))


def test_that_a_round_is_answered_handed_in_and_kept_with_keys_alone(user: User) -> None:
    name, pairs = next(iter(user.program.parts.engine.content.quiz.set.items()))
    user.shell.go("quiz")
    assert user.shell.focus == f"quiz-begin-set-{name}-before"
    user.shell.press(Key.Key_Space)
    first, *between, last = pairs.before
    user.shell.press(Key.Key_1, Key.Key_2)
    assert user.quiz.chosen == [item_of(user, first).options[1]], "an answer can be changed"
    answer_by_keys(user, item_of(user, first))
    user.shell.press(Key.Key_Return)
    for item in between:
        answer_by_keys(user, item_of(user, item))
        user.shell.press(Key.Key_Return)
    assert user.quiz.left_open, "the last question is left open"
    user.shell.press(Key.Key_Return)
    assert user.quiz.answered == list(pairs.before)
    assert user.words("quizpage.right") in user.quiz.says("verdict", first)
    assert user.words("quizpage.open") in user.quiz.says("verdict", last)
    tab_to(user, "quiz-keep")
    user.shell.press(Key.Key_Space)
    assert kept(user) == [(name, "before", [*pairs.before[:-1]])]
    assert user.shell.banner == user.words("quizpage.kept_told")
    read_and_come_back(user, first)
    tab_to(user, "quiz-paired")
    user.shell.press(Key.Key_Space)
    assert (user.quiz.is_done, user.quiz.chosen) == (False, [])
    assert user.quiz.place == user.words("quizpage.place", number=1, all=len(pairs.after))
    look_elsewhere(user)


def look_elsewhere(user: User) -> None:
    """Put a round aside: it waits, and the keyboard is where one goes on with it."""
    asked = user.quiz.prompt
    tab_to(user, "quiz-leave")
    user.shell.press(Key.Key_Space)
    assert (user.quiz.waits, user.shell.focus) == (True, "quiz-resume")
    user.shell.press(Key.Key_Space)
    assert user.quiz.prompt == asked


def read_and_come_back(user: User, item: str) -> None:
    """Read on in the article of a question, and find the round as it was."""
    said = user.quiz.sum
    tab_to(user, f"quiz-read-{item}")
    user.shell.press(Key.Key_Space)
    assert (user.page, user.library.reading) == ("library", user.words(f"article.{item_of(user, item).article}.title"))
    user.shell.go("quiz")
    assert user.quiz.sum == said


def kept(user: User) -> list[tuple[str, str, list[str]]]:
    """Return what the journal has of rounds: the set, which part, what was right."""
    found: list[tuple[str, str, list[str]]] = []

    def look(outcome: Outcome) -> None:
        found.extend((one.quiz, one.round, one.right) for one in outcome.value)

    room = user.program.desk.journal()
    user.program.desk.later(room.reading(lambda journal: [*journal.store.each("quiz")]), look)
    user.quiz.settle()
    return found
