"""What can be done with a result: objections, steps done, what-if, explanations, the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.schema.answers import Answer, Answers, Attempt
from gui.draft import Draft
from tests.pages.running import EVENING
from tests.pages.user import User

ANSWERS: dict[str, Answer] = {
    "safety.asked_to_pay": "no",
    "request.amount": 8000.0,
    "card.account_class": "class_two",
    "device.new_devices_30d": 1.0,
    "network.quality": "smooth",
}
TRIES = (Attempt(EVENING.replace(hour=20), "card_class_limit"),)
FIRST = "account_daily_room_used"


@pytest.fixture
def told(user: User) -> User:
    """Return somebody in front of a result that names the card."""
    return show_result(user)


@pytest.fixture
def reader(anybody: User) -> User:
    """Return the same where the language makes no difference."""
    return show_result(anybody)


def show_result(user: User) -> User:
    user.program.parts.session.change(Draft(Answers(EVENING.date(), "after", ANSWERS, TRIES), "full", "review"))
    user.program.visit("result")
    user.result.wait()
    assert user.result.causes()[0] == FIRST
    return user


def test_that_an_objection_recomputes_and_can_be_taken_back(told: User) -> None:
    before = (told.result.causes(), told.result.risk, told.result.plan())
    told.result.object(FIRST)
    told.result.wait()
    assert list(told.draft.answers.objections) == [FIRST]
    assert told.result.is_objected(FIRST)
    assert told.result.causes()[0] != FIRST
    told.result.object(FIRST)
    told.result.wait()
    assert list(told.draft.answers.objections) == []
    assert not told.result.is_objected(FIRST)
    assert (told.result.causes(), told.result.risk, told.result.plan()) == before


def test_that_undo_takes_an_objection_back_on_the_page_itself(reader: User) -> None:
    reader.result.object(FIRST)
    reader.shell.undo()
    reader.result.wait()
    assert reader.page == "result"
    assert reader.result.causes()[0] == FIRST


def test_that_i_did_this_marks_a_step_and_takes_it_out_of_what_is_to_do(told: User) -> None:
    step = told.result.plan()[0]
    told.result.mark_done(step)
    told.result.wait()
    assert list(told.draft.answers.done) == [step]
    assert told.result.plan().count(step) == 1
    assert told.result.plan()[-1] == step
    assert told.result.is_done(step)
    told.result.mark_done(step)
    told.result.wait()
    assert list(told.draft.answers.done) == []
    assert not told.result.is_done(step)


def test_that_what_if_shows_before_and_after_and_leaves_the_answers_alone_until_kept(told: User) -> None:
    before = told.draft
    told.result.try_question("card.account_class")
    told.result.try_answer("card.account_class", "class_one")
    now, then = told.result.before_and_after
    assert percent(now) < percent(then)
    assert told.draft == before
    told.result.keep()
    told.result.wait()
    assert told.draft.answers.values == {**ANSWERS, "card.account_class": "class_one"}
    told.shell.undo()
    assert told.draft.answers == before.answers


def percent(text: str) -> int:
    return int(text.rstrip("%"))


def test_that_keeping_a_what_if_stays_on_the_result_and_where_the_checklist_was(reader: User) -> None:
    reader.result.try_question("card.account_class")
    reader.result.try_answer("card.account_class", "class_one")
    reader.result.keep()
    assert reader.page == "result"
    assert reader.draft.at == "review"


def test_that_what_if_takes_a_typed_answer(reader: User) -> None:
    reader.result.try_question("card.received_today")
    reader.result.try_typing("card.received_today", "1万")
    now, then = reader.result.before_and_after
    assert percent(now) > percent(then)
    reader.result.keep()
    assert reader.draft.answers.values["card.received_today"] == 10000.0


def test_that_what_if_forgets_what_was_tried_when_another_question_is_chosen(reader: User) -> None:
    reader.result.try_question("card.account_class")
    reader.result.try_answer("card.account_class", "class_one")
    reader.result.try_question("network.quality")
    now, then = reader.result.before_and_after
    assert now == then


def test_that_an_explanation_opens_from_the_result_and_comes_back(told: User) -> None:
    told.result.explain(FIRST)
    assert told.page == "explain"
    assert told.explanation.title == told.words(f"cause.{FIRST}.name")
    assert "do" in told.explanation.parts
    told.explanation.choose("device_recently_changed")
    assert told.explanation.title == told.words("cause.device_recently_changed.name")
    told.explanation.back()
    assert told.page == "result"
    assert told.result.wait().causes()[0] == FIRST


@pytest.mark.parametrize(
    ("ending", "begins"), [(".html", "<!doctype html"), (".md", "# "), (".txt", ""), (".HTML", "<!doctype html")]
)
def test_that_a_report_is_written_in_the_form_its_name_says(
    reader: User, tmp_path: Path, ending: str, begins: str
) -> None:
    path = tmp_path / f"report{ending}"
    reader.result.save_to(path)
    report = path.read_text("utf-8")
    assert report.lower().startswith(begins)
    assert ("<" in report) == (ending.lower() == ".html")
    assert reader.words(f"cause.{FIRST}.name") in report
    assert path.name in reader.shell.banner


def test_that_a_report_that_cannot_be_written_says_why_and_loses_nothing(reader: User, tmp_path: Path) -> None:
    reader.result.save_to(tmp_path / "nowhere" / "report.html")
    assert reader.shell.banner
    assert reader.shell.banner != reader.words("result.saved", file="report.html")
    assert reader.result.causes()[0] == FIRST


def test_that_another_language_shows_the_same_result_in_other_words(told: User) -> None:
    before = (told.result.causes(), told.result.plan(), told.result.risk)
    title = told.shell.title
    told.shell.other_language()
    told.result.wait()
    assert (told.result.causes(), told.result.plan(), told.result.risk) == before
    assert told.shell.title != title


def test_that_a_result_without_a_failure_names_no_attempt_to_repeat(anybody: User) -> None:
    anybody.program.parts.session.change(Draft(Answers(EVENING.date(), "before", ANSWERS), "full", "review"))
    anybody.program.visit("result")
    anybody.result.wait()
    assert anybody.result.shows_advice
    assert anybody.draft.answers.attempts == ()
