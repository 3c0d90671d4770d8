"""Every number that the quiz calls right, reckoned once more from what the item tells the reader."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TypeAlias

import pytest

from core.loading.library import Library
from core.money.cost import cost_of, late_cost
from core.money.interest import simple_interest
from core.money.offer import Fee, Offer
from core.schema.quiz import Item

Named: TypeAlias = Mapping[str, float]
"""The numbers of an item and, as ``figure.<id>``, of figures.toml; per cent are shares (0.05 for 5 %)."""

EXACT = 1e-9


def a_year_of_days(of: Named) -> float:
    return 100 * Offer(amount=1, days=1, rate=of["daily"], per="day").yearly


def interest_at_the_end(of: Named) -> float:
    return cost_of(Offer(amount=of["sum"], days=int(of["days"]), rate=of["daily"], per="day")).total


def kept_back_and_paid_back(of: Named) -> float:
    back = of["back"] - of["contract"]
    fees = (Fee(when="kept_back", yuan=of["kept"]), Fee(when="at_end", yuan=back))
    return cost_of(Offer(amount=of["contract"], days=30, fees=fees)).total


def payments_and_a_membership(of: Named) -> float:
    times = int(of["times"])
    more = of["each"] - of["arrives"] / times
    fees = (Fee(when="each_month", yuan=more), Fee(when="at_start", yuan=of["member"]))
    return cost_of(Offer(amount=of["arrives"], months=times, fees=fees)).total


ANSWERS: Mapping[str, Callable[[Named], float]] = {
    "room_left_today": lambda of: of["figure.class2_daily_in"] - of["came"],
    "days_for_dispute": lambda of: of["figure.dispute_answer"],
    "daily_rate_a_year": a_year_of_days,
    "small_daily_rate_a_year": a_year_of_days,
    "interest_of_a_month": interest_at_the_end,
    "interest_of_some_days": interest_at_the_end,
    "kept_back_at_once": kept_back_and_paid_back,
    "ten_days_late": lambda of: late_cost(of["late"], of["daily"], int(of["days"])),
    "all_added_up": payments_and_a_membership,
    "share_of_income": lambda of: 100 * (of["card"] + of["plan"]) / of["income"],
    "share_of_income_again": lambda of: 100 * (of["loan"] + of["shop"]) / of["income"],
}


def one_day(of: Named) -> float:
    return of["sum"] * of["daily"]


def a_full_year(of: Named) -> float:
    return simple_interest(of["sum"], 365 * of["daily"], 365)


def point_one_place_off(of: Named) -> float:
    return 10 * interest_at_the_end(of)


def twelve_times(of: Named) -> float:
    return 100 * 12 * of["daily"]


def thirty_times(of: Named) -> float:
    return 100 * 30 * of["daily"]


def with_interest_on_interest(of: Named) -> float:
    return 100 * math.expm1(of["days"] * math.log1p(of["daily"]))


MISSES: Mapping[str, Callable[[Named], float]] = {
    "room_left_today.whole_ceiling": lambda of: of["figure.class2_daily_in"],
    "room_left_today.already_in": lambda of: of["came"],
    "days_for_dispute.complaint_time": lambda of: of["figure.complaint_answer"],
    "days_for_dispute.a_month": lambda _: 30,
    "daily_rate_a_year.months_only": twelve_times,
    "daily_rate_a_year.one_month": thirty_times,
    "daily_rate_a_year.on_interest": with_interest_on_interest,
    "small_daily_rate_a_year.months_only": twelve_times,
    "small_daily_rate_a_year.one_month": thirty_times,
    "small_daily_rate_a_year.on_interest": with_interest_on_interest,
    "interest_of_a_month.one_day": one_day,
    "interest_of_a_month.a_year": a_full_year,
    "interest_of_a_month.decimal_slip": point_one_place_off,
    "interest_of_some_days.one_day": one_day,
    "interest_of_some_days.a_year": a_full_year,
    "interest_of_some_days.decimal_slip": point_one_place_off,
    "kept_back_at_once.contract_only": lambda of: of["back"] - of["contract"],
    "kept_back_at_once.fee_only": lambda of: of["kept"],
    "ten_days_late.one_day": lambda of: of["late"] * of["daily"],
    "ten_days_late.decimal_slip": lambda of: 10 * of["late"] * of["daily"] * of["days"],
    "all_added_up.no_member": lambda of: of["times"] * of["each"] - of["arrives"],
    "all_added_up.one_payment": lambda of: of["each"] - of["arrives"] / of["times"],
    "share_of_income.card_alone": lambda of: 100 * of["card"] / of["income"],
    "share_of_income.what_is_left": lambda of: 100 * (1 - (of["card"] + of["plan"]) / of["income"]),
    "share_of_income_again.loan_alone": lambda of: 100 * of["loan"] / of["income"],
    "share_of_income_again.what_is_left": lambda of: 100 * (1 - (of["loan"] + of["shop"]) / of["income"]),
}


def fee_on_the_whole_sum(of: Named) -> float:
    fee = Fee(when="each_month", share=of["monthly"])
    return 100 * cost_of(Offer(amount=10_000, months=int(of["months"]), method="equal_principal", fees=(fee,))).simple


def fee_times_months(of: Named) -> float:
    return 100 * of["monthly"] * of["months"]


def interest_over(months: str) -> Callable[[Named], float]:
    return lambda of: cost_of(Offer(amount=of["sum"], months=int(of[months]), rate=of["rate"])).interest


STATED: Mapping[str, tuple[Callable[[Named], float], float]] = {
    "fee_a_month.real": (fee_on_the_whole_sum, 0.05),
    "fee_a_month.named": (fee_times_months, EXACT),
    "fee_a_month.half": (lambda of: fee_times_months(of) / 2, EXACT),
    "fee_a_month_again.real": (fee_on_the_whole_sum, 0.05),
    "fee_a_month_again.named": (fee_times_months, EXACT),
    "fee_a_month_again.half": (lambda of: fee_times_months(of) / 2, EXACT),
    "twice_as_long.short_interest": (interest_over("short"), 0.5),
    "twice_as_long.long_interest": (interest_over("long"), 0.5),
}
"""Numbers of single and multiple items that follow from their others, and how far rounding may carry them."""


@pytest.fixture(scope="module")
def items(library: Library) -> Mapping[str, Item]:
    return library.content.quiz.item


def named(library: Library, item: Item) -> dict[str, float]:
    figures = {
        f"figure.{name}": float(figure.value)
        for name, figure in library.content.figures.items()
        if isinstance(figure.value, int | float)
    }
    shares = {name: number.value / (100 if number.unit == "percent" else 1) for name, number in item.numbers.items()}
    return figures | shares


def test_that_every_numeric_item_is_reckoned_here(items: Mapping[str, Item]) -> None:
    assert set(ANSWERS) == {name for name, item in items.items() if item.kind == "numeric"}


@pytest.mark.parametrize("name", ANSWERS)
def test_that_a_right_number_follows_from_what_is_told(name: str, library: Library, items: Mapping[str, Item]) -> None:
    assert items[name].answer == pytest.approx(ANSWERS[name](named(library, items[name])), rel=EXACT)


def test_that_every_typical_miss_is_reckoned_here(items: Mapping[str, Item]) -> None:
    assert set(MISSES) == {f"{name}.{miss}" for name, item in items.items() for miss in item.misses}


@pytest.mark.parametrize("name", MISSES)
def test_that_a_typical_miss_is_the_slip_its_feedback_names(
    name: str, library: Library, items: Mapping[str, Item]
) -> None:
    item, _, miss = name.partition(".")
    found = items[item].misses[miss]
    assert MISSES[name](named(library, items[item])) == pytest.approx(found.value, abs=max(found.tolerance, EXACT))


@pytest.mark.parametrize("name", STATED)
def test_that_a_number_in_an_option_follows_from_the_others(
    name: str, library: Library, items: Mapping[str, Item]
) -> None:
    item, _, number = name.partition(".")
    reckon, off = STATED[name]
    assert items[item].numbers[number].value == pytest.approx(reckon(named(library, items[item])), abs=off)


def test_that_a_year_of_three_hundred_and_sixty_days_is_right_too(items: Mapping[str, Item]) -> None:
    for name in ("daily_rate_a_year", "small_daily_rate_a_year"):
        item = items[name]
        other = Offer(amount=1, days=1, rate=item.numbers["daily"].value, per="day", days_of_year=360).yearly
        assert abs(other - (item.answer or 0)) <= (item.tolerance or 0)
