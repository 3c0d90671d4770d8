"""From what is typed to an offer that can be priced, or to what is wrong and where. No Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from core.commands.cost import Priced, Typed, priced
from core.errors import AppError
from core.money.offer import MOST_DAYS, MOST_MONTHS, BadOfferError, Days, Fee, Method, Offer, Per, When
from core.money.typed import fee_at, percent_of, sum_of, whole_of

FEES: tuple[When, ...] = ("kept_back", "at_start", "each_month", "at_end")
NEEDED = ("amount", "term")
MONTHLY = ("method", "monthly_fee", "each_month", "early_after", "early_share", "fees_go_on")
"""Entries that mean something only for a loan that is paid back by the month."""
SHARES = ("monthly_fee", "early_share", "late_rate")
_AT_FIRST = ("kept_back", "at_start")
_OF_EARLY = {
    "bad_offer_early": "early_after",
    "bad_offer_early_once": "early_after",
    "bad_offer_share": "early_share",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """An offer as it is typed: texts, and the ids of what is chosen."""

    amount: str = ""
    term: str = ""
    unit: str = "months"
    rate: str = ""
    per: str = "year"
    method: str = "equal_instalments"
    monthly_fee: str = ""
    kept_back: str = ""
    at_start: str = ""
    each_month: str = ""
    at_end: str = ""
    early_after: str = ""
    early_share: str = ""
    fees_go_on: str = "end"
    late_days: str = ""
    late_rate: str = ""
    days_of_year: str = "365"

    def written(self, entry: str) -> str:
        """Return what counts of what is typed: nothing where it has no meaning, and no point that waits for digits."""
        if self.unit == "days" and entry in MONTHLY:
            return ""
        return unicodedata.normalize("NFKC", getattr(self, entry)).strip().rstrip(".")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What keeps an offer from being priced: the entry, and the mistake in it; None: it is needed and empty."""

    entry: str
    error: AppError | None


def wrong_with(typing: Typing) -> tuple[Wrong, ...]:
    """Return everything that is wrong, the entries in order; nothing: :func:`price` gives a cost."""
    found = [Wrong(entry, None) for entry in NEEDED if not typing.written(entry)]
    for entry, check in _CHECKS.items():
        if typing.written(entry):
            try:
                check(typing)
            except AppError as error:
                found.append(Wrong(entry, error))
    if not found:
        try:
            price(typing)
        except AppError as error:
            found.append(Wrong(_entry_of(error, typing), error))
    return tuple(found)


def price(typing: Typing) -> Priced:
    """Return what the offer costs.

    Raises:
        AppError: Something is wrong with it.
    """
    said, number = typing.written, whole_of(typing.written("term"))
    days, after = said("late_days"), said("early_after")
    late = f"{whole_of(days)}:{_percent(said('late_rate'))}" if days and said("late_rate") else ""
    early = f"{after}:{_percent(said('early_share'))}".removesuffix(":") if after else ""
    return priced(
        Typed(
            amount=said("amount"),
            months=number if typing.unit == "months" else None,
            days=number if typing.unit == "days" else None,
            rate=f"{_percent(said('rate'))}/{typing.per}" if said("rate") else "",
            method=cast(Method, typing.method),
            fees=[f"{when}:{said(when)}" for when in FEES if said(when)],
            monthly_fee=_percent(said("monthly_fee")),
            early=early,
            fees_go_on=typing.fees_go_on == "go_on",
            late=late,
            days_of_year=_days_of_year(typing),
        )
    )


def _percent(text: str) -> str:
    """Return a share as the command takes it, with its sign."""
    return f"{100 * percent_of(text):.12f}%" if text else ""


def _days_of_year(typing: Typing) -> Days:
    return 360 if typing.days_of_year == "360" else 365


def _entry_of(error: AppError, typing: Typing) -> str:
    """Return which entry a mistake concerns that shows only in the offer as a whole."""
    if error.code == "nothing_arrives":
        return next((entry for entry in _AT_FIRST if typing.written(entry)), "amount")
    return _OF_EARLY.get(error.code, "amount")


def _check_amount(typing: Typing) -> None:
    Offer(amount=sum_of(typing.written("amount"), typing.written("amount")), months=1)


def _check_term(typing: Typing) -> None:
    number, most = whole_of(typing.written("term")), MOST_MONTHS if typing.unit == "months" else MOST_DAYS
    if not 1 <= number <= most:
        raise BadOfferError(f"bad_offer_{typing.unit}", found=number, low=1, high=f"{most:,}")


def _check_rate(typing: Typing) -> None:
    rate, days = percent_of(typing.written("rate")), _days_of_year(typing)
    Offer(amount=1, months=1, rate=rate, per=cast(Per, typing.per), days_of_year=days)


def _check_early(typing: Typing) -> None:
    number = whole_of(typing.written("early_after"))
    if number > MOST_MONTHS:  # what the offer's own months allow is seen when it is priced
        raise BadOfferError("bad_offer_early", found=number, low=1, high=MOST_MONTHS - 1)


def _check_late(typing: Typing) -> None:
    number = whole_of(typing.written("late_days"))
    if number > MOST_DAYS:
        raise BadOfferError("bad_offer_days", found=number, low=0, high=f"{MOST_DAYS:,}")


def _check_share(entry: str) -> Callable[[Typing], None]:
    return lambda typing: _told(
        Offer(amount=1, months=1, fees=(Fee(when="at_end", share=percent_of(typing.written(entry))),))
    )


def _check_fee(when: When) -> Callable[[Typing], None]:
    return lambda typing: _told(Offer(amount=1, months=1, fees=(fee_at(when, typing.written(when)),)))


def _told(_value: object) -> None:
    """Take a value that was made only to see whether it can be."""


_CHECKS: Mapping[str, Callable[[Typing], None]] = {
    "amount": _check_amount,
    "term": _check_term,
    "rate": _check_rate,
    **{when: _check_fee(when) for when in FEES},
    **{entry: _check_share(entry) for entry in SHARES},
    "early_after": _check_early,
    "late_days": _check_late,
}
