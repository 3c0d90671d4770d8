"""What a letter asks for on the screen: a field for each, with what it is for and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.pages.letters.state import FieldsState, LetterField
from gui.questions.answers import LineField, LinesField
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.layouts import Card, clear, column, fill
from gui.widgets.text import Text


class FieldsCard(Card):
    """The fields.

    Signals:
        put_in (str, str), left (str): A field and what stands in it now; a field was left.
    """

    put_in = Signal(str, str)
    left = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build it without a field."""
        super().__init__(name="letters-fields", space=Space.M)
        self._look, self._lines = look, dict[str, FieldLine]()
        self._title, self._hint, self._blanks = Text("lead"), Text("small"), Text("", "letters-blanks")
        self._place = column(space=Space.L)
        fill(self.body, (self._title, self._hint, self._place, self._blanks))

    def show_state(self, state: FieldsState) -> None:
        """Show the fields, in place where they are the same."""
        self._title.say(state.title)
        self._hint.say(state.hint)
        self._blanks.say(state.blanks)
        if list(self._lines) != [found.id for found in state.fields]:
            clear(self._place)
            self._lines = {found.id: self._line(found) for found in state.fields}
        for found in state.fields:
            self._lines[found.id].show_field(found)

    def _line(self, found: LetterField) -> FieldLine:
        line = FieldLine(found, self._look)
        line.put_in.connect(self.put_in)
        line.left.connect(self.left)
        self._place.addWidget(line)
        return line


class FieldLine(QWidget):
    """One field.

    Signals:
        put_in (str, str), left (str): The field, and what stands in it now; it was left.
    """

    put_in = Signal(str, str)
    left = Signal(str)

    def __init__(self, found: LetterField, look: Look) -> None:
        """Build it empty."""
        super().__init__()
        self._id = found.id
        self._label, self._error = Text("strong"), Text("error", f"letters-error-{found.id}")
        self._help = Text("small", f"letters-help-{found.id}")
        self._edit: LineField | LinesField = LinesField() if found.lines else LineField()
        self._edit.setObjectName(f"letters-field-{found.id}")
        if found.lines:
            self._edit.setFixedHeight(look.px(Size.LINES))
        self._edit.textEdited.connect(self._on_edited)
        self._edit.editingFinished.connect(self._on_left)
        self._label.setBuddy(self._edit)
        self.setLayout(column(self._label, self._edit, self._help, self._error, space=Space.XS))

    def show_field(self, found: LetterField) -> None:
        """Show what stands in it, and what is wrong with that."""
        self._label.say(found.label)
        self._help.say(found.help)
        self._error.say(found.error)
        self._edit.show_text(found.text)
        self._edit.setPlaceholderText(found.example)
        self._edit.setAccessibleName(found.label)
        self._edit.setAccessibleDescription(found.error or found.help)

    def _on_edited(self, words: str) -> None:
        self.put_in.emit(self._id, words)

    def _on_left(self) -> None:
        self.left.emit(self._id)
