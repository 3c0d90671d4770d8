"""After a failure: whom to ask, what was answered on the telephone, what that changes, and the letter that follows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.redact import MASK
from core.schema.answers import Attempt
from gui.draft import Draft
from gui.shell import ICONS
from tests.journeys.test_keyboard import tab_to
from tests.pages.desk import draft_of
from tests.pages.running import EVENING, Starter
from tests.pages.user import User

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SECRET = "6222021234567890"


def failed() -> Draft:
    """Return a check after a failure whose message said nothing."""
    tries = (Attempt(EVENING.replace(hour=20), "generic_try_later"),)
    return draft_of("review", mode="after", tries=tries, request__lender="jiebei", card__account_class="not_sure")


def test_that_what_a_bank_says_on_the_telephone_changes_the_result(user: User) -> None:
    user.program.parts.session.change(failed())
    user.program.visit("result")
    before = user.result.wait().causes()
    user.result.go("help")
    assert user.page == "help"
    assert user.help.copy("complain", "financial_regulator") == "12378"
    user.help.call("bank")
    user.help.answer("card_usable", "yes")
    user.help.answer("card_class", "class_three")
    user.help.answer("call.day", "9-27")
    user.help.note()
    wanted, left = "1-card_class-card.account_class", "1-card_usable-card.state"
    assert user.help.proposals == [left, wanted]
    assert user.draft == failed(), "nothing changes by itself"
    user.help.accept(wanted)
    user.help.leave(left)
    assert user.help.proposals == []
    assert user.draft.answers.values["card.account_class"] == "class_three"
    user.help.see_result()
    after = user.result.wait().causes()
    assert after[0] == "account_class_ceiling"
    assert before[0] != after[0]
    user.shell.undo()
    assert user.draft.answers.values["card.account_class"] == "not_sure"


def test_that_a_wrong_day_is_pointed_out_and_a_changed_language_loses_nothing(user: User) -> None:
    user.program.parts.session.change(failed())
    user.shell.go("help")
    user.help.answer("retry_after", "soon")
    user.help.note()
    assert user.shell.focus == "help-field-retry_after"
    assert "2026-09-28" in user.help.error("retry_after")
    user.shell.other_language()
    user.help.answer("retry_after", "2026-10-08")
    user.help.note()
    user.help.accept("1-retry_after-request.planned")
    assert user.draft.answers.values["request.planned"] == dt.date(2026, 10, 8)


def test_that_who_lends_puts_the_steps_in_another_order_of_asking(user: User) -> None:
    user.shell.go("help")
    user.help.choose_kind("bank")
    assert user.help.copy("complain", "financial_regulator") == "12378"
    user.help.choose_kind("micro_loan")
    with pytest.raises(AssertionError):
        user.help.copy("complain", "financial_regulator")


def test_that_a_fraud_is_met_with_the_hotlines_before_everything_else(user: User) -> None:
    user.program.parts.session.change(draft_of("review", safety__asked_to_pay="yes"))
    user.program.visit("result")
    user.result.go("help")
    assert user.help.alarm == user.words("safety.stop_title")
    assert user.help.copy("alarm", "anti_fraud") == "96110"
    assert user.help.copy("alarm", "police") == "110"
    assert user.help.steps[0] == "stop_and_call_bank"


def test_that_a_letter_is_written_masked_and_saved_in_the_language_of_the_moment(user: User, tmp_path: Path) -> None:
    user.program.parts.session.change(failed())
    user.shell.go("help")
    user.help.write("ask_the_service")
    assert user.page == "letters"
    user.letters.type("lender_name", "某某银行")
    user.letters.type("message_text", f"系统繁忙 {SECRET}")
    assert "某某银行" in user.letters.text
    assert user.letters.masked == user.words("letters.masked_line", count=1)
    for ending in ("html", "md", "txt", "pdf"):
        file = tmp_path / f"letter.{ending}"
        user.letters.save_to(file)
        assert user.shell.banner == user.words("papers.saved", file=file.name)
        assert SECRET.encode() not in file.read_bytes()
    text = (tmp_path / "letter.txt").read_text("utf-8")
    assert "某某银行" in text
    assert MASK in text
    assert user.words("letters.notes_heading") in text
    assert user.letters.copy() == text


def test_that_the_pack_tells_the_call_and_is_saved(user: User, tmp_path: Path) -> None:
    user.program.parts.session.change(failed())
    user.shell.go("help")
    user.help.answer("where_stopped", "institution_refused")
    user.help.note()
    user.shell.go("letters")
    user.letters.choose("pack")
    assert user.words("hotline.where_stopped.option.institution_refused") in user.letters.wait().text
    user.letters.save_to(tmp_path / "pack.json")
    assert "institution_refused" in (tmp_path / "pack.json").read_text("utf-8")


def test_that_nothing_typed_on_either_page_is_on_disk_after_the_power_failed(make_program: Starter) -> None:
    user = make_program.user("en")
    user.program.parts.session.change(failed())
    user.shell.go("help")
    user.help.answer("restriction", "yes")
    user.help.note()
    user.shell.go("letters")
    user.letters.type("lender_name", "Some Bank")
    user.letters.type("message_text", f"no luck {SECRET}")
    folder = user.program.parts.folder
    make_program.kill(user.program)
    saved = "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())
    for typed in ("Some Bank", "no luck", SECRET, "hotline", "alipay"):
        assert typed not in saved
    again = make_program.user("en")
    again.shell.go("help")
    assert again.help.proposals == []


def test_that_erased_answers_take_calls_and_letters_with_them(user: User) -> None:
    user.program.parts.session.change(failed())
    user.shell.go("help")
    user.help.answer("restriction", "yes")
    user.help.note()
    user.shell.go("letters")
    user.letters.type("lender_name", "Some Bank")
    user.shell.go("settings")
    user.settings.erase()
    user.shell.go("letters")
    assert "Some Bank" not in user.letters.text
    user.shell.go("help")
    assert user.help.proposals == []


def test_that_both_pages_are_used_with_keys_alone(user: User) -> None:
    user.program.parts.session.change(failed())
    user.shell.press(Key(Key.Key_1.value + list(ICONS).index("help")), modifier=CONTROL)
    assert user.page == "help"
    tab_to(user, "help-call-bank")
    user.shell.press(Key.Key_Space)
    tab_to(user, "help-choice-card_class")
    user.shell.press(Key.Key_Down, Key.Key_Down, Key.Key_Down)
    tab_to(user, "help-note")
    user.shell.press(Key.Key_Space)
    assert user.shell.focus == "help-accept-1-card_class-card.account_class"
    user.shell.press(Key.Key_Space)
    assert user.draft.answers.values["card.account_class"] == "class_three"
    user.shell.go("letters")
    assert user.shell.focus == "letters-write-question_to_lender"
    user.shell.press(Key.Key_Down)
    tab_to(user, "letters-field-reporter")
    user.shell.type("abc bank")
    assert "abc bank" in user.letters.text
