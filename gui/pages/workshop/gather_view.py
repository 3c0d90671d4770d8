"""Results brought together, on the screen: where they lie on the left, what they say on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.pages.workshop.dialogs import ask_folder, ask_where
from gui.pages.workshop.rows import Entry
from gui.pages.workshop.state import BarState, BlockState, GatherState, KeyState, PaperPart
from gui.questions.answers import LinesField
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button
from gui.widgets.charts import Share
from gui.widgets.layouts import Card, clear, column, fill, row
from gui.widgets.piecemeal import Piecemeal
from gui.widgets.shelf import Shelf
from gui.widgets.text import Chip, Text, text


class GatherView(QWidget):
    """What is behind the third door; what was scanned is told by ``scan``.

    Signals:
        typed_code (str): Which workshop.
        folder_chosen (str), again_requested (): Where results lie; read them anew.
        path_chosen (str): Where to save the report.
    """

    typed_code = Signal(str)
    folder_chosen = Signal(str)
    again_requested = Signal()
    path_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build it without words."""
        super().__init__()
        self._look, self._keys = look, dict[str, KeyState]()
        self._built: tuple[object, ...] = ()
        self._folder_label, self._folder = Text("strong"), Text("", "workshop-folder")
        self._code, self._note = Entry(look, "workshop-gather-code"), Text("strong", "workshop-note")
        self._buttons = {
            "folder": Button("workshop-gather-folder", "primary", self._on_folder),
            "again": Button("workshop-gather-again", "", self.again_requested),
        }
        self.scan, self._save = ScanCard(look), Button("workshop-report-save", "primary", self.save)
        self._builder, self._told, self._refused = Piecemeal(self), column(space=Space.L), column(space=Space.L)
        self._lay_out()

    def show_state(self, state: GatherState) -> None:
        """Show a picture."""
        self._keys = state.keys
        for label, words in (
            *((self._folder_label, state.folder_label), (self._folder, state.folder), (self._note, state.note)),
        ):
            label.say(words)
        self._code.show_entry(state.code_label, state.code, state.code_error)
        self.scan.show_state(state)
        for name, button in (*self._buttons.items(), ("save", self._save)):
            button.say(state.keys[name].words)
            button.setEnabled(state.keys[name].possible)
        self._save.setVisible(state.keys["save"].possible)
        self._build(state)

    @property
    def complete(self) -> bool:
        """Return whether the whole report stands."""
        return self._builder.complete

    def take_focus(self) -> None:
        """Put the keyboard on the choice of a folder."""
        self._buttons["folder"].setFocus()

    def save(self) -> None:
        """Ask where to save the report."""
        if self._keys and self._keys["save"].possible:
            ask_where("workshop-report-dialog", self, self._keys["save"], self.path_chosen)

    def _build(self, state: GatherState) -> None:
        """Show the report, built anew only when it says something else."""
        told = (state.parts, state.refused_title, state.refused)
        if told == self._built:
            return
        self._built = told
        clear(self._refused)
        makers = (maker for number, part in enumerate(state.parts, 1) for maker in _makers(part, number, self._look))
        self._builder.put(self._told, makers)
        if state.refused:
            self._refused.addWidget(_refused(state))

    def _lay_out(self) -> None:
        keys = row(self._buttons["folder"], self._buttons["again"], None)
        where = Card(self._folder_label, self._folder, keys, self._code, name="workshop-where", space=Space.M)
        shelf = Shelf(self._look)
        shelf.add(where, "left")
        shelf.add(self.scan, "right")
        self.setLayout(column(shelf, self._note, self._refused, row(self._save, None), self._told, None, space=Space.L))

    def _on_folder(self) -> None:
        ask_folder("workshop-folder-dialog", self, self._keys["folder"], self.folder_chosen)


class ScanCard(Card):
    """Where the text of codes is pasted.

    Signals:
        typed (str): What stands there now.
        take_requested (): Put it into the folder.
    """

    typed = Signal(str)
    take_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it without words."""
        super().__init__(name="workshop-scan", space=Space.M)
        self._label, self._hint, self._field = Text("strong"), Text("small"), LinesField()
        self._error, self._take = Text("error", "workshop-scan-error"), Button("workshop-gather-take")
        self._field.setObjectName("workshop-scanned")
        self._label.setBuddy(self._field)
        self._field.setFixedHeight(look.px(Size.LINES))
        self._field.textEdited.connect(self.typed)
        self._take.clicked.connect(self.take_requested)
        fill(self.body, (self._label, self._hint, self._field, self._error, row(self._take, None)))

    def show_state(self, state: GatherState) -> None:
        """Show a picture."""
        self._label.say(state.scan_label)
        self._hint.say(state.scan_hint)
        self._error.say(state.scan_error)
        self._field.setAccessibleName(state.scan_label)
        self._field.setAccessibleDescription(state.scan_error)
        self._field.show_text(state.scanned)
        self._take.say(state.keys["take"].words)
        self._take.setEnabled(state.keys["take"].possible)


def _makers(state: PaperPart, number: int, look: Look) -> Iterator[Callable[[], QWidget]]:
    """Yield what makes the cards of a part: its heading with what it says, then one for each block."""
    name = f"workshop-part-{number}"
    yield partial(_head, state, name)
    for place, block in enumerate(state.blocks, start=1):
        yield partial(_block, block, f"{name}-{place}", look)


def _head(state: PaperPart, name: str) -> QWidget:
    made = QWidget()
    lines = [text(words, "", f"{name}-line-{number}") for number, words in enumerate(state.lines, start=1)]
    made.setLayout(column(text(state.title, "heading", f"{name}-title"), *lines))
    return made


def _block(state: BlockState, name: str, look: Look) -> Card:
    card = Card(name=name)
    if state.title:
        card.body.addWidget(text(state.title, "strong", f"{name}-title"))
    for number, words in enumerate(state.lines, start=1):
        card.body.addWidget(text(words, "", f"{name}-line-{number}"))
    for number, bar in enumerate(state.bars, start=1):
        card.body.addLayout(_bar(bar, f"{name}-bar-{number}", look))
    return card


def _bar(bar: BarState, name: str, look: Look) -> QVBoxLayout:
    said, value = text(bar.name, "", f"{name}-name"), Chip(bar.value, "strong", f"{name}-value")
    remark = (text(bar.remark, "small", f"{name}-remark"),) if bar.remark else ()
    if bar.share is None:  # what has no bar is a sentence, and needs the width
        return column(said, value, *remark, space=Space.XS)
    beside = row(said, value, space=Space.L)
    beside.setStretch(0, 1)
    share = Share(look, name, bar.share, f"{bar.name} {bar.value}")
    return column(beside, share, *remark, space=Space.XS)


def _refused(state: GatherState) -> Card:
    card = Card(text(state.refused_title, "lead"), role="card-caution", name="workshop-refused")
    for number, (file, why) in enumerate(state.refused, start=1):
        name = f"workshop-refused-{number}"
        card.body.addLayout(column(text(file, "strong", name), text(why, "", f"{name}-why"), space=Space.NONE))
    return card
