"""A loan as it is offered: how much, for how long, what is charged, and when."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from core.errors import AppError

Per = Literal["day", "month", "year"]
Method = Literal["equal_instalments", "equal_principal", "interest_first", "at_end"]
When = Literal["kept_back", "at_start", "each_month", "at_end"]
Days = Literal[365, 360]

METHODS: tuple[Method, ...] = ("equal_instalments", "equal_principal", "interest_first", "at_end")
MOST_AMOUNT, MOST_MONTHS, MOST_DAYS = 10_000_000.0, 360, 3_650
MOST_YEARLY = 100.0
"""10,000 % a year: what is beyond it is a slip of the pen, not an offer."""


class BadOfferError(AppError):
    """A figure of an offer cannot be meant so."""

    code = "bad_offer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A fee beside the interest.

    Attributes:
        when: ``kept_back`` from the money that is paid out, paid ``at_start``, with ``each_month``, or ``at_end``.
        share: Part of the original amount, such as 0.01 for 1 %; [0, 1].
        yuan: A sum of its own, 0 or more; both may stand together.
    """

    when: When
    share: float = 0.0
    yuan: float = 0.0

    def of(self, amount: float) -> float:
        """Return the fee for one time, in yuan."""
        return self.share * amount + self.yuan


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer.

    A month is a twelfth of a year. A rate per day makes ``days_of_year`` times as much a year: 365 as the days are, or
    360 as some contracts count.

    Attributes:
        amount: The sum on the contract, in yuan; (0, 10,000,000].
        months: Monthly instalments, 1 to 360; 0 when the term is counted in days.
        days: Term in days, 1 to 3,650, of a loan paid back at once; 0 when it is counted in months.
        rate: Interest on what is still owed, such as 0.0005 a day; 0 or more.
        per: What the rate is for.
        method: How the principal is paid back: equal instalments, equal parts of the principal, all at the end with the
            interest every month, or both at the end.
        fees: What is charged beside the interest.
        days_of_year: 365 or 360.
    """

    amount: float
    months: int = 0
    days: int = 0
    rate: float = 0.0
    per: Per = "year"
    method: Method = "equal_instalments"
    fees: tuple[Fee, ...] = ()
    days_of_year: Days = 365

    def __post_init__(self) -> None:
        """Refuse what cannot be meant.

        Raises:
            BadOfferError: A figure lies outside its bounds, or months and days are both given, or neither.
        """
        _within("amount", self.amount, 0.0, MOST_AMOUNT, open_below=True)
        _within("rate", self.yearly, 0.0, MOST_YEARLY)
        if bool(self.months) == bool(self.days):
            raise BadOfferError("bad_offer_term")
        _within("months" if self.months else "days", self.months or self.days, 1, self._longest)
        for fee in self.fees:
            if not 0.0 <= fee.share <= 1.0:
                raise bad_share(fee.share)
            _within("yuan", fee.yuan, 0.0, MOST_AMOUNT)

    @property
    def yearly(self) -> float:
        """Return the nominal interest of a year: the rate times the periods, without interest on interest."""
        return self.rate * {"day": self.days_of_year, "month": 12, "year": 1}[self.per]

    @property
    def monthly(self) -> float:
        """Return the interest of a month."""
        return self.yearly / 12

    @property
    def _longest(self) -> int:
        return MOST_MONTHS if self.months else MOST_DAYS


def bad_share(found: float) -> BadOfferError:
    """Return that a fee cannot be such a part of a sum, told as people write it: in per cent."""
    return BadOfferError("bad_offer_share", found=f"{100 * found:.12g}%", low="0%", high="100%")


def term_of(months: int | None, days: int | None) -> dict[str, int]:
    """Return ``months`` and ``days`` as an offer takes them: 0 for the one that was left out.

    Raises:
        BadOfferError: One of them was given as 0, which an offer would take for left out.
    """
    for name, found, most in (("months", months, MOST_MONTHS), ("days", days, MOST_DAYS)):
        if found is not None:
            _within(name, found, 1, most)
    return {"months": months or 0, "days": days or 0}


def _within(name: str, found: float, low: float, high: float, *, open_below: bool = False) -> None:
    if not math.isfinite(found) or not low <= found <= high or (open_below and found == low):
        raise BadOfferError(f"bad_offer_{name}", found=f"{found:.12g}", low=f"{low:g}", high=f"{high:,.0f}")
