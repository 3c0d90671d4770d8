"""What is due: noted from the letters, shown on the journal and the home page, taken into a calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar

from core.journal.records import SentRecord
from core.loading.library import Library
from gui.app import layouts_of
from gui.due import remember_plan, sent_letters, whats_due
from gui.journal_room import JournalRoom
from gui.pages.home.presenter import HomePresenter, home_state
from gui.pages.home.state import HomeState
from gui.pages.journal import working
from gui.pages.journal.presenter import JournalPresenter
from gui.pages.journal.state import Block, JournalState
from gui.pages.letters.presenter import LettersPresenter
from tests.pages.choosing import NoChoosing
from tests.pages.desk import NOW, ROOT, FakeScreen, Laters, Office, draft_of, office

DISPUTE, COMPLAINT = "dispute_credit_entry", "complaint"
EXPIRING = draft_of("review", identity__id_expires_on=dt.date(2026, 10, 20))
SENT = SentRecord(uid="a" * 32, day=NOW.date(), changed=NOW, letter=DISPUTE)


class Page:
    """The journal page of a guest."""

    def __init__(self, library: Library, about: str = "") -> None:
        self.made: Office = office(library, EXPIRING)
        self.screen: FakeScreen[JournalState] = FakeScreen()
        self.presenter = JournalPresenter(self.screen, self.made.desk, NoChoosing(), about)
        self.made.later.settle()

    def do(self, wish: str, of: str = "", file: str = "", **typed: str) -> None:
        """Type, press a button, and wait."""
        for field, words in typed.items():
            self.presenter.type(field, words)
        self.presenter.act(wish, of, file)
        self.made.later.settle()

    @property
    def blocks(self) -> dict[str, Block]:
        """Return what is shown about what is due."""
        return {block.id: block for block in self.screen.state.right if block.id.startswith("due")}

    def said(self, block: str) -> list[str]:
        """Return the lines of a block."""
        return [line.words for line in self.blocks[block].lines]


@pytest.fixture
def page(library: Library) -> Page:
    return Page(library)


def test_that_a_letter_that_was_sent_puts_the_day_of_its_answer_on_the_list(page: Page) -> None:
    assert list(page.blocks) == ["due", "due-1"], "the card that runs out, by the check"
    page.do("sent", sent_letter=DISPUTE, sent_day="2026-09-26")
    words, date = page.made.words, page.made.desk.speaker.wording.date
    row, left, why, source = page.said("due-1")
    assert date(dt.date(2026, 10, 16)) in row
    assert words(f"letter.{DISPUTE}.name") in row
    assert left == words("due.left", days=page.made.desk.speaker.wording.count(18, "days"))
    assert date(dt.date(2026, 9, 26)) in why
    assert page.made.desk.speaker.wording.source("credit_regulation") in source
    assert page.made.told == [words("due.noted")]


def test_that_an_empty_day_is_today_and_one_to_come_is_refused(page: Page) -> None:
    page.do("sent", sent_day="2026-10-01")
    assert page.blocks["due"].fields[1].error == page.made.words("due.no_day")
    assert "due-2" not in page.blocks
    page.do("sent", sent_day="")
    assert page.blocks["due"].fields[1].error == ""
    assert page.made.desk.speaker.wording.date(dt.date(2026, 10, 18)) in page.said("due-1")[0]


def test_that_an_answer_that_came_leaves_the_list_and_the_letter_stays(page: Page) -> None:
    page.do("sent")
    uid = page.blocks["due-1"].acts[0].of
    page.do("came", uid)
    assert list(page.blocks) == ["due", "due-1"]
    shelf = page.presenter.shown.shelf
    assert shelf is not None
    assert [(record.uid, record.answered) for record in shelf.sent] == [(uid, True)]


def test_that_a_letter_noted_by_mistake_is_deleted_and_can_be_brought_back(page: Page) -> None:
    page.do("sent")
    page.do("delete_sent", page.blocks["due-1"].acts[0].of)
    assert "due-2" not in page.blocks
    page.do("bring_back")
    assert "due-2" in page.blocks


def test_that_every_day_comes_into_the_calendar_and_no_lender_or_answer_does(page: Page, tmp_path: Path) -> None:
    page.do("sent", sent_letter=COMPLAINT)
    file = tmp_path / "due.ics"
    page.do("due_save", file=str(file))
    events = Calendar.from_ical(file.read_text("utf-8")).walk("VEVENT")
    shelf = page.presenter.shown.shelf
    assert shelf is not None
    found = whats_due(shelf.sent, page.made.desk)
    assert [event.decoded("dtstart") for event in events] == [one.day for one in found]
    assert [str(event["summary"]) for event in events] == [page.made.words("due.event", what=one.what) for one in found]


def test_that_a_letter_leads_to_where_its_day_is_noted(library: Library) -> None:
    made = office(library)
    letters = LettersPresenter(_Letters(), replace(made.desk, layouts=layouts_of(ROOT / "resources")))
    assert letters.writer.kind == "question_to_lender"
    letters.choose(DISPUTE)
    letters.writer.note_sent()
    assert made.visits == [("journal", DISPUTE)]
    page = Page(library, DISPUTE)
    assert page.screen.shown[1].focus == "journal-field-sent_day"
    assert page.blocks["due"].fields[0].text == DISPUTE


class _Letters(FakeScreen[object]):
    def put_on_clipboard(self, text: str) -> None:
        """Keep nothing."""


def test_that_the_home_page_shows_the_next_days_and_never_remembers_them(library: Library) -> None:
    made, screen = office(library, EXPIRING), FakeScreen[HomeState]()
    presenter = HomePresenter(screen, made.desk)
    assert not screen.shown[0].due
    presenter.look_ahead()
    made.later.settle()
    assert len(screen.state.due) == 1
    assert made.words("due.kind.id_expires") in screen.state.due[0]
    assert home_state((), made.desk).due == ()
    presenter.see_due()
    assert made.pages == ["journal"]


def test_that_the_home_page_reads_what_was_sent_and_closes_the_journal_again(library: Library, tmp_path: Path) -> None:
    made, screen, later = office(library, EXPIRING), FakeScreen[HomeState](), Laters()
    keeper = JournalRoom(tmp_path, lambda: NOW, later)
    keeper.write(lambda journal: working.put(SENT, journal), lambda _: None)
    later.settle()
    keeper.close()
    room = JournalRoom(tmp_path, lambda: NOW, made.later)
    presenter = HomePresenter(screen, replace(made.desk, journal=lambda: room))
    presenter.look_ahead()
    made.later.settle()
    assert [made.words(f"letter.{DISPUTE}.name") in line for line in screen.state.due] == [True, False]
    states: list[str] = []
    room.around(lambda journal: states.append(journal.state), lambda _: None)
    made.later.settle()
    assert states == ["closed"]


def test_that_a_locked_journal_is_left_locked(tmp_path: Path) -> None:
    later, told = Laters(), list[object]()
    room = JournalRoom(tmp_path, lambda: NOW, later)
    room.write(lambda journal: working.put(SENT, journal), told.append)
    room.around(lambda journal: working.set_lock("four quiet words here", journal), told.append)
    room.around(working.lock_now, told.append)
    room.around(lambda journal: (sent_letters(journal), journal.state), told.append)
    later.settle()
    assert told[-1].value == ((), "locked")  # type: ignore[attr-defined]  # an outcome
    room.close()


def test_that_the_day_of_the_plan_is_told_while_the_answers_are_the_same(library: Library) -> None:
    made = office(library, draft_of("review", card__account_class="class_two", card__received_today=9000.0))
    engine = made.desk.engine
    answers = engine.answers(made.draft)
    remember_plan(made.desk, answers, engine.whole(answers, lambda: False))
    assert made.words("due.kind.good_day") in [one.what for one in whats_due((), made.desk)]
    made.put(draft_of("review", card__account_class="class_one"))
    assert whats_due((), made.desk) == ()


def test_that_the_answers_of_an_example_make_nothing_due(library: Library) -> None:
    made = office(library, replace(EXPIRING, example="one_digit"))
    assert whats_due((), made.desk) == ()
