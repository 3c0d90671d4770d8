"""The alarm: an act demanded together with the loan, clause by clause, and never an honest notice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.decode.decoder import Decoder
from core.explain.language import Language
from core.schema.content import Content


@pytest.mark.parametrize("text", ["卡已冻结", "卡号错误", "手续费", "验证码", "冻结", "deposit", "insurance"])
def test_that_a_lone_word_is_no_alarm(decoder: Decoder, text: str) -> None:
    assert decoder.decode(text).scam.level == "none"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("卡号填错，账户冻结，须缴纳解冻金才能放款", "pay_first"),
        ("放款前要先打款5000验证还款能力", "pay_first"),
        ("客服让我打开屏幕共享看借款额度", "screen_share"),
        ("把短信验证码发给我，马上给您放款", "tell_code"),
        ("把钱转到安全账户核查", "personal_account"),
        ("把借呗和白条的额度都提出来转给客服清空", "draw_other_limits"),
        ("把银行卡寄过来做流水", "lend_card_or_papers"),
        ("收到的钱马上转给另一个账户，刷流水用", "pass_money_on"),
        ("找个朋友来刷脸，走个形式就能放款", "friend_must_join"),
        ("经理教我用途就写装修，贷款好批", "false_purpose"),
        ("内部渠道，百分百下款", "promise_or_inside_channel"),
        ("中介下款后收10个点服务费", "agent_percentage"),
        ("银监会发来盖章的冻结通知，要缴保证金", "stamped_freeze_notice"),
        ("Pay the release fee before we disburse the loan", "pay_first"),
        ("Install AnyDesk so I can help with the loan", "screen_share"),
        ("Tell me the OTP you received", "tell_code"),
    ],
)
def test_that_a_demand_raises_its_flag(decoder: Decoder, text: str, flag: str) -> None:
    scam = decoder.decode(text).scam
    assert (scam.level, flag in scam.flags, bool(scam.matched)) == ("stop", True, True)


@pytest.mark.parametrize(
    "text",
    [
        "放款前不收取任何手续费",
        "我们不会要求您先转账或缴纳保证金",
        "请勿将验证码告诉他人",
        "凡以放款为由要求缴纳保证金的，均为诈骗",
        "检测到屏幕共享，请关闭后再借款",
        "逾期将收取罚息，请按时还款",
        "本期应还账单含分期手续费，请按时支付",
        "We never ask you to pay a fee before the loan",
        "Do not share your screen or your OTP with anyone",
        "客服没让我交钱，只是说综合评分不够",
    ],
)
def test_that_an_honest_notice_is_no_alarm(decoder: Decoder, text: str) -> None:
    assert decoder.decode(text).scam.level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "不收手续费，但需先交保证金才能放款",
        "客服说要先交保证金才能放款，是骗局吗？",
        "不交解冻金就不能放款",
        "They want me to pay an unfreeze fee for my loan, is it a scam?",
    ],
)
def test_that_denial_of_another_clause_or_a_question_does_not_silence_it(decoder: Decoder, text: str) -> None:
    assert decoder.decode(text).scam.level == "stop"


def test_that_an_alarm_tells_no_gate(decoder: Decoder) -> None:
    assert decoder.decode("卡号错误，账户冻结，先交解冻金").gates == ()


def test_that_a_paid_bundle_calls_for_caution_and_keeps_the_gate(decoder: Decoder) -> None:
    decoded = decoder.decode("借款综合评分不足，购买会员可优先审核")
    assert decoded.scam.level == "caution"
    assert decoded.gates[0].id == "credit"


def _short_names(language: Language, content: Content) -> Iterator[tuple[str, str]]:
    """Yield (flag, words) of every sign of fraud: its name, and how the safety question puts it."""
    for flag in content.flags:
        yield flag, language.words(f"flag.{flag}.name")
    for option in content.questions["safety.pressure"].options:
        if option.id in content.flags:
            yield option.id, language.words(f"question.safety.pressure.option.{option.id}")


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_that_every_sign_of_fraud_raises_the_alarm_by_its_own_short_name(
    decoder: Decoder, content: Content, languages: dict[str, Language], code: str
) -> None:
    read = {words: (flag, decoder.decode(words).scam) for flag, words in _short_names(languages[code], content)}
    assert len(read) >= 2 * len(content.flags) - 2
    assert [words for words, (flag, scam) in read.items() if flag not in scam.flags] == []
    loud = {words for words, (_, scam) in read.items() if scam.level == "stop"}
    assert {words for words, (flag, _) in read.items() if content.flags[flag].level == "stop"} <= loud
