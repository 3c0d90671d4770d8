"""The journal page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from gui.widgets.text import Text
from tests.pages.base import PageObject, catch_up
from tests.pages.finding import is_shown, names, shown


class JournalPage(PageObject):
    """What was kept, and what can be done with it."""

    def press(self, wish: str, place: int = 0) -> None:
        """Press a button, and wait until what it stands for is done."""
        self.settle()
        self._click(f"journal-{wish}-{place}" if place else f"journal-{wish}")
        self.settle()

    def can(self, wish: str, place: int = 0) -> bool:
        """Return whether there is a button for something."""
        return is_shown(self._page, f"journal-{wish}-{place}" if place else f"journal-{wish}")

    def type(self, field: str, words: str) -> None:
        """Write in a field, in place of what stands there."""
        self.settle()
        edit = shown(self._page, QLineEdit, f"journal-field-{field}")
        edit.setFocus()
        edit.selectAll()
        edit.insert(words)
        edit.textEdited.emit(words)
        self.settle()

    def choose(self, field: str, value: str) -> None:
        """Choose from a list."""
        choice = shown(self._page, QComboBox, f"journal-field-{field}")
        choice.setCurrentIndex(choice.findData(value))
        choice.activated.emit(choice.currentIndex())
        self.settle()

    @property
    def checks(self) -> int:
        """Return how many checks are listed."""
        self.settle()
        return len(names(self._page, r"journal-block-check-(\d+)"))

    @property
    def blocks(self) -> list[str]:
        """Return the blocks that are shown."""
        self.settle()
        return names(self._page, r"journal-block-(.+)")

    def said(self, block: str) -> str:
        """Return every text of a block, one a line."""
        self.settle()
        card = shown(self._page, QWidget, f"journal-block-{block}")
        return "\n".join(text.plain for text in card.findChildren(Text) if text.isVisibleTo(card))

    def cells(self, block: str) -> list[list[str]]:
        """Return the table of a block."""
        self.settle()
        rows: dict[str, list[str]] = {}
        for name in names(self._page, rf"journal-cell-{block}-(\d+-\d+)"):
            rows.setdefault(name.split("-")[0], []).append(self._says(f"journal-cell-{block}-{name}"))
        return list(rows.values())

    def error(self, field: str) -> str:
        """Return what is wrong with a field."""
        return self._says(f"journal-error-{field}")

    @property
    def code(self) -> str:
        """Return the recovery code that is shown."""
        return self._says("journal-code")

    def file(self, wish: str, path: Path) -> None:
        """Press a button that asks for a file, and name it."""
        self.settle()
        self._click(f"journal-{wish}")
        every = self._page.findChildren(QFileDialog, f"journal-dialog-{wish}")
        dialogs = [dialog for dialog in every if dialog.isVisible()]
        assert len(dialogs) == 1
        dialogs[0].fileSelected.emit(str(path))
        dialogs[0].close()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being looked up."""
        self._settle()
        catch_up()
