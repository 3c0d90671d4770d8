"""From an offer to what is paid, when, and for what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, expm1, log1p

from core.money.offer import BadOfferError, Fee, Offer, When, bad_share


@dataclass(frozen=True, slots=True)
class Row:
    """One payment: ``number`` counts from 1, sums are in yuan, ``left`` is the principal still owed after it."""

    number: int
    principal: float
    interest: float
    fees: float
    left: float

    @property
    def paid(self) -> float:
        """Return all that is paid."""
        return self.principal + self.interest + self.fees


@dataclass(frozen=True, slots=True, kw_only=True)
class Early:
    """Paying back the rest together with instalment ``after``.

    Attributes:
        after: Instalment after which nothing more is owed; from 1 to the last but one.
        share: Fee for it, as a share of the principal that is paid back early; [0, 1].
        fees_go_on: Whether the monthly fees of the months that are left are charged all the same.
    """

    after: int
    share: float = 0.0
    fees_go_on: bool = False


def schedule(offer: Offer) -> tuple[Row, ...]:
    """Return every payment of an offer in order; the last one brings what is owed to exactly 0."""
    if offer.days:
        interest = offer.amount * offer.yearly * offer.days / offer.days_of_year
        return (Row(1, offer.amount, interest, _fees(offer, "at_end", "each_month"), 0.0),)
    return tuple(_monthly(offer))


def _monthly(offer: Offer) -> Iterator[Row]:
    left, each, owed = offer.amount, _fees(offer, "each_month"), 0.0
    for number, principal in enumerate(_principal(offer), start=1):
        last = number == offer.months
        interest = left * offer.monthly
        if offer.method == "at_end":  # simple interest: it is owed month by month and paid at the end
            owed += interest
            interest = owed if last else 0.0
        part = left if last else principal
        left = 0.0 if last else left - part
        yield Row(number, part, interest, each + (_fees(offer, "at_end") if last else 0.0), left)


def _principal(offer: Offer) -> list[float]:
    """Return the part of the principal in each month; the last one takes what is left.

    Source:
        Annuity: amount · i / (1 − (1 + i)^−n) a month; its principal grows by (1 + i) from month to month.
    """
    count, rate = offer.months, offer.monthly
    if offer.method in ("interest_first", "at_end"):
        return [0.0] * (count - 1) + [offer.amount]
    if offer.method == "equal_principal" or rate == 0:
        return [offer.amount / count] * count
    # In powers of v = 1 / (1 + i), which cannot overflow; v^n − 1 by expm1, so that a tiny rate loses no digits.
    grown = log1p(rate)
    whole = offer.amount * rate / (1 + rate) / -expm1(-count * grown)
    return [whole * exp(-(count - number) * grown) for number in range(1, count + 1)]


def paid_early(offer: Offer, early: Early) -> tuple[Row, ...]:
    """Return the payments when the rest is paid back early; interest ends with it.

    Raises:
        BadOfferError: There is no such instalment, or nothing is left to pay early after it.
    """
    if offer.months < 2:
        raise BadOfferError("bad_offer_early_once")
    if not 1 <= early.after < offer.months:
        raise BadOfferError("bad_offer_early", found=early.after, low=1, high=offer.months - 1)
    if not 0 <= early.share <= 1:
        raise bad_share(early.share)
    rows = schedule(offer)[: early.after]
    last, months_left = rows[-1], offer.months - early.after
    interest = last.interest
    if offer.method == "at_end":
        interest = offer.amount * offer.monthly * early.after
    fees = last.fees + early.share * last.left + _fees(offer, "at_end")
    if early.fees_go_on:
        fees += months_left * _fees(offer, "each_month")
    return (*rows[:-1], Row(last.number, last.principal + last.left, interest, fees, 0.0))


def kept_back(offer: Offer) -> float:
    """Return what never arrives or is paid at once, in yuan."""
    return _fees(offer, "kept_back", "at_start")


def _fees(offer: Offer, *when: When) -> float:
    def counts(fee: Fee) -> bool:
        return fee.when in when

    return sum(fee.of(offer.amount) for fee in offer.fees if counts(fee))
