"""A round of the quiz: answers can be changed until it is handed in, and not after."""

from __future__ import annotations

import pytest

from core.loading.library import Library
from core.quiz import round as rounds
from core.quiz.round import NoSuchRoundError, Round
from core.schema.quiz import QuizBook


@pytest.fixture(scope="module")
def book(library: Library) -> QuizBook:
    return library.content.quiz


def single_of(book: QuizBook) -> str:
    return next(name for name, item in book.item.items() if item.kind == "single")


def multiple_of(book: QuizBook) -> str:
    return next(name for name, item in book.item.items() if item.kind == "multiple")


def test_that_every_set_can_be_run_before_and_after_with_as_many_items(book: QuizBook) -> None:
    assert book.set
    for name in book.set:
        first = rounds.of_set(book, name)
        second = rounds.paired(first, book)
        assert second is not None
        assert (second.moment, len(second.items)) == ("after", len(first.items))
        assert rounds.paired(second, book) == first


def test_that_every_item_belongs_to_exactly_one_lesson(library: Library) -> None:
    lessons = library.content.library.lessons
    asked = [item for lesson in lessons for item in rounds.items_of(library.content, lesson)]
    assert sorted(asked) == sorted(library.content.quiz.item)


def test_that_a_lesson_is_a_round_without_a_pair(library: Library, book: QuizBook) -> None:
    lesson = next(lesson for lesson in library.content.library.lessons if rounds.items_of(library.content, lesson))
    now = rounds.of_lesson(library.content, lesson)
    assert (now.quiz, now.moment, rounds.paired(now, book)) == (lesson, "alone", None)


@pytest.mark.parametrize("name", ["", "nobody_teaches_this", "x" * 500])
def test_that_what_does_not_exist_cannot_be_begun(name: str, library: Library, book: QuizBook) -> None:
    with pytest.raises(NoSuchRoundError):
        rounds.of_set(book, name)
    with pytest.raises(NoSuchRoundError):
        rounds.of_lesson(library.content, name)


def test_that_a_single_choice_keeps_the_last_option_however_often_it_is_pressed(book: QuizBook) -> None:
    item = single_of(book)
    one, two = book.item[item].options[:2]
    now = Round((item,), "any")
    now = rounds.toggled(rounds.toggled(now, book, item, one), book, item, two)
    assert now.answers == {item: (two,)}
    assert rounds.toggled(now, book, item, two) == now
    assert rounds.answered(now, item, None).answers == {}


def test_that_a_multiple_choice_lists_what_is_chosen_in_the_order_of_its_options(book: QuizBook) -> None:
    item = multiple_of(book)
    one, two = book.item[item].options[:2]
    now = Round((item,), "any")
    now = rounds.toggled(rounds.toggled(now, book, item, two), book, item, one)
    assert now.answers == {item: (one, two)}
    assert rounds.toggled(now, book, item, one).answers == {item: (two,)}


def test_that_answers_change_until_handed_in_and_not_after(book: QuizBook) -> None:
    item = single_of(book)
    one, two = book.item[item].options[:2]
    now = rounds.answered(Round((item,), "any"), item, (one,))
    assert rounds.answered(now, item, None).answers == {}
    over = rounds.handed_in(now)
    assert rounds.answered(over, item, (two,)) == over
    assert rounds.again(over) == Round((item,), "any")


def test_that_an_answer_to_an_item_of_another_round_changes_nothing(book: QuizBook) -> None:
    now = Round((single_of(book),), "any")
    assert rounds.answered(now, multiple_of(book), ("x",)) == now


def test_that_going_on_stops_at_both_ends() -> None:
    now = Round(("a", "b", "c"), "any")
    assert [rounds.gone(now, to).item for to in (-1, 0, 2, 7)] == ["a", "a", "c", "c"]
    assert rounds.gone(now, 7).is_last


def test_that_a_round_is_counted_by_its_items(book: QuizBook) -> None:
    name = next(iter(book.set))
    now = rounds.of_set(book, name)
    for item in now.items[:2]:
        right: tuple[str, ...] | float | None = book.item[item].right or book.item[item].answer
        now = rounds.answered(now, item, right)
    found = rounds.tally(list(rounds.marks(rounds.handed_in(now), book).values()))
    assert (found.right, found.wrong, found.all) == (2, 0, len(now.items))
