"""Somebody looks a word up with keys alone, reads, has a word explained, and works a case through as an example."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.journeys.test_keyboard import tab_to
from tests.pages.desk import draft_of
from tests.pages.user import User

Key = Qt.Key
ARTICLE, CASE = "article:limit_is_not_money", "case:large_sum_small_door"
OWN = draft_of("card.state", card__state="normal")


def open_by_keys(user: User, address: str) -> None:
    """Go down to a row, from the search or from the first one, and open it."""
    if user.shell.focus == "library-search":
        user.shell.press(Key.Key_Down)
    for _ in range(len(user.library.rows)):
        if user.library.row == address:
            user.shell.press(Key.Key_Return)
            return
        user.shell.press(Key.Key_Down)
    raise AssertionError(f"{address} is not in the list")


def test_that_a_word_leads_to_a_text_and_a_case_to_its_result(user: User) -> None:
    user.program.parts.session.change(OWN)
    user.shell.go("library")
    assert (user.page, user.shell.focus) == ("library", "library-search")
    chinese = user.program.parts.speaker.code == "zh_CN"
    user.library.search("edu" if chinese else "limit")
    found = next(row for row in user.library.rows if row.address == ARTICLE)
    assert [mark.lower() for mark in found.marked][:1] == ["额度" if chinese else "limit"]
    open_by_keys(user, ARTICLE)
    assert (user.library.reading, user.shell.focus) == (
        user.words("article.limit_is_not_money.title"),
        "library-back",
    )
    tab_to(user, "library-text-main")
    word = user.library.word
    user.shell.press(Key.Key_Return)
    assert user.library.term[0] == user.words(f"term.{word}.name")
    user.shell.press(Key.Key_Escape)
    assert user.library.term == ("", "")
    user.shell.press(Key.Key_Escape)
    assert (user.library.row, user.library.searched) == (ARTICLE, "edu" if chinese else "limit")
    tab_to(user, "library-shelf-cases")
    user.shell.press(Key.Key_Space)
    tab_to(user, "library-rows")
    open_by_keys(user, CASE)
    tab_to(user, "library-begin")
    user.shell.press(Key.Key_Space)
    assert (user.page, user.draft.example) == ("checklist", "large_sum_small_door")
    user.shell.go("result")
    user.result.wait()
    assert user.result.title == user.words("result.example_title", title=user.words("result.title"))
    assert user.result.causes()[0] == "account_class_ceiling"
    user.shell.end_example()
    assert (user.page, user.draft) == ("library", OWN)
