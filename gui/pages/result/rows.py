"""The rows of cards on the result page, from the top down; each is made when its turn comes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.pages.result.cards import Wishes, block_card, causes_card, plan_card, risk_card, road_card
from gui.pages.result.lower import CurveCard, WhatIfCard, open_card, trace_card
from gui.pages.result.state import ResultState
from gui.theme.look import Look
from gui.widgets.layouts import Columns


class Rows:
    """Makes the rows of one picture."""

    def __init__(self, look: Look, state: ResultState, wishes: Wishes, what_if: WhatIfCard) -> None:
        """Take the picture, and what its buttons wish for."""
        self._look, self._state, self._wishes, self._what_if = look, state, wishes, what_if

    def below(self) -> list[Callable[[], QWidget]]:
        """Return the makers of everything below the numbers, in order."""
        return [self._reasons, self._second, self._third, self._fourth, self._last]

    def numbers(self) -> QWidget:
        """Return the row with the risk and the road."""
        state = self._state
        if state.risk is None:
            return QWidget()
        return Columns(self._look, [(risk_card(state.risk, self._look), 3), (road_card(state, self._look), 5)])

    def _reasons(self) -> QWidget:
        state = self._state
        cards: list[tuple[QWidget, int]] = [(causes_card(state, self._look, self._wishes), 1)]
        if state.plan:
            cards.append((plan_card(state.plan, self._look, self._wishes), 1))
        return Columns(self._look, cards)

    def _second(self) -> QWidget:
        families, owners, avoid = self._state.blocks[:3]
        cards = [block_card(families, "result-card-families"), block_card(owners, "result-card-owners")]
        return Columns(self._look, [(card, 1) for card in (*cards, block_card(avoid, "result-card-avoid"))])

    def _third(self) -> QWidget:
        cards: list[tuple[QWidget, int]] = []
        if self._state.open:
            cards.append((open_card(self._state.open, self._wishes), 1))
        if self._state.curve:
            cards.append((CurveCard(self._state.curve, self._look), 1))
        return Columns(self._look, cards)

    def _fourth(self) -> QWidget:
        return self._what_if

    def _last(self) -> QWidget:
        cards: list[tuple[QWidget, int]] = [(trace_card(self._state, self._look), 3)]
        if self._state.borrow:
            cards.append((block_card(self._state.borrow, "result-card-borrow"), 2))
        return Columns(self._look, cards)
