"""Decides what the page of the true cost shows: worked out anew after every letter, nothing of it stored. No Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from core.commands.cost import Lines
from core.errors import AppError
from core.files import write_whole
from core.money.sheet import schedule_sheet
from gui.desk import Desk
from gui.following import Following
from gui.pages.cost.kept import Memory, Page
from gui.pages.cost.picture import offer_state
from gui.pages.cost.reading import price
from gui.pages.cost.result import headings, result_state
from gui.pages.cost.state import CostState
from gui.speaker import Speaker

HEAVY = "debt_burden_high"
"""The cause whose page says what to do when the debts are heavy; for whoever has no result to think through."""


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: CostState) -> None:
        """Show a picture."""


class CostPresenter(Following):
    """Shows one offer, or two side by side, and what they cost."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Show what is remembered."""
        super().__init__(desk)
        self._screen = screen
        self._memory = Memory(desk, self.show)
        self.type = self._memory.type
        self.bring_back = self._memory.bring_back
        self.want_both = self._memory.want_both
        self.follow(self.show, self.show)
        self.show()

    def fill(self, offer: str, example: str) -> None:
        """Put an example in place of what is typed."""
        examples = self._desk.engine.content.offers
        if example in examples:
            self._memory.fill(offer, examples[example])

    def think(self) -> None:
        """Show where it is weighed whether to borrow at all."""
        if self._desk.session.draft.begun:
            self._desk.visit("result")
        else:
            self._desk.visit("explain", HEAVY)

    def save(self, offer: str, path: str) -> None:
        """Write the schedule that is shown for an offer as a table for spreadsheets."""
        desk, good = self._desk, self._memory.now.offers[offer].good
        if good is None:
            return
        try:
            write_whole(Path(path), schedule_sheet(headings(desk.speaker), price(good).cost.rows))
        except AppError as error:
            desk.tell(f"error.{error.code}", **error.facts)
            return
        desk.tell("costpage.result.saved", file=Path(path).name)

    def show(self) -> None:
        """Show the present picture."""
        if not self._closed:
            self._screen.show_state(cost_state(self._memory.now, self._desk.session.draft.begun, self._desk.speaker))


def cost_state(page: Page, begun: bool, speaker: Speaker) -> CostState:
    """Return the picture; ``begun`` says that there are answers to think the loan through with."""
    words = speaker.words
    offers = tuple(
        (offer_state(offer, kept, page, speaker), result_state(offer, kept, page, speaker))
        for offer, kept in page.offers.items()
    )
    return CostState(
        title=words("costpage.title"),
        intro=words("costpage.intro"),
        offers=offers,
        compare=words("costpage.compare_end" if page.both else "costpage.compare"),
        compared_title=words("costpage.compared.title"),
        compared=_compared(page, speaker),
        compared_remark=next((result.remark for _, result in offers if result.stale), ""),
        rules_title=words("costpage.rules.title"),
        rules=tuple(Lines(speaker.language).rules()),
        borrow_title=words("costpage.borrow.title"),
        borrow=words("costpage.borrow.text"),
        borrow_go=words("costpage.borrow.see_result" if begun else "costpage.borrow.see_page"),
    )


def _compared(page: Page, speaker: Speaker) -> str:
    """Return which offer is cheaper; nothing until both can be priced."""
    goods = [kept.good for kept in page.offers.values()]
    if len(goods) < 2 or goods[0] is None or goods[1] is None:
        return ""
    return Lines(speaker.language).compared(price(goods[0]), price(goods[1]))
