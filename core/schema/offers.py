"""The picture of ``offers.toml``: offers to work through on the page of the true cost."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from core.money.offer import MOST_AMOUNT, MOST_DAYS, MOST_MONTHS, Method, Per
from core.schema.network import Sourced

Yuan = Annotated[float, Field(ge=0, le=MOST_AMOUNT)]
Percent = Annotated[float, Field(ge=0, le=100)]


class ExampleOffer(Sourced):
    """An offer in the figures a person would type: sums in yuan, rates in per cent.

    Exactly one of ``months`` and ``days`` is above 0. ``rate`` is for the time ``per`` names, ``monthly_fee`` a share
    of the original sum; the other fees are sums.
    """

    amount: Yuan = Field(gt=0)
    months: int = Field(default=0, ge=0, le=MOST_MONTHS)
    days: int = Field(default=0, ge=0, le=MOST_DAYS)
    rate: Percent = 0
    per: Per = "year"
    method: Method = "equal_instalments"
    monthly_fee: Percent = 0
    kept_back: Yuan = 0
    at_start: Yuan = 0
    each_month: Yuan = 0
    at_end: Yuan = 0
