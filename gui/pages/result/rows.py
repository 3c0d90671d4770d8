"""The rows of cards on the result page, from the top down; each is made when its turn comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from gui.pages.result.cards import Wishes, block_card
from gui.pages.result.lower import CurveCard, WhatIfCard, open_card, trace_card
from gui.pages.result.reasons import causes_card
from gui.pages.result.state import ResultState
from gui.pages.result.steps import plan_card
from gui.pages.result.summary import risk_card, road_card
from gui.theme.look import Look
from gui.widgets.buttons import Button, OnClick
from gui.widgets.layouts import Columns
from gui.widgets.shelf import Side


class Rows:
    """Makes the rows of one picture."""

    def __init__(self, look: Look, state: ResultState, wishes: Wishes, what_if: WhatIfCard, on_how: OnClick) -> None:
        """Take the picture, and what its buttons wish for."""
        self._look, self._state, self._wishes, self._what_if = look, state, wishes, what_if
        self._on_how = on_how

    def below(self) -> list[tuple[Side | None, Callable[[], QWidget]]]:
        """Return the makers of everything below the numbers, in the order of reading: each for a side, or for both."""
        state = self._state
        made: list[tuple[Side | None, Callable[[], QWidget]]] = [("left", self._causes)]
        if state.plan:
            made.append(("right", partial(plan_card, state.plan, self._look, self._wishes)))
        if state.curve:
            made.append(("right", partial(CurveCard, state.curve, self._look)))
        for block, name in zip(state.blocks, ("families", "owners", "avoid"), strict=False):
            made.append(("right" if name == "avoid" else "left", partial(block_card, block, f"result-card-{name}")))
        if state.open:
            made.append(("left", partial(open_card, state.open, self._look, self._wishes)))
        if state.borrow:
            made.append(("right", partial(block_card, state.borrow, "result-card-borrow")))
        return [*made, ("left", partial(trace_card, state, self._look)), (None, self._tried)]

    def numbers(self) -> QWidget:
        """Return the row with the risk and the road."""
        state = self._state
        if state.risk is None:
            return QWidget()
        road = road_card(state, self._look, Button("result-how", "link-small", self._on_how))
        return Columns(self._look, [(risk_card(state.risk, self._look), 2), (road, 3)])

    def _causes(self) -> QWidget:
        return causes_card(self._state, self._look, self._wishes)

    def _tried(self) -> QWidget:
        return self._what_if
