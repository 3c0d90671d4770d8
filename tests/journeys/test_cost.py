"""Two offers are compared with keys alone: the cheap-looking one first, then one whose rate is told by the day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from core.money.cost import cost_of
from core.money.offer import Fee, Offer
from tests.gui.test_cost import figures_of
from tests.journeys.test_keyboard import tab_to
from tests.journeys.test_network import type_by_keys
from tests.pages.finding import shown
from tests.pages.user import User

Key = Qt.Key
FIRST = Offer(amount=6000, months=12, fees=(Fee(when="each_month", share=0.0075), Fee(when="kept_back", yuan=150)))
SECOND = Offer(amount=6000, months=6, rate=0.0004, per="day", method="equal_principal")


def choose_by_keys(user: User, name: str, value: str) -> None:
    """Go to a list with the tabulator and to an entry of it with the arrows."""
    tab_to(user, name)
    choice = shown(user.program.window, QComboBox, name)
    down = choice.findData(value) > choice.currentIndex()
    for _ in range(choice.count()):
        if choice.currentData() == value:
            return
        user.shell.press(Key.Key_Down if down else Key.Key_Up)
    raise AssertionError(f"{value} is not in {name}")


def write_first(user: User) -> None:
    """Write the first offer, part of which stands in a fold."""
    user.shell.type("6000")
    user.shell.press(Key.Key_Tab)
    assert user.shell.focus == "cost-field-first-term"
    type_by_keys(user, "cost-field-first-term", "12")
    type_by_keys(user, "cost-field-first-monthly_fee", "0.75")
    tab_to(user, "cost-fees-first")
    user.shell.press(Key.Key_Space, Key.Key_Tab)
    assert user.shell.focus == "cost-field-first-kept_back", "what a fold opens comes next"
    user.shell.type("150")


def write_second(user: User) -> None:
    """Ask for the second offer and write it."""
    tab_to(user, "cost-compare")
    user.shell.press(Key.Key_Space)
    assert user.shell.focus == "cost-field-second-amount", "the keyboard goes to the new offer"
    user.shell.type("6000")
    type_by_keys(user, "cost-field-second-term", "6")
    type_by_keys(user, "cost-field-second-rate", "0.04")
    choose_by_keys(user, "cost-choice-second-rate", "day")
    choose_by_keys(user, "cost-choice-second-method", "equal_principal")


def test_that_two_offers_are_compared_with_keys_alone(user: User) -> None:
    user.shell.go("cost")
    assert (user.page, user.shell.focus) == ("cost", "cost-field-first-amount")
    write_first(user)
    assert user.cost.figures() == figures_of(cost_of(FIRST), user)
    write_second(user)
    assert user.cost.figures("second") == figures_of(cost_of(SECOND), user)
    assert cost_of(SECOND).effective < cost_of(FIRST).effective
    assert user.words("cost.cheaper_second") in user.cost.compared
    tab_to(user, "cost-chart-second")
    user.shell.press(Key.Key_End)
    assert figures_of(cost_of(SECOND), user)["total"] in user.cost.readout("second")
    tab_to(user, "cost-compare")
    user.shell.press(Key.Key_Space)
    assert (user.cost.has_second, user.cost.compared) == (False, "")
    assert user.shell.focus == "cost-compare"
