"""A block of the journal page on the screen: title, lines, things to type, a table, buttons. Updated in place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from gui.pages.journal.state import Act, Block, Field
from gui.questions.answers import LineField
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import WrappingButton
from gui.widgets.choice import Choice
from gui.widgets.layouts import Card, Columns, Flow, Item, column
from gui.widgets.text import Text, text


class ActButton(WrappingButton):
    """A button that names what it stands for.

    Signals:
        wished (object): Its :class:`Act`.
    """

    wished = Signal(object)

    def __init__(self, act: Act) -> None:
        """Make it."""
        super().__init__(act.name, act.role, self._on_clicked)
        self._act = act
        self.say(act.words, act.heard)

    def _on_clicked(self) -> None:
        self.wished.emit(self._act)


class Entry(QWidget):
    """Something to type or to choose, under its label; the mistake below.

    Signals:
        typed (str, str): Its id, and what stands there now.
    """

    typed = Signal(str, str)

    def __init__(self, look: Look, state: Field) -> None:
        """Build it."""
        super().__init__()
        self._id, label, self._error = state.id, text(state.label, "small"), Text("error", f"journal-error-{state.id}")
        self._edit: LineField | Choice = Choice(look, "") if state.choices else _line_field(state)
        self._edit.setObjectName(f"journal-field-{state.id}")
        if isinstance(self._edit, Choice):
            self._edit.activated.connect(self._on_chosen)
        else:
            self._edit.textEdited.connect(self._on_typed)
        self._edit.setMinimumWidth(Size.FIELD)
        label.setBuddy(self._edit)
        self.setLayout(column(label, self._edit, self._error, space=Space.XS))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_state(state)

    def show_state(self, state: Field) -> None:
        """Show what stands there."""
        if isinstance(self._edit, Choice):
            self._edit.show_choices(state.choices, state.text, state.label)
        else:
            self._edit.show_text(state.text)
            self._edit.setAccessibleDescription(state.error)
        self._error.say(state.error)

    def _on_typed(self, words: str) -> None:
        self.typed.emit(self._id, words)

    def _on_chosen(self, place: int) -> None:
        if isinstance(self._edit, Choice):
            self.typed.emit(self._id, self._edit.itemData(place))


def _line_field(state: Field) -> LineField:
    made = LineField()
    made.setAccessibleName(state.label)
    if state.secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


class BlockCard(Card):
    """One block.

    Signals:
        wished (object): A button was pressed; its :class:`Act`.
        typed (str, str): Something was typed or chosen: the field, and what stands there now.
    """

    wished = Signal(object)
    typed = Signal(str, str)

    def __init__(self, look: Look, state: Block) -> None:
        """Build it."""
        super().__init__(role=state.role, name=f"journal-block-{state.id}", space=Space.M)
        self._look, self._shape = look, Block("", "")
        self._entries: dict[str, Entry] = {}
        self._buttons: list[ActButton] = []
        self.show_state(state)

    def show_state(self, state: Block) -> bool:
        """Show a block; return whether it had to be built anew."""
        shape = replace(state, fields=tuple(replace(field, text="", error="") for field in state.fields))
        anew = shape != self._shape
        if anew:
            self._shape = shape
            self._build(state)
        for field in state.fields:
            self._entries[field.id].show_state(field)
        return anew

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words of the buttons where they must be."""
        super().resizeEvent(event)
        self._fit()

    def _build(self, state: Block) -> None:
        self._entries = {field.id: Entry(self._look, field) for field in state.fields}
        self._buttons = [ActButton(act) for act in state.acts]
        for entry in self._entries.values():
            entry.typed.connect(self.typed)
        for shown in self._buttons:
            shown.wished.connect(self.wished)
        items: list[Item] = [text(state.title, "lead")] if state.title else []
        items += [text(line.words, line.role, f"journal-{line.name}" if line.name else "") for line in state.lines]
        items += self._fields(state)
        if self._buttons:
            items.append(Flow(self._buttons))
        if state.table:
            items.append(_table(state.table, f"journal-cell-{state.id}"))
        self.put(items)
        self._fit()

    def _fields(self, state: Block) -> list[Item]:
        """Return what can be typed: two halves in a line where there is room, the others alone."""
        halves = [self._entries[field.id] for field in state.fields if field.half]
        pairs = [halves[place : place + 2] for place in range(0, len(halves), 2)]
        lines: list[Item] = [self._entries[field.id] for field in state.fields if not field.half]
        return [*lines, *(Columns(self._look, [(entry, 1) for entry in pair], Size.MEDIUM) for pair in pairs)]

    def _fit(self) -> None:
        margins = self.body.contentsMargins()
        for shown in self._buttons:
            shown.fit(self.width() - margins.left() - margins.right())


def _table(rows: tuple[tuple[str, ...], ...], name: str) -> QGridLayout:
    """Return rows of texts; the first column names what the others say."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.S)
    for place, row in enumerate(rows):
        for at, words in enumerate(row):
            role = "muted" if at == 0 else "strong"
            # Each at the first line of its row: a value may have several.
            grid.addWidget(text(words, role, f"{name}-{place}-{at}"), place, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
    return grid
