"""The message page on the screen: the field, and beside it the alarm, what was found, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pages.message.entry import EntryCard
from gui.pages.message.found import FoundCard, WaysCard
from gui.pages.message.state import MessageState
from gui.signs import AlarmState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.alarm import alarm_card, announce
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Columns, clear, column, fill, settle
from gui.widgets.page import ScrolledPage
from gui.widgets.text import Text

STOP = "stop"


class MessageView(ScrolledPage):
    """The page. What else is done on it is told by the signals of its parts: entry, ways.

    Signals:
        signs_requested (): Put the signs of fraud into the check.
    """

    signs_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("message")
        self._look = look
        self._title, self._intro = Text("title", "message-title"), Text("muted")
        self.entry, self.ways = EntryCard(look), WaysCard(look)
        self._found = FoundCard(look)
        self._alarm: Card | None = None
        self._alarmed: AlarmState | None = None
        self._alarm_place, self._revealing = column(), False
        self.area.verticalScrollBar().rangeChanged.connect(self._reveal)
        self._lay_out()

    def show_state(self, state: MessageState) -> None:
        """Show a picture."""
        self._title.say(state.title)
        self._intro.say(state.intro)
        self.area.setAccessibleName(state.title)
        self.entry.show_state(state.entry)
        self._show_alarm(state.alarm)
        self._found.show_state(state.found)
        self.ways.show_state(state.ways)
        if self.isVisible():
            settle()

    def take_focus(self) -> None:
        """Put the keyboard on the field."""
        self.entry.take_focus()

    def _show_alarm(self, alarm: AlarmState | None) -> None:
        if alarm == self._alarmed:
            return
        stopped_before = self._alarmed is not None and self._alarmed.level == STOP
        self._alarmed, self._alarm = alarm, None
        clear(self._alarm_place)
        if alarm is None:
            return
        take = Button("message-take-signs", "", self.signs_requested)
        self._alarm = alarm_card(alarm, self._look, "message-alarm", take)
        self._alarm_place.addWidget(self._alarm)
        self._revealing = alarm.level == STOP and not stopped_before
        if self._revealing:
            QTimer.singleShot(0, self, self._on_alarmed)

    def _on_alarmed(self) -> None:
        """Let a reader of screens tell of a new stop sign, and bring it into view."""
        if self._alarm is not None:
            announce(self._alarm)
            self._reveal()

    def _reveal(self) -> None:
        """Scroll to a new stop sign below the edge; again when the page has become as long as it needs to be."""
        if not self._revealing or self._alarm is None:
            return
        bar, top = self.area.verticalScrollBar(), self._alarm.mapTo(self.area.inside, QPoint()).y()
        below = top + min(self._alarm.height(), self.area.viewport().height() // 2) > bar.value() + bar.pageStep()
        if below:
            bar.setValue(top - Space.L)
        inside = self.area.inside
        grown = inside.height() >= inside.heightForWidth(inside.width())
        self._revealing = not grown or (below and bar.value() < top - Space.L)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        left.setLayout(column(self.entry, None))
        right.setLayout(column(self._alarm_place, self._found, self.ways, None, space=Space.L))
        for part in (left, right):  # shares of the width, whatever the texts would like
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        fill(self.area.body, (self._title, self._intro, Columns(self._look, [(left, 2), (right, 3)]), None))
