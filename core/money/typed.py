"""What a person types about an offer: "0.05%/day", "kept_back:1000", "each_month:1%", "3:1%"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast, get_args

from core.errors import AppError
from core.money.offer import Fee, Per, When
from core.money.schedule import Early

PARTS = {"%": 2, "‰": 3, "‱": 4}
"""Sign of a share -> the places by which the point moves."""
PERIODS: dict[str, Per] = {
    **dict.fromkeys(("day", "d", "天", "日"), "day"),
    **dict.fromkeys(("month", "m", "月"), "month"),
    **dict.fromkeys(("year", "y", "a", "年"), "year"),
}
EXAMPLES = {
    "example_day": "0.05%/day",
    "example_year": "18%/year",
    "example_fee": "each_month:1%",
    "example_early": "3:1%",
    "example_late": "5:0.05%",
    "example_sum": "10000",
    "example_share": "0.6%",
    "example_whole": "12",
}
"""Facts of every message about what was typed; a message names the one that fits."""
_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?")


class BadTypedError(AppError):
    """Something typed about an offer cannot be read; it is shown short, without signs that move the cursor."""

    code = "bad_typed"

    def __init__(self, code: str, found: str) -> None:
        shown = "".join(sign for sign in found[:40] if sign.isprintable())
        super().__init__(code, found=shown, expected=", ".join(get_args(When)), **EXAMPLES)


def rate_of(text: str) -> tuple[float, Per]:
    """Return a rate and what it is for. A bare number is refused: 0.05 may be meant as 5 % or as 0.05 %.

    Raises:
        BadTypedError: It is no share with its sign, a stroke, and day, month or year.

    Examples:
        >>> rate_of("0.05%/day"), rate_of("７.２％ / 年")
        ((0.0005, 'day'), (0.072, 'year'))
    """
    share, _, period = _plain(text).partition("/")
    if period not in PERIODS:
        raise BadTypedError("bad_typed_rate", text)
    return share_of(share, text, "bad_typed_rate"), PERIODS[period]


def fee_of(text: str) -> Fee:
    """Return a fee: when it is paid, a colon, and a sum or a share.

    Raises:
        BadTypedError: It is none.

    Examples:
        >>> fee_of("each_month:1%"), fee_of("kept_back:1,000")
        (Fee(when='each_month', share=0.01, yuan=0.0), Fee(when='kept_back', share=0.0, yuan=1000.0))
    """
    when, _, much = _plain(text).partition(":")
    if when not in get_args(When) or not much:
        raise BadTypedError("bad_typed_fee", text)
    time = cast(When, when)
    return fee_at(time, much, text, "bad_typed_fee")


def fee_at(when: When, much: str, whole: str = "", code: str = "") -> Fee:
    """Return a fee from how much it is: a share of the loan with its sign, else a sum.

    Raises:
        BadTypedError: It is neither.

    Examples:
        >>> fee_at("at_end", "1％").share, fee_at("at_end", "50").yuan
        (0.01, 50.0)
    """
    if _plain(much)[-1:] in PARTS:
        return Fee(when=when, share=share_of(much, whole or much, code or "bad_typed_share"))
    return Fee(when=when, yuan=sum_of(much, whole or much, code or "bad_typed_sum"))


def early_of(text: str, fees_go_on: bool) -> Early:
    """Return an early payment: after which instalment, and after a colon the fee for it as a share of what is left.

    Raises:
        BadTypedError: It is none.

    Examples:
        >>> early_of("3:1%", False)
        Early(after=3, share=0.01, fees_go_on=False)
    """
    after, _, share = _plain(text).partition(":")
    if not re.fullmatch("[0-9]{1,4}", after):
        raise BadTypedError("bad_typed_early", text)
    fee = share_of(share, text, "bad_typed_early") if share else 0.0
    return Early(after=int(after), share=fee, fees_go_on=fees_go_on)


def sum_of(text: str, whole: str, code: str = "bad_typed_sum") -> float:
    """Return a sum in yuan.

    Raises:
        BadTypedError: It is no number.
    """
    number = _plain(text).replace(",", "").removesuffix("元").removesuffix("yuan")
    if not _NUMBER.fullmatch(number):
        raise BadTypedError(code, whole)
    return float(number)


def share_of(text: str, whole: str, code: str = "bad_typed_share") -> float:
    """Return a share from a number with %, ‰ or ‱.

    Raises:
        BadTypedError: The sign or the number is missing.
    """
    plain = _plain(text)
    if not plain or plain[-1] not in PARTS or not _NUMBER.fullmatch(plain[:-1]):
        raise BadTypedError(code, whole)
    # In decimals, so that 7.2 % is the double nearest to 0.072.
    return float(Decimal(plain[:-1]).scaleb(-PARTS[plain[-1]]))


def percent_of(text: str) -> float:
    """Return a share from a number that is in per cent when it has no sign.

    Raises:
        BadTypedError: It is no number.

    Examples:
        >>> percent_of("7.2"), percent_of("7.2%"), percent_of("5‱")
        (0.072, 0.072, 0.0005)
    """
    return share_of(text if _plain(text)[-1:] in PARTS else f"{text}%", text)


def whole_of(text: str) -> int:
    """Return a whole number of at most six digits.

    Raises:
        BadTypedError: It is none.
    """
    if not re.fullmatch("[0-9]{1,6}", _plain(text)):
        raise BadTypedError("bad_typed_whole", text)
    return int(_plain(text))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text.translate(_PLAIN)).lower()
