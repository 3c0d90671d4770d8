"""What an offer costs, on the screen: the yearly rate first, then sums, sentences, chart, table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from gui.pages.cost.chart import Key, LoanChart
from gui.pages.cost.state import ChartState, FoundState, ResultState
from gui.pages.cost.table import Schedule
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import WrappingButton
from gui.widgets.fold import Fold
from gui.widgets.layouts import Card, Flow, clear, column, fill, row
from gui.widgets.text import Text, text


class ResultCard(Card):
    """The result beside one offer.

    Signals:
        save_requested (): Save the schedule.
    """

    save_requested = Signal()

    def __init__(self, look: Look, offer: str) -> None:
        """Build it without a result; ``offer`` ends the names of its parts."""
        super().__init__(name=f"cost-result-{offer}", space=Space.M)
        self._look, self._offer = look, offer
        self._title, self._empty = Text("lead"), Text("muted", f"cost-empty-{offer}")
        self._stale = Text("error", f"cost-stale-{offer}")
        self._found: Found | None = None
        fill(self.body, (self._title, self._empty, self._stale))

    def show_state(self, state: ResultState) -> None:
        """Show it; that it is out of date is heard when it becomes so."""
        self._title.say(state.title)
        self._empty.say("" if state.found else state.remark)
        before, now = self._stale.plain, state.remark if state.stale and state.found else ""
        self._stale.say(now)
        if now and not before:
            QAccessible.updateAccessibility(QAccessibleEvent(self._stale, QAccessible.Event.Alert))
        if state.found is None:
            return
        if self._found is None:
            self._found = Found(self._look, self._offer, state.found)
            self._found.save.clicked.connect(self.save_requested)
            self.body.addWidget(self._found)
        self._found.show_state(state.found)


class Found(QWidget):
    """The figures and pictures; built when there is a first result."""

    def __init__(self, look: Look, offer: str, state: FoundState) -> None:
        """Build it."""
        super().__init__()
        self._look, self._offer, self._state = look, offer, state
        self._label, self._rate = Text("small"), Text("display", f"cost-rate-{offer}")
        self._sign, self._line = QLabel(), Text("strong", f"cost-line-{offer}")
        self._beside, self._sums = _figures(state.beside, offer, "heading"), _figures(state.sums, offer, "lead")
        self._remarks = column()
        self._told: tuple[str, ...] = ()
        self._chart = ChartPart(look, offer, state.chart)
        self._table: Schedule | None = None
        self._fold = Fold(look, f"cost-table-show-{offer}", state.table.show, self._build_table)
        self.save = WrappingButton(f"cost-save-{offer}")
        self._lay_out()

    def show_state(self, state: FoundState) -> None:
        """Show figures, in place."""
        self._state = state
        for label, words in ((self._label, state.rate_label), (self._rate, state.rate), (self._line, state.line)):
            label.say(words)
        icon, colour = ("warning", "caution") if state.above else ("dot", "muted")
        self._sign.setPixmap(self._look.pixmap(icon, colour, self._look.px(Size.ICON), self.devicePixelRatioF()))
        for figures, shown in ((self._beside, state.beside), (self._sums, state.sums)):
            for id_, name, value in shown:
                figures[id_].show_figure(name, value)
        if self._told != state.remarks:
            self._told = state.remarks
            clear(self._remarks)
            fill(self._remarks, [text(words, "small") for words in state.remarks])
        self._chart.show_state(state.chart)
        if self._table:
            self._table.show_state(state.table)
        if self.save.accessibleName() != state.save_heard:
            self.save.say(state.save, state.save_heard)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the button's words where they must be."""
        super().resizeEvent(event)
        self.save.fit(self.width())

    def _lay_out(self) -> None:
        told = row(self._sign, self._line)
        told.setStretch(1, 1)
        rate = column(self._label, self._rate, told, space=Space.XS)
        beside, sums = Flow(self._beside.values()), Flow(self._sums.values())
        for flow in (beside, sums):
            flow.setSpacing(Space.XL)
        self.setLayout(
            column(rate, beside, sums, self._remarks, self._chart, self._fold, row(self.save, None), space=Space.L)
        )

    def _build_table(self) -> QWidget:
        self._table = Schedule(self._look, f"cost-table-{self._offer}", self._state.table)
        return self._table


class Figure(QWidget):
    """A figure under its name."""

    def __init__(self, name: str, role: str) -> None:
        """Make it empty."""
        super().__init__()
        self._name, self._value = Text("small", wrap=False), Text(role, name, wrap=False)
        self.setLayout(column(self._name, self._value, space=Space.NONE))

    def show_figure(self, name: str, value: str) -> None:
        """Show it; a reader of screens hears both together."""
        self._name.say(name)
        self._value.say(value)
        self._value.setAccessibleName(f"{name} {value}")


def _figures(figures: Sequence[tuple[str, str, str]], offer: str, role: str) -> dict[str, Figure]:
    return {id_: Figure(f"cost-{id_}-{offer}", role) for id_, _, _ in figures}


def _beside(key: Key, name: Text) -> QWidget:
    made = QWidget()
    made.setLayout(row(key, name, space=Space.XS))
    return made


class ChartPart(QWidget):
    """The chart with its key, and the payment that is chosen in words."""

    def __init__(self, look: Look, offer: str, state: ChartState) -> None:
        """Build it."""
        super().__init__()
        self._state = state
        self._title, self._notes = Text("strong"), Text("small")
        self._chart = LoanChart(look, f"cost-chart-{offer}")
        self._chart.pointed.connect(self._on_pointed)
        self._readout = Text("small", f"cost-readout-{offer}")
        self._names = {part: Text("small", wrap=False) for part, _ in state.legend}
        self._keys = {part: Key(look, f"cost-key-{offer}-{part}", part) for part, _ in state.legend}
        legend = Flow(_beside(self._keys[part], name) for part, name in self._names.items())
        self.setLayout(column(self._title, legend, self._chart, self._readout, self._notes, space=Space.XS))

    def show_state(self, state: ChartState) -> None:
        """Show payments."""
        self._state = state
        self._title.say(state.title)
        self._notes.say("\n".join(state.notes))
        for part, name in state.legend:
            self._names[part].say(name)
            self._keys[part].setAccessibleName(name)
        self._chart.show_chart(state)
        self._read(self._chart.at)

    def _on_pointed(self, payment: int) -> None:
        self._read(payment)
        if self._chart.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self._readout, QAccessible.Event.Alert))

    def _read(self, payment: int) -> None:
        words = self._state.readouts[payment] if 0 <= payment < len(self._state.readouts) else self._state.hint
        self._readout.say(words)
        self._chart.setAccessibleDescription(words)
