"""The page of a score over time in a real window: table, paste, chart, files, other score, a great many values."""

from __future__ import annotations

import datetime as dt
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from gui.pages.trend.presenter import TrendPresenter
from tests.pages.base import catch_up
from tests.pages.finding import shown
from tests.pages.user import User

FIVE = "\n".join(f"2026-0{month}-01\t{670 - 3 * month}" for month in range(3, 8))
MOST = 10_000
AT_ONCE_S = 5.0
"""Ten times what is hoped for, for a busy machine."""


@pytest.fixture
def page(anybody: User) -> User:
    """Return somebody in front of the empty page."""
    anybody.shell.go("trend")
    anybody.trend.wait()
    return anybody


def test_that_pasting_with_the_button_fills_table_chart_and_sentences(page: User) -> None:
    page.trend.paste(FIVE)
    assert page.trend.rows == [(f"2026-0{month}-01", f"{670 - 3 * month}") for month in range(3, 8)]
    assert page.trend.has_chart
    assert page.trend.facts[0] == page.words("trend.latest", score="649 分", date="2026年7月1日", age="89 天")


def test_that_the_keys_for_pasting_paste_into_the_table(page: User) -> None:
    QGuiApplication.clipboard().setText(FIVE)
    page.trend.table.setFocus()
    QTest.keySequence(page.trend.table, QKeySequence(QKeySequence.StandardKey.Paste))
    page.trend.wait()
    assert len(page.trend.rows) == 5


def test_that_a_paste_with_mistakes_changes_nothing_and_says_where_they_are(page: User) -> None:
    page.trend.paste(FIVE)
    page.trend.paste("2026-08-01 650\nsoon 640")
    assert len(page.trend.rows) == 5
    told, first = page.trend.mistakes
    assert told == page.words("trend_page.refused", name=page.words("trend_page.pasted"), count=1)
    assert "2" in first.split(page.words("ui.list_separator"))[0]
    assert "soon" in first


def test_that_a_mistake_is_marked_in_its_cell_and_heard(page: User) -> None:
    page.trend.paste(FIVE)
    page.trend.write(1, "2026-04-01", "soon")
    model = page.trend.table.model()
    cell = model.index(1, 1)
    assert "soon" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert cell.data(Qt.ItemDataRole.DecorationRole) is not None
    assert len(cell.data(Qt.ItemDataRole.AccessibleTextRole)) > len("soon")
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_that_a_written_row_counts(page: User) -> None:
    page.trend.click("add")
    page.trend.write(0, "2026/9/1", "６５２分")
    assert page.trend.mistakes == []
    assert page.trend.facts[-1] == page.words("trend.one")


def test_that_selected_rows_are_removed_and_come_back(page: User) -> None:
    page.trend.paste(FIVE)
    page.trend.select(1, 3)
    page.trend.click("remove")
    assert [day for day, _ in page.trend.rows] == ["2026-03-01", "2026-05-01", "2026-07-01"]
    page.trend.click("back")
    assert len(page.trend.rows) == 5
    page.trend.click("clear")
    assert page.trend.rows == []
    assert not page.trend.has_chart
    assert not page.trend.can("remove")
    page.trend.click("back")
    assert len(page.trend.rows) == 5


def test_that_a_file_of_a_spreadsheet_is_opened(page: User, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("日期;芝麻分\r\n2026年6月1日;６６０分\r\n2026/9/1;652\r\n".encode("gb18030"))
    page.trend.open(file)
    assert page.trend.rows == [("2026-06-01", "660"), ("2026-09-01", "652")]


@pytest.mark.parametrize("button", ["open", "save-chart", "save-table"])
def test_that_dialogs_are_opened_and_not_waited_for(page: User, button: str) -> None:
    page.trend.paste(FIVE)
    page.trend.click(button)
    (dialog,) = page.program.window.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_that_the_arrow_keys_read_every_value_of_the_chart(page: User) -> None:
    page.trend.paste(FIVE)
    words = [
        page.words("trend_page.read_out", date=f"2026年{month}月1日", score=f"{670 - 3 * month} 分")
        for month in range(3, 8)
    ]
    key = Qt.Key
    for keys, place in (((key.Key_Left,), 4), ((key.Key_Left,), 3), ((key.Key_Home,), 0), ((key.Key_Left,), 0)):
        page.trend.press(*keys)
        assert page.trend.says("read-out") == words[place]
    page.trend.press(key.Key_End, key.Key_Right)
    assert page.trend.says("read-out") == words[4]
    heard = QAccessible.queryAccessibleInterface(page.trend.chart)
    assert heard.text(QAccessible.Text.Description) == words[4]


def test_that_pointing_at_the_chart_reads_the_nearest_value(page: User) -> None:
    page.trend.paste(FIVE)
    page.trend.wait()
    chart = page.trend.chart
    chart.grab()
    for x in (20, chart.width() - 30):
        QTest.mouseMove(chart, QPoint(x, 20))
    assert page.trend.says("read-out").startswith("2026年7月1日")


def test_that_the_chart_says_in_words_what_it_shows(page: User) -> None:
    page.trend.paste(FIVE)
    heard = QAccessible.queryAccessibleInterface(page.trend.chart).text(QAccessible.Text.Name)
    for part in ("5 个分数", "2026年3月1日", "2026年7月1日", "649 分", "661 分"):
        assert part in heard


def test_that_chart_and_table_are_saved_in_every_form(page: User, tmp_path: Path) -> None:
    page.trend.paste(FIVE)
    for name in ("a.png", "a.svg", "a.csv"):
        page.trend.save(tmp_path / name)
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (1280, 640)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1280, 3) for y in range(0, 640, 3)}
    assert {"#ffffff", "#0b6b66", "#1e2429"} <= colours, "paper, trend, values"
    root = ET.parse(tmp_path / "a.svg").getroot()
    assert len(list(root.iter("{http://www.w3.org/2000/svg}circle"))) == 5
    page.trend.click("clear")
    page.trend.open(tmp_path / "a.csv")
    assert [score for _, score in page.trend.rows] == [f"{670 - 3 * month}" for month in range(3, 8)]


def test_that_another_score_is_read_in_its_own_range(page: User) -> None:
    page.trend.choose("other")
    page.trend.type("low", "100")
    page.trend.type("high", "5")
    assert page.trend.says("kind-error") == page.words("trend_page.range_missing")
    page.trend.type("low", "0")
    page.trend.type("high", "100")
    assert page.trend.says("kind-error") == ""
    page.trend.paste("2026-08-01 80\n2026-09-01 90")
    assert page.trend.has_chart
    assert not page.trend.can("take")
    assert page.trend.says("take-note") == page.words("trend_page.cannot_take.other")


def test_that_the_table_outlives_a_change_of_language_and_size(page: User) -> None:
    page.trend.paste(FIVE)
    page.trend.write(0, "soon", "661")
    page.shell.other_language()
    page.trend.wait()
    page.shell.act("view", "larger")
    page.trend.wait()
    assert page.trend.rows[0] == ("soon", "661")
    assert page.trend.facts[0].startswith("Latest value")


def test_that_clearing_all_answers_clears_a_table_left_behind(page: User) -> None:
    page.trend.paste(FIVE)
    page.shell.go("settings")
    page.settings.erase()
    page.shell.go("trend")
    page.trend.wait()
    assert page.trend.rows == []


def test_that_ten_thousand_rows_are_read_shown_and_written_in(page: User) -> None:
    first = dt.date(2000, 1, 1)
    rows = [f"{first + dt.timedelta(number % 9_700)}\t{400 + number % 500}" for number in range(MOST)]
    begun = time.monotonic()
    page.trend.paste("\n".join(rows))
    assert len(page.trend.rows) == 9_700
    page.trend.write(9_000, "2024-08-22", "777")
    page.trend.chart.grab()
    page.trend.press(Qt.Key.Key_Left)
    assert page.trend.says("read-out").startswith("2026年7月22日")
    assert time.monotonic() - begun < AT_ONCE_S


def test_that_writing_in_a_new_row_begins_at_once_and_tab_goes_on_to_the_score(page: User) -> None:
    page.trend.click("add")
    editor = page.program.window.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "2026-09-01")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    catch_up()
    editor = page.program.window.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "652")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    page.trend.wait()
    assert page.trend.rows == [("2026-09-01", "652")]


def test_that_what_is_being_typed_stays_when_the_trend_has_been_worked_out(page: User) -> None:
    page.trend.click("add")
    page.trend.write(0, "2026-09-01", "")
    page.trend.table.go(0, write=True)
    editor = page.program.window.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "2026-08-0")
    presenter = page.program.presenter
    assert isinstance(presenter, TrendPresenter)
    presenter.choose_kind("other")
    presenter.choose_kind("platform")
    page.trend.wait()
    assert editor.text() == "2026-08-0"


def test_that_narrow_the_chart_stands_below_the_table(page: User) -> None:
    page.trend.paste(FIVE)
    window = page.program.window

    def corner(name: type[QPushButton] | None, of: str) -> QPoint:
        widget = page.trend.chart if name is None else shown(window, name, of)
        return widget.mapTo(window, QPoint(0, 0))

    window.resize(1280, 800)
    page.trend.wait()
    assert corner(None, "").x() > corner(QPushButton, "trend-add").x() + 200
    window.resize(700, 800)
    page.trend.wait()
    assert corner(None, "").y() > corner(QPushButton, "trend-add").y()
