"""``disburse-check cost``: what an offer costs in all and a year, and which of two is cheaper."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from math import floor
from typing import Any

from core.commands.workplace import Workplace
from core.explain.language import Language
from core.money.cost import Cost, cost_of, late_cost
from core.money.offer import MOST_YEARLY, Days, Fee, Method, Offer, term_of
from core.money.schedule import Early
from core.money.typed import BadTypedError, early_of, fee_of, rate_of, share_of, sum_of

HAIR = 1e-6
"""Of a tenth of a per cent: by so little a rate that was searched for may lie below the one it is."""
ALIKE = 0.0005
"""Annual rates closer than this are told as alike: both are shown to a tenth of a per cent."""
LINE = "cost_line"


@dataclass(frozen=True, kw_only=True)
class Typed:
    """An offer as it was typed; ``late`` is "days:daily share", such as ``5:0.05%``."""

    amount: str
    months: int | None = None
    days: int | None = None
    rate: str = ""
    method: Method = "equal_instalments"
    fees: Sequence[str] = ()
    monthly_fee: str = ""
    early: str = ""
    fees_go_on: bool = False
    late: str = ""
    days_of_year: Days = 365


@dataclass(frozen=True, kw_only=True)
class Priced:
    """An offer, how it would be paid back early, what it costs, and what being late would add (None: not asked)."""

    offer: Offer
    early: Early | None
    cost: Cost
    late_days: int = 0
    late: float | None = None


def priced(typed: Typed) -> Priced:
    """Return what a typed offer costs.

    Raises:
        AppError: Something cannot be read, or cannot be meant.
    """
    rate, per = rate_of(typed.rate) if typed.rate else (0.0, "year")
    fees = [fee_of(text) for text in typed.fees]
    if typed.monthly_fee:
        fees.append(Fee(when="each_month", share=share_of(typed.monthly_fee, typed.monthly_fee)))
    offer = Offer(
        amount=sum_of(typed.amount, typed.amount),
        **term_of(typed.months, typed.days),
        rate=rate,
        per=per,
        method=typed.method,
        fees=tuple(fees),
        days_of_year=typed.days_of_year,
    )
    early = early_of(typed.early, typed.fees_go_on) if typed.early else None
    cost = cost_of(offer, early)
    days, late = _late(typed.late, cost.rows[0].paid) if typed.late else (0, None)
    return Priced(offer=offer, early=early, cost=cost, late_days=days, late=late)


def _late(text: str, overdue: float) -> tuple[int, float]:
    days, _, share = text.partition(":")
    if not (days.isascii() and days.isdigit() and len(days) < 5):
        raise BadTypedError("bad_typed_late", text)
    return int(days), late_cost(overdue, share_of(share, text, "bad_typed_late"), int(days))


def cost_as_json(place: Workplace, typed: Typed, other: Typed | None = None) -> str:
    """Return the figures as JSON, unrounded: one object, or a list of two. The place is not needed."""
    del place
    data = [_data(priced(each)) for each in (typed, other) if each is not None]
    return json.dumps(data if other else data[0], ensure_ascii=False, indent=2)


def cost_as_text(place: Workplace, typed: Typed, other: Typed | None = None) -> str:
    """Return the same in words: what arrives, what is paid, what that is a year, and what to compare it with."""
    lines = Lines(place.language)
    one = priced(typed)
    told = list(lines.about(one))
    if other is not None:
        two = priced(other)
        words = place.language.words
        told = [words("cost.first"), *told, "", words("cost.second"), *lines.about(two), "", lines.compared(one, two)]
    return "\n".join([*told, "", *lines.rules()])


def _data(found: Priced) -> dict[str, Any]:
    cost = asdict(found.cost)
    rows = [{**asdict(row), "paid": row.paid} for row in found.cost.rows]
    return {**cost, "rows": rows, "late": found.late}


class Lines:
    """Sentences about costs, for the command and the page of the window."""

    def __init__(self, language: Language) -> None:
        """Take the language; its content holds the annual rate that offers are compared with, such as 24 %."""
        self._words, self._wording = language.words, language.wording
        value = language.content.figures[LINE].value
        self._line = float(value) / 100 if isinstance(value, int | float) else 1.0

    def about(self, found: Priced) -> Iterator[str]:
        """Yield what is to be said about one offer."""
        yield from self.sums(found)
        yield from self.remarks(found)

    def sums(self, found: Priced) -> Iterator[str]:
        """Yield its figures: what arrives, what is paid, what it costs, what that is a year."""
        words, cost = self._words, found.cost
        yield words("cost.arrives", arrives=self.yuan(cost.arrives), amount=self.yuan(found.offer.amount))
        yield words("cost.paid", paid=self.yuan(cost.paid), times=self._wording.count(len(cost.rows), "instalments"))
        yield words(
            "cost.total", total=self.yuan(cost.total), interest=self.yuan(cost.interest), fees=self.yuan(cost.fees)
        )
        yield words("cost.yearly", simple=self.rate(cost.simple), effective=self.rate(cost.effective))

    def remarks(self, found: Priced) -> Iterator[str]:
        """Yield what is to be said about the figures."""
        words, cost = self._words, found.cost
        if cost.simple > cost.nominal + ALIKE:
            yield words("cost.more_than_named", nominal=self.rate(cost.nominal), simple=self.rate(cost.simple))
        yield words("cost.above_line" if self.above(cost) else "cost.below_line")
        if found.early:
            yield words("cost.early", after=found.early.after)
        if found.late is not None:
            days = self._wording.count(found.late_days, "days")
            yield words("cost.late", days=days, late=self.yuan(found.late))
        yield words("cost.counted_days" if found.offer.days else "cost.counted_months", days=found.offer.days_of_year)

    def above(self, cost: Cost) -> bool:
        """Return whether the annual rate lies above the line."""
        return cost.simple > self._line + ALIKE

    def compared(self, one: Priced, two: Priced) -> str:
        """Return which of two offers is cheaper, by the annual rate and by the sum."""
        words, first, second = self._words, one.cost, two.cost
        if abs(first.effective - second.effective) < ALIKE:
            rate = words("cost.alike")
        else:
            rate = words("cost.cheaper_first" if first.effective < second.effective else "cost.cheaper_second")
        gap = self.yuan(abs(first.total - second.total))
        if round(first.total, 2) == round(second.total, 2):
            return words("ui.gap").join((rate, words("cost.same_sum")))
        sums = words("cost.less_first" if first.total < second.total else "cost.less_second", gap=gap)
        return words("ui.gap").join((rate, sums))

    def rules(self) -> list[str]:
        """Return what the annual rate is, what the line is, and where the true figures stand."""
        return [self._words(f"cost.{name}") for name in ("what_a_year_is", "line_rule", "table_rule")]

    def yuan(self, amount: float) -> str:
        """Return a sum to the fen."""
        return self._wording.count(amount, "yuan")

    def rate(self, share: float) -> str:
        """Return a rate to a tenth of a per cent; one that is beyond any offer is told as such."""
        if share > MOST_YEARLY:
            return self._words("unit.over", n=self._wording.count(100 * MOST_YEARLY, "percent"))
        # Half a tenth goes up, as people round: 18.25 is 18.3, also when the search found it a hair below.
        return self._wording.count(floor(1000 * share + 0.5 + HAIR) / 10, "percent")
