"""What is typed about an offer is read as it was meant, or refused in words; nothing is guessed."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money.offer import BadOfferError, Fee
from core.money.schedule import Early
from core.money.typed import BadTypedError, early_of, fee_of, rate_of, share_of, sum_of


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("0.05%/day", (0.0005, "day")),
        ("0.05% / 天", (0.0005, "day")),
        ("５‱/日", (0.0005, "day")),
        ("1.5‰/d", (0.0015, "day")),
        ("1%/月", (0.01, "month")),
        ("7.2%/year", (0.072, "year")),
        ("18％／年", (0.18, "year")),
    ],
)
def test_that_a_rate_is_read_with_its_sign_and_period(text: str, rate: tuple[float, str]) -> None:
    assert rate_of(text) == rate


@pytest.mark.parametrize(
    "text", ["0.05", "0.05/day", "5%", "%/day", "-1%/day", "1e3%/day", "5%/week", "", "/", "五%/天"]
)
def test_that_a_rate_that_could_be_meant_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(BadTypedError) as caught:
        rate_of(text)
    assert caught.value.code == "bad_typed_rate"
    assert caught.value.facts["example_day"] == "0.05%/day"


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("kept_back:1,000", Fee(when="kept_back", yuan=1_000)),
        ("each_month：1％", Fee(when="each_month", share=0.01)),
        ("at_end:20元", Fee(when="at_end", yuan=20)),
    ],
)
def test_that_a_fee_is_a_time_and_a_sum_or_share(text: str, fee: Fee) -> None:
    assert fee_of(text) == fee


@pytest.mark.parametrize("text", ["kept_back", "kept_back:", "later:5", "each_month:-5", "each_month:%", "5"])
def test_that_a_fee_without_a_time_or_an_amount_is_refused(text: str) -> None:
    with pytest.raises(BadTypedError, match="bad_typed_fee"):
        fee_of(text)


def test_that_an_early_payment_may_have_a_fee() -> None:
    assert early_of("3", fees_go_on=True) == Early(after=3, fees_go_on=True)
    assert early_of("3:1.5%", fees_go_on=False) == Early(after=3, share=0.015)
    for text in ("", "x", "3:x", "3:5", "-1"):
        with pytest.raises(BadTypedError, match="bad_typed_early"):
            early_of(text, fees_go_on=False)


@given(st.text(max_size=60))
def test_that_nothing_typed_ends_in_anything_but_a_value_or_a_line(text: str) -> None:
    for read in (rate_of, fee_of):
        with suppress(BadTypedError, BadOfferError):
            read(text)


@given(st.text(max_size=60))
def test_that_a_message_shows_nothing_that_moves_the_cursor(text: str) -> None:
    assert str(BadTypedError("bad_typed_rate", text).facts["found"]).isprintable()


@given(st.floats(0, 1e9).map(lambda value: round(value, 2)))
def test_that_a_sum_is_read_as_it_is_written(value: float) -> None:
    assert sum_of(f"{value:,.2f} 元", "") == value


@given(st.integers(0, 10_000))
def test_that_a_share_is_the_double_nearest_to_it(hundredths: int) -> None:
    assert share_of(f"{hundredths / 100:.2f}%", "") == hundredths / 10_000
