"""What the journal page decides: what is listed, found, compared and told before a retry. No window."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from core.journal.compare import compare
from core.journal.records import AssessmentRecord, AttemptRecord
from core.loading.library import Library
from core.schema.answers import Attempt
from gui.draft import Draft, with_answer, with_done, with_objection
from gui.keeping import draft_of as draft_from
from gui.keeping import keep, record_now
from gui.pages.journal import shelf, working
from gui.pages.journal.kept import SHOWN
from gui.pages.journal.presenter import JournalPresenter
from gui.pages.journal.state import Block, JournalState
from tests.pages.choosing import NoChoosing
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office

WEAK = draft_of(
    "review",
    card__account_class="class_two",
    card__received_today=9000.0,
    request__amount=8000.0,
    request__lender="jiebei",
)
STRONG = draft_of("review", card__account_class="class_one", request__amount=3000.0, request__lender="jiebei")
DAY = dt.timedelta(days=1)


class Page:
    """A presenter at work on a guest's journal."""

    def __init__(self, library: Library, draft: Draft = WEAK) -> None:
        self.office: Office = office(library, draft)
        self.screen: FakeScreen[JournalState] = FakeScreen()
        self.presenter = JournalPresenter(self.screen, self.office.desk, NoChoosing())
        self.settle()

    def settle(self) -> None:
        self.office.later.settle()

    def keep(self, uid: str, draft: Draft = WEAK, days_ago: int = 0) -> AssessmentRecord:
        """Keep a check as of an earlier day."""
        made = NOW - days_ago * DAY
        told = replace(draft, answers=replace(draft.answers, as_of=made.date()))
        engine = self.office.desk.engine
        record = record_now(told, engine.content, made, uid * 32, engine.assessor.assess(engine.answers(told)))
        self.put(record)
        return record

    def put(self, record: AssessmentRecord | AttemptRecord) -> None:
        self.office.desk.journal().write(partial(working.put, record), lambda _: None)
        self.presenter.look_up()
        self.settle()

    def act(self, wish: str, of: str = "", file: str = "") -> None:
        self.presenter.act(wish, of, file)
        self.settle()

    def type(self, field: str, words: str) -> None:
        self.presenter.type(field, words)
        self.settle()

    def try_made(self, outcome: str, when: str = "", message: str = "") -> None:
        self.type("when", when)
        self.type("message", message)
        self.act("record", outcome)

    @property
    def blocks(self) -> dict[str, Block]:
        state = self.screen.state
        return {block.id: block for block in (*state.above, *state.left, *state.right)}

    @property
    def listed(self) -> list[str]:
        """Return the first sign of the uid of every check that is listed."""
        blocks = [block for name, block in self.blocks.items() if name.startswith("check-")]
        return [block.acts[0].of[0] for block in blocks]

    def said(self, block: str) -> str:
        return "\n".join(line.words for line in self.blocks[block].lines)

    @property
    def tries(self) -> list[AttemptRecord]:
        shelf = self.presenter.shown.shelf
        return list(shelf.tries) if shelf else []


@pytest.fixture
def page(library: Library) -> Page:
    return Page(library)


def test_that_an_empty_journal_says_that_nothing_is_kept_unless_asked(page: Page) -> None:
    assert page.screen.state.intro == page.office.words("journalpage.intro")
    assert [name for name in page.blocks if name in ("empty", "filter", "gate")] == ["empty"]
    page.act("result")
    assert page.office.pages == ["result"]


def test_that_checks_are_listed_newest_first_with_band_range_and_first_cause(page: Page) -> None:
    for uid, days in (("a", 3), ("b", 0), ("c", 9)):
        record = page.keep(uid, days_ago=days)
    assert page.listed == ["b", "a", "c"]
    assert record.result is not None
    band, cause = (page.office.words(f"band.{record.result.band}.name"), record.result.causes[0].id)
    percent = page.office.desk.speaker.wording.percent
    for told in (band, percent(1 - record.result.arrives), page.office.words(f"cause.{cause}.name")):
        assert told in page.said("check-3")


def test_that_more_are_shown_when_asked_for(page: Page) -> None:
    for number in range(SHOWN + 1):
        page.keep(f"{number:x}", days_ago=number)
    assert len(page.listed) == SHOWN
    page.act("more")
    assert (len(page.listed), "more" in page.blocks) == (SHOWN + 1, False)


def test_that_the_list_is_narrowed_by_words_band_days_and_outcome(page: Page) -> None:
    weak, strong = page.keep("a", WEAK, 5), page.keep("b", STRONG, 1)
    words = page.office.words
    page.type("text", words("question.card.account_class.option.class_two"))
    assert page.listed == ["a"]
    page.type("text", "no such word anywhere")
    assert (page.listed, "none" in page.blocks) == ([], True)
    page.act("clear")
    assert page.listed == ["b", "a"]
    page.type("first", (NOW - 2 * DAY).date().isoformat())
    assert page.listed == ["b"]
    page.type("first", "soon")
    field = next(field for field in page.blocks["filter"].fields if field.id == "first")
    assert (page.listed, field.error) == (["b", "a"], words("journalpage.filter.no_day"))
    page.type("first", "")
    assert weak.result is not None
    assert strong.result is not None
    page.type("band", weak.result.band)
    assert page.listed == [uid for uid, found in (("b", strong), ("a", weak)) if found.result.band == weak.result.band]  # type: ignore[union-attr]  # both have one


def test_that_a_check_is_found_by_what_came_of_its_last_try(page: Page) -> None:
    page.keep("a", days_ago=5)
    page.keep("b", days_ago=1)
    for uid, outcome in (("d", "failed"), ("e", "arrived")):
        when = (NOW - 4 * DAY if outcome == "failed" else NOW - 3 * DAY).isoformat(timespec="minutes")
        day = dt.date.fromisoformat(when[:10])
        page.put(AttemptRecord(uid=uid * 32, day=day, changed=NOW, when=when, outcome=outcome, assessment="a" * 32))  # type: ignore[arg-type]  # one of the outcomes
    page.type("outcome", "arrived")
    assert page.listed == ["a"]
    page.type("outcome", "failed")
    assert page.listed == []


def test_that_two_checks_side_by_side_tell_what_the_core_finds(page: Page) -> None:
    before, after = page.keep("a", WEAK, 5), page.keep("b", STRONG, 1)
    page.act("mark", "b" * 32)
    assert page.said("compare") == page.office.words("journalpage.compare.one")
    page.act("mark", "a" * 32)
    table = page.blocks["compare"].table
    found = compare(before, after)
    names = [page.office.desk.speaker.wording.fact_name(change.question) for change in found.answers]
    assert [row[0] for row in table[2 : 2 + len(names)]] == names
    assert table[2 + len(names)][0] == page.office.words("journalpage.compare.causes")
    assert len(table) == 3 + len(names) + len(found.causes)
    option = page.office.words("question.card.account_class.option.class_two")
    name = page.office.desk.speaker.wording.fact_name("card.account_class")
    assert next(row[1] for row in table if row[0] == name) == option
    page.keep("c", WEAK, 0)
    page.act("mark", "c" * 32)
    assert page.presenter.looking.marked == ("a" * 32, "c" * 32)


def test_that_a_deleted_check_comes_back_as_it_was(page: Page) -> None:
    page.keep("a")
    page.act("delete", "a" * 32)
    assert (page.listed, "removed" in page.blocks) == ([], True)
    page.act("bring_back")
    assert (page.listed, "removed" in page.blocks) == (["a"], False)


def test_that_going_on_loads_the_check_and_undo_brings_the_other_back(page: Page) -> None:
    page.keep("a", STRONG, 5)
    page.act("open", "a" * 32)
    page.act("go_on")
    session = page.office.desk.session
    assert session.draft.answers.values == STRONG.answers.values
    assert session.draft.answers.as_of == NOW.date()
    assert page.office.pages == ["review"]
    session.undo()
    assert session.draft.answers.values == WEAK.answers.values


def test_that_what_the_content_no_longer_knows_is_listed_and_stays(page: Page) -> None:
    record = page.keep("a")
    page.put(record.model_copy(update={"answers": {**record.answers, "old.question": "yes"}, "done": ["old_step"]}))
    page.act("open", "a" * 32)
    assert all(name in page.said("reading") for name in ("old.question", "old_step"))
    page.act("go_on")
    draft = page.office.draft
    again = record_now(draft, page.office.desk.engine.content, NOW, "b" * 32)
    assert (again.answers["old.question"], again.done) == ("yes", ["old_step"])


def test_that_a_record_of_a_check_gives_back_the_same_check(library: Library) -> None:
    tries = (Attempt(NOW - DAY, "overall_score"), Attempt(NOW.date()))
    made = replace(WEAK, answers=replace(WEAK.answers, mode="after", attempts=tries), skipped=("credit.overdue",))
    made = with_done(made, next(iter(library.content.actions)), done=True)
    made = with_objection(made, "device_recently_changed", objected=True)
    record = record_now(made, library.content, NOW, "a" * 32)
    assert draft_from(record, library.content, NOW.date())[0] == made


def test_that_the_same_answers_are_kept_once_and_others_beside_them(page: Page) -> None:
    desk = page.office.desk
    first = keep(desk, desk.engine.road(WEAK))
    assert keep(desk, desk.engine.road(WEAK)).uid == first.uid
    page.office.put(STRONG)
    assert keep(desk, desk.engine.road(STRONG)).uid != first.uid


def test_that_nothing_changed_since_a_failed_try_is_told_calmly(page: Page) -> None:
    words = page.office.words
    assert "gate" not in page.blocks
    page.try_made("failed")
    assert words("journalpage.gate.time") in page.said("gate")
    page.office.put(with_answer(page.office.draft, "request.planned", NOW + 3 * DAY))
    assert words("journalpage.gate.time") in page.said("gate"), "another day is no change of what was told"
    page.office.put(with_answer(page.office.draft, "card.account_class", "class_one"))
    assert page.office.desk.speaker.wording.fact_name("card.account_class") in page.said("gate")
    assert words("journalpage.gate.time") not in page.said("gate")


@pytest.mark.parametrize("later", ["arrived", "waiting"])
def test_that_only_money_that_arrived_later_ends_the_remark(page: Page, later: str) -> None:
    page.try_made("failed", "2026-09-20")
    page.try_made(later)
    assert ("gate" in page.blocks) == (later == "waiting")


def test_that_a_try_is_kept_with_what_was_said_before_it(library: Library) -> None:
    tried = (Attempt(NOW.replace(hour=9), "overall_score"),)
    made = replace(WEAK, answers=replace(WEAK.answers, mode="after", attempts=tried))
    page = Page(library, made)
    page.try_made("failed", "", "overall_score")
    (record,) = page.tries
    assert (record.outcome, record.message, record.earlier) == ("failed", "overall_score", [])
    assert record.answers == record_now(made, library.content, NOW, "a" * 32).answers
    assert record.when.startswith(NOW.date().isoformat()), "the check tells its time"
    assert "T09:" in record.when


@pytest.mark.parametrize("when", ["2026-09-29", "soon", "13/45"])
def test_that_a_try_must_lie_on_a_day_that_has_come(page: Page, when: str) -> None:
    page.try_made("failed", when)
    field = next(field for field in page.blocks["tries"].fields if field.id == "when")
    assert (field.error, page.tries) == (page.office.words("journalpage.tries.no_day"), [])


def test_that_an_outcome_can_be_told_later_and_a_message_goes_with_failure_alone(page: Page) -> None:
    page.try_made("waiting", "2026-09-20", "overall_score")
    uid = page.tries[0].uid
    for outcome in ("failed", "arrived", "waiting"):
        page.act(f"became_{outcome}", uid)
        assert [(one.outcome, one.message) for one in page.tries] == [(outcome, None)]
    page.act("delete_try", uid)
    assert page.tries == []
    page.act("bring_back")
    assert [one.uid for one in page.tries] == [uid]


def test_that_the_reminder_is_on_the_planned_day(page: Page, tmp_path: Path) -> None:
    planned = dt.datetime(2026, 10, 9, 10)
    page.keep("a", with_answer(WEAK, "request.planned", planned))
    page.keep("b")
    page.act("open", "b" * 32)
    assert "remind" not in [act.wish for act in page.blocks["reading"].acts]
    page.act("open", "a" * 32)
    page.act("remind", "a" * 32, str(tmp_path / "day.ics"))
    event: Any = Calendar.from_ical((tmp_path / "day.ics").read_text("utf-8")).walk("VEVENT")[0]
    assert event["dtstart"].dt == (planned - dt.timedelta(hours=8)).replace(tzinfo=dt.UTC)


def test_that_deleting_everything_asks_once_more(page: Page) -> None:
    page.keep("a")
    page.act("erase")
    assert page.office.words("journalpage.erase.sure") in page.said("erase")
    page.act("erase_not")
    assert page.listed == ["a"]
    page.act("erase")
    page.act("erase_sure")
    assert ("empty" in page.blocks, page.office.draft.begun) == (True, False)


def test_that_two_different_new_passphrases_are_not_taken(page: Page) -> None:
    page.type("new", "four quiet words here")
    page.type("again", "four quiet words there")
    page.act("set_lock")
    assert page.presenter.shown.error == page.office.words("journalpage.lock.differ")


def test_that_a_guest_is_told_that_there_is_nothing_to_lock(page: Page) -> None:
    page.keep("a")
    page.act("set_lock")
    assert page.presenter.shown.error == page.office.words("error.journal_cannot_lock")


def test_that_a_passphrase_is_forgotten_when_it_was_used(page: Page) -> None:
    for field in ("new", "again", "old", "secret"):
        page.type(field, "four quiet words here")
    page.act("set_lock")
    assert "four quiet words here" not in page.presenter.shown.typed.values()


def test_that_it_is_said_when_only_the_newest_were_looked_through(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        page.keep(f"{number:x}", days_ago=number)
    told = page.office.words("journalpage.filter.capped", count=shelf.MOST_FOUND)
    page.type("outcome", "failed")
    assert told not in page.said("filter")
    monkeypatch.setattr(shelf, "MOST_FOUND", 3)
    page.presenter.look_up()
    page.settle()
    assert told in page.said("filter")
