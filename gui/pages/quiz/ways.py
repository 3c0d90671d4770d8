"""Buttons in lines like words, each broken where it is wider than the line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.buttons import WrappingButton
from gui.widgets.layouts import Flow


class Ways(QWidget):
    """The buttons."""

    def __init__(self, buttons: Sequence[WrappingButton]) -> None:
        """Take them in order."""
        super().__init__()
        self.buttons = tuple(buttons)
        for button in self.buttons:  # a link would ask for its whole line else, and be broken nowhere
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setLayout(Flow(self.buttons))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words of the buttons where they must be."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Break them after a change of words."""
        for button in self.buttons:
            button.fit(self.width())


def choosing(wanted: Sequence[tuple[str, str, str, str]], role: str, chosen: SignalInstance) -> Ways:
    """Return buttons from (object name, what is chosen, label, what is heard); ``chosen`` is told which was pressed."""
    buttons = [WrappingButton(name, role) for name, _, _, _ in wanted]
    made = Ways(buttons)
    mapper = QSignalMapper(made)
    for button, (_, thing, label, heard) in zip(buttons, wanted, strict=True):
        button.say(label, heard)
        mapper.setMapping(button, thing)
        button.clicked.connect(mapper.map)
    mapper.mappedString.connect(chosen)
    return made
