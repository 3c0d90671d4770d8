"""From the home page to a finished result, on every way there is."""

from __future__ import annotations

from tests.pages.user import User

HONEST = {"safety.asked_to_pay": "no", "safety.app_source": "store", "safety.pressure": "nothing"}
WEAK_CARD = {
    **HONEST,
    "card.account_class": "class_two",
    "card.received_today": "9000",
    "request.amount": "8000",
    "device.phone_changed_on": "2026-09-20",
}
CARD_CAUSES = {"account_class_ceiling", "account_daily_room_used", "account_own_ceiling"}


def test_that_a_check_before_applying_ends_with_a_plan(user: User) -> None:
    user.home.open("before")
    user.checklist.take_way("full")
    user.walk(WEAK_CARD)
    assert user.page == "review"
    user.review.see_result()
    user.result.wait()
    assert user.page == "result"
    assert user.draft.answers.mode == "before"
    assert user.result.causes()[0] in CARD_CAUSES
    assert "use_own_class_one_card" in user.result.plan()
    assert len(user.result.road) == 7


def test_that_after_a_failure_the_result_names_the_card_when_the_message_did(user: User) -> None:
    user.home.open("after")
    assert user.checklist.question == "attempt.message"
    user.checklist.choose("card_class_limit")
    user.checklist.next()
    assert user.checklist.question == "attempt.when"
    user.checklist.chip("yesterday_evening")
    assert (user.checklist.field(), user.checklist.field("time")) == ("2026-09-27", "20:00")
    user.checklist.next()
    assert user.checklist.question == "attempt.earlier"
    user.checklist.type("9/25")
    user.checklist.chip("add_try")
    assert user.checklist.chosen == ["try-0"]
    user.checklist.next()
    user.walk(HONEST)
    user.review.see_result()
    user.result.wait()
    assert user.result.causes()[0] == "account_class_ceiling"
    assert user.result.plan()[0] == "use_own_class_one_card"
    assert [(str(attempt.when), attempt.message) for attempt in user.draft.answers.attempts] == [
        ("2026-09-25", None),
        ("2026-09-27 20:00:00", "card_class_limit"),
    ]


def test_that_an_earlier_try_can_be_taken_off_again(user: User) -> None:
    user.home.open("after")
    user.checklist.jump("failure")
    user.checklist.choose("platform_busy")
    user.checklist.next()
    user.checklist.next()
    for day in ("9/25", "9/20"):
        user.checklist.type(day)
        user.checklist.chip("add_try")
    assert user.checklist.chosen == ["try-0", "try-1"]
    user.checklist.choose("try-0")
    assert [str(attempt.when) for attempt in user.draft.answers.attempts[:-1]] == ["2026-09-25"]
    assert user.draft.answers.attempts[-1].message == "platform_busy"


def test_that_the_search_leaves_only_the_messages_that_hold_the_words(user: User) -> None:
    user.home.open("after")
    everything = user.checklist.rows
    user.checklist.search(user.words("message.card_class_limit.name"))
    assert "card_class_limit" in user.checklist.rows
    assert len(user.checklist.rows) < len(everything)
    user.checklist.search("")
    assert user.checklist.rows == everything


def test_that_the_short_check_stops_by_itself(user: User) -> None:
    user.home.open("before")
    walked = user.walk(HONEST)
    assert user.page == "review"
    assert 3 < len(walked) < len(user.program.parts.engine.content.questions)
    assert len(walked) == len(set(walked))
    user.review.see_result()
    assert user.result.wait().risk.endswith("%")


def test_that_the_short_check_puts_no_question_again_that_was_skipped(user: User) -> None:
    user.home.open("before")
    user.walk_by(lambda step: user.checklist.choose("no" if step == "safety.asked_to_pay" else "not_sure"), steps=4)
    skipped = user.checklist.question
    user.checklist.skip()
    user.checklist.choose("not_sure")
    user.checklist.next()
    assert user.page == "checklist"
    assert user.checklist.question != skipped


def test_that_the_check_of_a_minute_goes_straight_to_the_result(user: User) -> None:
    user.home.open("before")
    user.checklist.take_way("triage")
    walked = user.walk({**HONEST, "card.account_class": "class_two"})
    assert len(walked) <= 10
    assert user.page == "result"
    assert user.result.wait().risk.endswith("%")


def test_that_the_result_leads_to_an_open_question_and_the_review_back_to_the_result(user: User) -> None:
    user.home.open("before")
    user.checklist.take_way("triage")
    user.walk(HONEST)
    question = user.result.wait().open_questions()[0]
    user.result.answer(question)
    assert user.page in ("checklist", "review")
    assert user.draft.at == question


def test_that_the_home_page_tells_the_next_good_day_before_anything_is_begun(user: User) -> None:
    waiting = user.words("home.times_coming")
    assert user.home.wait_for_days() not in ("", waiting)
    assert not user.home.can_resume
    assert not user.shell.can_go("result")
