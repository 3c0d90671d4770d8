"""The page of letters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton, QTextEdit

from gui.pages.letters.view import LettersView
from gui.widgets.saving import SaveDialog
from tests.pages.base import PageObject
from tests.pages.finding import is_shown


class LettersPage(PageObject):
    """What to write, what it asks for, what it becomes."""

    def choose(self, kind: str) -> None:
        """Write something else."""
        self._find(QRadioButton, f"letters-write-{kind}").click()

    def note_sent(self) -> None:
        """Say that it was sent."""
        self._click("letters-sent")

    @property
    def can_note_sent(self) -> bool:
        """Return whether the day on which it was sent can be noted."""
        return is_shown(self._page, "letters-sent")

    def wait(self) -> LettersPage:
        """Wait until the pack is put together."""
        self._settle()
        return self

    def type(self, name: str, words: str) -> None:
        """Write in a field, in place of what stands there."""
        field = self._page.findChild(QLineEdit, f"letters-field-{name}")
        if field is not None:
            field.setFocus()
            field.selectAll()
            field.insert(words)
        else:
            lines = self._find(QPlainTextEdit, f"letters-field-{name}")
            lines.setFocus()
            lines.setPlainText(words)

    @property
    def text(self) -> str:
        """Return what it becomes, nothing while there is none."""
        return self._find(QTextEdit, "letters-text").toPlainText() if is_shown(self._page, "letters-text") else ""

    @property
    def masked(self) -> str:
        """Return how much is masked."""
        return self._says("letters-masked")

    @property
    def empty(self) -> str:
        """Return why there is nothing."""
        return self._says("letters-empty")

    def copy(self) -> str:
        """Copy the text; return what can be pasted."""
        self._click("letters-copy")
        return QGuiApplication.clipboard().text()

    def save_to(self, file: Path) -> None:
        """Save, by the dialog, under a name."""
        self._click("letters-save")
        page = self._page
        assert isinstance(page, LettersView)
        dialog = page.findChild(SaveDialog, "letters-save-dialog")
        assert dialog is not None
        dialog.fileSelected.emit(str(file))
        dialog.close()
