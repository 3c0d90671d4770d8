"""The message page in the window: decoded as one types, the stop sign in view, nothing kept that was not asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget

from core.decode.normalise import LONGEST
from gui.opening import Folders
from gui.settings import SettingsFile
from tests.pages.messages import CARD, ELSEWHERE, GENERIC, SWINDLE, spoken
from tests.pages.running import Starter
from tests.pages.user import User

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def code_of(user: User) -> str:
    """Return the language a text is to be written in."""
    return spoken(user.program.parts.speaker.code)


def test_that_a_pasted_text_is_decoded_and_the_words_that_matched_are_shown(user: User) -> None:
    user.shell.go("message")
    assert (user.shell.focus, user.message.best) == ("message-text", "")
    user.message.paste(CARD[code_of(user)])
    assert user.message.best == user.words("message.card_class_limit.name")
    assert "%" in user.message.shares[0]
    quoted = {"zh_CN": "收款限额", "en": "receiving limit"}[code_of(user)]
    assert user.words("decode.word", word=quoted) in user.message.matched
    assert user.message.can_use


def test_that_every_letter_decodes_anew(anybody: User) -> None:
    anybody.shell.go("message")
    for text, name in ((GENERIC["en"], ""), (CARD["en"], anybody.words("message.card_class_limit.name"))):
        anybody.message.field.selectAll()
        anybody.shell.type(text)
        assert anybody.message.wait().best == name


def test_that_a_stop_sign_stands_alone(user: User) -> None:
    user.shell.go("message")
    user.message.paste(CARD[code_of(user)]).paste(SWINDLE[code_of(user)])
    assert user.words("safety.never_charge") in user.message.alarm
    assert user.words("flag.pay_first.why") in user.message.alarm
    assert (user.message.told, user.message.can_use, user.message.causes) == ("", False, [])
    user.message.paste(CARD[code_of(user)])
    assert (user.message.alarm, user.message.can_use) == ("", True)


@pytest.mark.parametrize("scale", [100, 200])
def test_that_a_new_stop_sign_is_in_view(make_program: Starter, folders: Folders, scale: int) -> None:
    SettingsFile(folders.data).change(scale=scale)
    user = make_program.user()
    user.program.window.resize(1024, 700)
    user.shell.go("message")
    user.message.paste(SWINDLE["zh_CN"])
    assert user.message.is_in_view("message-alarm-title")


def test_that_a_text_about_something_else_says_so(user: User) -> None:
    user.shell.go("message")
    user.message.paste(ELSEWHERE[code_of(user)])
    assert user.message.title == user.words("messagepage.elsewhere_title")
    assert user.message.told.splitlines()[1] == user.words("decode.out_of_scope")
    assert not user.message.can_use


def test_that_the_text_stays_while_the_program_runs_and_clearing_forgets_it(anybody: User) -> None:
    anybody.shell.go("message")
    anybody.message.paste(CARD["zh_CN"])
    anybody.shell.go("calendar")
    anybody.shell.go("message")
    assert anybody.message.text == CARD["zh_CN"]
    assert anybody.message.best
    anybody.message.clear()
    assert (anybody.message.text, anybody.message.best, anybody.shell.focus) == ("", "", "message-text")
    assert not anybody.program.desk.memory["message"].text


def test_that_a_change_of_language_tells_the_same_text_in_the_other(anybody: User) -> None:
    anybody.shell.go("message")
    anybody.message.paste(CARD["zh_CN"])
    anybody.shell.other_language()
    assert anybody.message.best == anybody.words("message.card_class_limit.name")
    assert anybody.message.text == CARD["zh_CN"]


def test_that_a_book_in_the_clipboard_is_cut_where_reading_ends(anybody: User) -> None:
    anybody.shell.go("message")
    book = QMimeData()
    book.setText("借款失败。" * 1_000_000)
    QGuiApplication.clipboard().setMimeData(book)
    anybody.shell.press(Key.Key_V, modifier=CONTROL)
    assert len(anybody.message.wait().text) == LONGEST
    assert anybody.message.count == anybody.words("messagepage.count", n="10,000", of="10,000")
    assert anybody.message.cut == anybody.words("messagepage.cut", of="10,000")


def test_that_a_reader_of_screens_hears_the_field_the_share_and_the_words(anybody: User) -> None:
    anybody.shell.go("message")
    anybody.message.paste(CARD["zh_CN"])
    field = QAccessible.queryAccessibleInterface(anybody.message.field)
    assert field.text(QAccessible.Text.Name) == anybody.words("messagepage.label")
    share = anybody.words("messagepage.share_heard", share=anybody.message.shares[0])
    page = anybody.program.window.page
    assert page is not None
    heard = [widget.accessibleName() for widget in page.findChildren(QWidget)]
    assert share in heard
    assert any(name.startswith(anybody.words("messagepage.matched")) and "收款限额" in name for name in heard)
