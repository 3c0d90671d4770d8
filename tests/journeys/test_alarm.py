"""Somebody asks for money before the loan: the alarm stands before everything else."""

from __future__ import annotations

import pytest

from tests.pages.messages import SWINDLE, spoken
from tests.pages.user import User


@pytest.fixture
def alarmed(user: User) -> User:
    """Return somebody who was asked to pay first, in front of what the program says to that."""
    user.home.open("asked")
    assert user.checklist.question == "safety.asked_to_pay"
    user.checklist.choose("yes")
    user.checklist.next()
    user.result.wait()
    return user


def test_that_the_alarm_comes_at_once_and_hides_all_advice(alarmed: User) -> None:
    assert alarmed.page == "result"
    assert alarmed.result.alarm
    assert not alarmed.result.shows_numbers
    assert not alarmed.result.shows_advice


def test_that_the_numbers_can_be_seen_anyway_but_no_advice(alarmed: User) -> None:
    alarmed.result.show_numbers_anyway()
    assert alarmed.result.shows_numbers
    assert alarmed.result.risk.endswith("%")
    assert not alarmed.result.shows_advice


def test_that_going_on_returns_to_the_checklist_with_the_answer_kept(alarmed: User) -> None:
    alarmed.result.go_on_anyway()
    assert alarmed.page == "checklist"
    assert alarmed.checklist.question == "safety.app_source"
    assert alarmed.draft.answers.values["safety.asked_to_pay"] == "yes"


def test_that_the_alarm_is_gone_when_the_answer_was_a_mistake(alarmed: User) -> None:
    alarmed.result.change()
    alarmed.review.change("safety.asked_to_pay")
    alarmed.checklist.choose("no")
    alarmed.shell.go("result")
    alarmed.result.wait()
    assert alarmed.result.alarm == ""
    assert alarmed.result.shows_advice


def test_that_in_the_middle_of_a_full_check_the_alarm_does_not_wait_for_the_end(user: User) -> None:
    user.home.open("before")
    user.checklist.take_way("full")
    user.checklist.choose("no")
    user.checklist.next()
    user.checklist.choose("store")
    user.checklist.next()
    user.checklist.choose("screen_share")
    user.checklist.next()
    assert user.page == "result"
    assert user.result.wait().alarm


def test_that_what_a_swindler_wrote_stops_the_check_without_being_told_again(user: User) -> None:
    user.home.open("after")
    user.checklist.paste(SWINDLE[spoken(user.program.parts.speaker.code)])
    user.checklist.take_signs()
    assert user.page == "result"
    assert user.result.wait().alarm
    assert not user.result.shows_advice
    user.shell.undo()
    assert user.draft.answers.values == {}
