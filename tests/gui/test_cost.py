"""The page of the true cost in the window: everything at once as one types, chart and table by keys, saved on disk."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from core.commands.cost import Lines
from core.money.cost import Cost, cost_of
from core.money.offer import Fee, Offer
from core.money.sheet import MARK
from tests.pages.base import catch_up
from tests.pages.finding import shown
from tests.pages.user import User

Key = Qt.Key
FEE = Fee(when="each_month", share=0.01)
LONG = Offer(amount=500_000, months=360, rate=0.05, fees=(FEE,))
QUICK_S = 0.25
"""So long a letter may take with the longest schedule in view: as everywhere in the window."""


def figures_of(cost: Cost, user: User) -> dict[str, str]:
    """Return how the page tells a cost."""
    lines, words = Lines(user.program.parts.speaker.language), user.words
    return {
        "rate": lines.rate(cost.simple),
        "line": words("costpage.result.above" if lines.above(cost) else "costpage.result.below"),
        "effective": lines.rate(cost.effective),
        "quick": lines.rate(cost.nominal),
        "arrives": lines.yuan(cost.arrives),
        "paid": lines.yuan(cost.paid),
        "total": lines.yuan(cost.total),
    }


def test_that_every_letter_changes_the_figures_to_those_of_the_core(user: User) -> None:
    user.shell.go("cost")
    assert (user.cost.figures(), user.shell.focus) == ({}, "cost-field-first-amount")
    assert user.cost.empty() == user.words("costpage.result.empty")
    user.cost.type("amount", "10000")
    assert user.cost.figures() == {}
    for term in ("1", "12"):
        user.cost.type("term", term)
        assert user.cost.figures() == figures_of(cost_of(Offer(amount=10_000, months=int(term))), user)
    user.cost.type("rate", "9")
    user.cost.type("monthly_fee", "1")
    assert user.cost.figures() == figures_of(cost_of(Offer(amount=10_000, months=12, rate=0.09, fees=(FEE,))), user)
    user.cost.choose("method", "at_end")
    offer = Offer(amount=10_000, months=12, rate=0.09, fees=(FEE,), method="at_end")
    assert user.cost.figures() == figures_of(cost_of(offer), user)


def test_that_a_mistake_stands_at_its_field_and_the_figures_stay(user: User) -> None:
    user.shell.go("cost")
    user.cost.example("rate_by_day")
    before = user.cost.figures()
    user.cost.type("term", "soon")
    assert "soon" in user.cost.error("term")
    assert (user.cost.error("rate"), user.cost.figures()) == ("", before)
    assert user.words("costpage.field.term") in user.cost.stale()
    user.cost.choose("term", "days")
    assert user.cost.stale()
    user.cost.type("term", "30")
    assert (user.cost.stale(), user.cost.can_type("monthly_fee")) == ("", False)


def test_that_a_fold_opens_when_an_example_puts_something_into_it(anybody: User) -> None:
    anybody.shell.go("cost")
    assert not anybody.cost.is_open("fees")
    anybody.cost.example("part_kept_back")
    assert (anybody.cost.is_open("fees"), anybody.cost.is_open("more")) == (True, False)
    assert anybody.cost.typed("kept_back") == "1000"
    anybody.cost.bring_back()
    assert anybody.cost.typed("kept_back") == ""
    anybody.cost.unfold("fees")
    anybody.cost.type("amount", "5000")
    assert not anybody.cost.is_open("fees"), "whoever closes it has it closed"


def test_that_the_arrow_keys_go_from_payment_to_payment(user: User) -> None:
    user.shell.go("cost")
    user.cost.example("rate_by_day")
    chart, table = user.cost.chart(), user.cost.table()
    chart.setFocus()
    assert user.cost.readout() == user.words("costpage.chart.hint")
    for key, row in ((Key.Key_Right, 0), (Key.Key_Right, 1), (Key.Key_End, 11), (Key.Key_Left, 10), (Key.Key_Home, 0)):
        QTest.keyClick(chart, key)
        left = Lines(user.program.parts.speaker.language).yuan(float(table[row][5].replace(",", "")))
        assert left in user.cost.readout()
        heard = QAccessible.queryAccessibleInterface(chart)
        assert heard.text(QAccessible.Text.Description) == user.cost.readout()
    user.cost.type("term", "3")
    assert user.cost.readout() == user.words("costpage.chart.hint"), "another number of payments: nothing is chosen"


def test_that_the_pointer_chooses_the_payment_under_it(anybody: User) -> None:
    anybody.shell.go("cost")
    anybody.cost.example("rate_by_day")
    chart = anybody.cost.chart()
    catch_up()
    chart.grab()
    none, centre = Qt.MouseButton.NoButton, QPointF(chart.rect().center())
    # Straight to the chart: where the pointer of the machine is must make no difference.
    moved = QMouseEvent(
        QEvent.Type.MouseMove, centre, chart.mapToGlobal(centre), none, none, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(chart, moved)
    assert chart.at in range(4, 8)


def test_that_the_table_can_be_gone_through_by_keys_and_heard(anybody: User) -> None:
    anybody.shell.go("cost")
    anybody.cost.example("rate_by_day")
    cells = anybody.cost.table()
    table = shown(anybody.program.window, QTableView, "cost-table-first")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Key.Key_Down)
    QTest.keyClick(table, Key.Key_Right)
    index = table.currentIndex()
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == f"{anybody.words('costpage.table.paid')} {cells[1][1]}"
    QTest.keyClick(table, Key.Key_Tab)
    assert anybody.shell.focus == "cost-save-first"


def test_that_the_longest_schedule_stays_quick(anybody: User) -> None:
    anybody.shell.go("cost")
    for entry, words in (("amount", "500000"), ("term", "360"), ("rate", "5"), ("monthly_fee", "1")):
        anybody.cost.type(entry, words)
    assert len(anybody.cost.table()) == 360
    took = []
    for rate in ("5.1", "5.2", "5"):
        begun = perf_counter()
        anybody.cost.type("rate", rate)
        anybody.cost.chart().repaint()
        took.append(perf_counter() - begun)
    assert min(took) < QUICK_S
    assert anybody.cost.figures() == figures_of(cost_of(LONG), anybody)


def test_that_the_schedule_is_saved_where_the_dialog_says(user: User, tmp_path: Path) -> None:
    user.shell.go("cost")
    user.cost.example("rate_by_day")
    user.cost.save_to(tmp_path / "rows.csv")
    lines = (tmp_path / "rows.csv").read_text(encoding="utf-8").removeprefix(MARK).splitlines()
    assert lines[0] == ",".join(user.words(f"costpage.table.{name}") for name in _columns())
    assert len(lines) == 13
    assert user.shell.banner == user.words("costpage.result.saved", file="rows.csv")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["rows.csv"]


def _columns() -> tuple[str, ...]:
    return ("number", "paid", "principal", "interest", "fees", "left")


def test_that_what_is_typed_survives_leaving_and_another_language_and_is_erased(anybody: User) -> None:
    anybody.shell.go("cost")
    anybody.cost.example("guarantee_fee")
    anybody.cost.compare()
    anybody.cost.type("amount", "4321", "second")
    anybody.shell.other_language()
    assert (anybody.cost.typed("amount", "second"), anybody.cost.typed("rate")) == ("4321", "9")
    anybody.shell.go("settings")
    folder = anybody.program.parts.folder
    saved = "".join(path.read_text("utf-8") for path in folder.iterdir() if path.is_file())
    assert "4321" not in saved
    anybody.settings.erase()
    anybody.shell.go("cost")
    assert (anybody.cost.typed("amount"), anybody.cost.has_second) == ("", False)


@pytest.mark.parametrize("begun", [False, True])
def test_that_the_calm_question_leads_on(anybody: User, begun: bool) -> None:
    if begun:
        anybody.home.open("before")
    anybody.shell.go("cost")
    anybody.cost.think()
    assert anybody.page == ("result" if begun else "explain")
