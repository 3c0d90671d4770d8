"""The answers to one question: things to type, shortcuts, rows to choose. Built once for each question."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QSignalMapper, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gui.questions.state import FieldState, QuestionState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import button
from gui.widgets.layouts import Flow, column, row
from gui.widgets.option import CheckRow, RadioRow
from gui.widgets.tabbing import tab_through
from gui.widgets.text import Text, text

NUMBER_KEYS = 9
LONGEST_PASTE = 20_000
"""More than any field can use: a clipboard with a whole book would make the window stand still."""


class LineField(QLineEdit):
    """One line to type in."""

    def show_text(self, words: str) -> None:
        """Show a text without moving the cursor of somebody who is typing it."""
        if words != self.text():
            self.setText(words)


class LinesField(QPlainTextEdit):
    """Several lines to type in.

    Signals:
        editingFinished (): The field was left.
        textEdited (str): Something was typed.
    """

    editingFinished = Signal()
    textEdited = Signal(str)

    def __init__(self) -> None:
        """Make an empty field in which the tabulator goes on to the next control."""
        super().__init__()
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)

    def show_text(self, words: str) -> None:
        """Show a text without moving the cursor of somebody who is typing it."""
        if words != self.toPlainText():
            self.blockSignals(True)
            at = self.textCursor().position()
            self.setPlainText(words)
            cursor = self.textCursor()
            cursor.setPosition(min(at, len(words)))
            self.setTextCursor(cursor)
            self.blockSignals(False)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste a text, or as much of it as can be of use."""
        self.insertPlainText(source.text()[:LONGEST_PASTE])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.editingFinished.emit()

    def _on_changed(self) -> None:
        self.textEdited.emit(self.toPlainText())


class Answers(QWidget):
    """The answers to one question.

    Signals:
        row_chosen (str): A row was chosen, by its id.
        typed (str, str): A field, and what stands in it now.
        left (): A field was left.
        chip_chosen (str): A shortcut was chosen, by its id.
    """

    row_chosen = Signal(str)
    typed = Signal(str, str)
    left = Signal()
    chip_chosen = Signal(str)

    def __init__(self, look: Look, state: QuestionState, page: str) -> None:
        """Build what the question needs; ``page`` begins the names of the controls."""
        super().__init__()
        self._look, self._page = look, page
        self._fields: dict[str, LineField | LinesField] = {}
        self._notes: dict[str, Text] = {}
        self._rows: dict[str, RadioRow | CheckRow] = {}
        self._chips, self._row_ids = QSignalMapper(self), QSignalMapper(self)
        self._group, self._can_paste = QButtonGroup(self), bool(state.fields and state.searchable)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._build(self._column, state)
        self._chips.mappedString.connect(self.chip_chosen)
        self._row_ids.mappedString.connect(self.row_chosen)
        self.show_state(state)

    def show_state(self, state: QuestionState) -> None:
        """Show what was answered, in place."""
        for field in state.fields:
            shown_field = self._fields[field.id]
            shown_field.show_text(field.text)
            shown_field.setAccessibleDescription(state.error or state.echo or field.note)
            self._notes[field.id].say(field.note)
        self._put_in_order([found.id for found in state.rows])
        self._group.setExclusive(False)
        for number, found in enumerate(state.rows, start=1):
            shown = self._rows[found.id]
            shown.setChecked(found.chosen)
            shown.say(found.label, found.hint, str(number) if number <= NUMBER_KEYS else "")
        self._group.setExclusive(state.one_only)

    def choose_number(self, number: int) -> None:
        """Choose the row with a number, counted from 1 among those that are shown."""
        shown = [found for found in self._rows.values() if not found.isHidden()]
        if number <= len(shown):
            shown[number - 1].setFocus()
            shown[number - 1].click()

    def focus_first(self) -> None:
        """Put the keyboard where the answer is given: on the chosen row, else the first field or row."""
        chosen = [found for found in self._rows.values() if found.isChecked()]
        rows = chosen or [*self._rows.values()]
        # Where something can be pasted as well, the rows come first: number keys would be letters in a field.
        first = rows if self._can_paste and rows else [*self._fields.values()] or rows
        if first:
            first[0].setFocus()

    def paste(self) -> None:
        """Put what lies in the clipboard into the field above the rows, wherever the keyboard is."""
        for field in self._fields.values():
            if self._can_paste:
                field.selectAll()
                field.paste()

    def _put_in_order(self, names: list[str]) -> None:
        """Let the rows stand in this order, for eyes, number keys and the tabulator."""
        if names == list(self._rows):
            return
        self._rows = {name: self._rows[name] for name in names}
        for shown in self._rows.values():
            self._column.removeWidget(shown)
        for shown in self._rows.values():
            self._column.addWidget(shown)
        tab_through(*self._rows.values())

    def _build(self, layout: QVBoxLayout, state: QuestionState) -> None:
        fields = [self._field(state.id, field) for field in state.fields]
        if fields:
            layout.addLayout(column(*fields) if self._can_paste else Flow(fields))
        if state.chips:
            layout.addLayout(Flow([self._chip(state.id, chip.id, chip.label) for chip in state.chips]))
        if state.searchable:
            layout.addWidget(self._search(state.searchable))
        for found in state.rows:
            kind = RadioRow if state.one_only else CheckRow
            shown = kind(self._look, f"{self._page}-answer-{state.id}-{found.id}", found.dashed)
            self._rows[found.id] = shown
            if state.one_only:
                self._group.addButton(shown)
            self._row_ids.setMapping(shown, found.id)
            shown.clicked.connect(self._row_ids.map)
            layout.addWidget(shown)

    def _field(self, question: str, field: FieldState) -> QWidget:
        edit: LineField | LinesField = LinesField() if field.lines else LineField()
        edit.setObjectName(f"{self._page}-field-{question}-{field.id}")
        edit.setPlaceholderText(field.example)
        edit.setAccessibleName(field.label)
        edit.setMinimumWidth(self._look.px(Size.FIELD if field.lines or not field.unit else Size.FIELD // 2))
        if field.lines:
            edit.setFixedHeight(self._look.px(Size.LINES))
        self._fields[field.id] = edit
        mapper = FieldTold(self, field.id)
        edit.textEdited.connect(mapper.tell)
        edit.editingFinished.connect(self.left)
        label = text(field.label, "small", wrap=False)
        label.setBuddy(edit)
        holder = QWidget()
        unit = Text("muted", wrap=False)
        unit.say(field.unit)
        self._notes[field.id] = Text("small", f"{self._page}-note-{field.id}")
        holder.setLayout(column(label, row(edit, unit), self._notes[field.id], space=Space.XS))
        return holder

    def _chip(self, question: str, chip: str, label: str) -> QWidget:
        shown = button(f"{self._page}-chip-{question}-{chip}", label, "small")
        self._chips.setMapping(shown, chip)
        shown.clicked.connect(self._chips.map)
        return shown

    def _search(self, label: str) -> QWidget:
        edit = LineField()
        edit.setObjectName(f"{self._page}-search")
        edit.setPlaceholderText(label)
        edit.setAccessibleName(label)
        edit.textChanged.connect(self._on_searched)
        return edit

    def _on_searched(self, words: str) -> None:
        wanted = words.strip().lower()
        for found in self._rows.values():
            found.setVisible(wanted in f"{found.text()} {found.face.hint}".lower())


class FieldTold(QObject):
    """Adds the field's id to what was typed in it; a child, so that it lives as long as the answers do."""

    def __init__(self, answers: Answers, field: str) -> None:
        """Belong to the answers."""
        super().__init__(answers)
        self._answers, self._field = answers, field

    def tell(self, words: str) -> None:
        """Pass on what was typed."""
        self._answers.typed.emit(self._field, words)
