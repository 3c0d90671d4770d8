"""From the network page into the checklist, the review, the result and its report, with keys alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from core.explain.measured import measured_text
from core.measure.probe_answer import QUESTION
from gui.program import Program
from gui.shell import ICONS
from tests.core.measure.probe_world import server, tls
from tests.journeys.test_keyboard import tab_to
from tests.pages.running import Starter
from tests.pages.user import User

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAGE_KEY = Key(Key.Key_1.value + list(ICONS).index("network"))


def type_by_keys(user: User, name: str, words: str) -> None:
    """Go to a field with the tabulator and write in it, in place of what stands there."""
    tab_to(user, name)
    user.shell.press(Key.Key_A, modifier=CONTROL)
    user.shell.type(words)


def measure_by_keys(user: User, host: str) -> None:
    """Open the page, leave one host on the list, ask it three times."""
    user.shell.press(PAGE_KEY, modifier=CONTROL)
    assert user.page == "network"
    for row in user.network.rows[1:]:
        tab_to(user, f"network-remove-{row}")
        user.shell.press(Key.Key_Space)
    while user.shell.focus != "network-host-h1":
        user.shell.press(Key.Key_Backtab, modifier=SHIFT)
    type_by_keys(user, "network-host-h1", host)
    type_by_keys(user, "network-rounds", "3")
    tab_to(user, "network-start")
    user.shell.press(Key.Key_Space)
    assert user.shell.focus == "network-cancel", "the keyboard goes along"
    user.network.wait()
    assert user.shell.focus == "network-start"


def evidence(program: Program) -> str:
    """Return how the answer was measured, in the language of the moment."""
    by = program.parts.session.draft.answers.measured[QUESTION]
    return measured_text(by, program.parts.speaker.language)


def test_that_a_measurement_goes_by_keys_into_checklist_review_and_report(user: User, tmp_path: Path) -> None:
    with server(tls()) as shaking:
        measure_by_keys(user, str(shaking))
    tab_to(user, "network-take")
    user.shell.press(Key.Key_Space)
    assert user.draft.answers.values == {QUESTION: "smooth"}
    assert user.shell.focus == "network-go"
    user.shell.press(Key.Key_Space)
    assert (user.page, user.checklist.question, user.checklist.chosen) == ("checklist", QUESTION, ["smooth"])
    said = evidence(user.program)
    assert user.checklist.measured == said
    user.program.visit("review")
    assert user.review.measured(QUESTION) == said
    user.shell.press(Key.Key_Return)
    user.result.wait().save_to(tmp_path / "report.html")
    assert said in (tmp_path / "report.html").read_text("utf-8")
    assert shaking.host not in (tmp_path / "report.html").read_text("utf-8")


def test_that_an_answer_by_hand_takes_the_evidence_away_and_undo_brings_it_back(user: User) -> None:
    with server(tls()) as shaking:
        measure_by_keys(user, str(shaking))
    user.network.take()
    user.network.go()
    user.shell.press(Key.Key_2)
    assert (user.checklist.chosen, user.checklist.measured) == (["drops_sometimes"], "")
    user.shell.undo()
    assert (user.checklist.chosen, user.checklist.measured) == (["smooth"], evidence(user.program))


def test_that_the_evidence_is_there_after_the_power_failed_and_no_host_is_on_disk(make_program: Starter) -> None:
    user = make_program.user("en")
    with server(tls()) as shaking:
        measure_by_keys(user, str(shaking))
    user.network.take()
    said, folder = evidence(user.program), user.program.parts.folder
    make_program.kill(user.program)
    saved = "".join(path.read_text("utf-8") for path in folder.iterdir() if path.is_file())
    assert f"{shaking.host}" not in saved
    again = make_program.user("en")
    assert evidence(again.program) == said
    again.shell.go("network")
    assert f"{shaking}" not in again.network.hosts
