"""What the page of the workshop decides: the plan, one participant's way to a result, what counts. No window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from core.classroom.code import from_payloads, matrix, payloads
from core.classroom.plan import read_plan
from core.classroom.result import ClassResult, from_bytes
from core.classroom.words import ALPHABET, pair_mark
from core.loading.library import Library
from gui.draft import Draft
from gui.pages.workshop.presenter import WorkshopPresenter
from gui.pages.workshop.state import AskedState, GatherState, HandState, JoinState, LeadState, WorkshopState
from tests.pages.desk import FakeScreen, Office, office

CODE, WORD = "k7m2qx", "blue kettle"


class Screen(FakeScreen[WorkshopState]):
    """Keeps every picture."""

    @property
    def lead(self) -> LeadState:
        """Return what the leader sees."""
        assert self.state.lead is not None
        return self.state.lead

    @property
    def step(self) -> JoinState | AskedState | HandState:
        """Return what a participant sees."""
        assert self.state.take is not None
        return self.state.take.step

    @property
    def asked(self) -> AskedState:
        """Return the item that is shown."""
        assert isinstance(self.step, AskedState)
        return self.step

    @property
    def hand(self) -> HandState:
        """Return what becomes of the result."""
        assert isinstance(self.step, HandState)
        return self.step

    @property
    def gather(self) -> GatherState:
        """Return what was brought together."""
        assert self.state.gather is not None
        return self.state.gather


@dataclass
class Room:
    """A presenter with everything around it; chance is counted, so that it never repeats."""

    made: Office
    screen: Screen = field(default_factory=Screen)
    walls: list[tuple[str, ...]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.presenter = WorkshopPresenter(self.screen, self.made.desk, self.chance, self.walls.append)

    def chance(self, length: int) -> bytes:
        """Return bytes that came from no chance at all."""
        return bytes((next(self.numbers) * 7 + place) % 256 for place in range(length))

    def sit_down(self, moment: str = "before", word: str = WORD) -> None:
        """Begin as a participant."""
        self.presenter.open("take")
        for entry, words in (("code", CODE), ("quiz", "class"), ("moment", moment), ("word", word), ("again", word)):
            self.presenter.take.type(entry, words)
        self.presenter.take.begin()

    def answer_all(self, choose: int = 0) -> None:
        """Answer every item, with the option at a place or with a number, and hand in."""
        while True:
            asked = self.screen.asked
            if asked.typed is None:
                self.presenter.take.choose(asked.rows[choose].id)
            else:
                self.presenter.take.write("18.25 %")
            if asked.last:
                break
            self.presenter.take.step(1)
        self.presenter.take.hand_in()


@pytest.fixture
def room(library: Library) -> Room:
    return Room(office(library))


def result_in(folder: Path) -> ClassResult:
    """Return the one result in a folder."""
    [file] = folder.glob("result-*.json")
    return from_bytes(file.read_bytes())


def test_that_the_plan_that_is_saved_is_the_one_that_is_chosen(room: Room, library: Library, tmp_path: Path) -> None:
    room.presenter.open("lead")
    code = room.screen.lead.code
    assert len(code) == 6
    assert set(code) <= set(ALPHABET)
    chosen = [row.id for row in room.screen.lead.cases if row.chosen]
    room.presenter.lead.toggle_case(chosen[0])
    room.presenter.lead.toggle_case("one_digit")
    room.presenter.lead.save_plan(str(tmp_path / "workshop.toml"))
    plan = read_plan(tmp_path / "workshop.toml", library.content)
    assert (plan.code, plan.quiz, plan.cases) == (code, "class", (*chosen[1:], "one_digit"))
    assert str(plan.minutes) in room.screen.lead.minutes


def test_that_a_plan_comes_back_and_a_broken_one_changes_nothing(room: Room, tmp_path: Path) -> None:
    room.presenter.open("lead")
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(f'code = "{CODE}"\nquiz = "class"\ncases = ["six_lenders"]\nminutes = 60\n', "utf-8")
    bad.write_text(f'code = "{CODE}"\nquiz = "klass"\ncases = ["six_lenders"]\nminutes = 60\n', "utf-8")
    room.presenter.lead.open_plan(str(good))
    assert [row.id for row in room.screen.lead.cases if row.chosen] == ["six_lenders"]
    room.presenter.lead.toggle_case("one_digit")
    room.presenter.lead.open_plan(str(bad))
    assert len(room.screen.lead.wrong) == 2
    assert "klass" in room.screen.lead.wrong[1]
    assert [row.id for row in room.screen.lead.cases if row.chosen] == ["six_lenders", "one_digit"]
    room.presenter.lead.open_plan(str(tmp_path / "none.toml"))
    assert len(room.made.told) == 1


def test_that_the_wall_gets_the_cases_in_their_order_and_nothing_without_any(room: Room) -> None:
    room.presenter.open("lead")
    room.presenter.lead.show_wall()
    chosen = tuple(row.id for row in room.screen.lead.cases if row.chosen)
    assert room.walls == [chosen]
    for case in chosen:
        room.presenter.lead.toggle_case(case)
    assert not room.screen.lead.keys["wall"].possible
    room.presenter.lead.show_wall()
    assert room.walls == [chosen]


def test_that_nobody_begins_with_a_wrong_code_no_quiz_or_two_different_words(room: Room) -> None:
    room.presenter.open("take")
    step = room.screen.step
    assert isinstance(step, JoinState)
    assert (step.code_error, step.quiz_error, step.word_error) == ("", "", "")
    room.presenter.take.type("word", WORD)
    room.presenter.take.begin()
    step = room.screen.step
    assert isinstance(step, JoinState)
    assert step.code_error
    assert step.quiz_error == room.made.words("workshop.take.quiz_missing")
    assert step.word_error == room.made.words("workshop.take.word_differs")
    room.sit_down(word="")
    assert room.screen.asked.item


def test_that_the_result_says_what_was_chosen_and_the_word_is_forgotten(room: Room, tmp_path: Path) -> None:
    room.sit_down()
    room.answer_all()
    assert room.made.desk.memory["workshop"].seat.word == ""
    room.presenter.hand.save(str(tmp_path))
    result = result_in(tmp_path)
    assert (result.workshop, result.quiz, result.round) == (CODE, "class", "before")
    assert result.pair == pair_mark(WORD, CODE)
    assert result.answers["daily_rate_a_year"] == 18.25
    assert WORD not in (next(tmp_path.iterdir())).read_text("utf-8")


def test_that_an_item_may_be_left_open_and_what_is_no_number_is_no_answer(room: Room, tmp_path: Path) -> None:
    room.sit_down()
    while not room.screen.asked.last:
        if room.screen.asked.typed is not None:
            room.presenter.take.write("a lot")
            assert room.screen.asked.number_error
        room.presenter.take.step(1)
    room.presenter.take.hand_in()
    room.presenter.hand.save(str(tmp_path))
    assert set(result_in(tmp_path).answers.values()) == {None}


def test_that_one_can_go_back_to_every_answer_until_it_is_handed_in(room: Room) -> None:
    room.sit_down()
    first = room.screen.asked
    room.presenter.take.choose(first.rows[1].id)
    room.presenter.take.step(1)
    room.presenter.take.step(-1)
    assert [row.chosen for row in room.screen.asked.rows][:2] == [False, True]
    room.presenter.take.step(-1)
    assert isinstance(room.screen.step, JoinState)


def test_that_the_code_on_the_screen_is_the_result_and_is_put_away_after_its_last_part(room: Room) -> None:
    room.sit_down()
    room.answer_all()
    hidden = room.screen.hand.code
    room.presenter.hand.show_code()
    result = room.made.desk.memory["workshop"].seat.result
    assert from_payloads(payloads(result)) == result
    shown = room.screen.hand.code
    assert shown is not None
    assert shown.matrix == matrix(payloads(result)[0])
    for _ in payloads(result):
        room.presenter.hand.show_code()
    assert (hidden, room.screen.hand.code) == (None, None)


def test_that_cases_are_said_after_the_class_and_bring_the_causes_that_came_up(room: Room, tmp_path: Path) -> None:
    plan = tmp_path / "workshop.toml"
    plan.write_text(f'code = "{CODE}"\nquiz = "class"\ncases = ["one_digit", "six_lenders"]\nminutes = 60\n', "utf-8")
    room.presenter.open("take")
    room.presenter.take.open_plan(str(plan))
    room.presenter.take.type("moment", "after")
    room.presenter.take.begin()
    room.answer_all()
    assert [row.id for row in room.screen.hand.runs] == ["one_digit", "six_lenders"]
    room.presenter.hand.toggle_run("one_digit")
    room.presenter.hand.toggle_run("six_lenders")
    room.presenter.hand.toggle_run("six_lenders")
    out = tmp_path / "out"
    out.mkdir()
    room.presenter.hand.save(str(out))
    [run] = result_in(out).runs
    assert (run.case, "card_details_wrong" in run.causes) == ("one_digit", True)


def test_that_the_next_participant_finds_nothing_of_the_one_before(room: Room) -> None:
    room.sit_down()
    room.answer_all()
    room.presenter.hand.finish()
    step = room.screen.step
    assert isinstance(step, JoinState)
    assert (step.code, step.word, step.again) == (CODE, "", "")
    seat = room.made.desk.memory["workshop"].seat
    assert (seat.result, seat.round, seat.typed, seat.slip) == (None, None, {}, b"")


def test_that_what_is_scanned_becomes_a_file_in_the_folder(room: Room, tmp_path: Path) -> None:
    room.sit_down()
    room.answer_all()
    result = room.made.desk.memory["workshop"].seat.result
    room.presenter.open("gather")
    room.presenter.gather.type_scanned("\n".join(payloads(result)))
    room.presenter.gather.take_scanned()
    assert room.screen.gather.scan_error == room.made.words("workshop.gather.folder_first")
    room.presenter.gather.open(str(tmp_path))
    room.presenter.gather.take_scanned()
    room.made.later.settle()
    assert result_in(tmp_path) == result
    assert (room.screen.gather.scanned, room.screen.gather.scan_error) == ("", "")
    room.presenter.gather.type_scanned("DCQ1:1/1:00000000:AAA/")
    room.presenter.gather.take_scanned()
    assert room.screen.gather.scan_error


def test_that_a_hostile_file_is_named_with_its_reason_and_the_others_count(room: Room, tmp_path: Path) -> None:
    room.sit_down()
    room.answer_all()
    room.presenter.hand.save(str(tmp_path))
    data = json.loads(next(tmp_path.iterdir()).read_text("utf-8"))
    (tmp_path / "name.json").write_text(json.dumps({**data, "name": "Somebody"}), "utf-8")
    room.presenter.open("gather")
    room.presenter.gather.open(str(tmp_path))
    assert room.screen.gather.note == room.made.words("workshop.gather.reading")
    room.made.later.settle()
    assert [file for file, _ in room.screen.gather.refused] == ["name.json"]
    assert "Somebody" not in str(room.screen.gather)
    assert room.screen.gather.keys["save"].possible
    room.presenter.gather.type_code("zzzz")
    room.made.later.settle()
    assert not room.screen.gather.keys["save"].possible


def test_that_a_folder_that_is_gone_is_told(room: Room, tmp_path: Path) -> None:
    room.presenter.open("gather")
    room.presenter.gather.open(str(tmp_path / "gone"))
    room.made.later.settle()
    assert len(room.made.told) == 1
    assert room.screen.gather.note == ""


def test_that_the_session_is_neither_read_nor_changed(room: Room) -> None:
    before: Draft = room.made.draft
    room.sit_down()
    room.answer_all()
    assert room.made.draft is before
    assert not room.made.desk.session.can_undo


def test_that_another_quiz_and_another_code_are_what_the_plan_says(room: Room, library: Library) -> None:
    room.presenter.open("lead")
    before, other = room.screen.lead.code, list(library.content.quiz.set)[1]
    room.presenter.lead.choose_quiz("none_of_these")
    room.presenter.lead.choose_quiz(other)
    room.presenter.lead.renew_code()
    assert [row.id for row in room.screen.lead.quizzes if row.chosen] == [other]
    assert room.screen.lead.code != before


def test_that_what_cannot_be_written_or_read_is_told_and_nothing_is_lost(room: Room, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    room.presenter.open("lead")
    room.presenter.lead.save_plan(str(gone / "workshop.toml"))
    room.presenter.take.open_plan(str(gone / "workshop.toml"))
    room.sit_down()
    room.answer_all()
    room.presenter.hand.save(str(gone))
    room.presenter.hand.save(str(tmp_path))
    room.presenter.gather.open(str(tmp_path))
    room.made.later.settle()
    room.presenter.report.save(str(gone / "report.csv"))
    assert len(room.made.told) == 5
    [file] = tmp_path.glob("result-*.json")
    assert room.made.told[3] == room.made.words("workshop.take.saved", file=file.name)


def test_that_the_report_is_written_as_a_table_and_as_data(room: Room, tmp_path: Path) -> None:
    room.presenter.report.save(str(tmp_path / "early.csv"))
    room.sit_down()
    room.answer_all()
    room.presenter.hand.save(str(tmp_path))
    room.presenter.gather.open(str(tmp_path))
    room.made.later.settle()
    for ending in ("csv", "json"):
        room.presenter.report.save(str(tmp_path / f"report.{ending}"))
    assert not (tmp_path / "early.csv").exists()
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["kind"] == "class_report"
    assert (tmp_path / "report.csv").read_text("utf-8-sig").startswith("part,quiz,round")


def test_that_nothing_is_handed_over_before_it_is_handed_in(room: Room, tmp_path: Path) -> None:
    room.presenter.take.choose("yes")
    room.presenter.take.write("18")
    room.presenter.take.step(1)
    room.presenter.take.hand_in()
    room.presenter.hand.save(str(tmp_path))
    room.presenter.hand.show_code()
    room.presenter.hand.toggle_run("one_digit")
    room.presenter.gather.read()
    assert list(tmp_path.iterdir()) == []
    assert room.made.desk.memory["workshop"].seat.result is None
    assert room.made.later.waiting == 0


def test_that_a_page_that_is_closed_shows_nothing_more_and_remembers(room: Room) -> None:
    room.presenter.open("lead")
    room.presenter.close()
    shown = len(room.screen.shown)
    room.made.desk.speaker.use("en")
    room.presenter.lead.renew_code()
    assert len(room.screen.shown) == shown
    again = Room(room.made)
    assert again.screen.lead.code == room.made.desk.memory["workshop"].lead.code
