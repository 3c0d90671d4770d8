"""Scores go into the journal when asked, and come back into the table. No window."""

from __future__ import annotations

import pytest

from core.journal.errors import LockedError
from core.journal.records import ScoreRecord
from core.loading.library import Library
from gui.draft import Draft
from gui.journal_room import Outcome
from gui.pages.trend.presenter import TrendPresenter
from gui.pages.trend.state import KeepState
from tests.core.journal.desk import check_of
from tests.gui.test_presenters_trend import Screen
from tests.pages.desk import NOW, Office, office

THREE = "2026-03-01\t650\n2026-04-01\t655\n2026-05-01\t660"
OTHERS = "2026-03-01\t650\n2026-04-01\t651\n2026-06-01\t666"


class Page:
    """The page with a guest's journal."""

    def __init__(self, library: Library) -> None:
        self.made: Office = office(library)
        self.screen = Screen()
        self.presenter = TrendPresenter(self.screen, self.made.desk)
        self.made.later.settle()

    def paste(self, text: str) -> None:
        self.presenter.intake.paste(text)
        self.made.later.settle()

    def do(self, deed: str) -> None:
        getattr(self.presenter.keepsake, deed)()
        self.made.later.settle()

    @property
    def state(self) -> KeepState:
        return self.screen.state.journal

    @property
    def kept(self) -> dict[tuple[str, str], float]:
        found: list[Outcome] = []
        deed = self.made.desk.journal().reading(lambda journal: list(journal.store.each("score")))
        self.made.later(deed, found.append)
        self.made.later.settle()
        return {(one.of, f"{one.day}"): one.value for one in found[0].value if isinstance(one, ScoreRecord)}

    def told(self, key: str, **facts: object) -> str:
        return self.made.words(f"trend_page.journal.{key}", **facts)


@pytest.fixture
def page(library: Library) -> Page:
    return Page(library)


def test_that_nothing_is_kept_before_it_is_asked_for(page: Page) -> None:
    assert page.state.possible == {"out"}
    page.paste(THREE)
    assert page.state.possible == {"keep", "out"}
    assert page.kept == {}


def test_that_scores_kept_twice_are_there_once_and_it_is_said(page: Page) -> None:
    page.paste(THREE)
    page.do("keep")
    assert page.state.told == page.told("kept", added=3, same=0, differing=0)
    page.do("keep")
    assert page.state.told == page.told("kept", added=0, same=3, differing=0)
    assert page.kept == {("platform", f"2026-0{month}-01"): 635.0 + 5 * month for month in (3, 4, 5)}


def test_that_another_score_of_the_same_day_stays_until_it_is_replaced_by_name(page: Page) -> None:
    page.paste(THREE)
    page.do("keep")
    page.presenter.editing.clear()
    page.paste(OTHERS)
    assert (page.state.told, page.state.replace) == ("", "")
    page.do("keep")
    assert page.state.told == page.told("kept", added=1, same=1, differing=1)
    assert page.made.desk.speaker.wording.count(1, "scores") in page.state.replace
    assert page.kept["platform", "2026-04-01"] == 655.0
    page.do("replace")
    assert page.state.told == page.told("replaced", added=0, same=2, differing=1)
    assert (page.kept["platform", "2026-04-01"], page.state.replace) == (651.0, "")


def test_that_a_table_with_a_mistake_is_not_kept_by_halves(page: Page) -> None:
    page.paste(THREE)
    page.presenter.editing.write(0, 1, "soon")
    page.made.later.settle()
    page.do("keep")
    assert page.state.possible == {"out"}
    assert page.kept == {}


def test_that_the_scores_of_the_journal_and_of_its_checks_come_into_the_table_and_can_be_taken_back(page: Page) -> None:
    page.paste(THREE)
    page.do("keep")
    check = check_of(1, answers={"score.history": [["2026-06-01", 670.0]]}, changed=NOW)
    page.made.desk.journal().write(lambda journal: journal.store.put(check), lambda _: None)
    page.presenter.editing.clear()
    page.do("take_out")
    rows = page.screen.state.table.rows
    assert rows == (("2026-03-01", "650"), ("2026-04-01", "655"), ("2026-05-01", "660"), ("2026-06-01", "670"))
    assert page.screen.state.table.note == page.made.words("trend_page.came_in", added=4, replaced=0)
    page.presenter.editing.take_back()
    assert page.screen.state.table.rows == ()


def test_that_an_empty_journal_says_that_it_has_no_such_score(page: Page) -> None:
    page.do("take_out")
    assert page.state.told == page.told("nothing")


def test_that_another_score_is_kept_apart_and_without_its_name(page: Page) -> None:
    page.presenter.choose_kind("other")
    for name, text in (("name", "Mine"), ("low", "0"), ("high", "1000")):
        page.presenter.type_range(name, text)
    page.paste(THREE)
    page.do("keep")
    assert {of for of, _ in page.kept} == {"other"}
    assert page.state.note == page.told("note_other")
    page.presenter.choose_kind("platform")
    assert page.state.told == ""
    page.do("take_out")
    assert page.state.told == page.told("nothing")


@pytest.mark.parametrize("deed", ["keep", "take_out"])
def test_that_a_locked_journal_is_said_and_changes_nothing(page: Page, deed: str) -> None:
    page.paste(THREE)
    getattr(page.presenter.keepsake, deed)()
    job = page.made.later.jobs.pop()
    job.on_done(Outcome(error=LockedError(file="journal.db")))
    assert page.made.told == [page.made.words("error.journal_locked", file="journal.db")]
    assert page.state.told == ""


def test_that_scores_looked_up_for_a_page_that_is_gone_come_in_nowhere(page: Page) -> None:
    page.paste(THREE)
    page.do("keep")
    page.presenter.editing.clear()
    page.presenter.keepsake.take_out()
    page.presenter.close()
    page.made.later.settle()
    assert page.presenter.editing.sheet.rows == ()


def test_that_the_scores_of_an_example_stay_out_of_the_journal(page: Page) -> None:
    page.made.put(Draft(page.made.draft.answers, at="review", example="near_midnight"))
    page.paste(THREE)
    page.do("keep")
    assert page.made.told == [page.made.words("journalpage.example.not_kept")]
    assert page.kept == {}
