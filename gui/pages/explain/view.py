"""An explanation on the screen: the list of causes beside the page of one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QWidget

from gui.pages.explain.state import ExplainState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button
from gui.widgets.chips import Chips, Remark
from gui.widgets.choice import Choice
from gui.widgets.layouts import Card, Columns, clear, column, row
from gui.widgets.page import ScrolledPage
from gui.widgets.prose import Prose
from gui.widgets.text import Text, show_when, text


class ExplainView(ScrolledPage):
    """The page.

    Signals:
        cause_chosen (str): Another cause.
        back_requested (): Back to the result.
    """

    cause_chosen = Signal(str)
    back_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("explain")
        self._look = look
        self._title, self._subtitle = Text("title", "explain-title"), Text("muted")
        self._choose = Choice(look, "explain-cause")
        self._back = Button("explain-back", "", self.back_requested)
        self._place = column(space=Space.L)
        body = self.area.body
        body.addWidget(self._head())
        body.addLayout(column(self._title, self._subtitle, space=Space.XS))
        body.addLayout(self._place)
        body.addStretch(1)
        self._make_searchable()

    def show_state(self, state: ExplainState) -> None:
        """Show a picture."""
        self._title.say(state.title)
        self._subtitle.say(state.subtitle)
        self.area.setAccessibleName(state.title)
        self._back.say(state.back)
        show_when(self._back, bool(state.back))
        self._choose.show_choices(state.choices, state.chosen, state.search)
        self._fitting.setAccessibleName(state.search)
        clear(self._place)
        self._place.addWidget(Chips(self._look, "explain-chips", [Remark(words) for words in state.chips], state.title))
        for part in state.parts:
            prose = Prose(self._look, f"explain-{part.id}")
            prose.say(part.markdown)
            role = "card-accent" if part.id == "do" else "card"
            self._place.addWidget(Card(text(part.title, "lead"), prose, role=role))
        self._place.addWidget(Card(text(state.sources_label, "strong"), text(state.sources, "small"), role="note"))
        self.area.verticalScrollBar().setValue(0)

    def _head(self) -> QWidget:
        choose, back = QWidget(), QWidget()
        choose.setLayout(row(self._choose))
        choose.setMaximumWidth(self._look.px(Size.READABLE))
        back.setLayout(row(None, self._back))
        return Columns(self._look, [(choose, 1), (back, 0)], Size.MEDIUM)

    def _make_searchable(self) -> None:
        self._choose.setEditable(True)
        self._choose.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self._choose.model(), self._choose)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._choose.setCompleter(completer)
        # Qt makes its list a window of nobody's, which no style sheet reaches.
        self._fitting = QListView()
        completer.setPopup(self._fitting)
        self._fitting.setParent(self, Qt.WindowType.Popup)
        self._fitting.setObjectName("explain-fitting")
        self._choose.activated.connect(self._on_activated)
        completer.activated.connect(self._on_completed)

    def _on_activated(self, place: int) -> None:
        self.cause_chosen.emit(self._choose.itemData(place))

    def _on_completed(self, name: str) -> None:
        self._on_activated(self._choose.findText(name))
