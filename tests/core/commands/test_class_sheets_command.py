"""The paper of a workshop from the command line: for everybody, for the leader, and not from a plan with mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.classroom.plan import PLAN_FILE
from tests.core.commands.running import Run

PLAN = 'code = "k7m2qx"\nquiz = "class"\ncases = ["one_digit"]\nminutes = 60\n'
ENDING = "one digit was indeed wrong"
"""How the story of the case ends, in the words of the content."""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / PLAN_FILE
    file.write_text(PLAN, "utf-8")
    return file


def test_that_only_the_leaders_sheets_tell_how_a_story_ends(run: Run, plan: Path) -> None:
    for_all, for_leader = (run("class", "sheets", plan, "--lang", "en", *more) for more in ((), ("--answers",)))
    assert (for_all[0], for_leader[0]) == (0, 0)
    assert "k7m2qx" in for_all[1]
    assert (ENDING in for_all[1], ENDING in for_leader[1]) == (False, True)


def test_that_a_page_is_written_where_it_is_wanted(run: Run, plan: Path, tmp_path: Path) -> None:
    code, told, _ = run("class", "sheets", plan, "--html", tmp_path / "sheets.html")
    assert (code, "sheets.html" in told) == (0, True)
    assert "<html" in (tmp_path / "sheets.html").read_text("utf-8")


def test_that_a_plan_with_mistakes_gives_no_sheets(run: Run, plan: Path) -> None:
    plan.write_text(PLAN.replace("one_digit", "two_digit"), "utf-8")
    code, told, complained = run("class", "sheets", plan)
    assert (code, told) == (2, "")
    assert "two_digit" in complained
