"""What the page of the quiz decides: what is answered, what is told afterwards, what is kept. No window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from core.errors import AppError
from core.journal.records import QuizRecord
from core.library.articles import NotOnTheShelfError
from core.loading.library import Library
from core.quiz.round import items_of
from core.schema.quiz import Item, ItemKind, QuizBook
from gui.journal_room import Outcome
from gui.pages.quiz.kept import place_of
from gui.pages.quiz.presenter import QuizPresenter
from gui.pages.quiz.state import AskState, DoneState, QuizState, StartState
from tests.pages.desk import FakeScreen, Office, language_of, office


@dataclass
class Place:
    """A presenter with everything around it."""

    presenter: QuizPresenter
    screen: FakeScreen[QuizState]
    made: Office

    @property
    def book(self) -> QuizBook:
        return self.made.desk.engine.content.quiz

    @property
    def start(self) -> StartState:
        part = self.screen.state.part
        assert isinstance(part, StartState)
        return part

    @property
    def ask(self) -> AskState:
        part = self.screen.state.part
        assert isinstance(part, AskState)
        return part

    @property
    def done(self) -> DoneState:
        part = self.screen.state.part
        assert isinstance(part, DoneState)
        return part

    @property
    def answers(self) -> Mapping[str, tuple[str, ...] | float]:
        now = place_of(self.made.desk).round
        assert now is not None
        return now.answers

    def at(self, kind: ItemKind) -> Item:
        """Begin the lesson of the first item of a kind, go to that item, and return it."""
        name = next(name for name, item in self.book.item.items() if item.kind == kind)
        content = self.made.desk.engine.content
        self.presenter.rounds.begin(f"lesson:{content.library.article[self.book.item[name].article].lesson}")
        self.presenter.answering.go_to(self.presenter.items.index(name))
        return self.book.item[name]

    def hand_in(self) -> None:
        """Go on to the end."""
        while isinstance(self.screen.state.part, AskState):
            self.presenter.answering.go_on()

    def answer(self, name: str, right: bool) -> None:
        """Answer an item of the round."""
        item = self.book.item[name]
        self.presenter.answering.go_to(self.presenter.items.index(name))
        if item.answer is not None:
            self.presenter.answering.type("value", f"{item.answer:g}" if right else "-987654")
            return
        wrong = [option for option in item.options if option not in item.right]
        for option in item.right if right else wrong[:1]:
            self.presenter.answering.choose(option)


@pytest.fixture
def place(library: Library) -> Place:
    screen, made = FakeScreen[QuizState](), office(library)
    return Place(QuizPresenter(screen, made.desk), screen, made)


@pytest.fixture
def first_set(library: Library) -> str:
    return next(iter(library.content.quiz.set))


def test_that_every_set_and_every_lesson_with_items_can_be_begun(place: Place) -> None:
    ways = [way for group in place.start.groups for found in group.lines for way in found.ways]
    content = place.made.desk.engine.content
    expected = [f"set:{name}:{moment}" for name in content.quiz.set for moment in ("before", "after")]
    expected += [f"lesson:{lesson}" for lesson in content.library.lessons if items_of(content, lesson)]
    assert [way.address for way in ways] == expected
    for way in ways:
        place.presenter.rounds.begin(way.address)
        assert place.ask.question.id == place.presenter.items[0]
        assert len(place.ask.steps) in (0, len(place.presenter.items))


@pytest.mark.parametrize("address", ["", "set:nothing:before", "lesson:nothing", "case:one_digit", "set"])
def test_that_an_address_of_nothing_begins_nothing(address: str, place: Place) -> None:
    place.presenter.rounds.begin(address)
    assert place.start.resume == ""


def test_that_the_page_can_be_opened_with_a_round(library: Library, first_set: str) -> None:
    screen, made = FakeScreen[QuizState](), office(library)
    presenter = QuizPresenter(screen, made.desk, f"set:{first_set}:after")
    assert presenter.items == library.content.quiz.set[first_set].after


def test_that_a_single_choice_changes_and_can_be_taken_back(place: Place) -> None:
    one, two = place.at("single").options[:2]
    for option in (one, two, two):
        place.presenter.answering.choose(option)
    assert [row.id for row in place.ask.question.rows if row.chosen] == [two]
    assert place.ask.clear
    place.presenter.answering.clear()
    assert not any(row.chosen for row in place.ask.question.rows)
    assert place.ask.clear == ""


def test_that_options_of_a_multiple_go_on_and_off(place: Place) -> None:
    one, two = place.at("multiple").options[:2]
    for option in (two, one, two):
        place.presenter.answering.choose(option)
    assert [row.id for row in place.ask.question.rows if row.chosen] == [one]
    assert not place.ask.question.one_only


def test_that_going_back_finds_the_answer_as_it_was(place: Place, first_set: str) -> None:
    place.presenter.rounds.begin(f"set:{first_set}:before")
    at_first = place.ask.can_go_back
    place.answer(place.presenter.items[0], right=True)
    answered = place.ask
    place.presenter.answering.go_on()
    assert (at_first, place.ask.can_go_back) == (False, True)
    place.presenter.answering.go_back()
    assert place.ask == answered


def test_that_what_is_no_option_of_the_question_chooses_nothing(place: Place) -> None:
    place.at("single")
    place.presenter.answering.choose("no_option_of_it")
    assert not any(row.chosen for row in place.ask.question.rows)


@pytest.mark.parametrize("typed", ["18.25", "１８．２５％", " 18.25 % "])
def test_that_a_number_is_read_however_it_is_typed(typed: str, place: Place) -> None:
    place.at("numeric")
    place.presenter.answering.type("value", typed)
    question = place.ask.question
    assert (question.fields[0].text, question.error) == (typed, "")
    assert "18.25" in question.fields[0].note
    assert place.answers == {place.ask.question.id: 18.25}


@pytest.mark.parametrize(
    ("typed", "word"), [("soon", "no_number"), ("1 or 2", "no_number"), ("99999999999", "too_large")]
)
def test_that_what_is_no_number_is_told_and_leaves_the_question_open(typed: str, word: str, place: Place) -> None:
    place.at("numeric")
    place.presenter.answering.type("value", "5")
    place.presenter.answering.type("value", typed)
    assert place.ask.question.error == place.made.words(f"quizpage.{word}")
    assert place.ask.question.fields[0].note == ""
    assert place.answers == {}


def test_that_the_number_carries_its_unit(place: Place) -> None:
    item = place.at("numeric")
    field = place.ask.question.fields[0]
    shown = place.made.desk.speaker.wording.count(3, item.unit)
    assert field.unit == shown.replace("3", "").strip()


def test_that_answers_can_be_changed_until_handed_in_and_not_after(place: Place) -> None:
    item = place.at("single")
    place.presenter.answering.choose(item.options[0])
    place.hand_in()
    before = place.done
    place.presenter.answering.choose(item.options[1])
    place.presenter.answering.clear()
    place.presenter.answering.type("value", "5")
    place.presenter.answering.go_on()
    assert place.done == before


def test_that_open_questions_are_counted_only_before_handing_in(place: Place, first_set: str) -> None:
    place.presenter.rounds.begin(f"set:{first_set}:before")
    items = place.presenter.items
    assert place.ask.left_open == ""
    place.presenter.answering.go_to(len(items) - 1)
    many = place.made.desk.speaker.wording.count(len(items), "questions")
    assert many in place.ask.left_open
    assert place.ask.next == place.made.words("quizpage.hand_in")


def test_that_every_answer_is_told_right_wrong_or_open(place: Place, first_set: str) -> None:
    place.presenter.rounds.begin(f"set:{first_set}:before")
    right, wrong, *others = place.presenter.items
    place.answer(right, right=True)
    place.answer(wrong, right=False)
    place.presenter.answering.go_to(len(place.presenter.items) - 1)
    place.hand_in()
    told = {answer.id: answer for answer in place.done.answers}
    assert [told[name].verdict for name in (right, wrong, *others)] == ["right", "wrong", *["open"] * len(others)]
    assert told[right].right == ""
    assert told[wrong].right
    assert told[wrong].chosen
    assert all(told[name].chosen == "" and told[name].right for name in others)
    assert all(answer.told and answer.link.article for answer in told.values())
    count = place.made.desk.speaker.wording.count
    for many in (1, len(others)):
        assert count(many, "questions") in place.done.sum


def test_that_a_belief_behind_an_answer_leads_to_its_article(place: Place) -> None:
    name, item = next((name, item) for name, item in place.book.item.items() if item.shows)
    option, belief = next(iter(item.shows.items()))
    lesson = place.made.desk.engine.content.library.article[item.article].lesson
    place.presenter.rounds.begin(f"lesson:{lesson}")
    place.presenter.answering.go_to(place.presenter.items.index(name))
    place.presenter.answering.choose(option)
    place.hand_in()
    [shown] = place.done.beliefs
    assert place.made.words(f"misconception.{belief}") in shown.words
    place.presenter.read(shown.link.article)
    assert place.made.visits == [("library", f"article:{place.book.misconception[belief].article}")]


def test_that_the_same_and_the_paired_questions_begin_with_nothing_answered(place: Place, first_set: str) -> None:
    place.presenter.rounds.begin(f"set:{first_set}:before")
    place.answer(place.presenter.items[0], right=True)
    place.presenter.answering.go_to(len(place.presenter.items) - 1)
    place.hand_in()
    assert place.done.paired
    place.presenter.rounds.again()
    assert not any(step.answered for step in place.ask.steps)
    place.hand_in()
    place.presenter.rounds.take_paired()
    assert place.presenter.items == place.book.set[first_set].after


def test_that_a_lesson_has_no_other_part(place: Place) -> None:
    place.at("single")
    place.hand_in()
    assert place.done.paired == ""
    before = place.done
    place.presenter.rounds.take_paired()
    assert place.done == before


def test_that_a_round_waits_while_somebody_looks_elsewhere(place: Place, library: Library) -> None:
    item = place.at("single")
    place.presenter.answering.choose(item.options[0])
    asked = place.ask
    place.presenter.rounds.leave()
    assert place.start.resume
    place.presenter.close()
    again = FakeScreen[QuizState]()
    presenter = QuizPresenter(again, place.made.desk)
    presenter.rounds.resume()
    assert again.state.part == asked


def test_that_a_round_that_was_handed_in_does_not_wait(place: Place) -> None:
    place.at("single")
    place.hand_in()
    place.presenter.rounds.leave()
    assert place.start.resume == ""


def test_that_nothing_is_kept_before_it_is_asked_for(place: Place) -> None:
    place.at("single")
    place.presenter.keeping.keep()
    place.hand_in()
    assert place.made.later.waiting == 0
    assert not place.made.desk.journal().holds_anything


def test_that_a_kept_round_holds_what_was_answered_and_no_words(place: Place, first_set: str) -> None:
    place.presenter.rounds.begin(f"set:{first_set}:before")
    items = place.presenter.items
    for name in items[:-1]:
        place.answer(name, right=True)
    place.presenter.answering.go_to(len(items) - 1)
    place.hand_in()
    place.presenter.keeping.keep()
    place.presenter.keeping.keep()
    assert not place.done.can_keep
    place.made.later.settle()
    [record] = kept(place)
    assert (record.quiz, record.round, record.asked) == (first_set, "before", list(items))
    assert record.right == list(items[:-1])
    assert set(record.chosen) == set(items[:-1])
    assert place.made.told == [place.made.words("quizpage.kept_told")]


def test_that_a_round_that_could_not_be_kept_can_be_kept_again(place: Place) -> None:
    place.at("single")
    place.hand_in()
    place.presenter.keeping.keep()
    [job] = place.made.later.jobs
    error: AppError = NotOnTheShelfError(found="x")
    job.on_done(Outcome(error=error))
    assert place.done.can_keep
    assert place.made.told == [place.made.words(f"error.{error.code}", **error.facts)]


def test_that_a_round_begun_since_is_not_touched_by_an_older_failure(place: Place) -> None:
    place.at("single")
    place.hand_in()
    place.presenter.keeping.keep()
    [job] = place.made.later.jobs
    place.at("multiple")
    job.on_done(Outcome(error=NotOnTheShelfError(found="x")))
    assert isinstance(place.screen.state.part, AskState)


def test_that_every_picture_follows_a_change_of_language(place: Place, library: Library) -> None:
    english = language_of(library, "en").words
    speaker = place.made.desk.speaker
    speaker.use("en")
    assert place.screen.state.title == english("quizpage.title")
    place.at("single")
    place.hand_in()
    shown = place.done
    speaker.use("zh_CN")
    assert [answer.verdict for answer in place.done.answers] == [answer.verdict for answer in shown.answers]
    assert place.done.title != shown.title
    speaker.use("en")
    assert place.done == shown


def test_that_nothing_is_shown_once_the_page_is_closed(place: Place) -> None:
    place.presenter.close()
    shown = len(place.screen.shown)
    place.presenter.rounds.leave()
    assert len(place.screen.shown) == shown


def test_that_before_a_round_nothing_can_be_answered(place: Place) -> None:
    start = place.start
    place.presenter.answering.go_back()
    place.presenter.answering.go_to(3)
    place.presenter.answering.go_on()
    place.presenter.answering.choose("x")
    place.presenter.answering.clear()
    place.presenter.answering.type("value", "5")
    place.presenter.rounds.again()
    place.presenter.rounds.take_paired()
    place.presenter.keeping.keep()
    assert place.start == start


def kept(place: Place) -> list[QuizRecord]:
    found: list[QuizRecord] = []

    def look(outcome: Outcome) -> None:
        found.extend(outcome.value)

    place.made.later(place.made.desk.journal().reading(lambda journal: [*journal.store.each("quiz")]), look)
    place.made.later.settle()
    return found
