"""``disburse-check decode`` as it is typed: its JSON, its words, its mistakes; and it keeps nothing."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.core.commands.running import Run

SECRET = "卡状态异常 张三丰 6222020011112222"


@pytest.fixture(name="decode")
def _decode(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    def decode(*arguments: object, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return run("decode", *arguments)

    return decode


def test_that_json_has_the_promised_shape(decode: Run) -> None:
    code, out, err = decode("放款失败：收款账户户名不符", "--json")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert list(data) == ["gates", "classes", "family", "scam", "in_scope"]
    assert [gate["id"] for gate in data["gates"][:2]] == ["payment", "eligibility"]
    assert data["gates"][0]["probability"] > data["gates"][1]["probability"] > 0
    assert data["classes"][0]["id"] == "card_number_or_name_wrong"
    assert "户名不符" in "".join(data["classes"][0]["matched"])
    assert (data["family"], data["scam"], data["in_scope"]) == ("bounced", {"level": "none", "flags": []}, True)


@pytest.mark.parametrize(("text", "in_scope"), [("今天会下雨吗", False), ("放款失败", True)])
def test_that_no_gate_is_told_out_of_scope_or_without_a_reason(decode: Run, text: str, in_scope: bool) -> None:
    data = json.loads(decode(text, "--json")[1])
    assert (data["gates"], data["family"], data["in_scope"]) == ([], None, in_scope)


def test_that_the_input_is_read_for_a_dash(decode: Run) -> None:
    assert decode("-", "--json", typed="综合评分不足\n")[1] == decode("综合评分不足", "--json")[1]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("zh", "好像是卡状态异常", ("依据的字词", "状态异常", "大概的意思", "说明不了什么")),
        ("en", "好像是卡状态异常", ("Matched", "状态异常", "rough meaning", "does not tell")),
        ("zh", "放款失败", ("看不出来",)),
        ("en", "放款失败", ("Cannot tell",)),
        ("zh", "今天会下雨吗", ("没有关系",)),
        ("en", "今天会下雨吗", ("not look like a text about a loan",)),
        ("zh", "综合评分不足，购买会员可优先审核借款", ("当心", "综合评估")),
        ("en", "综合评分不足，购买会员可优先审核借款", ("Take care", "Not approved overall")),
    ],
)
def test_that_the_report_says_it_in_either_language(
    decode: Run, language: str, text: str, words: tuple[str, ...]
) -> None:
    code, out, _ = decode(text, "--lang", language)
    assert code == 0
    assert [word for word in words if word not in out] == []


@pytest.mark.parametrize(("language", "first"), [("zh", "先停下"), ("en", "Stop first")])
def test_that_the_alarm_comes_first_and_alone(decode: Run, language: str, first: str) -> None:
    out = decode("卡号错误，先交解冻金才能放款", "--lang", language)[1]
    assert out.startswith(first)
    assert "%" not in out


@pytest.mark.parametrize(
    ("arguments", "typed"), [(("卡" * 10_001,), ""), (("-",), "卡" * 10_001), ((" ",), ""), (("-",), "")]
)
def test_that_a_text_too_long_or_empty_gets_one_line(decode: Run, arguments: tuple[str, ...], typed: str) -> None:
    code, out, err = decode(*arguments, "--lang", "en", typed=typed)
    assert (code, out, len(err.strip().splitlines())) == (2, "", 1)


def test_that_ten_thousand_signs_are_read(decode: Run) -> None:
    assert decode("-", "--json", typed="卡" * 10_000 + "\n")[0] == 0


def test_that_nothing_of_the_text_reaches_a_file(decode: Run, cache: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert decode(SECRET, "--json")[0] == 0
    written = b"".join(file.read_bytes() for file in cache.rglob("*") if file.is_file())
    assert written
    assert [part for part in SECRET.split()[1:] if part.encode() in written] == []
    assert caplog.text == ""
