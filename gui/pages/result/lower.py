"""The lower cards of the result: open questions, what-if, the curve by date, how it was worked out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.pages.result.cards import TextsMaker, Wishes, holder, wish
from gui.pages.result.state import Block, CurveState, ResultState, TraceState, WhatIfState
from gui.questions.answers import Answers
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button, button
from gui.widgets.charts import Curve
from gui.widgets.choice import Choice
from gui.widgets.fold import Fold
from gui.widgets.layouts import Card, Columns, column, row
from gui.widgets.road import Road
from gui.widgets.text import Text, text


def open_card(block: Block, look: Look, wishes: Wishes) -> Card:
    """Return the questions that would make the estimate surer, each with a button that goes there.

    Where to look for an answer is said at the question as well: here it is folded away.
    """
    card = Card(text(block.title, "lead"), name="result-card-open", space=Space.M)
    for found in block.lines:
        go = button(f"result-open-{found.id}", found.value, "small", heard=f"{found.value} {found.name}")
        below: QWidget = wish(wishes.answer, found.id, go)
        if found.remark:
            where = TextsMaker((found.remark,))
            folded = Fold(look, f"result-where-{found.id}", found.more, where, beside=([below], ()))
            folded.button.say(found.more, f"{found.more} {found.name}")
            below = folded
        card.body.addWidget(holder(text(found.name, "strong"), below))
    if block.note:
        card.body.addWidget(text(block.note, "muted"))
    card.body.addStretch(1)
    return card


class CurveCard(Card):
    """The curve by date, with a read-out, and the same as a table."""

    def __init__(self, state: CurveState, look: Look) -> None:
        """Build it."""
        self._state = state
        curve = Curve(look, "result-curve")
        curve.show_curve(state.without, state.with_plan, state.ticks, state.best, state.heard)
        curve.day_pointed.connect(self._on_day)
        self._readout = text(state.readouts[state.best], "small", "result-curve-day")
        table = Fold(look, "result-curve-table-fold", state.table, self._table)
        super().__init__(text(state.title, "lead"), curve, self._readout, table, None, name="result-card-curve")

    def _on_day(self, day: int) -> None:
        self._readout.say(self._state.readouts[day])

    def _table(self) -> QWidget:
        state = self._state
        table = QTableWidget(len(state.rows), len(state.columns))
        table.setObjectName("result-curve-table")
        table.setAccessibleName(state.title)
        table.setHorizontalHeaderLabels(list(state.columns))
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(Size.CHART)
        for place, cells in enumerate(state.rows):
            for at, words in enumerate(cells):
                table.setItem(place, at, QTableWidgetItem(words))
        return table


class TraceMaker:
    """Makes the tree of the trace when it is opened."""

    def __init__(self, trace: TraceState, title: str, look: Look) -> None:
        """Keep the trace."""
        self._trace, self._title, self._look = trace, title, look

    def __call__(self) -> QWidget:
        """Return the tree, its first level open."""
        tree = QTreeWidget()
        tree.setObjectName("result-trace-tree")
        tree.setAccessibleName(self._title)
        tree.setHeaderHidden(True)
        tree.setColumnCount(3)
        tree.setMinimumHeight(self._look.px(Size.CHART * 2))
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        top = _branch(self._trace)
        tree.addTopLevelItem(top)
        top.setExpanded(True)
        return tree


def _branch(node: TraceState) -> QTreeWidgetItem:
    item = QTreeWidgetItem([node.name, node.value, node.how])
    item.setToolTip(0, node.name)
    item.setToolTip(2, node.how)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for child in node.children:
        item.addChild(_branch(child))
    return item


def trace_card(state: ResultState, look: Look) -> Card:
    """Return what we cannot see, how it was worked out, and the trace below."""
    unseen, how = state.blocks[4], state.blocks[5]
    card = Card(
        text(unseen.title, "lead"), *(text(found.name, "muted") for found in unseen.lines), name="result-card-how"
    )
    card.body.addWidget(text(how.title, "lead"))
    for found in how.lines:
        card.body.addWidget(text(found.name, "muted"))
    if state.trace:
        card.body.addWidget(
            Fold(look, "result-trace", state.trace_title, TraceMaker(state.trace, state.trace_title, look))
        )
    card.body.addStretch(1)
    return card


class WhatIfCard(Card):
    """One answer changed, before and after side by side.

    Signals:
        question_chosen (str): Another question.
        row_chosen (str), typed (str, str), left (), chip_chosen (str): What was done with its answers.
        keep_requested (): The answer that was tried is the real one.
    """

    question_chosen = Signal(str)
    row_chosen = Signal(str)
    typed = Signal(str, str)
    left = Signal()
    chip_chosen = Signal(str)
    keep_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        self._look = look
        self._title, self._intro, self._verdict = Text("lead"), Text("muted"), Text("strong", "whatif-verdict")
        self._choose = Choice(look, "whatif-question")
        self._prompt, self._error = Text("strong"), Text("error")
        self._place, self._shown = column(), ""
        self._answers: Answers | None = None
        self._sides = (Side(look, "whatif-before"), Side(look, "whatif-after"))
        self._keep = Button("whatif-keep")
        sides = Columns(look, [(side, 1) for side in self._sides], Size.NARROW)
        left = holder(self._choose, self._prompt, self._place, self._error, None, space=Space.S)
        right = holder(sides, self._verdict, row(self._keep, None), None, space=Space.M)
        super().__init__(self._title, self._intro, Columns(look, [(left, 1), (right, 1)]), name="result-card-whatif")
        self._choose.activated.connect(self._on_activated)
        self._keep.clicked.connect(self.keep_requested)

    def show_state(self, state: WhatIfState) -> None:
        """Show a picture."""
        for label, words in (
            *((self._title, state.title), (self._intro, state.intro), (self._verdict, state.verdict)),
            *((self._prompt, state.question.prompt), (self._error, state.question.error)),
        ):
            label.say(words)
        self._keep.say(state.keep)
        self._choose.show_choices(state.choices, state.chosen, state.choose)
        self._show_answers(state)
        self._sides[0].show_side(state.before_label, state.before, state)
        self._sides[1].show_side(state.after_label, state.after, state)

    def _show_answers(self, state: WhatIfState) -> None:
        kind = f"{state.chosen} {state.choose}"
        if self._answers and kind == self._shown:
            self._answers.show_state(state.question)
            return
        if self._answers:
            self._place.removeWidget(self._answers)
            self._answers.hide()
            self._answers.deleteLater()
        self._shown, self._answers = kind, Answers(self._look, state.question, "whatif")
        self._place.addWidget(self._answers)
        self._answers.row_chosen.connect(self.row_chosen)
        self._answers.typed.connect(self.typed)
        self._answers.left.connect(self.left)
        self._answers.chip_chosen.connect(self.chip_chosen)

    def _on_activated(self, place: int) -> None:
        self.question_chosen.emit(self._choose.itemData(place))


class Side(Card):
    """One side of the comparison."""

    def __init__(self, look: Look, name: str) -> None:
        """Build it empty."""
        self._label, self._number, self._road = Text("small"), Text("heading", name), Road(look, f"{name}-gate")
        self._after = name.endswith("after")
        super().__init__(self._label, self._number, self._road, None, role="note")

    def show_side(self, label: str, number: str, state: WhatIfState) -> None:
        """Show it."""
        self._label.say(label)
        self._number.say(number)
        self._number.setAccessibleName(f"{label} {number}")
        self._road.show_gates(state.after_gates if self._after else state.before_gates)
