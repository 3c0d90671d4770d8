"""A leader makes a plan, three people answer before and after on machines of their own, and the results are merged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.classroom.result import ClassResult, from_bytes
from core.classroom.speech import Speech
from core.loading.library import Library
from gui.opening import Folders
from tests.pages.running import Clock, Starter
from tests.pages.user import User

CASE = "one_digit"
PEOPLE = ("blue kettle", "seven steps", "green hat")
ANSWERS = ((0, "1"), (1, "18.25"), (2, "0.6"))
"""Person -> the place of the option they choose, and the number they type."""
HOSTILE = '{"format": 1, "kind": "class_result", "workshop": "k7m2qx", "name": "Somebody"}'


@pytest.fixture
def guests(qtbot: QtBot, folders: Folders, clock: Clock, library: Library, tmp_path: Path) -> Iterator[list[Starter]]:
    """Return one starter for every participant, each on an empty folder of its own."""
    starters = [
        Starter(qtbot, folders._replace(data=tmp_path / f"guest-{number}"), clock, library)
        for number in range(len(PEOPLE))
    ]
    yield starters
    for starter in starters:
        starter.end_all()


def take_part(guest: User, plan: Path, folder: Path, word: str, answers: tuple[int, str]) -> None:
    """Answer before and after, and leave both results in the folder."""
    guest.shell.go("workshop")
    guest.workshop.open("take")
    for moment in ("before", "after"):
        guest.workshop.join(plan, moment, word)
        assert guest.workshop.answer_all(*answers) > 1
        if moment == "after":
            guest.workshop.follow_case(CASE)
        guest.workshop.hand_over(folder)
        guest.workshop.finish()


def test_that_three_results_are_merged_hidden_and_a_hostile_file_is_named(
    user: User, guests: list[Starter], tmp_path: Path
) -> None:
    plan, folder = tmp_path / "workshop.toml", tmp_path / "results"
    folder.mkdir()
    user.shell.go("workshop")
    assert user.workshop.doors == ["lead", "take", "gather"]
    user.workshop.open("lead")
    user.workshop.take_case(CASE)
    code = user.workshop.code
    user.workshop.name_file("save", "workshop-save-dialog", plan)
    assert code in plan.read_text("utf-8")
    language = user.program.parts.speaker.code
    for starter, word, answers in zip(guests, PEOPLE, ANSWERS, strict=True):
        guest = starter.user(language)
        take_part(guest, plan, folder, word, answers)
        starter.end(guest.program)
    results = [from_bytes(file.read_bytes()) for file in folder.iterdir()]
    assert {result.workshop for result in results} == {code}
    assert [(result.round, bool(result.runs)) for result in sorted(results, key=_in_order)] == [
        *[("before", False)] * 3,
        *[("after", True)] * 3,
    ]
    assert len({result.pair for result in results}) == len(PEOPLE)
    (folder / "result-zz.json").write_text(HOSTILE, "utf-8")
    user.workshop.open("gather")
    user.workshop.bring_together(folder)
    assert user.workshop.note == user.words("workshop.gather.counted", n=6)
    assert list(user.workshop.refused) == ["result-zz.json"]
    assert user.workshop.refused["result-zz.json"] == user.words("error.class_result_unknown_field", where="-")
    hidden = Speech(user.program.parts.speaker.language).say("round_hidden")
    assert user.workshop.report.count(hidden) == 2
    assert "%" not in "".join(user.workshop.report)
    for ending in (".html", ".csv", ".pdf"):
        user.workshop.save_report(tmp_path / f"report{ending}")
        assert (tmp_path / f"report{ending}").stat().st_size > 0
    assert hidden in (tmp_path / "report.html").read_text("utf-8")


def _in_order(result: ClassResult) -> int:
    return ("before", "after").index(result.round)
