"""The way on from every result: whom to ask, and what to write."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QWidget

from gui.widgets.buttons import Button
from gui.widgets.layouts import Flow

PLACES = ("help", "letters")


class Onward(QWidget):
    """A button for each page.

    Signals:
        chosen (str): Go to a page.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        """Build them without words."""
        super().__init__()
        mapper = QSignalMapper(self)
        mapper.mappedString.connect(self.chosen)
        self._buttons = {place: Button(f"result-go-{place}", "", mapper.map) for place in PLACES}
        for place, made in self._buttons.items():
            mapper.setMapping(made, place)
        self.setLayout(Flow(self._buttons.values()))

    def show_places(self, names: tuple[str, ...]) -> None:
        """Show the pages' names."""
        for made, words in zip(self._buttons.values(), names, strict=True):
            made.say(words)
