"""The page of letters on the screen: what to write and what it asks for, beside what it becomes."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from gui.clipboard import put
from gui.pages.letters.fields_card import FieldsCard
from gui.pages.letters.sheet import SheetCard
from gui.pages.letters.state import LettersState
from gui.questions.state import RowState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.layouts import Card, Columns, column, fill
from gui.widgets.option import RadioRow
from gui.widgets.page import ScrolledPage
from gui.widgets.saving import SaveDialog
from gui.widgets.segments import Segments
from gui.widgets.text import Text

FORMS = "HTML (*.html);;PDF (*.pdf);;Markdown (*.md);;TXT (*.txt)"
DATA = ";;JSON (*.json)"


class LettersView(ScrolledPage):
    """The page. What is typed and who lends is told by the signals of its parts: fields, lender.

    Signals:
        kind_chosen (str), copy_requested (): What to write; the whole text elsewhere.
        path_chosen (str), print_requested (): Where to save it; that it is to be printed.
        sent_requested (): It was sent, and the day is to be noted.
    """

    kind_chosen = Signal(str)
    copy_requested = Signal()
    path_chosen = Signal(str)
    print_requested = Signal()
    sent_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("letters")
        self._look, self._file = look, ("", "", FORMS)
        self._title, self._intro, self._choose = Text("title", "letters-title"), Text("muted"), Text("lead")
        self._kinds = Kinds(look)
        self._lender_label, self._lender_hint = Text("strong"), Text("small")
        self.lender, self.fields, self._sheet = Segments("letters-kind"), FieldsCard(look), SheetCard(look)
        self._kinds.chosen.connect(self.kind_chosen)
        self._sheet.copy_requested.connect(self.copy_requested)
        self._sheet.save_requested.connect(self.save)
        self._sheet.sent_requested.connect(self.sent_requested)
        self._lay_out()

    def show_state(self, state: LettersState) -> None:
        """Show a picture."""
        self._file = (state.sheet.save, state.file_name, f"{FORMS}{DATA}" if state.as_data else FORMS)
        for label, words in (
            *((self._title, state.title), (self._intro, state.intro), (self._choose, state.choose)),
            *((self._lender_label, state.lender_label), (self._lender_hint, state.lender_hint)),
        ):
            label.say(words)
        self.area.setAccessibleName(state.title)
        self._kinds.show_rows(state.kinds)
        self.lender.show_choices(state.lender, state.lender_label)
        self.fields.show_state(state.fields)
        self._sheet.show_state(state.sheet)

    def take_focus(self) -> None:
        """Put the keyboard on what is being written."""
        self._kinds.take_focus()

    def put_on_clipboard(self, text: str) -> None:
        """Let a text be pasted elsewhere."""
        put(text)

    def save(self) -> None:
        """Ask where to save it."""
        dialog = SaveDialog("letters-save-dialog", self, *self._file)
        dialog.fileSelected.connect(self.path_chosen)
        dialog.open()

    def print_out(self) -> None:
        """Ask to print it."""
        self.print_requested.emit()

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        lender = column(self._lender_label, self.lender, self._lender_hint)
        choices = Card(self._choose, self._kinds, lender, name="letters-kinds", space=Space.M)
        left.setLayout(column(choices, self.fields, None, space=Space.L))
        right.setLayout(column(self._sheet, None))
        for part in (left, right):  # shares of the width, whatever the texts would like
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        fill(self.area.body, (self._title, self._intro, Columns(self._look, [(left, 2), (right, 3)])))
        self.area.body.addStretch(1)


class Kinds(QWidget):
    """What can be written.

    Signals:
        chosen (str): One of them.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        super().__init__()
        self._look, self._rows = look, dict[str, RadioRow]()
        self._group, self._mapper = QButtonGroup(self), QSignalMapper(self)
        self._mapper.mappedString.connect(self.chosen)
        self._place = column()
        self.setLayout(self._place)

    def show_rows(self, rows: tuple[RowState, ...]) -> None:
        """Show them, and which is being written."""
        for found in rows:
            if found.id not in self._rows:
                self._rows[found.id] = self._row(found.id)
            self._rows[found.id].say(found.label, found.hint)
            self._rows[found.id].setChecked(found.chosen)

    def take_focus(self) -> None:
        """Put the keyboard on the one that is being written."""
        for found in self._rows.values():
            if found.isChecked():
                found.setFocus()

    def _row(self, kind: str) -> RadioRow:
        made = RadioRow(self._look, f"letters-write-{kind}")
        self._group.addButton(made)
        self._mapper.setMapping(made, kind)
        made.clicked.connect(self._mapper.map)
        self._place.addWidget(made)
        return made
