"""What is done in the library before it is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from gui.program import Program
from gui.widgets.prose import LinkedProse
from tests.pages.finding import shown


def forget_reading(program: Program) -> None:
    """Let the library begin with its list."""
    program.desk.memory.clear()


def find_by_letters(window: QWidget) -> None:
    """Type what is found in much that there is to read."""
    field = shown(window, QLineEdit, "library-search")
    QTest.keyClicks(field, "de")


def explain_a_word(window: QWidget) -> None:
    """Open the explanation of the first word that a text links."""
    prose = shown(window, LinkedProse, "library-text-main")
    prose.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(prose, Qt.Key.Key_Return)


def choose_cases(window: QWidget) -> None:
    """Show the shelf of the cases."""
    shown(window, QPushButton, "library-shelf-cases").click()
