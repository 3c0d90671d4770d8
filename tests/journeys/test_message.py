"""A message pasted, decoded, taken for the failed try, answered to a result with a plan: with keys alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.loading.library import Library
from gui.opening import Folders
from gui.report import CrashReporter
from gui.shell import ICONS
from tests.journeys.test_keyboard import answer_by_keys, tab_to
from tests.pages.messages import CARD, SWINDLE, spoken
from tests.pages.running import Clock, Starter
from tests.pages.user import MOST_STEPS, User

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PAGE_KEY = Key(Key.Key_1.value + list(ICONS).index("message"))
SECRET = "zebra-crossing-4711"
"""Part of a pasted text that nothing else would write anywhere."""


def text_of(user: User, texts: Mapping[str, str]) -> str:
    """Return a text in the language of the user."""
    return texts[spoken(user.program.parts.speaker.code)]


def paste_by_keys(user: User, words: str) -> None:
    """Open the page and paste a text with the keyboard."""
    data = QMimeData()
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)
    user.shell.press(PAGE_KEY, modifier=CONTROL)
    assert (user.page, user.shell.focus) == ("message", "message-text")
    user.shell.press(Key.Key_V, modifier=CONTROL)
    user.message.wait()


def walk_by_keys(user: User) -> None:
    """Go on to the end of the checklist with numbers and the return key."""
    for _ in range(MOST_STEPS):
        if user.page != "checklist":
            return
        if not user.checklist.question.startswith("attempt."):
            answer_by_keys(user)
        user.shell.press(Key.Key_Return)
    raise AssertionError("the checklist does not come to an end")


def test_that_a_message_leads_by_keys_to_a_diagnosis_and_a_plan(user: User) -> None:
    paste_by_keys(user, text_of(user, CARD))
    assert user.message.best == user.words("message.card_class_limit.name")
    tab_to(user, "message-use")
    user.shell.press(Key.Key_Space)
    assert (user.page, user.checklist.question) == ("checklist", "attempt.when")
    walk_by_keys(user)
    assert user.page == "review"
    user.shell.press(Key.Key_Return)
    user.result.wait()
    assert user.result.causes()[0] in user.program.parts.engine.content.messages["card_class_limit"].points_to
    assert "use_own_class_one_card" in user.result.plan()
    (attempt,) = user.draft.answers.attempts
    assert attempt.message == "card_class_limit"
    assert attempt.message_shares[0][0] == "card_class_limit"


def test_that_undo_takes_the_message_back_and_redo_brings_it_again(user: User) -> None:
    paste_by_keys(user, text_of(user, CARD))
    tab_to(user, "message-use")
    user.shell.press(Key.Key_Space)
    (attempt,) = user.draft.answers.attempts
    user.shell.undo()
    assert (user.page, user.draft.begun) == ("home", False)
    user.shell.redo()
    assert user.draft.answers.attempts == (attempt,)


def test_that_a_cause_is_read_about_by_keys(user: User) -> None:
    paste_by_keys(user, text_of(user, CARD))
    cause = user.message.causes[0]
    tab_to(user, f"message-cause-{cause}")
    user.shell.press(Key.Key_Space)
    assert user.page == "explain"


def test_that_a_swindle_ends_at_the_stop_sign(user: User) -> None:
    paste_by_keys(user, text_of(user, SWINDLE))
    assert user.message.is_in_view("message-alarm-title")
    said = user.message.alarm
    channels = user.program.parts.engine.content.channels
    assert [name for name in ("anti_fraud", "police") if str(channels[name].number) not in said] == []
    order = [user.words(key) for key in ("messagepage.stop", "messagepage.why_title", "messagepage.steps_title")]
    places = [said.index(words) for words in (*order, user.words("safety.never_charge"))]
    assert places == sorted(places)
    user.shell.press(Key.Key_Tab, Key.Key_Space)
    assert user.message.text == "", "the next stop is the button that clears: nothing else can be done here"


def test_that_the_shares_are_there_after_the_power_failed(make_program: Starter) -> None:
    user = make_program.user("en")
    paste_by_keys(user, CARD["en"])
    user.message.use()
    tries = user.draft.answers.attempts
    make_program.kill(user.program)
    assert make_program.user("en").draft.answers.attempts == tries


def every_byte(folder: Path) -> bytes:
    """Return what lies in every file of a folder."""
    return b"\n".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


@pytest.fixture
def traces(tmp_path: Path, folders: Folders) -> Folders:
    """Return folders of which each, the cache too, lies below one place."""
    return folders._replace(cache=tmp_path / "cache")


@pytest.fixture
def watched(qtbot: QtBot, traces: Folders, clock: Clock, library: Library) -> Starter:
    """Return what starts programs that write below one place alone."""
    return Starter(qtbot, traces, clock, library)


def test_that_nothing_of_a_pasted_text_is_on_disk_after_a_whole_run(watched: Starter, tmp_path: Path) -> None:
    user = watched.user("en")
    text = f"{CARD['en']} {SECRET}"
    paste_by_keys(user, text)
    assert user.message.can_use
    user.shell.other_language()
    user.message.wait().use()
    user.checklist.back()
    assert user.checklist.field() == text
    user.checklist.paste(f"{text} {SECRET}")
    user.checklist.choose("card_class_limit")
    user.shell.go("result")
    user.result.wait().save_to(tmp_path / "report.html")
    watched.end(user.program)
    written = every_byte(tmp_path)
    assert b"card_class_limit" in written
    assert re.search(SECRET.encode(), written) is None
    assert CARD["en"].encode() not in written


def test_that_nothing_of_a_pasted_text_is_in_a_crash_report(
    anybody: User, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(_self: object, text: str) -> None:
        raise ValueError(text)

    monkeypatch.setattr("core.decode.decoder.Decoder.decode", fail)
    reporter = CrashReporter(anybody.program.parts.speaker, anybody.program.window, "1.2.3")
    anybody.shell.go("message")
    with qtbot.capture_exceptions() as raised:
        anybody.message.paste(SECRET)
    assert [str(error) for _, error, _ in raised] == [SECRET]
    reporter.report(*raised[0])
    assert reporter.dialog is not None
    said = reporter.dialog.findChildren(QPlainTextEdit, "crash-details")[0].toPlainText()
    assert "ValueError" in said
    assert SECRET not in said
    reporter.dialog.close()
