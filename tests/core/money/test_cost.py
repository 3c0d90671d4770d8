"""The cost of loans against other people's arithmetic: scipy's root finder, annuity tables, and sums done by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import brentq

from core.money.annual import NoRateError, growth
from core.money.cost import cost_of, late_cost, without_fees
from core.money.offer import METHODS, BadOfferError, Fee, Offer, When
from core.money.schedule import Early, schedule

AMOUNTS = st.floats(1, 1_000_000)
FEES = st.builds(Fee, when=st.sampled_from(get_args(When)), share=st.floats(0, 0.05), yuan=st.floats(0, 0.01))


@st.composite
def monthly_offers(draw: st.DrawFn) -> Offer:
    return Offer(
        amount=draw(AMOUNTS),
        months=draw(st.integers(1, 60)),
        rate=draw(st.floats(0, 1) | st.just(0.0) | st.floats(0, 1e-9)),
        method=draw(st.sampled_from(METHODS)),
        fees=tuple(draw(st.lists(FEES, max_size=3))),
    )


def flat(share: float) -> Offer:
    """Return a loan with no interest and a fee on the original sum every month."""
    fee = Fee(when="each_month", share=share)
    return Offer(amount=10_000, months=12, method="equal_principal", fees=(fee,))


def oracle(arrives: float, payments: Sequence[tuple[float, float]]) -> float:
    """Return the growth a period, found by scipy."""

    def value(rate: float) -> float:
        return sum(paid * math.exp(-rate * time) for time, paid in payments) - arrives

    times = [time for time, _ in payments]
    return float(brentq(value, -20 / max(times), 20 / min(times), xtol=1e-18, rtol=1e-14, maxiter=500))


@given(monthly_offers())
def test_that_the_annual_rate_equals_that_of_scipy_for_any_loan(offer: Offer) -> None:
    cost = cost_of(offer)
    found = oracle(cost.arrives, [(row.number, row.paid) for row in cost.rows])
    assert cost.simple == pytest.approx(math.expm1(found) * 12, rel=1e-9, abs=1e-9)
    assert cost.effective == pytest.approx(math.expm1(found * 12), rel=1e-9, abs=1e-9)


@given(AMOUNTS, st.integers(1, 3_650), st.floats(0, 0.01), FEES)
def test_that_the_rate_of_a_single_payment_equals_that_of_scipy(
    amount: float, days: int, rate: float, fee: Fee
) -> None:
    cost = cost_of(Offer(amount=amount, days=days, rate=rate, per="day", fees=(fee,)))
    found = oracle(cost.arrives, [(days, cost.paid)])
    assert cost.effective == pytest.approx(math.expm1(found * 365), rel=1e-9, abs=1e-9)
    assert cost.simple == pytest.approx((cost.paid / cost.arrives - 1) * 365 / days, rel=1e-12, abs=1e-12)


@given(monthly_offers())
def test_that_the_principal_is_paid_back_to_the_last_fen(offer: Offer) -> None:
    rows = schedule(offer)
    assert sum(row.principal for row in rows) == pytest.approx(offer.amount, rel=1e-12)
    assert rows[-1].left == 0
    assert [row.number for row in rows] == list(range(1, offer.months + 1))


@given(monthly_offers())
def test_that_interest_is_charged_on_what_is_still_owed(offer: Offer) -> None:
    assume(offer.method != "at_end")
    lefts = [offer.amount, *(row.left for row in schedule(offer))]
    for left, row in zip(lefts, schedule(offer), strict=False):
        assert row.interest == pytest.approx(left * offer.rate / 12, rel=1e-9, abs=1e-12)


@given(AMOUNTS, st.integers(2, 120), st.floats(1e-6, 1))
def test_that_equal_instalments_are_equal(amount: float, months: int, rate: float) -> None:
    rows = schedule(Offer(amount=amount, months=months, rate=rate))
    i = rate / 12
    assert all(row.paid == pytest.approx(amount * i / (1 - (1 + i) ** -months), rel=1e-6) for row in rows)
    assert all(a.paid == pytest.approx(b.paid, rel=1e-9) for a, b in pairwise(rows))


@given(monthly_offers())
def test_that_total_cost_is_interest_and_fees(offer: Offer) -> None:
    cost = cost_of(offer)
    assert cost.total == pytest.approx(cost.interest + cost.fees, rel=1e-9, abs=1e-6)


@given(monthly_offers())
def test_that_fees_never_make_a_loan_cheaper(offer: Offer) -> None:
    bare = cost_of(without_fees(offer))
    assert cost_of(offer).effective >= bare.effective - 1e-9
    if offer.method != "at_end":  # there the interest of early months waits unpaid
        assert bare.simple == pytest.approx(offer.rate, rel=1e-7, abs=1e-9)


@given(monthly_offers(), st.data())
def test_that_interest_ends_with_an_early_payment(offer: Offer, data: st.DataObject) -> None:
    assume(offer.months > 1)
    after = data.draw(st.integers(1, offer.months - 1))
    early, whole = cost_of(offer, Early(after=after)), cost_of(offer)
    assert sum(row.principal for row in early.rows) == pytest.approx(offer.amount, rel=1e-12)
    assert early.interest <= whole.interest + 1e-9
    go_on = cost_of(offer, Early(after=after, fees_go_on=True))
    assert go_on.fees == pytest.approx(whole.fees, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("offer", "simple", "effective"),
    [
        # The worked examples of the course: a fee of 0.6 % and of 0.75 % a month on the original sum,
        (flat(0.006), 0.130, 0.138),
        (flat(0.0075), 0.162, 0.175),
        # 1,000 of 10,000 kept back at once, and a guarantee fee of 1 % a month on the original sum.
        (Offer(amount=10_000, months=12, rate=0.12, fees=(Fee(when="kept_back", yuan=1_000),)), 0.325, 0.378),
        (Offer(amount=10_000, months=12, rate=0.09, fees=(Fee(when="each_month", share=0.01),)), 0.299, 0.344),
    ],
)
def test_that_the_worked_examples_come_out(offer: Offer, simple: float, effective: float) -> None:
    cost = cost_of(offer)
    assert (round(cost.simple, 3), round(cost.effective, 3)) == (simple, effective)


@pytest.mark.parametrize(("days", "yearly"), [(365, 0.1825), (360, 0.18)])
def test_that_a_daily_rate_is_told_by_both_ways_of_counting_days(days: int, yearly: float) -> None:
    assert Offer(amount=1, days=1, rate=0.0005, per="day", days_of_year=days).yearly == pytest.approx(yearly)  # type: ignore[arg-type]  # parametrised


def test_that_a_daily_rate_compounded_every_day_makes_twenty_per_cent() -> None:
    assert cost_of(Offer(amount=10_000, days=1, rate=0.0005, per="day")).effective == pytest.approx(0.2002, abs=5e-5)


def test_that_a_loan_without_interest_and_fees_costs_nothing() -> None:
    cost = cost_of(Offer(amount=3_000, months=12))
    assert [cost.total, cost.simple, cost.effective] == pytest.approx([0, 0, 0], abs=1e-9)


def test_that_one_instalment_is_a_loan_of_a_month() -> None:
    cost = cost_of(Offer(amount=1_000, months=1, rate=0.12))
    assert cost.simple == pytest.approx(0.12)
    assert len(cost.rows) == 1


@given(st.floats(1e-6, 1e6), st.lists(st.tuples(st.floats(0.5, 3_650), st.floats(0, 1e6)), min_size=1, max_size=40))
def test_that_the_search_for_a_rate_always_ends_at_a_solution(
    received: float, payments: list[tuple[float, float]]
) -> None:
    assume(any(paid > 0 for _, paid in payments))
    rate = growth(received, payments)
    worth = np.logaddexp.reduce([math.log(paid) - rate * time for time, paid in payments if paid > 0])
    assert worth == pytest.approx(math.log(received), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("received", "payments", "code"),
    [
        (0.0, [(1.0, 5.0)], "nothing_arrives"),
        (-5.0, [(1.0, 5.0)], "nothing_arrives"),
        (5.0, [(1.0, 0.0)], "nothing_is_paid_back"),
        (5.0, [], "nothing_is_paid_back"),
    ],
)
def test_that_a_rate_that_does_not_exist_is_said_not_to(
    received: float, payments: list[tuple[float, float]], code: str
) -> None:
    with pytest.raises(NoRateError) as caught:
        growth(received, payments)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"amount": 0, "months": 1}, "bad_offer_amount"),
        ({"amount": -1, "months": 1}, "bad_offer_amount"),
        ({"amount": 1e9, "months": 1}, "bad_offer_amount"),
        ({"amount": math.nan, "months": 1}, "bad_offer_amount"),
        ({"amount": math.inf, "months": 1}, "bad_offer_amount"),
        ({"amount": 1}, "bad_offer_term"),
        ({"amount": 1, "months": 3, "days": 3}, "bad_offer_term"),
        ({"amount": 1, "months": -1}, "bad_offer_months"),
        ({"amount": 1, "months": 361}, "bad_offer_months"),
        ({"amount": 1, "days": 4_000}, "bad_offer_days"),
        ({"amount": 1, "months": 3, "rate": -0.1}, "bad_offer_rate"),
        ({"amount": 1, "months": 3, "rate": 5, "per": "day"}, "bad_offer_rate"),
        ({"amount": 1, "months": 3, "fees": (Fee(when="at_end", share=1.5),)}, "bad_offer_share"),
        ({"amount": 1, "months": 3, "fees": (Fee(when="at_end", yuan=-1),)}, "bad_offer_yuan"),
    ],
)
def test_that_an_absurd_offer_is_refused_by_name(fields: dict[str, object], code: str) -> None:
    with pytest.raises(BadOfferError) as caught:
        Offer(**fields)  # type: ignore[arg-type]  # absurd on purpose
    assert caught.value.code == code


@pytest.mark.parametrize("after", [-1, 0, 12, 13])
def test_that_an_early_payment_needs_an_instalment_that_leaves_something(after: int) -> None:
    with pytest.raises(BadOfferError, match="bad_offer_early"):
        cost_of(Offer(amount=1_000, months=12), Early(after=after))


def test_that_fees_as_large_as_the_loan_leave_no_rate() -> None:
    with pytest.raises(NoRateError, match="nothing_arrives"):
        cost_of(Offer(amount=1_000, months=12, fees=(Fee(when="kept_back", share=1.0),)))


@given(st.floats(0, 1e6), st.floats(0, 0.01), st.integers(0, 1_000))
def test_that_being_late_costs_simple_interest(overdue: float, daily: float, days: int) -> None:
    assert late_cost(overdue, daily, days) == pytest.approx(overdue * daily * days)


def test_that_being_late_by_a_negative_time_is_refused() -> None:
    with pytest.raises(BadOfferError, match="bad_offer_late"):
        late_cost(100, 0.0005, -1)


def test_that_a_rate_beyond_any_sense_is_a_number_all_the_same() -> None:
    loan = Offer(amount=10_000, days=1, rate=0.001, per="day", fees=(Fee(when="kept_back", yuan=9_999),))
    cost = cost_of(loan)
    assert cost.effective > cost.simple > 1_000_000
    assert math.isfinite(cost.effective)
