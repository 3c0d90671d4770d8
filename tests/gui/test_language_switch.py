"""Another language at any moment: every word changes with it, and nothing of the one before is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from gui.program import Program
from gui.widgets.text import Text
from tests.gui.test_pages_are_freed import STOPS, UNDER_WAY, bring, open_folds
from tests.pages.finding import shown
from tests.pages.rest import settle
from tests.pages.running import ROOT

CHINESE = re.compile(r"[\u3400-\u9fff]+")
OWN_NAMES = ("中文", "放款自检")
"""The name of the other language, on its button and in the menu, and the product's other name below its first."""
QUOTED = re.compile("“[^”]*”")
"""The user's own words among those of a pasted text that matched."""
TYPED = (QLineEdit, QPlainTextEdit)
"""What stands in these is the user's."""


def texts(program: Program) -> list[str]:
    """Return every text of the window with the place it stands at, whether it is shown just now or not."""
    window = program.window
    found = [f"window title: {window.windowTitle()}", f"banner: {window.lines.banner.words}"]
    found += [f"{name(menu)} title: {menu.title()}" for menu in window.menuBar().findChildren(QMenu)]
    found += [f"{name(action)}: {action.text()} {action.toolTip()}" for action in window.findChildren(QAction)]
    for widget in (window, *window.findChildren(QWidget)):
        found += [f"{name(widget)} {kind}: {words}" for kind, words in said(widget) if words]
    return sorted(found)


def name(thing: QWidget | QAction) -> str:
    """Return how a thing is named in messages."""
    return f"{type(thing).__name__} {thing.objectName()}"


def said(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text of a widget, with what kind of text it is."""
    yield "tool tip", widget.toolTip()
    yield (
        "name",
        QUOTED.sub("", widget.accessibleName())
        if widget.objectName().endswith("-matched")
        else (widget.accessibleName()),
    )
    yield "description", widget.accessibleDescription()
    yield "title", widget.windowTitle()
    if isinstance(widget, Text):
        yield "text", widget.plain
    elif isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    elif isinstance(widget, TYPED):
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, QTextEdit):
        yield "text", widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (("choice", widget.itemText(place)) for place in range(widget.count()))
    elif isinstance(widget, QTableView | QTreeView):
        yield from (("cell", words) for words in cells(widget.model()))


def cells(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    """Yield every text in a table or a tree, its headings too."""
    above = parent or QModelIndex()
    for column in range(model.columnCount(above)):
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        yield str(heading or "")
        for line in range(model.rowCount(above)):
            index = model.index(line, column, above)
            yield from (str(model.data(index, role) or "") for role in (Qt.ItemDataRole.DisplayRole, TIP))
            yield from cells(model, index) if column == 0 and model.rowCount(index) else ()


TIP = Qt.ItemDataRole.ToolTipRole


def switch(program: Program) -> None:
    """Speak the other language, as the button at the foot of the rail does, and open again what was open."""
    shown(program.window, QPushButton, "rail-language").click()
    settle(program)
    open_folds(program)


def chinese(program: Program) -> list[str]:
    """Return the texts with Chinese signs that no English text has."""
    own = {*OWN_NAMES, *quoted()}
    return [line for line in texts(program) if not own.issuperset(CHINESE.findall(line))]


@cache
def quoted() -> frozenset[str]:
    """Return what English content quotes in Chinese: names of apps and lenders, and words that an app shows."""
    files = [file for file in (ROOT / "content" / "en").rglob("*.*") if file.name != "window.toml"]
    return frozenset(signs for file in files for signs in CHINESE.findall(file.read_text(encoding="utf-8")))


BACK_FROM = {stop.page: name for name, stop in STOPS.items() if name not in UNDER_WAY}.values()
"""One stop of each page, the fullest: from these the way back is gone as well."""


@pytest.mark.parametrize("stop", [stop for stop in STOPS if stop not in UNDER_WAY])
def test_that_no_word_stays_behind_when_the_language_changes(program: Program, stop: str) -> None:
    bring(program, stop)
    before = texts(program)
    switch(program)
    assert program.parts.speaker.code == "en"
    assert chinese(program) == []
    assert texts(program) != before
    if stop in BACK_FROM:
        switch(program)
        assert program.parts.speaker.code == "zh_CN"
        assert texts(program) == before


def test_that_what_is_typed_outlives_a_change_of_language(program: Program) -> None:
    window = bring(program, "checklist error")
    switch(program)
    assert [field.text() for field in window.findChildren(QLineEdit) if field.isVisible()] == ["abc"]


def test_that_english_after_chinese_is_what_english_from_the_start_is(program: Program) -> None:
    for stop in ("home begun", "checklist choice", "explain from result", "calendar planned"):
        bring(program, stop)
        switch(program)
        switched = texts(program)
        bring(program, stop)
        assert texts(program) == switched
        switch(program)


def test_that_all_kinds_of_text_are_looked_at(program: Program) -> None:
    found = [line for stop in ("checklist choice", "result after") for line in texts_at(program, stop)]
    kinds = ("window title", "title", "text", "name", "description", "tool tip", "cell", "choice", "placeholder")
    assert [kind for kind in kinds if not any(f"{kind}: " in line for line in found)] == []


def texts_at(program: Program, stop: str) -> list[str]:
    """Return every text at a stop."""
    bring(program, stop)
    return texts(program)
