"""The page about help on the screen: steps beside the script for the telephone, rules and numbers below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.clipboard import put
from gui.pages.help.calls_card import CallsCard
from gui.pages.help.rights import Rights
from gui.pages.help.script_card import ScriptCard
from gui.pages.help.state import HelpState, KindState
from gui.pages.help.steps import Alarm, Steps
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Columns, Flow, column, fill
from gui.widgets.page import ScrolledPage
from gui.widgets.piecemeal import Piecemeal
from gui.widgets.saving import SaveDialog
from gui.widgets.segments import Segments
from gui.widgets.tabbing import tab_through
from gui.widgets.text import Text

FORMS = "HTML (*.html);;PDF (*.pdf);;Markdown (*.md);;TXT (*.txt)"


class HelpView(ScrolledPage):
    """The page. What is done on it is told by the signals of its parts: steps, rights, script, calls, kind, alarm.

    Signals:
        path_chosen (str), print_requested (): Where to save the guide; that it is to be printed.
    """

    path_chosen = Signal(str)
    print_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("help")
        self._look, self._file = look, ("", "")
        self._title, self._about = Text("title", "help-title"), Text("muted", "help-about")
        self._as_of, self._remarks = Text("small"), Text("strong", "help-remarks")
        self._save = Button("help-save", "", self.save)
        self._kind_label, self._kind_hint = Text("strong"), Text("small")
        self.kind, self._kind = Segments("help-kind"), Card(name="help-kind")
        self._builder, self.alarm = Piecemeal(self), Alarm(look)
        self.steps, self.rights = Steps(look, self._builder), Rights(look, self._builder)
        self.script, self.calls = ScriptCard(look), CallsCard()
        self._builder.done.connect(self._on_done)
        self._lay_out()

    def show_state(self, state: HelpState) -> None:
        """Show a picture."""
        self._file = (state.save, state.file_name)
        for label, words in (
            *((self._title, state.title), (self._about, state.about), (self._as_of, state.as_of)),
            (self._remarks, "\n".join(state.remarks)),
        ):
            label.say(words)
        self.area.setAccessibleName(state.title)
        self._save.say(state.save)
        self._show_kind(state.kind)
        self.alarm.show_alarm(state.alarm)
        self.steps.show_steps(state.steps)
        self.calls.show_state(state.calls)
        self.script.show_state(state.script)
        self.rights.show_rights(state.rights)
        if self.complete:
            self._on_done()

    @property
    def complete(self) -> bool:
        """Return whether every step and every rule stands."""
        return self._builder.complete

    def take_focus(self) -> None:
        """Put the keyboard at the top."""
        self._save.setFocus()

    def point_out(self) -> None:
        """Put the keyboard on the first mistake."""
        self.script.point_out()

    def show_calls(self) -> None:
        """Put the keyboard on what the last call changes, and bring it into view."""
        self.calls.take_focus()
        self.area.ensureWidgetVisible(self.calls)

    def put_on_clipboard(self, text: str) -> None:
        """Let a text be pasted elsewhere."""
        put(text)

    def save(self) -> None:
        """Ask where to save the guide."""
        dialog = SaveDialog("help-save-dialog", self, *self._file, FORMS)
        dialog.fileSelected.connect(self.path_chosen)
        dialog.open()

    def print_out(self) -> None:
        """Ask to print it."""
        self.print_requested.emit()

    def _on_done(self) -> None:
        tab_through(self.area.inside)  # Qt's own way of the tabulator is that of building

    def _show_kind(self, state: KindState | None) -> None:
        self._kind.setVisible(state is not None)
        if state is not None:
            self._kind_label.say(state.label)
            self._kind_hint.say(state.hint)
            self.kind.show_choices(state.choices, state.label)

    def _lay_out(self) -> None:
        told, keys = QWidget(), QWidget()
        told.setLayout(column(self._title, self._as_of, space=Space.XS))
        keys.setLayout(Flow((self._save,)))
        fill(self._kind.body, (self._kind_label, self.kind, self._kind_hint))
        left, right = QWidget(), QWidget()
        left.setLayout(column(self.steps, None))
        right.setLayout(column(self.calls, self.script, self.rights, None, space=Space.L))
        for part in (left, right):  # shares of the width, whatever the texts would like
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = Columns(self._look, [(told, 1), (keys, 0)])
        fill(self.area.body, (head, self.alarm, self._about, self._remarks, self._kind))
        self.area.body.addWidget(Columns(self._look, [(left, 3), (right, 2)]))
        self.area.body.addStretch(1)
