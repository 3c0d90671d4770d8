"""The checklist on the screen: sections, the question, the road."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from gui.pages.checklist.question_card import QuestionCard
from gui.pages.checklist.stage import QuestionStage
from gui.pages.checklist.state import ChecklistState, RoadPanel, SectionRow
from gui.questions.answers import NUMBER_KEYS
from gui.signs import AlarmState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.layouts import Card, Columns, Flow, Scroll, column, fill, line, settle
from gui.widgets.page import PageView
from gui.widgets.road import Road
from gui.widgets.text import Text


class ChecklistView(PageView):
    """The page.

    What is done with the question itself is told by the signals of :attr:`question`.

    Signals:
        leave_requested (): Put it aside.
        section_chosen (str), way_chosen (str): Which section, which way through the checklist.
    """

    leave_requested = Signal()
    section_chosen = Signal(str)
    way_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__()
        self.question, self._shown = QuestionCard(look), ""
        self._alarmed: AlarmState | None = None
        self._sections = SectionList(look, self.section_chosen)
        self._road = RoadCard(look)
        self._head = Head(look, self)
        self._stage = QuestionStage(look, self._sections, self.question, self._road)
        self._area = Scroll("checklist-page", Space.M)
        fill(self._area.body, (self._head, self._stage))
        self._area.body.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._add_keys()

    def show_state(self, state: ChecklistState) -> None:
        """Show a picture; showing it twice changes nothing."""
        self._head.show_state(state)
        self._sections.show_rows(state.sections)
        self._road.show_state(state.road)
        self.question.show_state(state)
        if state.alarm != self._alarmed:
            self._alarmed = state.alarm
            settle()
        if state.question.id != self._shown:
            self._shown = state.question.id
            self._area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Put the keyboard on the answers, and show the question above them."""
        self.question.take_focus()
        self._area.verticalScrollBar().setValue(0)

    def _add_keys(self) -> None:
        numbers = QSignalMapper(self)
        for number in range(1, NUMBER_KEYS + 1):
            key = QShortcut(QKeySequence(str(number)), self)
            numbers.setMapping(key, number)
            key.activated.connect(numbers.map)
        numbers.mappedInt.connect(self.question.choose_number)
        for name, signal in (("Return", self.question.next_requested), ("Enter", self.question.next_requested)):
            QShortcut(QKeySequence(name), self).activated.connect(signal)
        QShortcut(QKeySequence.StandardKey.Paste, self).activated.connect(self.question.paste)
        QShortcut(QKeySequence("Backspace"), self).activated.connect(self.question.back_requested)


class Head(QWidget):
    """Title, progress, ways."""

    def __init__(self, look: Look, page: ChecklistView) -> None:
        """Build it."""
        super().__init__()
        self._title, self._progress = Text("title", "checklist-title", wrap=False), Text("small", wrap=False)
        self._saved = Text("small", "checklist-saved", wrap=False)
        self._leave = Button("checklist-leave", "link", page.leave_requested)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setObjectName("checklist-progress")
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(page.way_chosen)
        self._ways: dict[str, Button] = {}
        self._flow = Flow()
        self._lay_out(look)

    def _lay_out(self, look: Look) -> None:
        named, told = QWidget(), QWidget()
        named.setLayout(self._flow)
        self._flow.addWidget(self._title)
        state = Flow((self._progress, self._saved, self._leave))
        state.setSpacing(Space.L)
        told.setLayout(column(None, state, None, space=Space.NONE))
        top = Columns(look, [(named, 1), (told, 0)])
        self.setLayout(column(top, self._bar, space=Space.M))

    def show_state(self, state: ChecklistState) -> None:
        """Show the head of a picture."""
        self._title.say(state.title)
        self._progress.say(state.progress_text)
        self._saved.say(state.saved)
        self._leave.say(state.leave)
        self._bar.setValue(state.progress)
        self._bar.setAccessibleName(state.progress_text)
        for way in state.ways:
            if way.id not in self._ways:
                shown = Button(f"checklist-way-{way.id}", "small", self._mapper.map)
                shown.setCheckable(True)
                self._mapper.setMapping(shown, way.id)
                self._ways[way.id] = shown
                self._flow.addWidget(shown)
            shown = self._ways[way.id]
            shown.say(way.label, f"{state.ways_label} {way.label}. {way.hint}")
            shown.setToolTip(way.hint)
            shown.setChecked(way.chosen)


class SectionList(QWidget):
    """The sections with their state; choosing one goes there."""

    def __init__(self, look: Look, chosen: SignalInstance) -> None:
        """Build an empty list."""
        super().__init__()
        self._look = look
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(chosen)
        self._shown: dict[str, WrappingButton] = {}
        self._layout = column(space=Space.XS)
        self.setLayout(self._layout)

    def show_rows(self, rows: tuple[SectionRow, ...]) -> None:
        """Show the sections in order."""
        if list(self._shown) != [found.id for found in rows]:
            self._rebuild(rows)
        for found in rows:
            shown = self._shown[found.id]
            shown.say(found.label, found.heard)
            colours = {"check": "good", "dot": "accent", "ring": "edge"}
            shown.show_icon(self._look, found.icon, colours[found.icon])
            shown.setChecked(found.current)
        if self.isVisible():  # before, the width is not known yet
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break long names where they must be."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for shown in self._shown.values():
            shown.fit(self.width())

    def _rebuild(self, rows: tuple[SectionRow, ...]) -> None:
        for old in self._shown.values():
            self._layout.removeWidget(old)
            old.deleteLater()
        self._shown = {}
        for found in rows:
            shown = WrappingButton(f"checklist-section-{found.id}", "section", self._mapper.map)
            shown.setCheckable(True)
            self._mapper.setMapping(shown, found.id)
            self._shown[found.id] = shown
            self._layout.addWidget(shown)


class RoadCard(Card):
    """The road with the estimate below it."""

    def __init__(self, look: Look) -> None:
        """Build it."""
        self._title, self._subtitle, self._road = Text("lead"), Text("small"), Road(look, "checklist-gate")
        self._label, self._estimate = Text("small"), Text("display", "checklist-estimate", wrap=False)
        self._range = Text("small", "checklist-range")
        super().__init__(
            *(self._title, self._subtitle, self._road, line(), self._label, self._estimate, self._range, None),
            name="checklist-road",
        )

    def show_state(self, road: RoadPanel) -> None:
        """Show the road."""
        self._title.say(road.title)
        self._subtitle.say(road.subtitle)
        self._road.show_gates(road.gates)
        self._label.say(road.label)
        self._estimate.say(road.estimate)
        self._range.say(road.range)
