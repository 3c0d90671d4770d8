"""The commands about rights as a borrower meets them: guide, letters, pack; one line for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.core.commands.running import Run

CASES = Path(__file__).parents[2] / "cases"
FAILED = CASES / "two_failures_card_class_unknown.toml"
SCAM = CASES / "asked_to_pay_for_a_wrong_digit.toml"
SECRET = "6222021234567890"


def test_that_the_guide_needs_no_answers_and_names_the_day(run: Run) -> None:
    code, out, _ = run("rights", "--as-of", "2026-11-25", "--lang", "en")
    assert code == 0
    assert "By the rules of 25 November 2026" in out
    assert "96110" in out


def test_that_the_guide_as_data_has_order_rights_and_channels(run: Run) -> None:
    code, out, _ = run("rights", "--json", "--as-of", "2026-11-25")
    data = json.loads(out)
    assert code == 0
    assert set(data) >= {"title", "as_of", "turns", "rights", "over", "channels"}
    assert {"id", "state", "says", "basis", "sureness", "limits"} <= data["rights"][0].keys()
    assert [right["id"] for right in data["over"]] == ["one_off_repair"]
    assert {channel["confidence"] for channel in data["channels"]} == {"seen", "secondary", "unverified"}


def test_that_the_guide_of_a_scam_begins_with_the_bank(run: Run) -> None:
    data = json.loads(run("rights", SCAM, "--json")[1])
    assert data["turns"][0]["id"] == "stop_and_call_bank"


def test_that_the_kind_of_lender_can_be_said(run: Run) -> None:
    told = {
        kind: next(
            turn["channels"][0]["id"]
            for turn in json.loads(run("rights", "--json", "--lender-kind", kind)[1])["turns"]
            if turn["id"] == "complain"
        )
        for kind in ("bank", "micro_loan")
    }
    assert told == {"bank": "financial_regulator", "micro_loan": "local_bureau"}


@pytest.mark.parametrize("form", ["html", "md"])
def test_that_a_letter_is_written_whole_and_masked(run: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"letter.{form}"
    field = f"message_text=card {SECRET} refused"
    code, out, _ = run("letter", "question_to_lender", FAILED, "--field", field, f"--{form}", target, "--lang", "en")
    text = target.read_text("utf-8")
    assert code == 0
    assert str(target) in out
    assert SECRET not in text
    assert "card ×××××× refused" in text


def test_that_a_letter_is_printed_when_no_file_is_named(run: Run) -> None:
    code, out, _ = run("letter", "dispute_credit_entry", FAILED)
    assert code == 0
    assert out.startswith("对信用报告内容的异议申请")


def test_that_a_pack_as_data_can_be_read_again(run: Run) -> None:
    code, out, _ = run("pack", FAILED, "--message", f"卡 {SECRET} 不支持", "--json")
    data = json.loads(out)
    assert code == 0
    assert data["kind"] == "evidence_pack"
    assert data["attempts"][-1]["text"] == "卡 ×××××× 不支持"
    assert data["attempts"][0]["text"] is None
    assert SECRET not in out


@pytest.mark.parametrize("form", ["html", "md"])
def test_that_a_pack_is_written_whole(run: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"pack.{form}"
    assert run("pack", FAILED, f"--{form}", target)[0] == 0
    assert "情况整理" in target.read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("letter", "no_such_letter", FAILED),
        ("letter", "complaint", FAILED, "--field", "password=x"),
        ("letter", "complaint", FAILED, "--field", "asked_on=soon"),
        ("letter", "complaint", FAILED, "--field", "happened"),
        ("letter", "complaint", "no-such-file.toml"),
        ("pack", "no-such-file.toml"),
        ("rights", "no-such-file.toml"),
        ("rights", "--as-of", "soon"),
        ("rights", "--lender-kind", "friend"),
    ],
)
def test_that_what_is_wrong_is_one_line_and_exit_code_two(run: Run, arguments: tuple[object, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
