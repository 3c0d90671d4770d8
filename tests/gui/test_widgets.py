"""What is drawn here rather than by Qt: texts on the grid, remarks in frames, lines of small things, rings."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.program import Program
from gui.theme.tokens import Space
from gui.wardrobe import dress
from gui.widgets.buttons import button
from gui.widgets.chips import Chips, Remark
from gui.widgets.flow import Flow
from gui.widgets.text import Chip, Text, text
from tests.pages.base import catch_up
from tests.pages.running import LANGUAGES, Starter
from tests.pages.user import User

LONG = "a remark that goes on for longer than there is any room for it in one line"
WIDTHS = (120, 240, 480, 960)


def put(part: QWidget, program: Program, qtbot: QtBot, width: int) -> QWidget:
    """Show a widget by itself in a width, dressed as in the program's window."""
    qtbot.addWidget(part)
    dress(part, program.parts.look)
    part.resize(width, part.heightForWidth(width))
    part.show()
    return part


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("role", ["", "small", "lead", "heading", "title", "display-good"])
def test_that_a_text_is_whole_lines_of_the_grid_high_and_never_higher_in_more_room(
    program: Program, qtbot: QtBot, role: str, width: int
) -> None:
    said = text(LONG, role)
    put(said, program, qtbot, width)
    assert said.height() % Space.XS == 0
    assert said.heightForWidth(2 * width) <= said.height()
    assert said.height() >= said.fontMetrics().height()


def test_that_a_text_with_a_break_takes_two_lines(program: Program, qtbot: QtBot) -> None:
    one, two = text("one"), text("one\ntwo")
    for said in (one, two):
        put(said, program, qtbot, 480)
    assert two.height() == 2 * one.height()


def test_that_a_text_that_changes_is_measured_anew(program: Program, qtbot: QtBot) -> None:
    said = Text()
    said.say("short")
    put(said, program, qtbot, 120)
    before = said.heightForWidth(120)
    said.say(LONG)
    assert said.heightForWidth(120) > before


def test_that_a_text_shows_markup_as_it_is_written(program: Program) -> None:
    said = text("<b>5 < 6</b>")
    assert (said.plain, said.accessibleName()) == ("<b>5 < 6</b>", "<b>5 < 6</b>")
    assert said.sizeHint().width() > text("5 < 6").sizeHint().width()


@pytest.mark.parametrize("width", WIDTHS)
def test_that_no_remark_is_outside_its_row_or_on_another(program: Program, qtbot: QtBot, width: int) -> None:
    remarks = [Remark("short", "for"), Remark(LONG, "against"), Remark("mid-sized one", "unknown"), Remark(LONG)]
    chips = Chips(program.parts.look, "chips", remarks, "cause")
    put(chips, program, qtbot, width)
    boxes = [box for _, box in chips.boxes()]
    assert all(QRectF(chips.rect()).contains(box) for box in boxes)
    assert [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])] == []


def test_that_a_remark_says_its_side_by_a_sign_and_is_heard_with_it(program: Program) -> None:
    remarks = [Remark("a", "for"), Remark("b", "against"), Remark("c", "unknown"), Remark("d")]
    chips = Chips(program.parts.look, "chips", remarks, "cause")
    assert chips.told == ("+ a", "− b", "? c", "d")
    assert chips.accessibleName() == "cause + a; − b; ? c; d"


@pytest.mark.parametrize("width", WIDTHS)
def test_that_what_ends_a_line_stands_at_its_far_end(program: Program, qtbot: QtBot, width: int) -> None:
    name, gain = Chip(LONG), Chip("+ 24")
    holder = QWidget()
    holder.setLayout(Flow([name, gain], ends=True))
    put(holder, program, qtbot, width)
    assert gain.geometry().right() == width - 1
    assert gain.y() == name.y()
    assert not name.geometry().intersects(gain.geometry())
    assert name.height() >= name.heightForWidth(name.width())


def test_that_the_way_on_has_two_rings_with_the_keyboard_and_none_without(user: User, qtbot: QtBot) -> None:
    user.home.open("before")
    colours = user.program.parts.look.colour
    way_on = button("next", "next", "primary")
    other = button("other", "other")
    holder = QWidget()
    holder.setLayout(Flow([way_on, other]))
    put(holder, user.program, qtbot, 480)
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    for focused, expected in ((way_on, ("text", "on_accent")), (other, ("accent", "accent"))):
        focused.setFocus()
        catch_up()
        image = way_on.grab().toImage()
        ring = tuple(image.pixelColor(x, image.height() // 2).name() for x in (0, Space.LINE))
        assert ring == tuple(colours(name).name() for name in expected)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_question_answers_and_the_way_on_are_seen_without_scrolling(make_program: Starter, language: str) -> None:
    user = make_program.user(language)
    user.home.open("before")
    user.checklist.take_way("full")
    for step, row in (("safety.asked_to_pay", "no"), ("safety.app_source", "store")):
        assert user.checklist.question == step
        assert user.checklist.is_in_view("checklist-prompt")
        assert all(user.checklist.is_in_view(f"checklist-answer-{step}-{name}") for name in user.checklist.rows)
        assert user.checklist.is_in_view("checklist-next")
        user.checklist.choose(row)
        user.checklist.next()


def test_that_nothing_is_painted_cut_while_the_cards_of_the_result_come_in(make_program: Starter) -> None:
    user = make_program.user("en")
    user.home.open("before")
    user.program.visit("result")
    cut = user.result.cut_while_it_is_built()
    assert user.result.causes() or user.result.plan() or user.result.shows_numbers
    assert cut == []
