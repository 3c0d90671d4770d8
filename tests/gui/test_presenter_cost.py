"""What the page of the true cost decides: when it can be priced, what is wrong and where, what is kept. No window."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands.cost import Lines
from core.loading.library import Library
from core.money.cost import cost_of, late_cost
from core.money.offer import METHODS, Fee, Offer
from core.money.schedule import Early
from core.money.sheet import MARK
from gui.pages.cost.kept import PAGE
from gui.pages.cost.presenter import HEAVY, CostPresenter
from gui.pages.cost.reading import Typing, price, wrong_with
from gui.pages.cost.state import CostState, EntryState, FoundState, ResultState
from gui.pages.settings.presenter import SettingsPresenter
from tests.pages.choosing import NoChoosing
from tests.pages.desk import FakeScreen, Office, draft_of, office

COURSE = {"rate_by_day": 0.1825, "fee_by_month": 0.130, "part_kept_back": 0.325, "guarantee_fee": 0.299}
"""Worked examples of the course: what the yearly rate comes to, to a tenth of a per cent."""


@dataclass
class Place:
    """A presenter with everything around it."""

    presenter: CostPresenter
    screen: FakeScreen[CostState]
    made: Office

    def type(self, offer: str = "first", **entries: str) -> None:
        """Type or choose."""
        for entry, value in entries.items():
            self.presenter.type(offer, entry, value)

    def entry(self, name: str, offer: int = 0) -> EntryState:
        """Return an entry as it is shown."""
        parts = self.screen.state.offers[offer][0].entries.values()
        return next(entry for entries in parts for entry in entries if entry.id == name)

    def result(self, offer: int = 0) -> ResultState:
        """Return a result."""
        return self.screen.state.offers[offer][1]

    def found(self, offer: int = 0) -> FoundState:
        """Return the figures of a result."""
        found = self.result(offer).found
        assert found is not None
        return found


@pytest.fixture
def place(library: Library) -> Place:
    """Return the page, opened without a check."""
    return opened(office(library))


def opened(made: Office) -> Place:
    """Return the page at a desk."""
    screen: FakeScreen[CostState] = FakeScreen()
    return Place(CostPresenter(screen, made.desk), screen, made)


def test_that_the_page_begins_empty_and_says_how_to_begin(place: Place) -> None:
    assert place.entry("amount").text == ""
    assert place.result() == ResultState(
        place.made.words("costpage.result.title.alone"), place.made.words("costpage.result.empty"), False, None
    )
    assert place.entry("amount").error == ""


def test_that_the_amount_of_the_check_stands_there_already(library: Library) -> None:
    place = opened(office(library, draft_of(request__amount=8000.0)))
    assert place.entry("amount").text == "8000"
    place.type(term="3")
    assert place.result().found is not None


@pytest.mark.parametrize("example", COURSE)
def test_that_an_example_comes_out_as_the_course_says(place: Place, example: str) -> None:
    place.presenter.fill("first", example)
    cost = price(place.made.desk.memory[PAGE].first.good).cost
    assert cost.simple == pytest.approx(COURSE[example], abs=0.0006)
    assert place.found().rate == Lines(place.made.desk.speaker.language).rate(cost.simple)


def test_that_every_example_of_the_content_can_be_priced(place: Place, library: Library) -> None:
    assert set(COURSE) == set(library.content.offers)
    for example in library.content.offers:
        place.presenter.fill("first", example)
        assert not place.result().stale


def test_that_the_figures_are_those_of_the_core(place: Place) -> None:
    place.type(amount="12,000", term="24", rate="0.04", per="day", method="interest_first", days_of_year="360")
    place.type(kept_back="5%", at_start="30", each_month="12", at_end="１％", monthly_fee="0.3")
    place.type(early_after="10", early_share="2", fees_go_on="go_on", late_days="6", late_rate="0.06")
    fees = (
        *(Fee(when="kept_back", share=0.05), Fee(when="at_start", yuan=30), Fee(when="each_month", yuan=12)),
        *(Fee(when="at_end", share=0.01), Fee(when="each_month", share=0.003)),
    )
    offer = Offer(
        amount=12_000, months=24, rate=0.0004, per="day", method="interest_first", fees=fees, days_of_year=360
    )
    cost = cost_of(offer, Early(after=10, share=0.02, fees_go_on=True))
    lines, found = Lines(place.made.desk.speaker.language), place.found()
    assert (found.rate, *(value for _, _, value in found.beside)) == tuple(
        lines.rate(rate) for rate in (cost.simple, cost.effective, cost.nominal)
    )
    assert [value for _, _, value in found.sums] == [lines.yuan(x) for x in (cost.arrives, cost.paid, cost.total)]
    assert found.chart.rows[-1].cost == pytest.approx(cost.total)
    assert len(found.table.rows) == len(cost.rows) == 10
    assert any(lines.yuan(late_cost(cost.rows[0].paid, 0.0006, 6)) in told for told in found.remarks)


@pytest.mark.parametrize(
    ("entries", "where", "code"),
    [
        ({"amount": "much"}, "amount", "bad_typed_sum"),
        ({"amount": "0"}, "amount", "bad_offer_amount"),
        ({"term": "a year"}, "term", "bad_typed_whole"),
        ({"term": "361"}, "term", "bad_offer_months"),
        ({"unit": "days", "term": "3651"}, "term", "bad_offer_days"),
        ({"term": "0"}, "term", "bad_offer_months"),
        ({"rate": "40", "per": "day"}, "rate", "bad_offer_rate"),
        ({"rate": "-1"}, "rate", "bad_typed_share"),
        ({"monthly_fee": "101"}, "monthly_fee", "bad_offer_share"),
        ({"kept_back": "1000"}, "kept_back", "nothing_arrives"),
        ({"at_start": "100%"}, "at_start", "nothing_arrives"),
        ({"each_month": "x%"}, "each_month", "bad_typed_share"),
        ({"at_end": "99999999"}, "at_end", "bad_offer_yuan"),
        ({"early_after": "12"}, "early_after", "bad_offer_early"),
        ({"early_after": "99999"}, "early_after", "bad_offer_early"),
        ({"early_after": "3", "early_share": "300"}, "early_share", "bad_offer_share"),
        ({"late_days": "9999", "late_rate": "1"}, "late_days", "bad_offer_days"),
        ({"late_days": "-1"}, "late_days", "bad_typed_whole"),
        ({"late_rate": "none"}, "late_rate", "bad_typed_share"),
    ],
)
def test_that_a_mistake_is_told_where_it_was_made(place: Place, entries: dict[str, str], where: str, code: str) -> None:
    place.type(amount="1000", term="12")
    place.type(**entries)
    told = [(wrong.entry, wrong.error.code) for wrong in wrong_with(Typing(amount="1000", term="12")) if wrong.error]
    assert told == []
    wrongs = wrong_with(place.made.desk.memory[PAGE].first.now)
    assert [(wrong.entry, wrong.error and wrong.error.code) for wrong in wrongs] == [(where, code)]
    shown = [entry for part in place.screen.state.offers[0][0].entries.values() for entry in part]
    assert [entry.id for entry in shown if entry.error] == [where]


def test_that_the_last_result_stays_and_is_marked_while_a_field_is_wrong(place: Place) -> None:
    place.type(amount="1000", term="12", rate="12")
    before = place.result()
    place.type(rate="12 or so")
    field = place.made.words("costpage.field.rate")
    assert place.found() == before.found
    assert (place.result().stale, place.result().remark) == (
        True,
        place.made.words("costpage.result.stale", field=field),
    )
    place.type(rate="12.")
    assert place.result() == before, "a point that waits for its digits is no mistake"


def test_that_an_emptied_field_is_no_mistake_but_the_result_is_marked(place: Place) -> None:
    place.type(amount="1000", term="12")
    place.type(term="")
    assert place.entry("term").error == ""
    assert place.result().stale


def test_that_what_needs_months_counts_for_nothing_with_days(place: Place) -> None:
    place.type(amount="1000", term="30", rate="0.05", per="day", monthly_fee="5", early_after="2", each_month="bad")
    place.type(unit="days")
    assert not place.result().stale
    assert not place.entry("monthly_fee").enabled
    assert place.found().sums[2][2] == place.made.desk.speaker.wording.count(15, "yuan")


def test_that_numbers_are_brought_back_after_any_number_of_examples(place: Place) -> None:
    place.type(amount="777", term="7")
    for example in ("rate_by_day", "guarantee_fee"):
        place.presenter.fill("first", example)
        assert place.screen.state.offers[0][0].can_bring_back
    place.presenter.bring_back("first")
    assert (place.entry("amount").text, place.entry("term").text) == ("777", "7")
    assert not place.screen.state.offers[0][0].can_bring_back


def test_that_an_unknown_example_changes_nothing(place: Place) -> None:
    shown = place.screen.state
    place.presenter.fill("first", "nothing_such")
    assert place.screen.state is shown


def test_that_two_offers_are_compared_when_both_can_be_priced(place: Place) -> None:
    place.presenter.fill("first", "guarantee_fee")
    place.presenter.want_both(True)
    assert place.screen.state.compared == ""
    place.presenter.fill("second", "rate_by_day")
    words = place.made.words
    assert words("cost.cheaper_second") in place.screen.state.compared
    place.type("second", term="x")
    assert place.screen.state.compared_remark == place.result(1).remark
    place.presenter.want_both(False)
    assert len(place.screen.state.offers) == 1
    place.presenter.want_both(True)
    assert place.entry("term", 1).text == "x", "what was typed is still there"


def test_that_leaving_keeps_what_was_typed_and_erasing_forgets_it(place: Place) -> None:
    place.type(amount="1000", term="12")
    place.presenter.close()
    again = opened(place.made)
    assert again.entry("amount").text == "1000"
    SettingsPresenter(FakeScreen(), place.made.desk, NoChoosing()).erase()
    assert opened(place.made).entry("amount").text == ""


def test_that_another_language_says_the_same_figures(place: Place) -> None:
    place.presenter.fill("first", "fee_by_month")
    chinese = place.found()
    place.made.desk.speaker.use("en")
    assert place.found().rate == chinese.rate
    assert place.found().table.rows == chinese.table.rows
    assert place.found().rate_label != chinese.rate_label


def test_that_a_closed_page_is_not_shown_anew(place: Place) -> None:
    place.presenter.close()
    count = len(place.screen.shown)
    place.type(amount="1")
    assert len(place.screen.shown) == count


def test_that_thinking_it_through_leads_to_the_result_or_to_the_page_about_debts(library: Library) -> None:
    for made, where in (
        (office(library), ("explain", HEAVY)),
        (office(library, draft_of("review", request__amount=1.0)), ("result", "")),
    ):
        opened(made).presenter.think()
        assert made.visits == [where]
    assert HEAVY in library.content.causes


def test_that_the_schedule_is_saved_for_spreadsheets(place: Place, tmp_path: Path) -> None:
    place.type(amount="1000", term="3", rate="12")
    place.presenter.save("first", str(tmp_path / "a.csv"))
    text = (tmp_path / "a.csv").read_text(encoding="utf-8")
    assert text.startswith(MARK)
    rows = list(csv.reader(text.removeprefix(MARK).splitlines()))
    assert rows[0] == list(place.found().table.columns)
    assert [[cell.replace(",", "") for cell in row] for row in place.found().table.rows] == rows[1:]
    assert place.made.told == [place.made.words("costpage.result.saved", file="a.csv")]


def test_that_a_place_that_cannot_be_written_is_told(place: Place, tmp_path: Path) -> None:
    place.presenter.save("first", str(tmp_path / "a.csv"))
    assert place.made.told == [], "there is no schedule yet"
    place.type(amount="1000", term="3")
    place.presenter.save("first", str(tmp_path / "none" / "a.csv"))
    assert len(place.made.told) == 1
    assert list(tmp_path.iterdir()) == []


SUMS = st.floats(0.01, 1e7).map(lambda value: f"{value:.2f}")
PERCENTS = st.one_of(st.just(""), st.floats(0, 100).map(lambda value: f"{value:.3f}"))
FEES = st.one_of(st.just(""), SUMS, PERCENTS.map(lambda text: text and f"{text}%"))


@given(
    amount=SUMS,
    term=st.integers(1, 400).map(str),
    unit=st.sampled_from(["months", "days"]),
    rate=PERCENTS,
    per=st.sampled_from(["day", "month", "year"]),
    method=st.sampled_from(METHODS),
    kept_back=FEES,
    at_end=FEES,
    monthly_fee=PERCENTS,
)
def test_that_whatever_is_typed_has_a_cost_or_a_mistake(**entries: str) -> None:
    typing = Typing(**entries)
    if not wrong_with(typing):
        cost = price(typing).cost
        assert cost.total == pytest.approx(cost.interest + cost.fees, rel=1e-6, abs=1e-4)


@given(st.text(max_size=12), st.sampled_from(["amount", "term", "rate", "kept_back", "early_after", "late_days"]))
def test_that_no_text_at_all_breaks_the_page(text: str, entry: str) -> None:
    typing = Typing(**{"amount": "100", "term": "3", "late_rate": "1", entry: text})
    if not wrong_with(typing):
        assert price(typing).cost.paid > 0
