"""What an offer costs in all, and what that is a year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.money.annual import effective, growth, simple
from core.money.offer import BadOfferError, Offer
from core.money.schedule import Early, Row, kept_back, paid_early, schedule

MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """An offer in figures, in yuan and as shares (0.24 is 24 %).

    Attributes:
        rows: What is paid, payment by payment.
        arrives: What reaches the borrower after fees kept back or paid at once.
        paid: All payments after that.
        interest: The interest among them.
        fees: All fees, those kept back too.
        total: What borrowing costs: all that is paid minus all that arrives.
        simple: Annual rate without interest on interest: the rate of a month times 12, or of a day times 365.
        effective: Annual rate with interest on interest.
        nominal: Rate and monthly shares times the periods of a year: what a quick look at the offer makes of it.
    """

    rows: tuple[Row, ...]
    arrives: float
    paid: float
    interest: float
    fees: float
    total: float
    simple: float
    effective: float
    nominal: float


def cost_of(offer: Offer, early: Early | None = None) -> Cost:
    """Return what an offer costs when every payment is made on its day.

    Args:
        offer: The offer.
        early: Paying back the rest early, when that is asked.

    Raises:
        BadOfferError: The early payment cannot be meant so.
        NoRateError: The fees at the beginning are as large as the loan.

    Source:
        Annual rate from the payments and what arrives: internal rate of return. Monthly payments count as twelfths of
        a year; a single payment after some days counts 365 days to the year whatever the contract's own counting.

    Examples:
        A fee of 0.6 % a month on the original sum, twelve instalments, is not 7.2 % a year:

        >>> from core.money.offer import Fee
        >>> fee = Fee(when="each_month", share=0.006)
        >>> cost = cost_of(Offer(amount=10_000, months=12, method="equal_principal", fees=(fee,)))
        >>> round(cost.simple, 3), round(cost.effective, 3), round(cost.total, 2)
        (0.13, 0.138, 720.0)
    """
    rows = paid_early(offer, early) if early else schedule(offer)
    arrives, paid = offer.amount - kept_back(offer), sum(row.paid for row in rows)
    times = [offer.days] if offer.days else [row.number for row in rows]
    rate = growth(arrives, [(time, row.paid) for time, row in zip(times, rows, strict=True)])
    periods = 365 if offer.days else MONTHS_OF_YEAR
    return Cost(
        rows=rows,
        arrives=arrives,
        paid=paid,
        interest=sum(row.interest for row in rows),
        fees=kept_back(offer) + sum(row.fees for row in rows),
        total=paid - arrives,
        simple=_simple_of_days(arrives, paid, offer.days) if offer.days else simple(rate, periods),
        effective=effective(rate, periods),
        nominal=offer.yearly + MONTHS_OF_YEAR * sum(fee.share for fee in offer.fees if fee.when == "each_month"),
    )


def _simple_of_days(arrives: float, paid: float, days: int) -> float:
    """Return the rate of a single payment, straight from its days: a daily rate on a daily rate would compound."""
    return (paid / arrives - 1) * 365 / days


def late_cost(overdue: float, daily: float, days: int) -> float:
    """Return what being late costs: simple interest on what is overdue, in yuan.

    Args:
        overdue: The sum that is late, 0 or more.
        daily: The penalty rate a day from the contract, 0 or more.
        days: Days late, 0 or more.

    Raises:
        BadOfferError: One of them is negative.
    """
    if min(overdue, daily, days) < 0:
        raise BadOfferError("bad_offer_late", found=min(overdue, daily, days))
    return overdue * daily * days


def without_fees(offer: Offer) -> Offer:
    """Return the offer as it would be with its interest alone: the difference is what the fees add."""
    return replace(offer, fees=())
