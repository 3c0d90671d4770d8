"""What could be somebody's number is masked, however it is written; dates, times and amounts stay readable."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.redact import MASK, Redacted, redact

GAPS = ("", " ", "-", " - ", "\u3000", "–", ".", "·", "/", "\u200b")
HIDDEN = {
    "a card": "6222021234567890123",
    "a card in groups": "6222 0212 3456 7890",
    "a card with dashes": "6222-0212-3456-7890",
    "a phone": "13800138000",
    "a phone with a code": "+86 138-0013-8000",
    "a full-width phone": "１３８００１３８０００",
    "an identity number": "11010519491231002X",
    "an old identity number": "110105491231002",
    "an identity number in parts": "110105 1949-12-31 002x",
    "a code from a text message": "482913",
    "a spoken phone": "一三八零零一三八零零零",
    "a card in the middle of dates": "6222-2026-11-25-3333",
    "a card with money behind": "6222021234567890元",
    "a card in groups with money behind": "6222 0212 3456 7890元",
    "a compact date, which could be a birthday": "19491231",
}
SHOWN = (
    "2026-11-25", "2026/11/25", "2026.11.25", "2026-11-25 10:30", "2026-11-25T10:30:00", "2026-11-25 10:30 5000",
    "2026年11月25日 10:30", "10:30-12:00", "2026-11-25 – 2026-12-02", "200000元", "200000 元", "¥123456",
    "￥ 123456.78", "3000-5000元", "200000-300000元", "123456 yuan", "1,234,567 yuan", "8000.00", "24.8%", "96110",
    "内容版本 2026.11.0", "二〇二六年", "99999",
)  # fmt: skip

FIGURES = "〇○零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"


@pytest.mark.parametrize("number", HIDDEN.values(), ids=HIDDEN.keys())
@pytest.mark.parametrize("around", ["{}", "失败：{}，请换卡", "card {} failed", "({})", "尾号{}\n"])
def test_that_a_number_that_could_be_somebodys_is_masked(number: str, around: str) -> None:
    found = redact(around.format(number))
    signs = [sign for sign in number if sign.isdecimal() or sign in "Xx一三八零"]
    assert found.text.replace("+", "").replace("元", "") == around.format(MASK).replace("元", "")
    assert [hidden.digits for hidden in found.masked] == [len(signs)]


@pytest.mark.parametrize("text", SHOWN)
def test_that_dates_times_amounts_and_hotlines_stay_readable(text: str) -> None:
    assert redact(text) == Redacted(text, ())


@given(st.text(st.sampled_from("0123456789 -./:年元¥Xx，一〇\n\u3000９"), max_size=60))
def test_that_masking_twice_changes_nothing(text: str) -> None:
    assert redact(redact(text).text).text == redact(text).text


@given(st.text(max_size=60), st.integers(10**10, 10**19), st.text(max_size=60))
def test_that_no_long_number_survives_whatever_stands_around_it(before: str, number: int, after: str) -> None:
    assert str(number) not in redact(f"{before}{number}{after}").text


@given(st.lists(st.integers(1000, 9999), min_size=3, max_size=5), st.sampled_from(GAPS))
def test_that_groups_of_four_are_one_number_whatever_separates_them(groups: list[int], gap: str) -> None:
    found = redact(f"卡{gap.join(map(str, groups))}。")
    assert (found.text, found.masked[0].digits) == (f"卡{MASK}。", 4 * len(groups))


@given(st.dates(), st.times())
def test_that_a_day_and_a_time_written_as_computers_do_stay(day: object, clock: object) -> None:
    text = f"{day!s:0>10} {str(clock)[:8]}"
    if "1900" <= text[:4] <= "2099":
        assert redact(text).masked == ()


@given(
    st.text(st.characters(exclude_categories=["Nd"], exclude_characters="〇○零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"))
)
def test_that_text_without_figures_is_left_alone(text: str) -> None:
    assert redact(text) == Redacted(text, ())


@given(st.text(st.sampled_from("0123456789 元一二ab"), max_size=80))
def test_that_each_mask_stands_where_it_is_said_to_stand(text: str) -> None:
    found = redact(text)
    assert [hidden.start for hidden in found.masked] == [match.start() for match in re.finditer(MASK, found.text)]
    assert all(hidden.digits >= 6 for hidden in found.masked)


@given(st.text(st.sampled_from("0123456789 -元"), max_size=80))
def test_that_six_digits_in_a_row_remain_only_as_an_amount(text: str) -> None:
    shown = redact(text).text
    for match in re.finditer(r"\d{6,}", shown):
        assert len(match[0]) <= 8
        assert re.match(r"(?: ?- ?\d{1,6})? ?元", shown[match.end() :])


@pytest.mark.parametrize("piece", ["1 ", "1.", "1", "一", "2026-11-25 ", "1元", "10:30 ", "¥1-", "12345678.12-"])
def test_that_a_long_text_takes_no_long_time(piece: str) -> None:
    start = time.perf_counter()
    redact(piece * 5000)
    assert time.perf_counter() - start < 0.5
