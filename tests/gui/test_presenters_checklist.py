"""The checklist's presenter with its entry, walk and live road: pictures out, touches in, no window."""

from __future__ import annotations

import datetime as dt

import pytest

from core.loading.library import Library
from core.schema.answers import Attempt
from gui.draft import Draft
from gui.pages.checklist.presenter import ChecklistPresenter
from gui.pages.checklist.state import ChecklistState
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office

TRY = (Attempt(NOW.replace(second=0), "card_class_limit"),)


class Page:
    """A presenter at work."""

    def __init__(self, library: Library, draft: Draft) -> None:
        self.office: Office = office(library, draft)
        self.screen = FakeScreen[ChecklistState]()
        self.presenter = ChecklistPresenter(self.screen, self.office.desk)
        self.entry, self.walk = self.presenter.entry, self.presenter.walk

    @property
    def state(self) -> ChecklistState:
        return self.screen.state

    @property
    def draft(self) -> Draft:
        return self.office.draft

    @property
    def chosen(self) -> list[str]:
        return [row.id for row in self.state.question.rows if row.chosen]

    def field(self, name: str = "value") -> str:
        return next(field.text for field in self.state.question.fields if field.id == name)


def test_that_the_first_picture_is_shown_at_once(library: Library) -> None:
    page = Page(library, draft_of("safety.asked_to_pay"))
    assert len(page.screen.shown) == 1
    assert page.state.question.id == "safety.asked_to_pay"
    assert not page.state.can_go_back
    assert page.chosen == []


def test_that_a_row_becomes_an_answer_and_is_shown(library: Library) -> None:
    page = Page(library, draft_of("safety.asked_to_pay"))
    page.entry.choose("no")
    assert page.draft.answers.values == {"safety.asked_to_pay": "no"}
    assert page.chosen == ["no"]


def test_that_of_several_rows_each_goes_on_and_off_and_nothing_takes_all_off(library: Library) -> None:
    page = Page(library, draft_of("safety.pressure"))
    for row in ("paid_bundle", "screen_share", "tell_code", "tell_code"):
        page.entry.choose(row)
    assert page.draft.answers.values["safety.pressure"] == ("screen_share", "paid_bundle")
    page.entry.choose("nothing")
    assert page.draft.answers.values["safety.pressure"] == ()
    assert page.chosen == ["nothing"]
    page.entry.choose("screen_share")
    assert page.chosen == ["screen_share"]


def test_that_taking_the_last_tick_off_is_not_the_same_as_none_of_these(library: Library) -> None:
    page = Page(library, draft_of("safety.pressure"))
    page.entry.choose("screen_share")
    page.entry.choose("screen_share")
    assert page.chosen != ["nothing"]


def test_that_not_sure_ends_several_and_a_row_ends_not_sure(library: Library) -> None:
    page = Page(library, draft_of("safety.pressure"))
    page.entry.choose("screen_share")
    page.entry.choose("not_sure")
    assert page.chosen == ["not_sure"]
    page.entry.choose("tell_code")
    assert page.chosen == ["tell_code"]


def test_that_what_is_typed_is_no_answer_before_the_field_is_left(library: Library) -> None:
    page = Page(library, draft_of("request.amount"))
    page.entry.type("value", "80")
    assert page.draft.answers.values == {}
    page.entry.type("value", "8000")
    page.entry.leave_field()
    assert page.draft.answers.values == {"request.amount": 8000.0}
    assert page.state.question.echo


def test_that_leaving_a_field_nobody_typed_in_changes_nothing(library: Library) -> None:
    page = Page(library, draft_of("request.amount", request__amount=8000.0))
    page.entry.leave_field()
    assert len(page.screen.shown) == 1
    assert not page.office.desk.session.can_undo


def test_that_a_mistake_is_told_beside_the_field_and_typing_again_takes_it_away(library: Library) -> None:
    page = Page(library, draft_of("request.amount"))
    page.entry.type("value", "lots")
    page.entry.leave_field()
    assert page.state.question.error
    assert page.field() == "lots"
    assert page.state.question.echo == ""
    page.entry.type("value", "500")
    page.entry.leave_field()
    assert page.state.question.error == ""


def test_that_the_mistake_is_told_in_the_language_of_the_moment(library: Library) -> None:
    page = Page(library, draft_of("request.amount"))
    page.entry.type("value", "lots")
    page.entry.leave_field()
    chinese = page.state.question.error
    page.office.desk.speaker.use("en")
    assert page.field() == "lots"
    assert page.state.question.error != chinese


@pytest.mark.parametrize("typed", ["lots", "0"])
def test_that_neither_next_nor_back_leaves_a_mistake_behind(library: Library, typed: str) -> None:
    page = Page(library, draft_of("request.amount"))
    for go in (page.walk.go_on, page.walk.go_back):
        page.entry.type("value", typed)
        go()
        assert page.draft.at == "request.amount"
        assert page.state.question.error
        assert page.draft.skipped == ()


def test_that_next_takes_what_was_typed_along(library: Library) -> None:
    page = Page(library, draft_of("request.amount"))
    page.entry.type("value", "8000")
    page.walk.go_on()
    assert page.draft.answers.values == {"request.amount": 8000.0}
    assert page.draft.at == "limit.available"
    assert page.field() == ""


def test_that_next_without_an_answer_skips_and_says_so_nowhere_else(library: Library) -> None:
    page = Page(library, draft_of("request.amount"))
    page.walk.go_on()
    assert list(page.draft.skipped) == ["request.amount"]
    page.walk.go_back()
    page.entry.type("value", "1")
    page.walk.go_on()
    assert list(page.draft.skipped) == []


def test_that_skip_drops_what_was_typed_wrong(library: Library) -> None:
    page = Page(library, draft_of("request.amount"))
    page.entry.type("value", "lots")
    page.walk.skip()
    assert page.draft.at == "limit.available"
    assert page.draft.skipped == ("request.amount",)
    assert page.field() == ""


def test_that_what_is_typed_belongs_to_the_step_it_was_typed_at(library: Library) -> None:
    page = Page(library, draft_of("request.amount", limit__available=20000.0))
    page.entry.type("value", "9000")
    page.office.desk.session.move(draft_of("limit.available", limit__available=20000.0))
    assert page.field() == "20000"
    page.entry.leave_field()
    assert page.draft.answers.values.get("limit.available") == 20000.0


def test_that_a_sign_of_fraud_leads_to_the_alarm_whatever_comes_next(library: Library) -> None:
    page = Page(library, draft_of("safety.asked_to_pay"))
    page.entry.choose("yes")
    page.walk.go_on()
    assert page.office.pages == ["result"]


@pytest.mark.parametrize(("way", "page_name"), [("safety", "result"), ("triage", "result"), ("full", "review")])
def test_that_the_end_of_a_way_is_the_review_but_for_the_shortest(library: Library, way: str, page_name: str) -> None:
    last = {"safety": "safety.pressure", "triage": "network.quality", "full": "network.code"}[way]
    page = Page(library, draft_of(last, way))  # type: ignore[arg-type]  # a way of the list above
    page.walk.go_on()
    assert page.office.pages == [page_name]
    assert page.draft.at == "review"


def test_that_another_way_keeps_the_step_where_it_has_it_and_begins_anew_where_not(library: Library) -> None:
    page = Page(library, draft_of("card.account_class"))
    page.walk.take_way("triage")
    assert page.draft.at == "card.account_class"
    page.walk.take_way("full")
    page.walk.jump("debts")
    page.walk.take_way("triage")
    assert page.draft.at == "safety.asked_to_pay"
    assert [row.id for row in page.state.ways if row.chosen] == ["triage"]


def test_that_the_way_of_fraud_alone_is_offered_only_to_those_on_it(library: Library) -> None:
    assert "safety" not in [row.id for row in Page(library, draft_of("card.kind")).state.ways]
    assert "safety" in [row.id for row in Page(library, draft_of("safety.pressure", "safety")).state.ways]


def test_that_leaving_takes_what_was_typed_and_goes_home(library: Library) -> None:
    page = Page(library, draft_of("request.amount"))
    page.entry.type("value", "8000")
    page.walk.leave()
    assert page.draft.answers.values == {"request.amount": 8000.0}
    assert page.office.pages == ["home"]


def test_that_closing_takes_what_was_typed_and_follows_nothing_any_more(library: Library) -> None:
    page = Page(library, draft_of("request.amount"))
    page.entry.type("value", "8000")
    page.presenter.close()
    assert page.draft.answers.values == {"request.amount": 8000.0}
    shown = len(page.screen.shown)
    page.office.put(draft_of("card.kind"))
    page.office.desk.speaker.use("en")
    page.office.later.settle()
    assert len(page.screen.shown) == shown


def test_that_the_range_follows_when_it_is_worked_out(library: Library) -> None:
    page = Page(library, draft_of("card.account_class"))
    coming = page.office.words("checklist.range_coming")
    assert page.state.road.range == coming
    page.office.later.settle()
    assert page.state.road.range != coming


def test_that_a_range_for_answers_that_have_changed_is_dropped(library: Library) -> None:
    page = Page(library, draft_of("card.account_class"))
    page.entry.choose("class_two")
    assert page.office.later.waiting == 1
    assert page.state.road.range == page.office.words("checklist.range_coming")


def test_that_the_road_tells_which_gate_the_last_answer_moved_until_the_next_step(library: Library) -> None:
    page = Page(library, draft_of("card.state"))
    before = page.state.road.estimate
    page.entry.choose("frozen_lost_or_closed")
    moved = [gate.note for gate in page.state.road.gates if gate.id == "account"] or [
        gate.note for gate in page.state.road.gates
    ]
    assert page.state.road.estimate != before
    assert any(moved)
    notes = {gate.note for gate in page.state.road.gates}
    page.walk.go_on()
    open_note = page.office.words("checklist.gate_open")
    assert {gate.note for gate in page.state.road.gates} <= {"", open_note}
    assert not notes <= {"", open_note}


def test_that_the_message_of_a_failure_is_kept_with_its_time(library: Library) -> None:
    page = Page(library, draft_of("attempt.message", mode="after", tries=TRY))
    assert page.chosen == ["card_class_limit"]
    page.entry.choose("platform_busy")
    page.entry.choose("not_sure")
    assert page.chosen == ["not_sure"]
    assert page.draft.answers.attempts == (Attempt(TRY[0].when),)


def test_that_a_shortcut_sets_the_time_of_the_failure(library: Library) -> None:
    page = Page(library, draft_of("attempt.when", mode="after", tries=TRY))
    page.entry.use_chip("yesterday_evening")
    assert page.draft.answers.attempts == (Attempt(dt.datetime(2026, 9, 27, 20), "card_class_limit"),)
    assert (page.field(), page.field("time")) == ("2026-09-27", "20:00")


def test_that_this_morning_is_never_later_than_now(library: Library) -> None:
    page = Page(library, draft_of("attempt.when", mode="after", tries=TRY))
    page.entry.use_chip("this_morning")
    assert page.draft.answers.attempts[0].when == dt.datetime(2026, 9, 28, 9)


def test_that_an_earlier_try_is_added_and_its_field_is_empty_again(library: Library) -> None:
    page = Page(library, draft_of("attempt.earlier", mode="after", tries=TRY))
    page.entry.type("value", "2026-09-25")
    page.entry.type("time", "8:30")
    page.entry.use_chip("add_try")
    assert page.draft.answers.attempts == (Attempt(dt.datetime(2026, 9, 25, 8, 30)), *TRY)
    assert page.field() == ""
    assert page.chosen == ["try-0"]


def test_that_going_on_takes_an_earlier_try_that_was_typed_along(library: Library) -> None:
    page = Page(library, draft_of("attempt.earlier", mode="after", tries=TRY))
    page.entry.type("value", "2026-09-25")
    page.walk.go_on()
    assert len(page.draft.answers.attempts) == 2


def test_that_the_message_stays_with_the_last_failure_when_its_time_moves_before_an_earlier_one(
    library: Library,
) -> None:
    tries = (Attempt(dt.date(2026, 9, 27)), *TRY)
    page = Page(library, draft_of("attempt.when", mode="after", tries=tries))
    page.entry.type("value", "2026-09-26")
    page.entry.type("time", "")
    page.entry.leave_field()
    page.walk.go_back()
    assert page.chosen == ["card_class_limit"]


@pytest.mark.parametrize("typed", ["2026-09-29", "never", "2026-09-28 25:00"])
def test_that_no_failure_lies_in_the_future_or_nowhere(library: Library, typed: str) -> None:
    page = Page(library, draft_of("attempt.when", mode="after", tries=TRY))
    page.entry.type("value", typed)
    page.walk.go_on()
    assert page.state.question.error
    assert page.draft.answers.attempts == TRY
    assert page.draft.at == "attempt.when"
