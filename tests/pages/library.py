"""The library: what there is to read, and what is being read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from core.library.glossary import SCHEME
from gui.pages.library.rows import ROW, RowList
from gui.pages.library.state import RowState
from gui.widgets.prose import LinkedProse
from tests.pages.base import PageObject, catch_up
from tests.pages.finding import is_shown, names, shown


@dataclass(frozen=True)
class Found:
    """A row as it is read: what of it is marked stands in ``marked``."""

    address: str
    title: str
    text: str
    marked: tuple[str, ...]


class LibraryPage(PageObject):
    """Searches, opens, reads."""

    def search(self, words: str) -> None:
        """Write in the search, in place of what stands there, and wait until everything can be found."""
        field = self._find(QLineEdit, "library-search")
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        self._settle()

    @property
    def searched(self) -> str:
        """Return what stands in the search."""
        return self._find(QLineEdit, "library-search").text()

    @property
    def note(self) -> str:
        """Return what is said about the search."""
        return self._says("library-note")

    def take_shelf(self, shelf: str) -> None:
        """Show a shelf."""
        self._click(f"library-shelf-{shelf}")

    @property
    def shelf(self) -> list[str]:
        """Return which shelf is shown, none while something is searched for."""
        every = names(self._page, r"library-shelf-(.+)")
        return [name for name in every if self._find(QPushButton, f"library-shelf-{name}").isChecked()]

    @property
    def rows(self) -> list[Found]:
        """Return what can be opened."""
        return [_found(row) for row in self._rows() if row.thing is not None]

    @property
    def headings(self) -> list[str]:
        """Return the headings between the rows."""
        return [row.title for row in self._rows() if row.thing is None]

    @property
    def row(self) -> str:
        """Return the address of the row that has the keyboard."""
        row = self._list.currentIndex().data(ROW)
        return row.thing.address if isinstance(row, RowState) and row.thing is not None else ""

    def open(self, address: str) -> None:
        """Click on a row."""
        rows = self._list
        place = next(at for at, row in enumerate(self._rows()) if row.thing and row.thing.address == address)
        index = rows.model().index(place, 0)
        rows.scrollTo(index)
        middle = rows.visualRect(index).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        catch_up()

    @property
    def reading(self) -> str:
        """Return the title of what is being read, nothing while the list is shown."""
        return self._says("library-reading-title") if is_shown(self._page, "library-reading-title") else ""

    @property
    def parts(self) -> dict[str, str]:
        """Return the parts of the text as they are read."""
        every = names(self._page, r"library-text-(.+)")
        return {name: self._find(LinkedProse, f"library-text-{name}").toPlainText() for name in every}

    @property
    def word(self) -> str:
        """Return the term of the link that has the keyboard, nothing where none has it."""
        prose = self._page.focusWidget()
        return (
            prose.textCursor().charFormat().anchorHref().removeprefix(SCHEME) if isinstance(prose, LinkedProse) else ""
        )

    @property
    def sides(self) -> list[str]:
        """Return what stands beside the text."""
        return names(self._page, r"library-side-(.+)")

    def follow(self, name: str) -> None:
        """Follow a way on: ``before``, ``after``, or one beside the text such as ``causes-limit_expired``."""
        self._click(f"library-{name}")

    def back(self) -> None:
        """Go back to the list."""
        self._click("library-back")

    @property
    def term(self) -> tuple[str, str]:
        """Return the word that is explained above the text and what is said; nothing while none is."""
        if not is_shown(self._page, "library-term"):
            return "", ""
        return self._says("library-term-name"), self._says("library-term-what")

    def begin(self) -> None:
        """Open the case in the checklist."""
        self._click("library-begin")

    def save_to(self, path: Path) -> None:
        """Save what is being read."""
        self._click("library-save")
        dialog = shown(self._page, QFileDialog, "library-save-dialog")
        dialog.fileSelected.emit(str(path))
        dialog.close()

    @property
    def _list(self) -> RowList:
        return self._find(RowList, "library-rows")

    def _rows(self) -> list[RowState]:
        model = self._list.model()
        return [model.index(place, 0).data(ROW) for place in range(model.rowCount())]


def _found(row: RowState) -> Found:
    assert row.thing is not None
    marked = [row.title[start:end] for start, end in row.title_marks]
    marked += [row.text[start:end] for start, end in row.text_marks]
    return Found(row.thing.address, row.title, row.text, tuple(marked))
