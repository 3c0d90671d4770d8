"""What the page of the true cost remembers while the program runs: the offers as they are typed. No Qt.

Nothing of it is written to disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from core.schema.offers import ExampleOffer
from gui.desk import Desk
from gui.pages.cost.reading import Typing, wrong_with

PAGE = "cost"
AMOUNT = "request.amount"


@dataclass(frozen=True, slots=True)
class Kept:
    """One offer: what is typed, what was typed when it last made sense, and what an example took the place of."""

    now: Typing
    good: Typing | None = None
    before: Typing | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Both offers, and whether the second one is wanted."""

    first: Kept
    second: Kept = field(default_factory=lambda: Kept(Typing()))
    both: bool = False

    @property
    def offers(self) -> Mapping[str, Kept]:
        """Return the offers that are shown, by name."""
        return {"first": self.first, "second": self.second} if self.both else {"first": self.first}


class Memory:
    """Holds what the page remembers at a place that outlives the page."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Take the place, and what shows the page after a change."""
        self._desk, self._show = desk, show

    @property
    def now(self) -> Page:
        """Return what is remembered: at first the amount of the check, when that is known."""
        kept = self._desk.memory.get(PAGE)
        if isinstance(kept, Page):
            return kept
        amount = self._desk.session.draft.answers.known(AMOUNT)
        return Page(Kept(Typing(amount=plain(amount) if isinstance(amount, float) else "")))

    def type(self, offer: str, entry: str, value: str) -> None:
        """Keep what is typed or chosen at an entry."""
        now = self.now.offers[offer].now
        if getattr(now, entry) != value:
            self._put(offer, replace(now, **{entry: value}), None)

    def fill(self, offer: str, example: ExampleOffer) -> None:
        """Put an example in place of what is typed, and keep that for the way back."""
        kept = self.now.offers[offer]
        self._put(offer, typing_of(example), kept.before or kept.now)

    def bring_back(self, offer: str) -> None:
        """Put what was typed before the example back in its place."""
        before = self.now.offers[offer].before
        if before:
            self._put(offer, before, None)

    def want_both(self, both: bool) -> None:
        """Show the second offer, or put it away; what is typed in it stays."""
        self._keep(replace(self.now, both=both))

    def _put(self, offer: str, typing: Typing, before: Typing | None) -> None:
        good = self.now.offers[offer].good if wrong_with(typing) else typing
        page, kept = self.now, Kept(typing, good, before)
        self._keep(replace(page, first=kept) if offer == "first" else replace(page, second=kept))

    def _keep(self, page: Page) -> None:
        self._desk.memory[PAGE] = page
        self._show()


def typing_of(example: ExampleOffer) -> Typing:
    """Return an example as it would be typed."""
    sums = {name: getattr(example, name) for name in ("rate", "monthly_fee", "kept_back", "at_start", "each_month")}
    return Typing(
        amount=plain(example.amount),
        term=str(example.months or example.days),
        unit="months" if example.months else "days",
        per=example.per,
        method=example.method,
        at_end=plain(example.at_end) if example.at_end else "",
        **{name: plain(value) for name, value in sums.items() if value},
    )


def plain(value: float) -> str:
    """Return a number as it is typed.

    Examples:
        >>> plain(10_000.0), plain(0.05)
        ('10000', '0.05')
    """
    return f"{value:.10f}".rstrip("0").rstrip(".")
