"""The presenters of the result and of an explanation."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from core.loading.library import Library
from core.schema.answers import Attempt
from gui.app import layouts_of
from gui.draft import Draft
from gui.pages.explain.presenter import ExplainPresenter
from gui.pages.explain.state import ExplainState
from gui.pages.result.presenter import ResultPresenter
from gui.pages.result.state import ResultState, WhatIfState
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office

ROOT = Path(__file__).parents[2]
WEAK = draft_of("review", card__account_class="class_two", request__amount=8000.0, card__received_today=9000.0)
FIRST = "account_daily_room_used"


class ResultScreen(FakeScreen[ResultState]):
    """Keeps the what-ifs as well."""

    def __init__(self) -> None:
        super().__init__()
        self.what_ifs: list[WhatIfState] = []

    def show_what_if(self, state: WhatIfState) -> None:
        self.what_ifs.append(state)


class Page:
    """A presenter at work."""

    def __init__(self, library: Library, draft: Draft = WEAK) -> None:
        self.office: Office = office(library, draft)
        self.screen = ResultScreen()
        self.presenter = ResultPresenter(self.screen, self.office.desk)

    @property
    def state(self) -> ResultState:
        return self.screen.state

    @property
    def causes(self) -> list[str]:
        return [cause.id for cause in self.state.causes if not cause.objected]

    def settle(self) -> Page:
        self.office.later.settle()
        return self

    @property
    def sides(self) -> tuple[str, str]:
        return self.screen.what_ifs[-1].before, self.screen.what_ifs[-1].after


def test_that_the_page_waits_before_it_shows_numbers(library: Library) -> None:
    page = Page(library)
    assert page.state.working
    assert page.state.risk is None
    page.settle()
    assert page.state.working == ""
    assert page.state.risk is not None


def test_that_an_answer_to_older_questions_is_dropped(library: Library) -> None:
    page = Page(library)
    page.presenter.take_objection(FIRST)
    assert page.office.later.waiting == 1
    page.settle()
    assert FIRST not in page.causes


def test_that_an_objection_goes_on_and_off(library: Library) -> None:
    page = Page(library).settle()
    before = page.causes
    assert before[0] == FIRST
    page.presenter.take_objection(FIRST)
    page.settle()
    assert [cause.id for cause in page.state.causes if cause.objected] == [FIRST]
    page.presenter.take_objection(FIRST)
    page.settle()
    assert page.causes == before


def test_that_a_step_done_stands_last_and_says_so(library: Library) -> None:
    tries = (Attempt(NOW.replace(hour=20), "card_class_limit"),)
    page = Page(library, draft_of("review", mode="after", tries=tries)).settle()
    assert page.state.plan is not None
    step = page.state.plan.steps[0].id
    page.presenter.mark_done(step)
    page.settle()
    assert page.state.plan is not None
    assert [(found.id, found.is_done) for found in page.state.plan.steps][-1] == (step, True)


def test_that_under_an_alarm_there_is_no_plan(library: Library) -> None:
    page = Page(library, draft_of("safety.app_source", safety__asked_to_pay="yes")).settle()
    assert page.state.alarm is not None
    assert page.state.alarm.level == "stop"
    assert page.state.plan is None
    assert page.state.alarm.go_on


def test_that_no_number_is_more_precise_than_a_whole_per_cent(library: Library) -> None:
    page = Page(library).settle()
    assert page.state.risk is not None
    numbers = [page.state.risk.risk, *(cause.value for cause in page.state.causes)]
    assert all("." not in number for number in numbers)
    assert [gate.value for gate in page.state.road if not 1 <= int(gate.value) <= 99] == []


def test_that_the_range_holds_the_estimate(library: Library) -> None:
    page = Page(library).settle()
    assert page.state.risk is not None
    low, high = page.state.risk.spread
    assert low <= page.state.risk.estimate <= high


def test_that_closing_drops_the_work_and_follows_nothing(library: Library) -> None:
    page = Page(library)
    page.presenter.close()
    shown = len(page.screen.shown)
    page.office.put(draft_of("review"))
    page.office.desk.speaker.use("en")
    assert page.office.later.waiting == 0
    assert len(page.screen.shown) == shown


def test_that_the_language_changes_words_and_no_numbers(library: Library) -> None:
    page = Page(library).settle()
    chinese = page.state
    page.office.desk.speaker.use("en")
    assert page.office.later.waiting == 0
    assert [gate.value for gate in page.state.road] == [gate.value for gate in chinese.road]
    assert page.state.title != chinese.title


def test_that_what_if_begins_with_no_difference(library: Library) -> None:
    page = Page(library).settle()
    assert page.sides[0] == page.sides[1]
    assert page.screen.what_ifs[-1].verdict == page.office.words("whatif.same")


def test_that_what_if_leaves_the_answers_alone_until_it_is_kept(library: Library) -> None:
    page = Page(library).settle()
    page.presenter.what_if.choose_question("card.account_class")
    page.presenter.what_if.choose("class_one")
    assert page.sides[0] != page.sides[1]
    assert page.office.draft == WEAK
    page.presenter.what_if.keep()
    assert page.office.draft.answers.values["card.account_class"] == "class_one"
    page.settle()
    assert page.sides[0] == page.sides[1]


def test_that_what_if_tells_a_mistake_and_keeps_what_was_typed(library: Library) -> None:
    page = Page(library).settle()
    page.presenter.what_if.choose_question("request.amount")
    page.presenter.what_if.type("value", "lots")
    page.presenter.what_if.leave_field()
    question = page.screen.what_ifs[-1].question
    assert question.error
    assert question.fields[0].text == "lots"
    page.presenter.what_if.type("value", "100")
    page.presenter.what_if.leave_field()
    assert page.screen.what_ifs[-1].question.error == ""


def test_that_what_was_typed_wrong_in_what_if_is_never_kept(library: Library) -> None:
    page = Page(library).settle()
    page.presenter.what_if.choose_question("request.amount")
    page.presenter.what_if.type("value", "lots")
    page.presenter.what_if.leave_field()
    page.presenter.what_if.keep()
    assert page.office.draft.answers.values == WEAK.answers.values


def test_that_keeping_an_emptied_answer_opens_the_question_again(library: Library) -> None:
    page = Page(library).settle()
    page.presenter.what_if.choose_question("request.amount")
    page.presenter.what_if.type("value", "")
    page.presenter.what_if.leave_field()
    assert page.sides
    page.presenter.what_if.keep()
    assert "request.amount" not in page.office.draft.answers.values


def test_that_what_if_offers_the_planned_day_first_and_every_question_once(library: Library) -> None:
    page = Page(library).settle()
    names = [name for name, _ in page.screen.what_ifs[-1].choices]
    assert names[0] == "request.planned"
    assert len(names) == len(set(names))


def test_that_a_planned_day_that_has_passed_is_not_reckoned_with(library: Library) -> None:
    past = draft_of("review", request__planned=dt.date(2026, 9, 1))
    page = Page(library, past).settle()
    without = Page(library, draft_of("review")).settle()
    assert [gate.value for gate in page.state.road] == [gate.value for gate in without.state.road]


@pytest.mark.parametrize("ending", ["html", "md", "txt", "unknown"])
def test_that_saving_tells_the_file_s_name(library: Library, tmp_path: Path, ending: str) -> None:
    page = Page(library)
    object.__setattr__(page.office.desk, "layouts", layouts_of(ROOT / "resources"))
    page.settle()
    page.presenter.save(str(tmp_path / f"a.{ending}"))
    assert page.office.told == [page.office.words("result.saved", file=f"a.{ending}")]
    assert (tmp_path / f"a.{ending}").stat().st_size > 1000


def test_that_nothing_is_saved_before_it_is_worked_out(library: Library, tmp_path: Path) -> None:
    page = Page(library)
    page.presenter.save(str(tmp_path / "a.html"))
    assert list(tmp_path.iterdir()) == []
    assert page.office.told == []


def explain(library: Library, cause: str = "") -> tuple[ExplainPresenter, FakeScreen[ExplainState], Office]:
    made, screen = office(library, WEAK), FakeScreen[ExplainState]()
    return ExplainPresenter(screen, made.desk, cause), screen, made


def test_that_an_explanation_from_the_result_leads_back_there(library: Library) -> None:
    presenter, screen, made = explain(library, FIRST)
    assert screen.state.chosen == FIRST
    assert screen.state.back
    presenter.go_back()
    assert made.pages == ["result"]


def test_that_the_explanations_by_the_rail_begin_with_the_first_cause_and_lead_nowhere_back(library: Library) -> None:
    _, screen, _ = explain(library)
    assert screen.state.chosen == next(iter(library.content.causes))
    assert screen.state.back == ""


def test_that_every_cause_has_a_page_with_parts_and_sources(library: Library) -> None:
    presenter, screen, _ = explain(library)
    for cause in library.content.causes:
        presenter.choose(cause)
        assert screen.state.chosen == cause
        assert screen.state.parts
        assert screen.state.sources


def test_that_a_cause_nobody_knows_changes_nothing(library: Library) -> None:
    presenter, screen, _ = explain(library, FIRST)
    presenter.choose("weather")
    assert screen.state.chosen == FIRST
    assert len(screen.shown) == 1


def test_that_an_explanation_follows_the_language_until_it_is_closed(library: Library) -> None:
    presenter, screen, made = explain(library, FIRST)
    chinese = screen.state.parts
    made.desk.speaker.use("en")
    assert screen.state.parts != chinese
    presenter.close()
    made.desk.speaker.use("zh_CN")
    assert screen.state.parts != chinese
