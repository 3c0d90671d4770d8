"""On every page: controls have names and roles, and nothing is cut, covered or outside however long the words are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.loading.library import Library
from core.loading.shelf import Shelved
from gui.opening import Folders
from gui.pages.cost.chart import Key
from gui.program import Program
from gui.report import CrashDialog
from gui.settings import SettingsFile
from gui.shell import MENUS
from gui.theme.tokens import Space
from gui.widgets.charts import Picture, Share
from gui.widgets.chips import Chips
from gui.widgets.text import Text
from tests.gui.test_pages_are_freed import STOPS, bring
from tests.pages.pseudo import SIGN, longer_words
from tests.pages.running import Clock, Starter

RAW = (QComboBox, QAbstractItemView, QTextEdit, QPlainTextEdit, QLineEdit, QScrollBar)
"""Widgets whose parts are Qt's own affair."""
ROLES: Mapping[type[QWidget], set[QAccessible.Role]] = {
    QRadioButton: {QAccessible.Role.RadioButton},
    QCheckBox: {QAccessible.Role.CheckBox},
    QPushButton: {QAccessible.Role.Button, QAccessible.Role.CheckBox},
    QComboBox: {QAccessible.Role.ComboBox},
    QLineEdit: {QAccessible.Role.EditableText},
    QPlainTextEdit: {QAccessible.Role.EditableText},
    QTextEdit: {QAccessible.Role.EditableText, QAccessible.Role.StaticText},
    QListView: {QAccessible.Role.List},
    QTreeView: {QAccessible.Role.Tree},
    QTableView: {QAccessible.Role.Table},
    QProgressBar: {QAccessible.Role.ProgressBar},
    Picture: {QAccessible.Role.Graphic, QAccessible.Role.Chart, QAccessible.Role.StaticText},
}
"""What a screen reader calls a control; everything that can be operated or read is one of these."""
PARTS: Mapping[str, str] = {"result": "|whatif"}
"""Parts of a page whose controls have a name of their own in front."""
TARGET = 24
"""WCAG 2.2, 2.5.8: pixels that a target has at least in both directions."""
STRETCHED = "qps"
SIZES: Mapping[str, tuple[int, int, int]] = {
    "usual": (1280, 800, 100),
    "large text": (1024, 700, 200),
    "large window": (1920, 1080, 100),
}
"""Width, height and text size in per cent."""
LAYOUTS = [(STRETCHED, size) for size in SIZES] + [
    ("zh_CN", "large text"),
    ("en", "large text"),
    ("zh_CN", "usual"),
    ("en", "usual"),
]


class Borrowed(Shelved):
    """A shelf on which the third language finds the Chinese articles."""

    def articles(self, language: str) -> Mapping[str, str]:
        """Return article -> template."""
        return super().articles("zh_CN" if language == STRETCHED else language)


@dataclass(frozen=True)
class Look:
    """What is seen at one place: names of everything, the controls, and what is wrong."""

    size: object
    names: list[str]
    controls: list[tuple[str, str]]
    silent: list[str]
    unlabelled: list[str]
    small: list[str]
    foreign: list[str]
    faults: list[str]
    off_grid: list[str]


Looked = Callable[[str, str, str], Look]


PLACES = ("rail", *STOPS)


def seen(within: QWidget) -> Iterator[QWidget]:
    """Yield every widget that can be seen, without the parts that are Qt's own affair."""
    for child in within.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            if not isinstance(child, RAW):
                yield from seen(child)


def words_on(widget: QWidget) -> str:
    """Return the plain text on a label or a button, else nothing."""
    if isinstance(widget, Text):
        return widget.plain
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def named(widget: QWidget) -> str:
    """Return a widget as messages name it."""
    return f"{type(widget).__name__} {widget.objectName()} {words_on(widget)[:40]!r}"


@pytest.fixture(scope="session")
def longer(library: Library) -> Library:
    """Return the content with a third language in which every text is twice as long."""
    explanations = library.explanations["zh_CN"]
    return replace(
        library,
        shelf=Borrowed(library.shelf.take),
        words={**library.words, STRETCHED: longer_words(library)},
        explanations={**library.explanations, STRETCHED: explanations},
        letters={**library.letters, STRETCHED: library.letters["zh_CN"]},
    )


@pytest.fixture(scope="session")
def walks() -> dict[tuple[str, str], dict[str, Look]]:
    """Return what was seen on the walks made so far."""
    return {}


@pytest.fixture
def look(
    qtbot: QtBot, folders: Folders, clock: Clock, longer: Library, walks: dict[tuple[str, str], dict[str, Look]]
) -> Callable[[str, str, str], Look]:
    """Return what tells how a place looks in a language and a size; every such pair is walked through once."""

    def looked(language: str, size: str, place: str) -> Look:
        if (language, size) not in walks:
            width, height, scale = SIZES[size]
            SettingsFile(folders.data).change(language=language, scale=scale, theme="light")
            starter = Starter(qtbot, folders, clock, longer)
            program = starter()
            program.window.resize(width, height)
            walks[language, size] = walk(program, longer)
            starter.end_all()
        return walks[language, size][place]

    return looked


def walk(program: Program, library: Library) -> dict[str, Look]:
    """Lead a program through all stops and return what is seen there."""
    own = [words["window.language_name"] for words in library.words.values()]
    sources = library.content.sources.values()
    own += sorted((title for source in sources for title in (source.title_zh, source.title_en)), key=len, reverse=True)
    found = {stop: look_at(bring(program, stop), stop, own) for stop in STOPS}
    return {"rail": look_at(program.window, "rail", own), **found}


def look_at(window: QWidget, place: str, own: list[str]) -> Look:
    """Return what is seen of the rail, or else of all but the rail; ``own`` are names in their own language."""
    rail = window.findChild(QWidget, "rail")
    assert rail is not None
    beside = [part for part in seen(window) if (part is rail or rail.isAncestorOf(part)) == (place == "rail")]
    controls = [part for part in beside if isinstance(part, tuple(ROLES))]
    return Look(
        size=window.size().toTuple(),
        names=[part.objectName() for part in beside if not part.objectName().startswith("qt_")],
        controls=[(part.objectName(), named(part)) for part in controls],
        silent=[line for part in controls for line in silent(part)],
        unlabelled=unlabelled(window, controls),
        small=[f"{named(part)} {part.size().toTuple()}" for part in controls if is_small(part)],
        foreign=[named(part) for part in beside if is_foreign(words_on(part), own)],
        faults=[
            *(line for part in beside for line in (*cut(part), *outside(part))),
            *(line for part in beside if not isinstance(part, RAW) for line in covered(part)),
        ],
        off_grid=[line for part in beside for line in off_grid(part)],
    )


@pytest.mark.parametrize("place", PLACES)
def test_that_every_control_has_a_name_that_no_language_changes(look: Looked, place: str) -> None:
    page = "rail" if place == "rail" else STOPS[place].page
    stable = re.compile(rf"(banner|{page}{PARTS.get(page, '')})-[a-z][A-Za-z0-9_.-]*")
    found = {language: look(language, "large text", place).controls for language in ("zh_CN", "en")}
    assert [told for name, told in found["en"] if not stable.fullmatch(name)] == []
    assert [name for name, _ in found["en"]] == [name for name, _ in found["zh_CN"]]


@pytest.mark.parametrize("place", PLACES)
def test_that_no_name_stands_twice_on_a_page(look: Looked, place: str) -> None:
    names = look("en", "large text", place).names
    assert sorted({name for name in names if name and names.count(name) > 1}) == []


@pytest.mark.parametrize("place", PLACES)
def test_that_a_screen_reader_hears_what_every_control_is(look: Looked, place: str) -> None:
    assert look("en", "large text", place).silent == []


@pytest.mark.parametrize("place", PLACES)
def test_that_every_control_is_big_enough_to_be_hit(look: Looked, place: str) -> None:
    assert look(STRETCHED, "usual", place).small == []


@pytest.mark.parametrize("place", PLACES)
def test_that_every_field_has_a_label_that_belongs_to_it(look: Looked, place: str) -> None:
    assert look("en", "large text", place).unlabelled == []


@pytest.mark.parametrize("place", PLACES)
def test_that_every_text_comes_from_the_catalogue(look: Looked, place: str) -> None:
    assert look(STRETCHED, "usual", place).foreign == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("language", "size"), LAYOUTS)
def test_that_nothing_is_cut_covered_or_outside(look: Looked, language: str, size: str, place: str) -> None:
    found = look(language, size, place)
    assert found.faults == []
    assert found.size == SIZES[size][:2], "the window does not become as small as that"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_text_and_button_is_as_high_as_the_grid_says(look: Looked, language: str, place: str) -> None:
    assert look(language, "usual", place).off_grid == []


def test_that_every_entry_of_a_menu_has_a_name_and_is_heard(program: Program) -> None:
    bar = program.window.menuBar()
    menus = [menu for menu in bar.findChildren(QMenu) if menu.objectName()]
    assert [menu.objectName() for menu in menus] == [f"menu-{menu}" for menu in MENUS]
    names = [action.objectName() for menu in menus for action in menu.actions()]
    assert names == [f"action-{menu}-{entry}" for menu, entries in MENUS.items() for entry in entries]
    for widget in (bar, *menus):
        heard = QAccessible.queryAccessibleInterface(widget)
        entries = [heard.child(place) for place in range(heard.childCount())]
        assert len(entries) == len(widget.actions())
        assert all(entry.role() == QAccessible.Role.MenuItem for entry in entries)
        assert all(entry.text(QAccessible.Text.Name) for entry in entries)


def is_small(control: QWidget) -> bool:
    """Return whether a control is too small to be hit for certain; a bar or a key to a chart is read, not operated."""
    return not isinstance(control, QProgressBar | Share | Key) and min(control.width(), control.height()) < TARGET


def silent(control: QWidget) -> Iterator[str]:
    """Yield how a control is heard, where that is not what it is."""
    heard = QAccessible.queryAccessibleInterface(control)
    roles = next(roles for kind, roles in ROLES.items() if isinstance(control, kind))
    name = heard.text(QAccessible.Text.Name)
    if heard.role() not in roles or not any(sign.isalnum() for sign in name) or "<" in name:
        yield f"{named(control)} is heard as {heard.role().name} {name!r}"


def unlabelled(window: QWidget, controls: list[QWidget]) -> list[str]:
    """Return the fields to type in that no label belongs to; a search says what it is for inside."""
    buddies: list[QWidget | None] = [label.buddy() for label in window.findChildren(QLabel)]
    labelled = {buddy.objectName() for buddy in buddies if buddy is not None}
    fields = [field.objectName() for field in controls if isinstance(field, QLineEdit | QPlainTextEdit)]
    return [name for name in fields if name not in labelled and not name.endswith("-search")]


def is_foreign(text: str, own: list[str]) -> bool:
    """Return whether a text did not come out of the catalogue."""
    for name in own:
        text = text.replace(name, "")
    return sum(sign.isalpha() for sign in text) > SIGN and "［" not in text


def test_that_the_dialog_after_a_bug_is_named_and_heard(program: Program, qtbot: QtBot) -> None:
    dialog = CrashDialog("what happened", program.parts.speaker.words, None)
    qtbot.addWidget(dialog)
    dialog.show()
    controls = [part for part in seen(dialog) if isinstance(part, tuple(ROLES))]
    assert {control.objectName() for control in controls} == {"crash-details", "crash-copy", "crash-close"}
    assert [line for control in controls for line in silent(control)] == []


def cut(widget: QWidget) -> Iterator[str]:
    """Yield what of a text cannot be seen."""
    wanted, has = widget.sizeHint(), widget.size()
    if isinstance(widget, QTextEdit):
        hidden = widget.horizontalScrollBar().maximum(), widget.verticalScrollBar().maximum()
        if any(hidden):
            yield f"{named(widget)} hides {hidden} of its text"
    elif not words_on(widget):
        return
    elif widget.hasHeightForWidth() or (isinstance(widget, QLabel) and widget.wordWrap()):
        if widget.heightForWidth(has.width()) > has.height() + 1:
            yield f"{named(widget)} needs {widget.heightForWidth(has.width())} in height, has {has.height()}"
        words = re.findall(r"[A-Za-z0-9]+", words_on(widget))
        if (longest := max(map(widget.fontMetrics().horizontalAdvance, words), default=0)) > has.width():
            yield f"{named(widget)} has a word of {longest}, is {has.width()} wide"
    elif wanted.width() > has.width():
        yield f"{named(widget)} needs {wanted.width()} in width, has {has.width()}"
    elif (needed := widget.fontMetrics().height() * len(words_on(widget).splitlines())) > has.height():
        yield f"{named(widget)} needs {needed} in height, has {has.height()}"


def off_grid(widget: QWidget) -> Iterator[str]:
    """Yield a text, a button or a row of chips whose height is not a multiple of four: what is below it is moved."""
    drawn = isinstance(widget, Chips | Share) or (isinstance(widget, Text) and widget.plain)
    if (drawn or isinstance(widget, QPushButton)) and widget.height() % Space.XS:
        yield f"{named(widget)} is {widget.height()} high"


def outside(widget: QWidget) -> Iterator[str]:
    """Yield by how much a widget is outside of what it is in; what is scrolled may be higher, not wider."""
    parent = widget.parentWidget()
    assert parent is not None
    area = parent.parentWidget()
    if isinstance(area, QScrollArea) and area.viewport() is parent:
        if widget.width() > parent.width():
            yield f"{area.objectName()} is {parent.width()} wide, what is in it {widget.width()}"
    elif not parent.rect().contains(widget.geometry()):
        yield f"{named(widget)} {widget.geometry().getRect()} is outside {named(parent)} {parent.size().toTuple()}"


def covered(widget: QWidget) -> Iterator[str]:
    """Yield the pairs among a widget's parts that lie on each other."""
    parts = [part for part in widget.children() if isinstance(part, QWidget) and part.isVisible()]
    leaves = [part for part in parts if not part.isWindow() and not any(True for _ in seen(part))]
    for one, other in combinations(leaves, 2):
        if one.geometry().intersects(other.geometry()):
            yield f"{named(one)} and {named(other)}"
