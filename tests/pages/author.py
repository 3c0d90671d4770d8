"""The author's desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QListView

from gui.pages.author.presenter import AuthorPresenter
from gui.pages.author.view import AuthorView
from gui.widgets.layouts import Scroll
from gui.widgets.prose import Prose
from gui.widgets.text import Text
from tests.pages.base import PageObject
from tests.pages.finding import is_shown, names


class AuthorPage(PageObject):
    """Entries on the left, one of them in the middle, mistakes on the right."""

    @property
    def presenter(self) -> AuthorPresenter:
        """Return who decides what is shown."""
        presenter = self._program.presenter
        assert isinstance(presenter, AuthorPresenter)
        return presenter

    @property
    def view(self) -> AuthorView:
        """Return the page itself."""
        page = self._page
        assert isinstance(page, AuthorView)
        return page

    @property
    def folder(self) -> str:
        """Return which folder is looked at, as it is told."""
        return self._says("author-folder").replace("\u200b", "")

    @property
    def title(self) -> str:
        """Return the name of the entry."""
        return self._find(Prose, "author-name").toPlainText()

    @property
    def text(self) -> str:
        """Return everything that is said of the entry."""
        found = names(self._page, r"(author-part-\d+)")
        return "\n".join(self._find(Prose, name).toPlainText() for name in found)

    @property
    def answers(self) -> list[str]:
        """Return the answers that a question offers."""
        return names(self._page, r"author-answer-(.+)")

    @property
    def entries(self) -> list[str]:
        """Return the entries in the list."""
        model = self._find(QListView, "author-entries").model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def findings(self) -> str:
        """Return what the checker found."""
        card = self.view.findings
        said = "\n".join(found.plain for found in card.findChildren(Text) if found.isVisibleTo(card))
        return said.replace("\u200b", "")

    @property
    def remark(self) -> str:
        """Return why nothing is shown."""
        return self._says("author-empty")

    def settle(self) -> None:
        """Wait until the folder is read and checked."""
        self._settle()

    def take_kind(self, kind: str) -> None:
        """Show the entries of a kind."""
        choice = self._find(QComboBox, "author-kind")
        choice.setCurrentIndex(choice.findData(kind))
        choice.activated.emit(choice.currentIndex())

    def search(self, words: str) -> None:
        """Look for entries."""
        field = self._find(QLineEdit, "author-search")
        field.setText(words)
        field.textEdited.emit(words)

    def open(self, place: int) -> None:
        """Go to an entry in the list."""
        view = self._find(QListView, "author-entries")
        view.setCurrentIndex(view.model().index(place, 0))

    def speak(self, code: str) -> None:
        """Look at the entry in a language."""
        self._click(f"author-language-{code}")

    def fill_in_for(self, reader: str) -> None:
        """Fill the page in for somebody known or unknown."""
        self._click(f"author-reader-{reader}")

    def can_choose_reader(self) -> bool:
        """Return whether there is a choice for whom."""
        return is_shown(self._page, "author-reader-known")

    def choose_folder(self, folder: Path) -> None:
        """Look at another folder."""
        self._click("author-choose")
        self._answer("author-choose-dialog", folder)

    def make_folder(self, folder: Path) -> None:
        """Make a folder of one's own."""
        self._click("author-make")
        self._answer("author-make-dialog", folder)

    def scroll(self, place: int) -> None:
        """Scroll the entry."""
        self._find(Scroll, "author-sheet").verticalScrollBar().setValue(place)

    @property
    def scrolled(self) -> int:
        """Return how far the entry is scrolled."""
        return self._find(Scroll, "author-sheet").verticalScrollBar().value()

    def _answer(self, name: str, folder: Path) -> None:
        dialog = self._page.findChild(QFileDialog, name)
        assert dialog is not None
        dialog.fileSelected.emit(str(folder))
        dialog.reject()
        self._settle()
