"""Each reading rule of the guide to failure messages, on texts that differ in that rule only."""

from __future__ import annotations

import pytest

from core.decode.decoder import Decoder
from core.decode.result import Decoded


def best(decoded: Decoded) -> str:
    return decoded.classes[0].id if decoded.classes else ""


@pytest.mark.parametrize(
    ("plain", "written"),
    [
        ("银行卡状态异常", "银行卡 状 态 异 常"),
        ("银行卡状态异常", "銀行卡狀態異常"),
        ("银行卡状态异常", "银行卡🙏状态😭异常"),
        ("二类户单日限额超限", "Ⅱ类户单日限额超限"),
        ("二类户单日限额超限", "II 类户单日限额超限"),
        ("二类户单日限额超限", "2类户单日限额超限"),
        ("综合评分不足", "[E2031] 综合评分不足"),
        ("综合评分不足", "ERR_4004：综合评分不足"),
        ("综合评分不足", "宗合平份不足"),
        ("beneficiary name mismatch", "ＢＥＮＥＦＩＣＩＡＲＹ  ＮＡＭＥ  ＭＩＳＭＡＴＣＨ"),
        ("beneficiary name mismatch", "beneficary name mismach"),
    ],
)
def test_that_the_way_of_writing_changes_no_gate(decoder: Decoder, plain: str, written: str) -> None:
    one, other = decoder.decode(plain), decoder.decode(written)
    assert [gate.id for gate in one.gates] == [gate.id for gate in other.gates] != []
    assert best(one) == best(other)


def test_that_words_that_only_sound_alike_are_left_alone(decoder: Decoder) -> None:
    assert best(decoder.decode("借款失败，请重新支付")) != "card_state"


def test_that_the_reason_wins_over_the_verb(decoder: Decoder) -> None:
    assert decoder.decode("放款失败").gates == ()
    assert best(decoder.decode("放款失败：户名不符")) == "card_number_or_name_wrong"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("您的额度已冻结", "limit_expired_or_frozen"),
        ("您的银行卡已冻结", "card_state"),
        ("您的账号已被冻结，无法借款", "account_restricted"),
        ("超出您的可用额度", "amount_not_allowed"),
        ("今日额度已满，明日再来", "partner_quota_sold_out"),
        ("收款卡超出单日限额", "card_class_limit"),
        ("代付余额不足", "partner_quota_sold_out"),
        ("登录超时，请重新登录", "app_version_or_session"),
        ("网络连接超时", "network_timeout"),
        ("银行处理超时", "bank_or_channel_down"),
        ("合同签署超时", "platform_busy"),
        ("操作次数超限，请明天再试", "too_many_tries"),
        ("换卡次数已用完", "card_not_supported_or_unbound"),
        ("借款笔数已达上限", "amount_not_allowed"),
    ],
)
def test_that_frozen_full_and_late_are_asked_of_what(decoder: Decoder, text: str, expected: str) -> None:
    assert best(decoder.decode(text)) == expected


@pytest.mark.parametrize(
    ("text", "gate"),
    [
        ("系统维护中", "request"),
        ("银行系统维护中", "payment"),
        ("收款行拒绝入账", "payment"),
        ("合作机构审核未通过", "funding"),
        ("银行授信审批未通过", "funding"),
        ("综合评估未通过", "credit"),
        ("The bank is not responding", "payment"),
        ("The lending partner declined your loan request", "funding"),
    ],
)
def test_that_who_speaks_decides_the_gate(decoder: Decoder, text: str, gate: str) -> None:
    assert decoder.decode(text).gates[0].id == gate


def test_that_two_gates_are_told_where_both_fit(decoder: Decoder) -> None:
    assert [gate.id for gate in decoder.decode("四要素验证失败").gates[:2]] == ["eligibility", "payment"]
    assert [gate.id for gate in decoder.decode("银行处理超时").gates[:2]] == ["payment", "request"]


@pytest.mark.parametrize("text", ["放款失败，请稍后再试", "操作失败", "Your loan request failed, try again later"])
def test_that_a_text_without_a_reason_gets_no_gate(decoder: Decoder, text: str) -> None:
    decoded = decoder.decode(text)
    assert (decoded.generic, decoded.gates, decoded.family, decoded.in_scope) == (True, (), None, True)


def test_that_the_half_remembered_counts_the_same_and_is_less_sure(decoder: Decoder) -> None:
    exact, rough = decoder.decode("综合评分不足"), decoder.decode("好像是综合评分不足")
    assert best(exact) == best(rough)
    assert rough.unsure
    assert rough.classes[0].probability < exact.classes[0].probability


def test_that_a_guess_weighs_less_than_the_message(decoder: Decoder) -> None:
    decoded = decoder.decode("提示收款卡状态异常，是不是因为我换了手机")
    assert best(decoded) == "card_state"


def test_that_a_quotation_weighs_more_than_the_talk_around_it(decoder: Decoder) -> None:
    decoded = decoder.decode("我借了五千块想还信用卡，负债也高，它写“人脸识别失败”")
    assert best(decoded) == "face_check_failed"


def test_that_what_is_denied_says_nothing(decoder: Decoder) -> None:
    decoded = decoder.decode("我没有逾期，网络也正常，却提示年龄不符合要求")
    assert [guess.id for guess in decoded.classes if guess.id in ("overdue_record", "network_timeout")] == []
    assert best(decoded) == "age_or_student"


@pytest.mark.parametrize(
    "text",
    [
        "今天会下雨吗",
        "游戏登录超时",
        "外卖订单失败",
        "python error: connection timeout",
        "how to bake a cake",
        "你好",
        "",
    ],
)
def test_that_other_subjects_are_refused(decoder: Decoder, text: str) -> None:
    decoded = decoder.decode(text)
    assert (decoded.in_scope, decoded.gates, decoded.classes) == (False, (), ())


def test_that_matched_words_are_those_of_the_user(decoder: Decoder) -> None:
    text = "【某App】放款失败，收款 帳戶 狀態異常！"
    decoded = decoder.decode(text)
    assert decoded.classes[0].matched
    assert all(word in text for guess in decoded.classes for word in guess.matched)


@pytest.mark.parametrize("text", ["卡已冻结", "放款失败：卡号错误", "综合评分不足", "今日名额已满", "四要素不符"])
def test_that_probabilities_are_ordered_and_sum_to_one_at_most(decoder: Decoder, text: str) -> None:
    decoded = decoder.decode(text)
    for shares in ([c.probability for c in decoded.classes], [g.probability for g in decoded.gates]):
        assert shares == sorted(shares, reverse=True)
        assert 0 < sum(shares) <= 1 + 1e-12


@pytest.mark.parametrize(
    ("text", "family"), [("收款账户户名不符", "bounced"), ("综合评分不足", "refused"), ("今日名额已满", "not_today")]
)
def test_that_the_family_is_that_of_the_causes(decoder: Decoder, text: str, family: str) -> None:
    assert decoder.decode(text).family == family
