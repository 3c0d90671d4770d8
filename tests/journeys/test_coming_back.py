"""Going back, about and away: nothing that was answered is lost."""

from __future__ import annotations

import pytest

from gui.opening import Folders
from tests.pages.running import LANGUAGES, Starter
from tests.pages.user import User

SAFE = {"safety.asked_to_pay": "no", "safety.app_source": "store", "safety.pressure": "nothing"}
CARD = {"card.kind": "own_debit", "card.account_class": "class_two"}


@pytest.fixture
def midway(user: User) -> User:
    """Return somebody in the middle of the full checklist, at the lender's question."""
    return go_midway(user)


@pytest.fixture
def halfway(anybody: User) -> User:
    """Return the same where the language makes no difference."""
    return go_midway(anybody)


def go_midway(user: User) -> User:
    user.home.open("before")
    user.checklist.take_way("full")
    user.walk_by(lambda step: user.answer(SAFE[step]), steps=3)
    return user


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_after_a_kill_the_same_question_stands_there_with_all_answers(
    language: str, make_program: Starter
) -> None:
    user = make_program.user(language)
    user.home.open("after")
    user.checklist.choose("card_class_limit")
    user.checklist.next()
    user.checklist.next()
    user.checklist.next()
    user.checklist.take_way("full")
    user.walk_by(lambda step: user.answer({**SAFE, "request.lender": "jiebei"}[step]), steps=4)
    user.checklist.type("8000")
    user.checklist.leave_field()
    before, question = user.draft, user.checklist.question
    make_program.kill(user.program)

    again = make_program.user(language)
    assert again.draft == before
    assert again.shell.banner == ""
    again.home.resume()
    assert again.checklist.question == question == "request.amount"
    assert again.checklist.field() == "8000"


def test_that_a_kill_at_the_review_comes_back_to_the_review(make_program: Starter) -> None:
    user = make_program.user()
    user.home.open("before")
    user.walk(SAFE)
    assert user.page == "review"
    make_program.kill(user.program)

    again = make_program.user()
    again.home.resume()
    assert again.page == "review"


def test_that_what_was_typed_is_kept_when_the_window_is_closed(make_program: Starter) -> None:
    user = make_program.user()
    user.home.open("before")
    user.checklist.take_way("full")
    user.walk_by(lambda step: user.answer({**SAFE, "request.lender": "jiebei"}[step]), steps=4)
    user.checklist.type("8000")
    make_program.end(user.program)
    assert make_program.user().draft.answers.values["request.amount"] == 8000.0


def test_that_the_other_language_keeps_every_answer_and_the_step(midway: User) -> None:
    midway.checklist.choose("jiebei")
    before, prompt = midway.draft, midway.checklist.prompt
    midway.shell.other_language()
    assert midway.draft == before
    assert midway.checklist.question == "request.lender"
    assert midway.checklist.chosen == ["jiebei"]
    assert midway.checklist.prompt != prompt
    midway.shell.other_language()
    assert midway.checklist.prompt == prompt


def test_that_the_other_language_keeps_the_number_that_is_being_typed(halfway: User) -> None:
    halfway.checklist.choose("jiebei")
    halfway.checklist.next()
    halfway.checklist.type("12k")
    halfway.shell.other_language()
    assert halfway.draft.answers.values["request.amount"] == 12000.0
    assert halfway.checklist.question == "request.amount"


def test_that_the_language_is_remembered(make_program: Starter) -> None:
    user = make_program.user("zh_CN")
    user.shell.other_language()
    make_program.end(user.program)
    assert make_program.user("zh_CN").program.parts.speaker.code == "en"


def test_that_undo_takes_back_every_answer_and_redo_makes_them_all_again(user: User) -> None:
    user.home.open("before")
    user.checklist.take_way("triage")
    opened = user.draft
    user.walk(SAFE | CARD)
    user.result.change()
    end, steps = user.draft, 0
    while user.draft.answers.values:
        user.shell.undo()
        steps += 1
        assert len(user.draft.answers.values) == len(end.answers.values) - steps
    assert user.draft == opened
    assert user.checklist.question == "safety.asked_to_pay"
    for _ in range(steps):
        user.shell.redo()
    assert user.draft.answers == end.answers
    assert not user.shell.can("edit", "redo")


@pytest.mark.parametrize("door", ["before", "after", "asked"])
def test_that_undoing_the_first_step_leads_back_to_before_the_beginning(user: User, door: str) -> None:
    fresh = user.draft
    user.home.open(door)
    user.shell.undo()
    assert user.draft == fresh
    assert user.page == "home"
    assert not user.home.can_resume
    user.shell.redo()
    assert user.draft.begun


def test_that_undo_brings_back_the_check_that_a_new_one_replaced(halfway: User) -> None:
    halfway.checklist.choose("jiebei")
    old = halfway.draft
    halfway.shell.go("home")
    halfway.home.open("after")
    halfway.shell.undo()
    assert halfway.draft == old


def test_that_undo_brings_back_erased_answers_to_where_they_were(halfway: User) -> None:
    halfway.checklist.choose("jiebei")
    old = halfway.draft
    halfway.shell.go("settings")
    halfway.settings.erase()
    assert halfway.draft.answers.values == {}
    halfway.shell.undo()
    assert halfway.draft == old
    halfway.shell.go("checklist")
    assert halfway.checklist.question == "request.lender"


def test_that_erased_answers_are_nowhere_on_the_disk_once_the_program_has_ended(
    make_program: Starter, folders: Folders
) -> None:
    user = go_midway(make_program.user())
    user.checklist.choose("weilidai")
    user.checklist.next()
    user.shell.go("settings")
    user.settings.erase()
    make_program.end(user.program)
    telling = [path.name for path in folders.data.iterdir() if b"weilidai" in path.read_bytes()]
    assert telling == []


def test_that_erased_answers_are_gone_from_the_disk_at_once_and_damaged_copies_with_them(
    make_program: Starter, folders: Folders
) -> None:
    folders.data.mkdir()
    (folders.data / "check.json").write_text('{"answers": {"request.lender": "weilidai"', "utf-8")
    user = go_midway(make_program.user())
    user.checklist.choose("weilidai")
    user.checklist.next()
    assert {b"weilidai" in path.read_bytes() for path in folders.data.glob("*check*.json")} == {True}
    user.shell.go("settings")
    user.settings.erase()
    make_program.kill(user.program)
    assert [path.name for path in folders.data.iterdir() if b"weilidai" in path.read_bytes()] == []
    assert list(folders.data.glob("*check*")) == []


def test_that_undo_shows_the_step_at_which_something_was_undone(halfway: User) -> None:
    halfway.checklist.choose("jiebei")
    halfway.checklist.jump("card")
    assert halfway.checklist.question == "card.kind"
    halfway.shell.undo()
    assert halfway.checklist.question == "request.lender"
    assert halfway.checklist.chosen == []


def test_that_undo_leaves_alone_what_is_being_typed_at_another_step(halfway: User) -> None:
    for answer in ("jiebei", "8000", "20000"):
        halfway.answer(answer)
        halfway.checklist.next()
    halfway.checklist.back()
    halfway.checklist.back()
    halfway.checklist.type("9000")
    halfway.shell.undo()
    amounts = halfway.draft.answers.values
    assert amounts["request.amount"] in (8000.0, 9000.0)
    assert amounts.get("limit.available") in (None, 20000.0)


def test_that_changing_an_earlier_answer_keeps_the_later_ones(midway: User) -> None:
    midway.answer("jiebei")
    later = dict(midway.draft.answers.values)
    for _ in range(3):
        midway.checklist.back()
    assert midway.checklist.question == "safety.asked_to_pay"
    assert midway.checklist.chosen == ["no"]
    midway.checklist.choose("not_sure")
    assert midway.draft.answers.values == {**later, "safety.asked_to_pay": "not_sure"}


def test_that_an_answer_changed_from_the_review_keeps_its_place_on_the_short_way(anybody: User) -> None:
    anybody.home.open("before")
    anybody.walk(SAFE)
    steps = anybody.review.steps
    anybody.review.change(steps[4])
    anybody.checklist.choose("not_sure")
    anybody.checklist.leave()
    anybody.home.resume()
    assert anybody.checklist.question == steps[4]
    assert set(anybody.draft.answers.values) == set(steps)


def test_that_a_section_is_gone_to_at_its_first_open_question(midway: User) -> None:
    midway.checklist.jump("card")
    assert midway.checklist.question == "card.kind"
    midway.answer("own_debit")
    midway.checklist.jump("safety")
    assert midway.checklist.question == "safety.asked_to_pay"
    midway.checklist.jump("card")
    assert midway.checklist.question == "card.account_class"


def test_that_another_way_through_the_checklist_keeps_every_answer(halfway: User) -> None:
    halfway.answer("jiebei")
    answers = halfway.draft.answers
    for way in ("triage", "short", "full"):
        halfway.checklist.take_way(way)
        assert halfway.page == "checklist"
        assert halfway.draft.answers == answers


def test_that_not_sure_and_skipped_are_told_apart(midway: User) -> None:
    midway.checklist.choose("not_sure")
    midway.checklist.next()
    midway.checklist.skip()
    midway.checklist.leave()
    midway.program.visit("review")
    assert midway.review.answer("request.lender") == midway.words("question_words.not_sure")
    assert midway.review.answer("request.amount") == midway.words("review.unanswered")
    assert midway.draft.skipped == ("request.amount",)


def test_that_skipping_takes_back_an_answer_that_undo_brings_again(halfway: User) -> None:
    halfway.checklist.choose("jiebei")
    halfway.checklist.skip()
    assert "request.lender" not in halfway.draft.answers.values
    halfway.shell.undo()
    assert halfway.draft.answers.values["request.lender"] == "jiebei"


def test_that_the_drawing_of_a_question_shows_what_is_chosen(halfway: User) -> None:
    halfway.checklist.choose("weilidai")
    marks = [line[0] for line in halfway.checklist.read().splitlines()]
    assert marks == ["○", "●", "○", "○", "○", "○", "○", "○"]


def test_that_the_road_and_its_range_follow_the_answers(halfway: User) -> None:
    before = halfway.checklist.estimate
    first = halfway.checklist.wait_for_range()
    halfway.checklist.jump("credit")
    halfway.checklist.choose("now") if "now" in halfway.checklist.rows else halfway.checklist.choose("fell_much")
    assert halfway.checklist.estimate != before
    assert halfway.checklist.wait_for_range() not in (first, halfway.words("checklist.range_coming"))
