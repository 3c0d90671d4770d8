"""The library in the window: live search, words explained in a text, examples beside one's own check."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from gui.draft import Draft
from gui.engine import REVIEW
from gui.pages.library.rows import RowList
from gui.saving import FILE
from gui.shell import PageName
from gui.widgets.prose import LinkedProse, Prose
from tests.gui.test_pages_are_freed import TRIES
from tests.pages.base import catch_up
from tests.pages.desk import draft_of
from tests.pages.finding import shown
from tests.pages.pdfs import sheets, squeezed
from tests.pages.running import Starter
from tests.pages.user import User

Key = Qt.Key
OWN = draft_of(REVIEW, mode="after", tries=TRIES, card__state="normal")


def test_that_every_letter_changes_what_is_found(user: User) -> None:
    user.shell.go("library")
    assert (user.library.shelf, user.shell.focus) == (["articles"], "library-search")
    every = len(user.library.rows)
    user.library.search("x")
    first = user.library.rows
    QTest.keyClicks(user.program.window.focusWidget(), "qzwvjk")
    assert (user.library.rows, user.library.shelf) == ([], [])
    assert first
    assert user.library.note == user.words("library.nothing_found", query="xqzwvjk")
    user.shell.press(Key.Key_Escape)
    assert (user.library.searched, len(user.library.rows), user.library.shelf) == ("", every, ["articles"])


def test_that_the_rows_are_heard_with_what_stands_in_them(anybody: User) -> None:
    anybody.shell.go("library")
    rows = shown(anybody.program.window, RowList, "library-rows")
    heard = QAccessible.queryAccessibleInterface(rows)
    assert heard.role() == QAccessible.Role.List
    assert heard.childCount() == rows.model().rowCount()
    named = heard.child(1).text(QAccessible.Text.Name)
    assert all(words in named for words in (anybody.library.rows[0].title, anybody.library.rows[0].text))


def test_that_a_text_stands_whole_with_what_belongs_to_it(user: User) -> None:
    user.shell.go("library")
    user.library.open("article:limit_is_not_money")
    assert user.library.reading == user.words("article.limit_is_not_money.title")
    assert list(user.library.parts) == ["main", "story", "today", "unknown"]
    assert set(user.library.sides) == {"questions", "sources", "causes"}
    user.library.follow("after")
    assert user.library.reading == user.words("article.judged_anew.title")
    user.library.back()
    assert (user.library.reading, user.library.row) == ("", "article:limit_is_not_money")
    assert user.shell.focus == "library-rows"


def test_that_a_cause_leads_back_to_the_text_that_spoke_of_it(user: User) -> None:
    user.shell.go("library")
    user.library.open("article:limit_is_not_money")
    user.library.follow("causes-limit_expired")
    assert (user.page, user.explanation.title) == ("explain", user.words("cause.limit_expired.name"))
    user.shell.other_language()
    user.explanation.back()
    assert (user.page, user.library.reading) == ("library", user.words("article.limit_is_not_money.title"))


def test_that_the_tabulator_goes_through_the_words_and_out_of_the_text(anybody: User) -> None:
    anybody.program.visit("library", "article:limit_is_not_money")
    prose = shown(anybody.program.window, LinkedProse, "library-text-main")
    prose.setFocus(Qt.FocusReason.TabFocusReason)
    terms = []
    while anybody.shell.focus == "library-text-main":
        terms.append(anybody.library.word)
        anybody.shell.press(Key.Key_Tab)
    assert terms == ["limit", "limit", "draw", "disbursement", "limit"]
    anybody.shell.press(Key.Key_Backtab)
    assert prose.hasFocus()
    assert anybody.library.word == terms[-1]


def test_that_escape_closes_the_word_first_and_the_text_then(user: User) -> None:
    user.program.visit("library", "article:limit_is_not_money")
    prose = shown(user.program.window, LinkedProse, "library-text-main")
    prose.setFocus(Qt.FocusReason.TabFocusReason)
    word = user.library.word
    user.shell.press(Key.Key_Return)
    assert user.library.term == (user.words(f"term.{word}.name"), user.words(f"term.{word}.what"))
    assert user.shell.focus == "library-term-close"
    user.shell.press(Key.Key_Escape)
    assert (user.library.term, user.shell.focus) == (("", ""), "library-text-main")
    user.shell.press(Key.Key_Escape)
    assert (user.library.reading, user.page) == ("", "library")


def test_that_a_text_that_names_a_picture_or_an_address_loads_nothing(anybody: User, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("secret", "utf-8")
    prose = Prose(anybody.program.parts.look, "any")
    prose.say(f"![x]({secret.as_uri()}) [y]({secret.as_uri()})")
    assert prose.loadResource(2, secret.as_uri()) is None
    prose.anchorClicked.emit(secret.as_uri())
    assert "secret" not in prose.toPlainText()
    prose.deleteLater()


def test_that_an_article_is_saved_as_pdf(user: User, tmp_path: Path) -> None:
    user.program.visit("library", "article:limit_is_not_money")
    path = tmp_path / "article.pdf"
    user.library.save_to(path)
    assert user.words("librarypage.saved", file=path.name) == user.shell.banner
    first = sheets(path.read_bytes())[0]
    assert squeezed(user.words("article.limit_is_not_money.summary")) in first.body


def test_that_an_example_is_marked_on_every_page_until_it_is_ended(user: User) -> None:
    begin_own(user)
    user.program.visit("library", "case:one_digit")
    user.library.begin()
    assert user.draft.example == "one_digit"
    pages: tuple[PageName, ...] = ("checklist", "review", "result", "calendar", "home")
    for page in pages:
        user.program.visit(page)
        assert user.program.window.lines.example.words == user.words("window.example")
    user.program.visit("checklist")
    user.shell.end_example()
    assert (user.page, user.library.reading) == ("library", user.words("case.one_digit.title"))
    assert (user.draft, user.program.window.lines.example.words) == (OWN, "")
    user.shell.undo()
    assert user.draft.example == "one_digit"


def test_that_ones_own_check_is_there_after_the_power_failed_in_an_example(make_program: Starter) -> None:
    user = make_program.user()
    begin_own(user)
    user.program.visit("library", "case:one_digit")
    user.library.begin()
    user.checklist.next()
    make_program.kill(user.program)
    assert make_program.user().draft.answers == OWN.answers


def test_that_an_example_leaves_nothing_on_the_disk(make_program: Starter) -> None:
    user = make_program.user()
    user.program.visit("library", "case:one_digit")
    user.library.begin()
    folder = user.program.parts.folder
    make_program.end(user.program)
    assert not (folder / FILE).exists()
    assert not make_program.user().draft.begun


def test_that_answers_cleared_before_an_example_are_gone_after_it(make_program: Starter) -> None:
    user = make_program.user()
    begin_own(user)
    user.shell.go("settings")
    user.settings.erase()
    user.program.visit("library", "case:one_digit")
    user.library.begin()
    folder = user.program.parts.folder
    make_program.end(user.program)
    assert [file.name for file in folder.iterdir() if "check" in file.name] == []


def test_that_a_report_of_an_example_says_so(user: User, tmp_path: Path) -> None:
    user.program.visit("library", "case:one_digit")
    user.library.begin()
    user.shell.go("result")
    user.result.wait()
    path = tmp_path / "report.html"
    user.result.save_to(path)
    assert user.words("result.example_title", title=user.words("ui.title")) in path.read_text("utf-8")


def begin_own(user: User) -> Draft:
    """Let somebody have begun a check of their own."""
    user.program.parts.session.change(OWN)
    catch_up()
    return OWN
