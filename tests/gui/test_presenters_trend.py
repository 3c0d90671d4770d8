"""The page of a score over time decides without a window: what counts, what comes in, what the check takes over."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from core.loading.library import Library
from core.measure.score_table import ScoreRange, read_score_table
from core.schema.answers import Answer
from gui.draft import Draft
from gui.pages.trend.presenter import TrendPresenter
from gui.pages.trend.sheet import HISTORY
from gui.pages.trend.state import TrendState
from gui.widgets.plot import Frame, Plot, draw
from gui.widgets.svg import as_svg
from tests.pages.desk import FakeScreen, Office, draft_of, office

FIVE = "\n".join(f"2026-0{month}-01\t{670 - 3 * month}" for month in range(3, 8))
SCORES: Answer = ((dt.date(2026, 6, 30), 655.0), (dt.date(2026, 9, 25), 652.0))


class Screen(FakeScreen[TrendState]):
    """Keeps what is read out too."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[tuple[int, str]] = []

    def show_read_out(self, place: int, words: str) -> None:
        """Keep it."""
        self.read.append((place, words))

    def picture(self, plot: Plot, form: str) -> bytes:
        """Return the SVG in one colour; no test here looks at a PNG."""
        frame = Frame(640, 320, titled=True, thin=False)
        return as_svg(plot, draw(plot, frame), frame, lambda _token: "#000000").encode() if form == "svg" else b"PNG"


Opened = tuple[TrendPresenter, Screen, Office]


def opened(library: Library, draft: Draft | None = None) -> Opened:
    made, screen = office(library, draft), Screen()
    presenter = TrendPresenter(screen, made.desk)
    made.later.settle()
    return presenter, screen, made


@pytest.fixture
def page(library: Library) -> Opened:
    return opened(library)


def paste(page: Opened, text: str) -> None:
    page[0].intake.paste(text)
    page[2].later.settle()


def test_that_an_empty_page_says_what_will_stand_there(page: Opened) -> None:
    state, words = page[1].state, page[2].words
    assert state.chart.empty == words("trend_page.empty")
    assert state.facts == (words("trend_page.no_facts"),)
    assert (state.take.possible, state.take.note) == (False, words("trend_page.cannot_take.empty"))
    assert not state.chart.can_save


def test_that_it_begins_with_the_scores_in_the_check(library: Library) -> None:
    _, screen, made = opened(library, draft_of("review", score__history=SCORES))
    assert screen.state.table.rows == (("2026-06-30", "655"), ("2026-09-25", "652"))
    assert screen.state.take.note == made.words("trend_page.cannot_take.same")


def test_that_few_days_are_told_to_be_too_few_and_get_no_interval(library: Library) -> None:
    _, screen, made = opened(library, draft_of("review", score__history=SCORES))
    assert made.words("trend.few", n=2, needed=5) in screen.state.facts
    assert screen.state.chart.plot.spread == ()
    assert not screen.state.chart.plot.sure


def test_that_with_enough_days_the_line_lies_in_its_interval(page: Opened) -> None:
    paste(page, FIVE + "\n2026-08-01\t660\n2026-09-01\t640")
    plot = page[1].state.chart.plot
    assert plot.sure
    first, last = plot.line
    assert [(first[0], last[0])] == [(plot.spread[0][0], plot.spread[-1][0])]
    for end, (_, low, high) in ((first, plot.spread[0]), (last, plot.spread[-1])):
        assert low <= end[1] <= high


@pytest.mark.parametrize(
    "text",
    [
        "日期;芝麻分\n2026-06-01;660\n2026/9/1;652",
        "２０２６年６月１日　６６０分\n２０２６－９－１，６５２",
        '"2026-06-01"\t"660"\r\n"2026-09-01"\t"652"\r\n',
    ],
)
def test_that_a_paste_in_any_spelling_comes_in(page: Opened, text: str) -> None:
    paste(page, text)
    assert page[1].state.table.rows == (("2026-06-01", "660"), ("2026-09-01", "652"))
    assert page[1].state.table.note == page[2].words("trend_page.came_in", added=2, replaced=0)


def test_that_a_file_in_the_chinese_encoding_comes_in(page: Opened, tmp_path: Path) -> None:
    file = tmp_path / "分数.csv"
    file.write_bytes("日期；芝麻分\r\n2026年6月1日；６６０分\r\n".encode("gb18030"))
    page[0].intake.open(str(file))
    page[2].later.settle()
    assert page[1].state.table.rows == (("2026-06-01", "660"),)


def test_that_of_a_paste_with_mistakes_nothing_comes_in_and_the_first_are_told(page: Opened) -> None:
    paste(page, "2026-06-01 660")
    paste(page, "2026-07-01 650\n" + "2026-07-02 1\n" * 60)
    state, words = page[1].state, page[2].words
    assert state.table.rows == (("2026-06-01", "660"),)
    lines = [line for line, _ in state.table.mistakes]
    assert lines[0] == words("trend_page.refused", name=words("trend_page.pasted"), count=60)
    assert len(lines) == 7
    told = words("problem.score_out_of_range", column=2, found=1, low=350, high=950)
    assert lines[1] == words("trend_page.row_wrong", row=2, what=told)
    assert lines[-1] == words("trend_page.more", count=55)


def test_that_why_nothing_came_in_is_still_told_when_the_page_is_made_anew(library: Library, tmp_path: Path) -> None:
    for refused in ("soon 650\n" * 60, "x" * 2_100_000, str(tmp_path / "nowhere.csv")):
        presenter, screen, made = opened(library)
        (presenter.intake.open if refused.endswith(".csv") else presenter.intake.paste)(refused)
        made.later.settle()
        presenter.close()
        again = Screen()
        TrendPresenter(again, made.desk)
        assert again.state.table.mistakes == screen.state.table.mistakes != ()


def test_that_a_file_that_cannot_be_read_is_told(page: Opened, tmp_path: Path) -> None:
    page[0].intake.open(str(tmp_path / "nowhere.csv"))
    page[2].later.settle()
    assert "nowhere.csv" in page[1].state.table.mistakes[0][0]


def test_that_an_empty_clipboard_is_told(page: Opened) -> None:
    paste(page, " \n")
    assert page[1].state.table.note == page[2].words("trend_page.nothing_to_paste")


def test_that_what_is_written_while_a_paste_is_read_is_not_lost(page: Opened) -> None:
    presenter, screen, made = page
    presenter.intake.paste("2026-06-01 660")
    presenter.editing.add()
    presenter.editing.write(0, 0, "2026-05-01")
    presenter.editing.write(0, 1, "665")
    made.later.settle()
    assert screen.state.table.rows == (("2026-05-01", "665"), ("2026-06-01", "660"))


def test_that_a_row_with_a_mistake_carries_it_and_the_others_count(page: Opened) -> None:
    paste(page, FIVE)
    page[0].editing.write(2, 1, "x")
    page[2].later.settle()
    state = page[1].state
    assert [(row, column) for row, (column, _) in state.table.wrong.items()] == [(2, 1)]
    assert len(state.chart.plot.points) == 4
    assert (state.take.possible, state.take.note) == (False, page[2].words("trend_page.cannot_take.wrong"))


@pytest.mark.parametrize(
    "act",
    [
        lambda editing: editing.add(),
        lambda editing: editing.remove([0, 3]),
        lambda editing: editing.clear(),
        lambda editing: editing.write(0, 1, "700"),
    ],
)
def test_that_every_change_of_the_rows_can_be_taken_back(page: Opened, act: Callable[[object], None]) -> None:
    paste(page, FIVE)
    before = page[1].state.table.rows
    act(page[0].editing)
    page[2].later.settle()
    assert page[1].state.table.rows != before
    page[0].editing.take_back()
    page[2].later.settle()
    assert page[1].state.table.rows == before
    assert len(page[1].state.chart.plot.points) == 5


def test_that_taking_over_is_one_step_that_undo_takes_back(library: Library) -> None:
    old = draft_of("card.kind", card__bank="large")
    page = opened(library, old)
    paste(page, FIVE)
    presenter, screen, made = page
    presenter.take()
    assert made.draft.answers.values[HISTORY] == tuple((dt.date(2026, m, 1), 670.0 - 3 * m) for m in range(3, 8))
    assert (made.draft.at, made.draft.answers.values["card.bank"]) == ("card.kind", "large")
    assert made.told == [made.words("trend_page.taken", count=5)]
    made.desk.session.undo()
    assert made.draft == old
    assert [state.take.possible for state in screen.shown[-3:]] == [True, False, True]


def test_that_without_a_check_taking_over_begins_one_in_one_step(page: Opened) -> None:
    paste(page, FIVE)
    before = page[2].draft
    page[0].take()
    assert page[2].draft.begun
    assert HISTORY in page[2].draft.answers.values
    page[2].desk.session.undo()
    assert page[2].draft.answers == before.answers


def test_that_the_estimate_reads_what_was_taken_over(library: Library) -> None:
    page = opened(library, draft_of("review"))
    paste(page, "2026-07-01 690\n2026-09-20 640")
    page[0].take()
    facts = page[2].desk.engine.facts(page[2].draft)
    assert (facts["score.latest"], facts["score.change_90d"], facts["score.trend"]) == (640.0, -50.0, None)


def test_that_another_score_needs_its_range_and_is_not_taken_over(page: Opened) -> None:
    presenter, screen, made = page
    presenter.choose_kind("other")
    made.later.settle()
    assert screen.state.kind.error == "", "nobody has typed anything yet"
    paste(page, "2026-06-01 80")
    assert screen.state.table.note == made.words("trend_page.range_first")
    presenter.type_range("low", "100")
    presenter.type_range("high", "5")
    assert screen.state.kind.error == made.words("trend_page.range_missing")
    presenter.type_range("low", "0")
    presenter.type_range("high", "１００")
    presenter.type_range("name", "小白分")
    paste(page, "2026-06-01 80\n2026-07-01 90")
    assert screen.state.kind.error == ""
    assert [value for _, value in screen.state.chart.plot.points] == [80, 90]
    assert screen.state.chart.plot.bands == ()
    assert "小白分" in screen.state.chart.plot.title
    assert (screen.state.take.possible, screen.state.take.note) == (False, made.words("trend_page.cannot_take.other"))
    presenter.take()
    assert HISTORY not in made.draft.answers.values


def test_that_a_change_of_the_kind_judges_the_rows_anew(page: Opened) -> None:
    paste(page, FIVE)
    page[0].choose_kind("other")
    page[0].type_range("low", "0")
    page[0].type_range("high", "100")
    page[2].later.settle()
    assert len(page[1].state.table.wrong) == 5
    assert page[1].state.chart.plot == Plot()


def test_that_a_table_that_was_not_taken_over_is_there_when_the_page_is_opened_again(library: Library) -> None:
    presenter, _, made = opened(library)
    presenter.intake.paste(FIVE)
    made.later.settle()
    presenter.choose_kind("other")
    presenter.type_range("name", "x")
    presenter.close()
    screen = Screen()
    TrendPresenter(screen, made.desk)
    assert len(screen.state.table.rows) == 5
    assert (screen.state.kind.chosen, screen.state.kind.fields[0].text) == ("other", "x")


def test_that_other_scores_in_the_check_come_before_a_table_left_behind(library: Library) -> None:
    presenter, _, made = opened(library)
    presenter.intake.paste(FIVE)
    made.later.settle()
    presenter.close()
    made.put(draft_of("review", score__history=SCORES))
    screen = Screen()
    TrendPresenter(screen, made.desk)
    assert len(screen.state.table.rows) == 2


def test_that_a_value_is_read_out_by_its_place(page: Opened) -> None:
    paste(page, FIVE)
    page[0].reach(1)
    page[0].reach(99)
    words = page[2].words("trend_page.read_out", date="2026年4月1日", score="658 分")
    assert page[1].read == [(1, words)]


def test_that_the_table_is_saved_so_that_it_is_read_back(page: Opened, tmp_path: Path) -> None:
    paste(page, FIVE)
    page[0].save(str(tmp_path / "a.csv"))
    points = read_score_table(tmp_path / "a.csv", ScoreRange(350, 950), dt.date(2026, 9, 28))
    assert points == tuple((dt.date(2026, m, 1), 670.0 - 3 * m) for m in range(3, 8))
    assert page[2].told == [page[2].words("result.saved", file="a.csv")]


def test_that_the_chart_is_saved_as_xml_with_every_value_and_in_words(page: Opened, tmp_path: Path) -> None:
    paste(page, FIVE)
    page[0].save(str(tmp_path / "a.SVG"))
    space = "{http://www.w3.org/2000/svg}"
    tree = ET.parse(tmp_path / "a.SVG").getroot()
    told = [circle.findtext(f"{space}title") for circle in tree.iter(f"{space}circle")]
    assert told == [f"2026-0{month}-01: {670 - 3 * month}" for month in range(3, 8)]
    description = tree.findtext(f"{space}desc") or ""
    assert all(line in description for line in page[1].state.facts)


def test_that_a_folder_that_takes_no_file_is_told(page: Opened, tmp_path: Path) -> None:
    paste(page, FIVE)
    page[0].save(str(tmp_path / "nowhere" / "a.csv"))
    assert "a.csv" in page[2].told[0]


def test_that_a_closed_page_hears_nothing_any_more(page: Opened) -> None:
    presenter, screen, made = page
    presenter.intake.paste(FIVE)
    presenter.close()
    shown = len(screen.shown)
    made.later.settle()
    made.put(draft_of("card.state"))
    assert len(screen.shown) == shown


def test_that_the_page_speaks_the_other_language_at_once(page: Opened) -> None:
    paste(page, FIVE)
    page[2].desk.speaker.use("en")
    page[2].later.settle()
    assert page[1].state.title == "Your score over time"
    assert page[1].state.facts[0].startswith("Latest value")
