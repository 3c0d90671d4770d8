"""Somebody looks at an example of a journal; somebody else keeps a call and a table of scores, and finds both again."""

from __future__ import annotations

from pathlib import Path

from gui.opening import Folders
from tests.pages.keepsakes import KEPT
from tests.pages.user import User

SCORES = "2026-06-30\t655\n2026-09-25\t652"


def journal_files(folders: Folders) -> list[Path]:
    return sorted(folders.data.glob("journal*"))


def test_that_an_example_journal_is_looked_at_and_leaves_nothing(user: User, folders: Folders) -> None:
    user.shell.go("journal")
    user.journal.press("example")
    strip = user.program.window.lines.example
    assert strip.words == user.words("window.example_journal")
    assert "example" in user.journal.blocks
    user.journal.press("mark", 1)
    user.journal.press("mark", 2)
    assert user.words("journalpage.example.mark") in user.journal.said("compare")
    user.shell.other_language()
    user.journal.settle()
    assert (strip.words, "compare" in user.journal.blocks) == (user.words("window.example_journal"), True)
    user.shell.end_example()
    user.journal.settle()
    assert (strip.words, user.journal.blocks[0], user.page) == ("", "empty", "journal")
    user.journal.press("example")
    user.shell.go("help")
    assert (strip.words, journal_files(folders)) == ("", [])


def test_that_a_call_and_scores_are_kept_and_found_again(user: User) -> None:
    user.program.parts.session.change(KEPT)
    user.shell.go("help")
    user.help.answer("where_stopped", "institution_refused")
    user.help.note()
    user.help.keep(1)
    user.help.wait()
    assert user.shell.banner == user.words("help.kept")
    user.shell.go("trend")
    user.trend.paste(SCORES)
    user.trend.click("keep")
    assert user.trend.says("kept") == user.words("trend_page.journal.kept", added=2, same=0, differing=0)

    user.shell.go("journal")
    assert user.words("hotline.where_stopped.option.institution_refused") in user.journal.said("also-1")
    user.journal.press("delete_also", 1)
    user.journal.press("bring_back")
    assert user.shell.focus == "journal-delete_also-1"
    user.journal.choose("also", "score")
    assert "also-2" in user.journal.blocks
    user.shell.go("trend")
    user.trend.click("clear")
    user.trend.click("keep-out")
    assert len(user.trend.rows) == 2
