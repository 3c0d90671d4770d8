"""The calendar on the screen: months of days to choose, one day in full beside them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSignalMapper, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QSizePolicy, QWidget

from gui.pages.calendar.state import CalendarState, DayCell, DayPanel, MonthState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.chips import Chips, Remark
from gui.widgets.layouts import Card, Columns, Flow, clear, column, fill
from gui.widgets.page import ScrolledPage
from gui.widgets.text import Text, text

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
TURNS = {"earlier": -1, "today": 0, "later": 1}


class CalendarView(ScrolledPage):
    """The page.

    Signals:
        day_chosen (str): A day, as 2026-09-29.
        turned (int): A month later (1), earlier (-1), or back to today (0).
        take_requested (), claim_requested (): Plan for this day; what is said about holidays.
        path_chosen (str): Where to save the day.
        standing (): Other months than before stand.
    """

    day_chosen = Signal(str)
    turned = Signal(int)
    take_requested = Signal()
    claim_requested = Signal()
    path_chosen = Signal(str)
    standing = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("calendar")
        self._look, self._file = look, ("", "")
        self._title, self._span = Text("title", "calendar-title", wrap=False), Text("strong", wrap=False)
        mapper = QSignalMapper(self)
        mapper.mappedInt.connect(self.turned)
        self._buttons = {name: Button(f"calendar-{name}", "small", mapper.map) for name in TURNS}
        for name, step in TURNS.items():
            mapper.setMapping(self._buttons[name], step)
        self._months, self._day = Months(look, self), DayCard(look, self)
        self._good, self._note, self._marks = Card(), Text("small"), Text("small")
        self._legend = Flow()
        self._lay_out()

    def show_state(self, state: CalendarState) -> None:
        """Show a picture."""
        self._file = (state.day.file_name, state.day.file_form)
        for label, words in (
            *((self._title, state.title), (self._span, state.span), (self._note, state.note)),
            (self._marks, state.marks),
        ):
            label.say(words)
        for name, words in (("earlier", state.earlier), ("today", state.today), ("later", state.later)):
            self._buttons[name].say(words)
        self.area.setAccessibleName(state.title)
        self._months.show_state(state)
        self._day.show_state(state.day)
        lines = [column(text(dates, "strong"), text(days, "small"), space=Space.XS) for dates, days in state.good]
        self._good.put((text(state.good_title, "lead"), *lines, None))
        clear(self._legend)
        for level, words in state.legend:
            self._legend.addWidget(text(words, f"legend-{level}", wrap=False))

    @property
    def complete(self) -> bool:
        """Return whether every month stands."""
        return self._months.complete

    def take_focus(self) -> None:
        """Put the keyboard on the selected day."""
        self._months.take_focus()

    def save(self) -> None:
        """Ask where to save the day as an appointment."""
        dialog = QFileDialog(self, "", *self._file)
        dialog.setObjectName("calendar-save-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.fileSelected.connect(self.path_chosen)
        dialog.open()

    def _lay_out(self) -> None:
        turns, about = self._buttons, QWidget()
        turned = Flow((turns["earlier"], self._span, turns["later"], turns["today"]))
        about.setLayout(column(None, turned, None, space=Space.NONE))
        head = Columns(self._look, [(self._title, 1), (about, 0)])
        side, left = QWidget(), QWidget()
        side.setLayout(column(self._day, None, space=Space.L))
        legend = Card(self._legend, self._marks, self._note, None)
        below = Columns(self._look, [(legend, 1), (self._good, 1)], Size.MEDIUM)
        left.setLayout(column(self._months, below, None, space=Space.L))
        for part in (left, side):  # shares of the width, whatever the texts would like
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.area.body.addWidget(head)
        self.area.body.addWidget(Columns(self._look, [(left, 3), (side, 1)]))
        self.area.body.addStretch(1)


class Months(Card):
    """Three months beside each other. The arrow keys go from day to day."""

    def __init__(self, look: Look, page: CalendarView) -> None:
        """Build it empty."""
        super().__init__()
        self._look, self._shown, self._standing = look, "", page.standing
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(page.day_chosen)
        self._days: dict[str, DayButton] = {}
        self._state: CalendarState | None = None
        self._waiting: list[tuple[QWidget, MonthState]] = []
        self._wanted = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_turn)

    def show_state(self, state: CalendarState) -> None:
        """Show the months; the same ones are updated in place, others are built one at a turn of the event loop."""
        self._state = state
        shown = f"{state.span} {' '.join(state.weekdays)}"
        if shown != self._shown:
            self._wanted = self._wanted or any(day.hasFocus() for day in self._days.values())
            self._shown, self._days = shown, {}
            self._waiting = [(QWidget(), month) for month in state.months]
            months = Columns(self._look, [(holder, 1) for holder, _ in self._waiting], Size.MEDIUM)
            self.put((months,))
            self._timer.start()
        for month in state.months:
            for cell in (cell for week in month.weeks for cell in week if cell and cell.id in self._days):
                self._days[cell.id].show_cell(cell)

    @property
    def complete(self) -> bool:
        """Return whether every month stands."""
        return not self._waiting

    def _on_turn(self) -> None:
        """Build the next month, and put the keyboard where it was wanted when all stand."""
        if self._state is None or not self._waiting:
            return
        holder, month = self._waiting.pop(0)
        self._month(holder, month, self._state.weekdays)
        if self._waiting:
            self._timer.start()
        self.show_state(self._state)
        if not self._waiting:
            self._standing.emit()
            if self._wanted:
                self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the selected day."""
        self._wanted = bool(self._waiting)
        for day in self._days.values():
            if day.isChecked():
                day.setFocus()

    def _month(self, holder: QWidget, month: MonthState, weekdays: tuple[str, ...]) -> None:
        grid = QGridLayout()
        grid.setSpacing(Space.LINE)
        for place, name in enumerate(weekdays):
            head = text(name, "small")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 0, place)
            grid.setColumnStretch(place, 1)
        for line, week in enumerate(month.weeks, start=1):
            for place, cell in enumerate(week):
                if cell:
                    self._days[cell.id] = button = DayButton(cell, self._mapper)
                    grid.addWidget(button, line, place)
        title = text(month.title, "strong")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        holder.setLayout(column(title, grid, None))


class DayButton(Button):
    """One day."""

    def __init__(self, cell: DayCell, mapper: QSignalMapper) -> None:
        """Build it."""
        super().__init__(f"calendar-day-{cell.id}", "day", mapper.map)
        mapper.setMapping(self, cell.id)
        self._mapper, self._id = mapper, cell.id
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cell(self, cell: DayCell) -> None:
        """Show the day."""
        self.say(f"{cell.number}\n{cell.mark}", cell.heard)
        self.setToolTip(cell.heard)
        self.setChecked(cell.selected)
        # One stop of the tabulator for all days: inside, the arrow keys go about.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell.selected else Qt.FocusPolicy.ClickFocus)
        self.take_role(f"day-{cell.level}")
        if cell.selected and self._moving():
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day with the arrow keys."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        day = dt.date.fromisoformat(self._id) + dt.timedelta(days=step)
        self._mapper.mappedString.emit(day.isoformat())

    def _moving(self) -> bool:
        """Return whether the keyboard is on another day of this calendar."""
        focused = self.window().focusWidget()
        return isinstance(focused, DayButton) and focused is not self


class DayCard(Card):
    """The day that is selected."""

    def __init__(self, look: Look, page: CalendarView) -> None:
        """Build it without a day."""
        super().__init__(name="calendar-day")
        self._look = look
        self._label, self._date = Text("small"), Text("lead", "calendar-date")
        self._level, self._kind = Text("heading", "calendar-level"), Text("small", "calendar-kind")
        self._compare, self._reasons = Text("muted", "calendar-compare"), column()
        self._claim = WrappingButton("calendar-claim", "link", page.claim_requested)
        self._take = WrappingButton("calendar-take", "primary", page.take_requested)
        self._export = WrappingButton("calendar-export", "", page.save)
        fill(self.body, (self._label, self._date, self._kind, self._level, self._reasons, self._compare))
        fill(self.body, (self._claim,))
        self.body.addLayout(Flow((self._take, self._export)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the long link where it must be."""
        super().resizeEvent(event)
        for button in (self._claim, self._take, self._export):
            button.fit(self.contentsRect().width() - 2 * Space.XL)

    def show_state(self, day: DayPanel) -> None:
        """Show it."""
        for label, words in (
            *((self._label, day.label), (self._date, day.date), (self._level, day.level), (self._kind, day.kind)),
            (self._compare, day.compare),
        ):
            label.say(words)
        self._level.take_role("level-calm" if day.calm else "level-tight")
        clear(self._reasons)
        for place, reason in enumerate(day.reasons):
            grade = Chips(self._look, f"calendar-grade-{place}", [Remark(reason.grade)], "")
            self._reasons.addLayout(column(text(reason.text), grade, space=Space.XS))
        for button, words in ((self._claim, day.claim), (self._take, day.take), (self._export, day.export)):
            button.say(words)
        self._take.setEnabled(day.can_take)
