"""Rows to choose from, one or several, and fields with a label and a mistake."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from gui.questions.answers import LineField
from gui.questions.state import RowState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.layouts import clear, column
from gui.widgets.option import CheckRow, RadioRow
from gui.widgets.text import Text


class Rows(QWidget):
    """The rows; those of the same ids are updated in place.

    Signals:
        chosen (str): One was pressed.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, one_only: bool) -> None:
        """Make none yet; ``name`` begins the names of the rows."""
        super().__init__()
        self._look, self._name, self._one_only = look, name, one_only
        self._rows: dict[str, RadioRow | CheckRow] = {}
        self._group, self._mapper = QButtonGroup(self), QSignalMapper(self)
        self._group.setExclusive(one_only)
        self._mapper.mappedString.connect(self.chosen)
        self._place = column()
        self.setLayout(self._place)

    def show_rows(self, rows: Sequence[RowState]) -> None:
        """Show them, and which are chosen."""
        if list(self._rows) != [row.id for row in rows]:
            clear(self._place)
            self._rows = {row.id: self._row(row.id) for row in rows}
        self._group.setExclusive(False)  # what is taken back leaves none chosen, which Qt would not allow
        for row in rows:
            shown = self._rows[row.id]
            shown.say(row.label, row.hint)
            shown.setChecked(row.chosen)
        self._group.setExclusive(self._one_only)
        self.setVisible(bool(rows))

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen, or on the first row."""
        rows = list(self._rows.values())
        for row in [*(row for row in rows if row.isChecked()), *rows][:1]:
            row.setFocus()

    def _row(self, thing: str) -> RadioRow | CheckRow:
        made = (RadioRow if self._one_only else CheckRow)(self._look, f"{self._name}-{thing}")
        self._group.addButton(made)
        self._mapper.setMapping(made, thing)
        made.clicked.connect(self._mapper.map)
        self._place.addWidget(made)
        made.show()  # Qt would do so later, and what is hidden cannot take the keyboard
        return made


class Entry(QWidget):
    """A line to type in, its label above and what is wrong below.

    Signals:
        typed (str): What stands there now.
    """

    typed = Signal(str)

    def __init__(self, look: Look, name: str, hidden: bool = False) -> None:
        """Make an empty one; ``hidden`` shows dots in place of what is typed."""
        super().__init__()
        self.edit, self._label, self._error = LineField(), Text("strong"), Text("error", f"{name}-error")
        self.edit.setObjectName(name)
        self.edit.setMinimumWidth(look.px(Size.FIELD))
        self.edit.setMaximumWidth(look.px(Size.READABLE) // 2)
        if hidden:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.textEdited.connect(self.typed)
        self._label.setBuddy(self.edit)
        self.setLayout(column(self._label, self.edit, self._error, space=Space.XS))

    def show_entry(self, label: str, words: str, error: str = "") -> None:
        """Show what it is called, what stands there, and what is wrong with that."""
        self._label.say(label)
        self._error.say(error)
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(error)
        self.edit.show_text(words)


def lines(place: QVBoxLayout, words: Sequence[str], name: str, role: str = "") -> None:
    """Show some texts below each other in a place of their own."""
    clear(place)
    for number, line in enumerate(words, start=1):
        made = Text(role, f"{name}-{number}")
        made.say(line)
        place.addWidget(made)
