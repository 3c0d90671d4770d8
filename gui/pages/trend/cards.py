"""The cards of the page: which score, the table with its buttons, the chart with what is read from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from gui.pages.trend.grid import Grid, Rows
from gui.pages.trend.state import ChartState, KindState, RangeField, TableState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button, OnClick
from gui.widgets.choice import Choice
from gui.widgets.layouts import Card, Flow, clear, column
from gui.widgets.plot_chart import PlotChart
from gui.widgets.text import Text, show_when, text


class KindCard(Card):
    """Which score it is, and the range of another one.

    Signals:
        kind_chosen (str): The kind.
        range_typed (str, str): A field, and what stands in it now.
    """

    kind_chosen = Signal(str)
    range_typed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        """Build it without words."""
        self._look = look
        self._label, self._choice = Text("strong", wrap=False), Choice(look, "trend-kind")
        self._label.setBuddy(self._choice)
        self._fields: dict[str, QLineEdit] = {}
        self._holder, self._note, self._error = QWidget(), Text("small"), Text("error", "trend-kind-error")
        self._flow = Flow()
        self._holder.setLayout(self._flow)
        super().__init__(column(self._label, self._choice, space=Space.XS), self._holder, self._error, self._note)
        self._choice.activated.connect(self._on_chosen)

    def show_state(self, state: KindState) -> None:
        """Show a picture."""
        self._label.say(state.label)
        self._choice.show_choices(state.choices, state.chosen, state.label)
        if self._fields.keys() != {field.id for field in state.fields}:
            self._fields = {}
            clear(self._flow)
            for field in state.fields:
                self._flow.addWidget(self._field(field))
        for field in state.fields:
            edit = self._fields[field.id]
            if edit.text() != field.text:
                edit.setText(field.text)
            edit.setAccessibleDescription(state.error if field.id != "name" else "")
        show_when(self._holder, bool(state.fields))
        self._note.say(state.note)
        self._error.say(state.error)

    def _field(self, field: RangeField) -> QWidget:
        edit, label, holder = QLineEdit(), text(field.label, "small", wrap=False), QWidget()
        edit.setObjectName(f"trend-field-{field.id}")
        edit.setAccessibleName(field.label)
        edit.setMinimumWidth(self._look.px(Size.FIELD))
        edit.textEdited.connect(Typed(self, field.id).tell)
        label.setBuddy(edit)
        self._fields[field.id] = edit
        holder.setLayout(column(label, edit, space=Space.XS))
        return holder

    def _on_chosen(self, place: int) -> None:
        self.kind_chosen.emit(self._choice.itemData(place))


class Typed(QObject):
    """Adds the field's id to what was typed in it; a child of the card, so that it lives as long."""

    def __init__(self, card: KindCard, field: str) -> None:
        """Belong to the card."""
        super().__init__(card)
        self._card, self._field = card, field

    def tell(self, words: str) -> None:
        """Pass on what was typed."""
        self._card.range_typed.emit(self._field, words)


class TableCard(Card):
    """The table with its buttons, and what is wrong with it.

    Signals:
        written (int, int, str): A row, a column, and what was written there.
        rows_removed (list): Rows, by their numbers from 0.
        pasted (str), file_chosen (str): What is to come in.
        add_requested (), clear_requested (), back_requested ().
    """

    written = Signal(int, int, str)
    rows_removed = Signal(list)
    pasted = Signal(str)
    file_chosen = Signal(str)
    add_requested = Signal()
    clear_requested = Signal()
    back_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it without words."""
        super().__init__()
        self._rows = Rows(look)
        self.grid, self._title, self._hint = Grid(look, self._rows), Text("lead"), Text("small")
        self._note, self._mistakes, self._form = Text("strong", "trend-note"), column(space=Space.XS), ""
        self._buttons = {name: Button(f"trend-{name}", "small", click) for name, click in self._clicks().items()}
        self._told: tuple[object, ...] = ()
        self._lay_out()

    def show_state(self, state: TableState) -> None:
        """Show a picture."""
        self._form = state.open_form
        for label, words in ((self._title, state.title), (self._hint, state.hint), (self._note, state.note)):
            label.say(words)
        self.grid.setAccessibleName(state.heard)
        self.grid.setAccessibleDescription(state.hint)
        self._rows.show_rows(state)
        self.grid.viewport().update()  # for the signs of mistakes
        for name, button in self._buttons.items():
            button.say(state.words[name])
            button.setEnabled(name in state.possible)
        if (told := (state.note, *state.mistakes)) != self._told:
            self._told = told
            self._tell(state.mistakes)

    def paste(self) -> None:
        """Let what is on the clipboard come in."""
        self.pasted.emit(QGuiApplication.clipboard().text())

    def remove(self) -> None:
        """Remove the rows that are selected; the keyboard stays near."""
        rows = self.grid.chosen()
        if rows:
            self.rows_removed.emit(rows)
            left = self._rows.rowCount()
            if left:
                self.grid.go(min(rows[0], left - 1))

    def open(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self, self._buttons["open"].text(), "", self._form)
        dialog.setObjectName("trend-open-dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.file_chosen)
        dialog.open()

    def _clicks(self) -> Mapping[str, OnClick]:
        """Return the buttons in their order, and what each does."""
        return {
            "add": self._on_add,
            "remove": self.remove,
            "paste": self.paste,
            "open": self.open,
            "clear": self.clear_requested,
            "back": self.back_requested,
        }

    def _lay_out(self) -> None:
        self._rows.written.connect(self.written)
        self.grid.paste_requested.connect(self.paste)
        self.grid.remove_requested.connect(self.remove)
        self.body.addWidget(self._title)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.grid)
        self.body.addLayout(Flow(self._buttons.values()))
        self.body.addWidget(self._note)
        self.body.addLayout(self._mistakes)
        self.body.addStretch(1)

    def _on_add(self) -> None:
        self.add_requested.emit()
        self.grid.go(self._rows.rowCount() - 1, write=True)

    def _tell(self, mistakes: Sequence[tuple[str, str]]) -> None:
        """Show what is wrong, and let it be heard."""
        clear(self._mistakes)
        lines = [text(words, role, f"trend-mistake-{place}") for place, (words, role) in enumerate(mistakes)]
        for line in lines:
            self._mistakes.addWidget(line)
        for line in (*lines[:1], *([self._note] if self._note.plain else [])):
            QAccessible.updateAccessibility(QAccessibleEvent(line, QAccessible.Event.Alert))


class ChartCard(Card):
    """The chart, or what will stand there; below it the value that is read.

    Signals:
        path_chosen (str): Where to save the chart or the table.
    """

    path_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        self._title, self._empty, self.chart = Text("lead"), Text(""), PlotChart(look, "trend-chart")
        self._read, self._legend = Text("small", "trend-read-out"), Text("small")
        self._save_chart = Button("trend-save-chart", "small", self._on_save_chart)
        self._save_table = Button("trend-save-table", "small", self._on_save_table)
        self._files = (("", ""), ("", ""))
        self._hint = ""
        super().__init__(self._title, self._empty, self.chart, self._read, self._legend)
        self.body.addLayout(Flow((self._save_chart, self._save_table)))
        self.body.addStretch(1)

    def show_state(self, state: ChartState) -> None:
        """Show a picture."""
        self._files = (state.chart_file, state.table_file)
        if state.plot != self.chart.plot or state.hint != self._hint:
            self._hint = state.hint
            self._read.take_role("small")
            self._read.say(state.hint)
        self.chart.show_plot(state.plot, state.hint)
        show_when(self.chart, not state.empty)
        for label, words in ((self._title, state.title), (self._empty, state.empty), (self._legend, state.legend)):
            label.say(words)
        for button, words in ((self._save_chart, state.save_chart), (self._save_table, state.save_table)):
            button.say(words)
            button.setEnabled(state.can_save)

    def show_read_out(self, place: int, words: str) -> None:
        """Mark a value and say it."""
        self.chart.mark(place, words)
        self._read.take_role("strong")
        self._read.say(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self._read, QAccessible.Event.Alert))

    def _on_save_chart(self) -> None:
        self._ask(self._save_chart, self._files[0], "png")

    def _on_save_table(self) -> None:
        self._ask(self._save_table, self._files[1], "csv")

    def _ask(self, button: Button, file: tuple[str, str], suffix: str) -> None:
        dialog = SaveDialog(self, button.text(), file, suffix)
        dialog.fileSelected.connect(self.path_chosen)
        dialog.open()


class SaveDialog(QFileDialog):
    """Asks where to save; the ending follows the kind of file that is chosen."""

    def __init__(self, parent: QWidget, title: str, file: tuple[str, str], suffix: str) -> None:
        """Take the name of the file without its ending, and the kinds it can be."""
        super().__init__(parent, title, file[0], file[1])
        self.setObjectName("trend-save-dialog")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(suffix)
        self.filterSelected.connect(self._on_filter)

    def _on_filter(self, chosen: str) -> None:
        self.setDefaultSuffix(chosen.partition("*.")[2].rstrip(")"))
