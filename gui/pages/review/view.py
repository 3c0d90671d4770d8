"""The page "check your answers" on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.pages.review.state import AnswerLine, ReviewState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Flow, Item, clear, column, row
from gui.widgets.page import ScrolledPage
from gui.widgets.text import Text, text


class ReviewView(ScrolledPage):
    """The page.

    Signals:
        change_requested (str): A step is to be answered anew.
        back_requested (), result_requested (): Where to go.
    """

    change_requested = Signal(str)
    back_requested = Signal()
    result_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("review")
        self._title, self._text, self._notice = Text("title", "review-title"), Text("muted"), Text("error")
        self._blocks = column(space=Space.L)
        self._back = Button("review-back", "", self.back_requested)
        self._result = Button("review-result", "primary", self.result_requested)
        keys = QWidget()
        keys.setLayout(Flow((self._back, self._result), ends=True))
        foot = row(keys)
        foot.setContentsMargins(Space.XXL, Space.M, Space.XXL, Space.L)
        self.layout_.addLayout(foot)
        self._fill()

    def show_state(self, state: ReviewState) -> None:
        """Show a picture."""
        for label, words in ((self._title, state.title), (self._text, state.text), (self._notice, state.notice)):
            label.say(words)
        self.area.setAccessibleName(state.title)
        self._back.say(state.back)
        self._result.say(state.result)
        clear(self._blocks)
        mapper = QSignalMapper(self)
        mapper.mappedString.connect(self.change_requested)
        for block in state.sections:
            self._blocks.addWidget(Card(text(block.title, "lead"), _lines(block.lines, mapper)))

    def take_focus(self) -> None:
        """Put the keyboard on the way on."""
        self._result.setFocus()

    def _fill(self) -> None:
        body = self.area.body
        body.addLayout(column(self._title, self._text, self._notice, space=Space.XS))
        body.addLayout(self._blocks)
        body.addStretch(1)
        for name in ("Return", "Enter"):
            QShortcut(QKeySequence(name), self).activated.connect(self.result_requested)
        QShortcut(QKeySequence("Backspace"), self).activated.connect(self.back_requested)


def _lines(lines: tuple[AnswerLine, ...], mapper: QSignalMapper) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for place, found in enumerate(lines):
        change = Button(f"review-change-{found.id}", "link", mapper.map)
        change.say(found.change, found.heard)
        mapper.setMapping(change, found.id)
        answer = text(found.answer, "muted" if found.open else "strong", f"review-answer-{found.id}")
        measured = text(found.measured, "small", f"review-measured-{found.id}")
        grid.addLayout(_lowered(text(found.name, "muted", f"review-name-{found.id}")), place, 0)
        grid.addLayout(_lowered(answer, measured), place, 1)
        grid.addWidget(change, place, 2, Qt.AlignmentFlag.AlignTop)
    return grid


def _lowered(*items: Item) -> QVBoxLayout:
    """Return texts whose first line stands beside that of a link, which has some room around it."""
    made = column(*items, None, space=Space.NONE)
    made.setContentsMargins(Space.NONE, Space.XS, Space.NONE, Space.XS)
    return made
