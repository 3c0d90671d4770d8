"""The figures of the article on cost are arithmetic, worked out again here."""

from __future__ import annotations

import pytest
from scipy.optimize import brentq

from core.schema.content import Content


@pytest.fixture
def value(content: Content) -> dict[str, float]:
    figures = {name: figure.value for name, figure in content.figures.items() if name.startswith("example_")}
    return {name: number for name, number in figures.items() if isinstance(number, float)}


def test_that_a_daily_rate_over_a_year_is_365_times_as_much(value: dict[str, float]) -> None:
    assert value["example_daily_yearly"] == pytest.approx(365 * value["example_daily_rate"])
    assert value["example_daily_cost"] == pytest.approx(value["example_sum"] * value["example_daily_rate"] / 100)


def test_that_a_monthly_fee_named_for_a_year_is_twelve_times_as_much(value: dict[str, float]) -> None:
    assert value["example_fee_named"] == pytest.approx(12 * value["example_monthly_fee"])


def test_that_the_true_rate_of_a_monthly_fee_is_the_internal_rate_of_return(value: dict[str, float]) -> None:
    months = round(value["example_instalments"])
    paid = 1 / months + value["example_monthly_fee"] / 100
    monthly = brentq(lambda rate: sum(paid / (1 + rate) ** month for month in range(1, months + 1)) - 1, 1e-6, 0.1)
    assert value["example_fee_yearly"] == round(100 * 12 * monthly, 1)
