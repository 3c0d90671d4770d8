"""What a window looks like that cannot be seen in its words: which type reaches what, and what stands in line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QComboBox, QListView, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.journal.block import BlockCard
from gui.pages.journal.state import Block
from gui.program import Program
from gui.report import CrashDialog
from gui.signs import GateRow
from gui.theme.tokens import THEMES, TYPE, Space
from gui.wardrobe import Wardrobe, dress
from gui.widgets.buttons import button
from gui.widgets.fold import Fold
from gui.widgets.layouts import column
from gui.widgets.road import Mark, Road
from gui.widgets.text import Text, text
from tests.gui.test_widgets import LONG, put
from tests.pages.base import catch_up, until
from tests.pages.desk import draft_of
from tests.pages.finding import shown
from tests.pages.running import Starter
from tests.pages.user import User

HEAVY = "account_daily_room_used"


def test_that_the_list_of_what_fits_the_letters_is_in_the_type_of_the_window(anybody: User) -> None:
    anybody.program.visit("explain", HEAVY)
    completer = shown(anybody.program.window, QComboBox, "explain-cause").completer()
    assert completer is not None
    completer.setCompletionPrefix("a")
    completer.complete()
    fitting = shown(anybody.program.window, QListView, "explain-fitting")
    fitting.hide()
    assert fitting.font().pixelSize() == round(TYPE["body"])


def test_that_the_headings_of_a_letter_are_in_the_font_of_its_text(anybody: User) -> None:
    anybody.program.visit("letters")
    catch_up()
    sheet = shown(anybody.program.window, QTextBrowser, "letters-text")
    spans = sheet.document().begin().textFormats()
    assert spans
    for span in spans:
        font = QFont(span.format.font())
        assert (font.families(), font.pixelSize(), font.bold()) == (sheet.font().families(), 14, True)


def test_that_the_words_of_links_and_folds_stand_in_line_with_the_words_above(program: Program, qtbot: QtBot) -> None:
    look, above = program.parts.look, text("HH")
    links = (button("link", "HH", "link"), button("small", "HH", "link-small"), Fold(look, "fold", "HH", QWidget))
    inside = QWidget()
    inside.setLayout(column(above, *links))
    put(inside, program, qtbot, 320)
    assert [one for one in links if abs(first_ink(one) - first_ink(above)) > 1] == []


@pytest.mark.parametrize("scale", [100, 200])
def test_that_the_signs_of_the_road_stand_at_the_first_line_of_their_names(
    program: Program, qtbot: QtBot, scale: int
) -> None:
    look = program.parts.look.beside("light", scale)
    road = Road(look, "road")
    road.show_gates([GateRow("one", LONG, "9 %", "good"), GateRow("two", "short", "8 %", "weak")])
    qtbot.addWidget(road)
    dress(road, look)
    road.resize(400, road.heightForWidth(400))
    road.show()
    names = [name for name in road.findChildren(Text) if name.objectName()]
    for mark, name in zip(road.findChildren(Mark), names, strict=True):
        line = name.minimumSizeHint().height()
        assert (mark.y(), mark.height()) == (name.y(), line)
    assert names[0].height() > names[1].height()


def test_that_the_names_in_a_table_of_the_journal_stand_at_the_first_line_of_the_values(
    program: Program, qtbot: QtBot
) -> None:
    table = (("", "before", "after"), ("name", LONG, "short"))
    card = BlockCard(program.parts.look, Block("compare", "title", table=table))
    put(card, program, qtbot, 480)
    cells = {cell.objectName().removeprefix("journal-cell-compare-"): cell for cell in card.findChildren(Text)}
    assert cells["1-1"].height() > cells["1-0"].height()
    assert cells["1-0"].y() == cells["1-1"].y() == cells["1-2"].y()


def first_ink(part: QWidget) -> int:
    """Return how many pixels from the left something is drawn first."""
    picture = part.grab().toImage()
    ground = picture.pixel(part.width() - 1, 0)
    inked = (x for x in range(part.width()) for y in range(part.height()) if picture.pixel(x, y) != ground)
    return next(inked)


def test_that_the_way_on_stands_at_the_edge_of_its_card(anybody: User) -> None:
    anybody.program.parts.session.change(draft_of("card.account_class", card__kind="own_debit"))
    anybody.program.visit("home")
    catch_up()
    window = anybody.program.window
    go_on, below = (shown(window, QWidget, name) for name in ("home-resume", "home-days"))
    assert go_on.mapTo(window, go_on.rect().topRight()).x() == below.mapTo(window, below.rect().topRight()).x()


def test_that_a_letter_that_reaches_to_the_left_is_not_cut(make_program: Starter, qtbot: QtBot) -> None:
    said = put(text("J", "title"), make_program("en"), qtbot, 80)
    roomy = QImage(80, said.height(), QImage.Format.Format_ARGB32)
    roomy.fill(said.palette().color(said.backgroundRole()))
    painter = QPainter(roomy)
    painter.setFont(said.font())
    painter.setPen(said.palette().color(said.foregroundRole()))
    painter.drawText(40, said.fontMetrics().ascent(), "J")
    painter.end()
    assert columns(said.grab().toImage()) == columns(roomy)


def columns(picture: QImage) -> int:
    """Return in how many columns of a picture something is drawn."""
    ground = picture.pixel(picture.width() - 1, 0)
    width, height = picture.width(), picture.height()
    return sum(any(picture.pixel(x, y) != ground for y in range(height)) for x in range(width))


def test_that_the_names_of_answers_stand_at_the_first_line_of_what_was_answered(anybody: User) -> None:
    window = anybody.program.window
    window.resize(640, 480)
    anybody.program.parts.session.change(draft_of("review", safety__app_source="store", order__listed="nothing_open"))
    anybody.program.visit("review")
    until(lambda: window.page is not None and window.page.complete)
    catch_up()
    for name in ("safety.app_source", "request.lender", "device.new_devices_30d"):
        told, answer = (shown(window, Text, f"review-{part}-{name}") for part in ("name", "answer"))
        change = shown(window, QWidget, f"review-change-{name}")
        first = {part.mapTo(window, part.rect().topLeft()).y() for part in (told, answer)}
        assert first == {change.mapTo(window, change.rect().topLeft()).y() + Space.XS}, name


def test_that_nothing_is_cut_in_the_dialog_after_a_bug_where_type_is_large(make_program: Starter) -> None:
    program = make_program("en")
    program.parts.wardrobe.wear(program.parts.settings.now._replace(scale=200))
    dialog = CrashDialog("line\n" * 9, program.parts.speaker.words, program.window)
    dialog.open()
    catch_up()
    texts = dialog.findChildren(Text)
    assert texts
    assert [told.plain for told in texts if told.height() < told.heightForWidth(told.width())] == []
    dialog.close()


def test_that_a_system_that_turns_dark_is_followed_at_once_and_no_answer_is_lost(
    make_program: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    user, gone = make_program.user(), make_program.user()
    make_program.end(gone.program)  # whose looks are still told of the change
    user.home.open("before")
    before = user.draft
    light = ground(user.program)
    monkeypatch.setattr(Wardrobe, "_theme", lambda _self: "dark")  # no system without a screen has colours of its own
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    catch_up()
    looks = [user.program.parts.look.beside(theme, 100) for theme in THEMES]
    assert [light, ground(user.program)] == [look.colour("background").name() for look in looks]
    assert (user.draft, user.program.page_name) == (before, "checklist")


def ground(program: Program) -> str:
    """Return the colour at the right edge of the page."""
    seen = program.window.grab().toImage()
    return seen.pixelColor(seen.width() - 8, seen.height() - 8).name()
