"""Bad luck on somebody's own computer: nothing that was answered is lost, and the program says what is wrong.

What another process does in it (a second start, a full disk, a process that is killed, a machine without fonts) is a
role in ``tests/benchmarks/roles.py``.
"""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.loading.library import Library
from core.schema.answers import Answers, Attempt
from gui.__main__ import main
from gui.draft import Draft, fresh, with_answer, with_done
from gui.engine import Engine
from gui.fonts import PACKAGE
from gui.keeper import Keeper
from gui.opening import Folders
from gui.program import Program
from gui.report import CrashReporter
from gui.saving import BEFORE, FILE, Saving
from gui.session import Session
from gui.settings import FILE as SETTINGS
from gui.single import SingleProgram
from gui.tour import CASE
from gui.widgets.text import Text
from tests.benchmarks.roles import ASKED, role, told_by
from tests.pages.running import EVENING, ROOT, Clock, Starter
from tests.pages.user import User

KILLS = int(os.environ.get("DISBURSE_CHECK_KILLS", "50"))
"""How often the killed program is killed; 500 for a long night."""
TRY = Attempt(dt.datetime(2026, 9, 28, 20, 15), "overall_score")
DRAFT = Draft(Answers(EVENING.date(), "after", CASE, (TRY,)), "full", "card.account_class")
RUBBISH = {
    "empty": b"",
    "cut off": b'{"format": 1, "saved": "2026-09-2',
    "binary": bytes(range(256)) * 9,
    "no object": b"[1, 2, 3]",
    "wrong kinds": b'{"format": 1, "saved": 7, "answers": 5, "attempts": {}, "done": 0}',
    "nested without end": b"[" * 100_000,
}


def _save(folders: Folders, library: Library, **changes: Any) -> dict[str, Any]:
    """Put a saved check on disk as the program writes it, with some of its entries changed; return them all."""
    Saving(folders.data, library.content).write(DRAFT, EVENING)
    saved: dict[str, Any] = {**json.loads((folders.data / FILE).read_bytes()), **changes}
    (folders.data / FILE).write_text(json.dumps(saved), "utf-8")
    return saved


def _saved(folders: Folders) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folders.data / FILE).read_bytes())
    return found


def _begin(user: User) -> str:
    """Open the first door and answer what is asked first; return what it was."""
    user.home.open("before")
    asked = user.checklist.question
    user.checklist.choose("not_sure")
    return asked


# --- No place to write, and a disk that is full ---------------------------------------------------


@pytest.fixture(params=[errno.ENOTDIR, errno.ENOENT], ids=["a file in its place", "a link to nowhere"])
def obstacle(request: pytest.FixtureRequest, folders: Folders) -> int:
    """Put something in the place of the data folder; return the error that writing there ends in."""
    if request.param == errno.ENOTDIR:
        folders.data.write_text("not a folder", "utf-8")
    else:
        folders.data.symlink_to(folders.data.parent / "nowhere" / "deeper")
    return int(request.param)


def test_that_an_answer_that_cannot_be_saved_is_told_and_kept(obstacle: int, make_program: Starter) -> None:
    user = make_program.user()
    asked = _begin(user)
    reason = user.words(f"reason.{errno.errorcode[obstacle].lower()}")
    assert user.shell.banner == user.words("notice.unsaved", reason=reason)
    assert user.draft.answers.values == {asked: "not_sure"}


@pytest.mark.usefixtures("obstacle")
def test_that_every_answer_is_saved_once_there_is_a_place(make_program: Starter, folders: Folders) -> None:
    user = make_program.user()
    first = _begin(user)
    folders.data.unlink()
    user.checklist.next()
    second = user.checklist.question
    user.checklist.choose("not_sure")
    assert user.shell.banner == ""
    assert set(_saved(folders)["answers"]) == {first, second}


@pytest.mark.usefixtures("obstacle")
def test_that_no_file_is_said_to_be_put_aside_where_none_was(make_program: Starter) -> None:
    assert "damaged-" not in make_program.user().shell.banner


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to the size of files there")
def test_that_a_full_disk_costs_nothing_saved_and_is_told_until_there_is_room(folders: Folders) -> None:
    with role("full_disk", folders.data) as played:
        told = told_by(played)
    assert told["told"] == ["", told["expected"], ""]
    assert told["found"] == [ASKED[0]]
    assert told["left"] == [BEFORE, FILE]
    assert set(_saved(folders)["answers"]) == set(ASKED[:3])


# --- Files that are damaged, or from another version ----------------------------------------------


@pytest.mark.parametrize("kind", RUBBISH)
def test_that_a_damaged_check_is_told_and_put_aside(kind: str, make_program: Starter, folders: Folders) -> None:
    folders.data.mkdir()
    (folders.data / FILE).write_bytes(RUBBISH[kind])
    user = make_program.user()
    aside = folders.data / f"damaged-1-{FILE}"
    assert user.shell.banner == user.words("notice.damaged", file=aside.name)
    _begin(user)
    assert aside.read_bytes() == RUBBISH[kind]


def test_that_two_damaged_files_are_both_put_aside(make_program: Starter, folders: Folders) -> None:
    folders.data.mkdir()
    for name in (FILE, BEFORE):
        (folders.data / name).write_bytes(RUBBISH["cut off"] + name.encode())
    user = make_program.user()
    for _ in range(2):
        _begin(user)
        user.program.visit("home")
    left = [path.read_bytes() for path in folders.data.glob("damaged-*")]
    assert sorted(left) == [RUBBISH["cut off"] + name.encode() for name in (BEFORE, FILE)]


def test_that_the_answers_before_the_damaged_ones_come_back(
    make_program: Starter, folders: Folders, library: Library
) -> None:
    _save(folders, library)
    (folders.data / FILE).replace(folders.data / BEFORE)
    (folders.data / FILE).write_bytes(RUBBISH["cut off"])
    user = make_program.user()
    assert user.draft.answers.values == CASE
    assert user.shell.banner == user.words("notice.damaged", file=f"damaged-1-{FILE}")


def test_that_no_wrong_value_in_a_saved_check_stops_the_program(folders: Folders, library: Library) -> None:
    """Each entry is replaced in turn; the check is brought back, assessed and saved again."""
    wrong: tuple[object, ...] = (None, 7, -1, 1e999, True, "\ud800", "9999-12-31", "2026-09-28T21:40:00+08:00")
    stopped, engine = list[str](), Engine(library.content)
    for entry in _save(folders, library):
        for value in (*wrong, [[]], {"x": [1]}, "9" * 99, {"\ud800": "\ud800"}):
            _save(folders, library, **{entry: value})
            try:
                _bring_back(folders, engine)
            except Exception as error:  # noqa: BLE001 - whatever it is, it belongs on the list
                stopped.append(f"{entry} = {value!r:.30}: {error!r:.90}")
            for file in folders.data.iterdir():
                file.unlink()
    assert stopped == []


def _bring_back(folders: Folders, engine: Engine) -> None:
    session = Session(fresh(EVENING.date()))
    Keeper(session, Saving(folders.data, engine.content), lambda: EVENING, lambda _error: None)
    engine.road(session.draft)
    session.change(with_done(session.draft, "wait", done=True))


@pytest.mark.parametrize("changes", [{}, {"answers": "of another shape"}], ids=["readable", "of another shape"])
def test_that_a_check_of_a_newer_program_is_told_and_never_touched(
    changes: dict[str, str], make_program: Starter, folders: Folders, library: Library
) -> None:
    _save(folders, library, format=99, **changes)
    before = (folders.data / FILE).read_bytes()
    user = make_program.user()
    assert user.shell.banner == user.words("notice.newer", file=FILE)
    asked = _begin(user)
    reason = user.words("error.saved_by_newer", file=folders.data / FILE)
    assert user.shell.banner == user.words("notice.unsaved", reason=reason)
    assert user.draft.answers.values == {asked: "not_sure"}
    assert [path.read_bytes() for path in folders.data.glob("*check*")] == [before]


@pytest.mark.parametrize("kind", [kind for kind in RUBBISH if kind != "wrong kinds"])
def test_that_damaged_settings_are_told_and_cost_no_answer(
    kind: str, make_program: Starter, folders: Folders, library: Library
) -> None:
    _save(folders, library)
    (folders.data / SETTINGS).write_bytes(RUBBISH[kind])
    user = make_program.user()
    assert user.shell.banner == user.words("notice.settings")
    assert user.draft.answers.values == CASE


def test_that_damaged_settings_are_put_aside_and_not_written_over(make_program: Starter, folders: Folders) -> None:
    folders.data.mkdir()
    (folders.data / SETTINGS).write_bytes(RUBBISH["cut off"])
    make_program.end(make_program())
    assert RUBBISH["cut off"] in [path.read_bytes() for path in folders.data.iterdir()]


def test_that_settings_of_a_newer_program_are_used_where_known(make_program: Starter, folders: Folders) -> None:
    folders.data.mkdir()
    newer = {"format": 99, "language": "en", "theme": "sepia", "scale": 125, "voice": {"speed": 2}}
    (folders.data / SETTINGS).write_text(json.dumps(newer), "utf-8")
    user = make_program.user()
    assert user.shell.banner == ""
    now = user.program.parts.settings.now
    assert (user.program.parts.speaker.code, now.theme, now.scale) == ("en", "system", 125)


def test_that_unknown_questions_and_options_are_told_and_written_back(
    make_program: Starter, folders: Folders, library: Library
) -> None:
    unknown = {"device.folds": "twice", "card.account_class": "class_nine"}
    saved = _save(folders, library, answers={"request.amount": 8000, **unknown}, at="review")
    user = make_program.user()
    assert user.draft.answers.values == {"request.amount": 8000.0}
    user.program.visit("review")
    told = user.words("review.kept", count=len(unknown), names=", ".join(unknown))
    assert told in [text.plain for text in user.program.window.findChildren(Text)]
    user.review.change("limit.available")
    user.answer("20000")
    user.checklist.next()
    assert _saved(folders)["answers"] == {**saved["answers"], "limit.available": 20000.0}


def test_that_what_else_is_unknown_is_written_back_too(
    make_program: Starter, folders: Folders, library: Library
) -> None:
    tries = [{"when": "2026-09-28T20:15:00", "message": "moon_is_full"}]
    saved = _save(folders, library, attempts=tries, objections=["new_cause"], done=["new_step"])
    user = make_program.user()
    session = user.program.parts.session
    session.change(with_answer(session.draft, "request.amount", 9000.0))
    kept = {name: _saved(folders)[name] for name in ("attempts", "objections", "done")}
    assert kept == {name: saved[name] for name in kept}


# --- Started twice, set back, killed --------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
def test_that_a_second_start_is_refused_and_heard_by_the_first(folders: Folders) -> None:
    folders.data.mkdir()
    with role("holder", folders.data) as first:
        assert told_by(first) == {"only": True}
        second = SingleProgram(folders.data)
        assert not second.claim()
        assert second.call_other()
        assert told_by(first) == {"called": True}


@pytest.mark.usefixtures("qapp")
def test_that_the_lock_of_a_killed_program_stops_nobody(folders: Folders) -> None:
    folders.data.mkdir()
    with role("holder", folders.data) as first:
        assert told_by(first) == {"only": True}
    after = SingleProgram(folders.data)
    assert after.claim()
    assert not SingleProgram(folders.data).claim()
    after.release()
    assert SingleProgram(folders.data).claim()


@pytest.mark.parametrize("back", [dt.timedelta(hours=12), dt.timedelta(days=40)], ids=["hours", "days"])
def test_that_a_clock_set_back_is_told_and_loses_nothing(
    back: dt.timedelta, make_program: Starter, clock: Clock, folders: Folders, library: Library
) -> None:
    _save(folders, library)
    clock.now = EVENING - back
    for start in range(2):
        user = make_program.user()
        answers = user.draft.answers
        assert answers.values.items() >= CASE.items()
        assert answers.attempts == (TRY,)
        assert answers.as_of >= EVENING.date()
        assert user.shell.banner == ("" if start else user.words("notice.clock"))
        user.program.visit("result")
        user.result.wait()
        session = user.program.parts.session
        session.change(with_answer(session.draft, "person.age", 30.0))
        make_program.end(user.program)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be doubled there")
def test_that_no_answer_is_lost_however_often_the_program_is_killed(folders: Folders) -> None:
    with role("killed", folders.data, KILLS) as played:
        assert told_by(played) == {"lost": [], "rounds": KILLS}


# --- What is missing, and what nobody foresaw -----------------------------------------------------


def test_that_without_chinese_signs_the_window_says_in_english_what_to_install(tmp_path: Path) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", "utf-8")
    with role("without_fonts", tmp_path / "data", FONTCONFIG_FILE=str(empty)) as played:
        told = told_by(played)
    assert not told["chinese"]
    assert PACKAGE in told["banner"]
    assert told["banner"].isascii()


def test_that_the_crash_dialog_holds_no_answer_and_no_path(program: Program, tmp_path: Path) -> None:
    script = tmp_path / "zhang_wei" / "script.py"
    reporter = CrashReporter(program.parts.speaker, program.window, "1.2.3")
    try:
        exec(
            compile("owed = 48_213\nraise ValueError(f'{owed} yuan, {__file__}')", script, "exec"), {"__file__": script}
        )
    except ValueError as error:
        reporter.report(type(error), error, error.__traceback__)
    assert reporter.dialog is not None
    details = reporter.dialog.findChildren(QPlainTextEdit, "crash-details")[0].toPlainText()
    assert [
        word for word in ("48213", "48_213", "yuan", "zhang_wei", str(tmp_path), str(ROOT)) if word in details
    ] == []
    assert {"disburse-check 1.2.3", "ValueError", "  script.py:2 <module>"} <= set(details.splitlines())
    reporter.dialog.findChildren(QPushButton, "crash-copy")[0].click()
    assert QGuiApplication.clipboard().text() == details
    reporter.dialog.findChildren(QPushButton, "crash-close")[0].click()
    assert not reporter.dialog.isVisible()


# --- The front door -------------------------------------------------------------------------------


def test_that_a_word_of_the_command_line_is_answered_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "check"]) == 0
    assert capsys.readouterr().out != ""


@pytest.mark.parametrize("arguments", [(), ("window",)], ids=["no word", "window"])
def test_that_the_window_opens_and_a_second_start_calls_it(
    arguments: tuple[str, ...], tmp_path: Path, qtbot: QtBot
) -> None:
    command = (sys.executable, "-m", "gui", *arguments)
    places = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    with subprocess.Popen(command, cwd=ROOT, env=places) as first:
        try:
            qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*/running.lock"))), timeout=30_000)
            second = subprocess.run(command, cwd=ROOT, env=places, timeout=60, check=False)
            assert (second.returncode, first.poll()) == (0, None)
        finally:
            first.kill()
