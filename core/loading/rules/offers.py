"""The examples of the true cost: each is an offer that can be priced."""

from __future__ import annotations

from collections.abc import Iterator

from core.errors import Problem
from core.loading.rules.context import Context


def check_offers(context: Context) -> Iterator[Problem]:
    """Check that the term of every example is given once; the schema has seen to the rest."""
    for name, offer in context.content.offers.items():
        if bool(offer.months) == bool(offer.days):
            yield context.problem("offer_term", "offers", (name,), found=offer.months, other=offer.days)
