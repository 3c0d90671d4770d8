"""The result on the screen. The upper cards stand at once; what lies below the edge is built when there is time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.pages.result.cards import Wishes
from gui.pages.result.lower import WhatIfCard
from gui.pages.result.onward import Onward
from gui.pages.result.rows import Rows
from gui.pages.result.state import ResultState, WhatIfState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.alarm import alarm_card
from gui.widgets.buttons import Button
from gui.widgets.fold import Fold
from gui.widgets.layouts import Columns, Flow, clear, column, settle
from gui.widgets.page import ScrolledPage
from gui.widgets.saving import SaveDialog
from gui.widgets.shelf import Shelf, Side
from gui.widgets.text import Text

AT_ONCE = 2
FORMS = "HTML (*.html);;PDF (*.pdf);;Markdown (*.md);;TXT (*.txt);;JSON (*.json)"


class ResultView(ScrolledPage):
    """The page.

    Signals:
        objected (str), done_marked (str): A cause, a step of the plan.
        page_requested (str), answer_requested (str): A cause's page, an open question.
        change_requested (), go_on_requested (): To the answers; on with the checklist after an alarm.
        path_chosen (str), print_requested (): Where to save the report; that it is to be printed.
        keep_requested (): The check is to be kept in the journal.
    """

    objected = Signal(str)
    done_marked = Signal(str)
    page_requested = Signal(str)
    answer_requested = Signal(str)
    change_requested = Signal()
    go_on_requested = Signal()
    path_chosen = Signal(str)
    print_requested = Signal()
    keep_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("result")
        self._look, self._state = look, ResultState("", "", "", "", "", "", "", ())
        self._title, self._when = Text("title", "result-title"), Text("small", "result-when")
        self._working = Text("muted", "result-working")
        self._save = Button("result-save", "", self.save)
        self._keep = Button("result-keep", "", self.keep_requested)
        self._change, self._wishes = Button("result-change", "", self.change_requested), Wishes(self)
        self.onward, self.what_if = Onward(), WhatIfCard(look)
        self._place = column(space=Space.L)
        self._waiting: list[tuple[Side | None, Callable[[], QWidget]]] = []
        self._shelf = Shelf(look)
        self._save_wanted = self._print_wanted = self._how_wanted = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._join()

    def show_state(self, state: ResultState) -> None:
        """Show a picture: everything is built anew, and the keyboard stays where it was."""
        self._state = state
        focused: QWidget | None = self.focusWidget()  # the stubs forget that nothing may have the keyboard
        name = focused.objectName() if focused else ""
        for label, words in ((self._title, state.title), (self._when, state.when), (self._working, state.working)):
            label.say(words)
        self.area.setAccessibleName(state.title)
        self._save.say(state.save)
        self._keep.say(state.keep)
        self._change.say(state.change)
        self.onward.show_places(state.onward)
        for asked in (self._save, self._keep):
            asked.setEnabled(state.risk is not None)
        self.what_if.setParent(None)
        clear(self._place)
        self._waiting = []
        if state.risk:
            self._build(state)
            if self._save_wanted:
                self.save()
            if self._print_wanted:
                self.print_out()
        self._focus(name)

    def show_what_if(self, state: WhatIfState) -> None:
        """Show what another answer would change."""
        self.what_if.show_state(state)

    @property
    def complete(self) -> bool:
        """Return whether every card stands."""
        return self._state.risk is not None and not self._waiting

    def _build(self, state: ResultState) -> None:
        rows = Rows(self._look, state, self._wishes, self.what_if, self._on_how)
        stop = state.alarm is not None and state.alarm.level == "stop"
        if state.alarm:
            self._place.addWidget(
                alarm_card(state.alarm, self._look, "result-alarm", Button("result-go-on", "", self.go_on_requested))
            )
        if stop:
            self._place.addWidget(Fold(self._look, "result-anyway", state.anyway, rows.numbers))
            return
        self._shelf = Shelf(self._look)
        self._place.addWidget(rows.numbers())
        self._place.addWidget(self._shelf)
        self._waiting = rows.below()
        self._timer.start()

    def _on_time(self) -> None:
        """Build the next cards, a few at a turn of the event loop, so that the window never stands still."""
        if self._waiting:
            for _ in range(min(AT_ONCE, len(self._waiting))):
                self._build_next()
            settle()
            self._timer.start()
        else:
            for words in self._state.closing:
                said = Text("small")
                said.say(words)
                self._place.addWidget(said)
            if self._how_wanted:
                self._on_how()

    def _build_next(self) -> None:
        side, make = self._waiting.pop(0)
        card = make()
        if side is None:
            self._place.addWidget(card)
        else:
            self._shelf.add(card, side)
        card.show()

    def save(self) -> None:
        """Ask where to save the report, at once or as soon as there is one."""
        self._save_wanted = self._state.risk is None
        if self._save_wanted:
            return
        dialog = SaveDialog("result-save-dialog", self, self._state.save, self._state.report_name, FORMS)
        dialog.fileSelected.connect(self.path_chosen)
        dialog.open()

    def print_out(self) -> None:
        """Ask to print the report, at once or as soon as there is one."""
        self._print_wanted = self._state.risk is None
        if not self._print_wanted:
            self.print_requested.emit()

    def _on_how(self) -> None:
        """Show how it was worked out, as soon as that stands."""
        self._how_wanted = not self.complete
        card = self.findChild(QWidget, "result-card-how")
        if card is not None and self.complete:
            top = card.mapTo(self.area.inside, QPoint()).y() - Space.L
            self.area.verticalScrollBar().setValue(top)

    def _focus(self, name: str) -> None:
        if name:
            found = self.findChild(QWidget, name)
            if found is not None:
                found.setFocus()

    def _join(self) -> None:
        told, keys = QWidget(), QWidget()
        told.setLayout(column(self._title, self._when, space=Space.XS))
        keys.setLayout(Flow((self._change, self._keep, self._save)))
        self.area.body.addWidget(Columns(self._look, [(told, 1), (keys, 0)]))
        self.area.body.addWidget(self._working)
        self.area.body.addLayout(self._place)
        # Below the findings: the first screen is for them, and the rail leads to both pages from anywhere.
        self.area.body.addWidget(self.onward)
        self.area.body.addStretch(1)
        self._timer.timeout.connect(self._on_time)
        wishes = self._wishes
        wishes.object.mappedString.connect(self.objected)
        wishes.done.mappedString.connect(self.done_marked)
        wishes.page.mappedString.connect(self.page_requested)
        wishes.answer.mappedString.connect(self.answer_requested)
