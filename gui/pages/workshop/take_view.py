"""Taking part, on the screen: the code word, an item at a time, the result."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.pages.workshop.ask_card import AskCard
from gui.pages.workshop.hand_card import HandCard
from gui.pages.workshop.join_card import JoinCard
from gui.pages.workshop.state import AskedState, JoinState, TakeState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.layouts import column


class TakeView(QWidget):
    """What is behind the second door; one of three cards.

    Signals:
        typed (str, str): An entry before the first item, and what stands there.
        plan_chosen (str), begin_requested (): A plan to open; the first item.
        option_chosen (str), number_typed (str), step_requested (int), hand_in_requested (): Answering.
        run_toggled (str), folder_chosen (str), code_requested (), finish_requested (): What becomes of the result.
    """

    typed = Signal(str, str)
    plan_chosen = Signal(str)
    begin_requested = Signal()
    option_chosen = Signal(str)
    number_typed = Signal(str)
    step_requested = Signal(int)
    hand_in_requested = Signal()
    run_toggled = Signal(str)
    folder_chosen = Signal(str)
    code_requested = Signal()
    finish_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        super().__init__()
        self._join, self._ask, self._hand = JoinCard(look), AskCard(look), HandCard(look)
        self._step: type[object] | None = None
        self.setLayout(column(self._join, self._ask, self._hand, None, space=Space.L))
        self._connect()

    def show_state(self, state: TakeState) -> None:
        """Show the card of a step; the keyboard goes to it when it has come."""
        step = state.step
        for card in (self._join, self._ask, self._hand):
            card.setVisible(isinstance(step, card.shows))
        if isinstance(step, JoinState):
            self._join.show_state(step)
        elif isinstance(step, AskedState):
            self._ask.show_state(step)
        else:
            self._hand.show_state(step)
        if type(step) is not self._step:
            self._step = type(step)
            if self.isVisible():
                self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the card of the step."""
        for card in (self._join, self._ask, self._hand):
            if card.shows is self._step:
                card.take_focus()

    def _connect(self) -> None:
        self._join.typed.connect(self.typed)
        self._join.plan_chosen.connect(self.plan_chosen)
        self._join.begin_requested.connect(self.begin_requested)
        self._ask.option_chosen.connect(self.option_chosen)
        self._ask.number_typed.connect(self.number_typed)
        self._ask.step_requested.connect(self.step_requested)
        self._ask.hand_in_requested.connect(self.hand_in_requested)
        self._hand.run_toggled.connect(self.run_toggled)
        self._hand.folder_chosen.connect(self.folder_chosen)
        self._hand.code_requested.connect(self.code_requested)
        self._hand.finish_requested.connect(self.finish_requested)
