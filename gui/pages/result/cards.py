"""What the cards of the result are put together from. Each is built for one picture."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper
from PySide6.QtWidgets import QWidget

from gui.pages.result.state import Block, Line
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Item, column, row
from gui.widgets.text import text


class Wishes(QWidget):
    """Turns clicks on many buttons into one signal with the id of the thing meant."""

    def __init__(self, parent: QWidget) -> None:
        """Live as long as the page does."""
        super().__init__(parent)
        self.hide()
        self.object, self.page, self.done, self.answer = (QSignalMapper(self) for _ in range(4))


def wish(mapper: QSignalMapper, thing: str, shown: Button) -> Button:
    """Let a click on the button name the thing."""
    mapper.setMapping(shown, thing)
    shown.clicked.connect(mapper.map)
    return shown


def holder(*items: Item, space: Space = Space.XS) -> QWidget:
    """Return a widget with things below each other."""
    made = QWidget()
    made.setLayout(column(*items, space=space))
    return made


class TextsMaker:
    """Makes a column of texts when a fold is opened."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        """Keep the texts."""
        self._texts = texts

    def __call__(self) -> QWidget:
        """Return the texts below each other."""
        return holder(*(text(words, "muted") for words in self._texts if words))


def lines_of(lines: tuple[Line, ...]) -> list[Item]:
    """Return lines: a name, a value beside it, a remark below."""
    items: list[Item] = []
    for found in lines:
        named = text(found.name, "strong" if found.remark else "")
        said: Item = named
        if found.value:
            said = row(named, text(found.value, "value", wrap=False))
            said.setStretch(0, 1)
        items.append(column(said, text(found.remark, "muted"), space=Space.NONE) if found.remark else said)
    return items


def block_card(block: Block, name: str) -> Card:
    """Return a block as a card."""
    note = [text(block.note, "small")] if block.note else []
    return Card(text(block.title, "lead"), *lines_of(block.lines), *note, None, name=name)
