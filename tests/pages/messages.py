"""Texts to paste, in both languages, told by what they are; wordings of our own."""

from __future__ import annotations

from collections.abc import Mapping

CARD: Mapping[str, str] = {
    "zh_CN": "该银行卡已超过收款限额，请更换银行卡后重试",
    "en": "This bank card is above its receiving limit, please change the card and try again",
}
"""``card_class_limit``."""
GENERIC: Mapping[str, str] = {"zh_CN": "借款失败，请稍后再试", "en": "The loan failed, please try again later"}
ELSEWHERE: Mapping[str, str] = {
    "zh_CN": "明天下午三点一起去打球吗",
    "en": "Shall we play football tomorrow afternoon?",
}
SWINDLE: Mapping[str, str] = {
    "zh_CN": "您的借款因卡号填写错误已被冻结，请先转五千元解冻金到指定个人账户，并共享屏幕",
    "en": "Your loan is frozen because of a wrong card number. Transfer 5000 yuan to the safe account to unfreeze it.",
}
"""``pay_first``."""


def spoken(code: str) -> str:
    """Return the language in which to write: the pseudo-language takes the place of Chinese."""
    return "en" if code == "en" else "zh_CN"
