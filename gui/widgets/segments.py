"""A few choices side by side, of which one is taken."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QWidget

from gui.widgets.buttons import Button
from gui.widgets.layouts import Flow


class Segments(QWidget):
    """The choices.

    Signals:
        chosen (str): One of them, by its id.
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        """Make none yet; ``name`` begins the names of the buttons."""
        super().__init__()
        self._name, self._buttons = name, dict[str, Button]()
        self._mapper, self._flow = QSignalMapper(self), Flow()
        self._mapper.mappedString.connect(self.chosen)
        self.setLayout(self._flow)

    def show_choices(self, choices: Iterable[tuple[str, str, bool]], heard: str) -> None:
        """Show (id, label, whether it is taken); ``heard`` is what is asked, for a screen reader."""
        for thing, label, taken in choices:
            if thing not in self._buttons:
                self._buttons[thing] = self._button(thing)
            shown = self._buttons[thing]
            shown.say(label, f"{heard} {label}")
            shown.setChecked(taken)

    def _button(self, thing: str) -> Button:
        made = Button(f"{self._name}-{thing}", "small", self._mapper.map)
        made.setCheckable(True)
        self._mapper.setMapping(made, thing)
        self._flow.addWidget(made)
        return made
