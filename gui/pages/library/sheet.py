"""What is being read, on the screen: the text with its linked words, beside it sources and ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSignalMapper
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.pages.library.cards import Cards
from gui.pages.library.state import ReadingState, TermState
from gui.pages.library.term import TermCard
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.chips import Chips, Remark
from gui.widgets.layouts import Columns, Flow, Scroll, clear, column, row
from gui.widgets.prose import LinkedProse
from gui.widgets.saving import SaveDialog
from gui.widgets.tabbing import tab_through
from gui.widgets.text import text

if TYPE_CHECKING:
    from gui.pages.library.view import LibraryView  # the sheet is a part of that page

FORMS = "HTML (*.html);;PDF (*.pdf);;Markdown (*.md);;TXT (*.txt)"


class Sheet(Scroll):
    """One thing to read."""

    def __init__(self, look: Look, page: LibraryView) -> None:
        """Build it empty."""
        super().__init__("library-scroll")
        self._look, self._page = look, page
        self._state: ReadingState | None = None
        self._link: tuple[LinkedProse, QRect] | None = None
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self._on_way)
        self._cards = Cards(look, self._mapper, self._on_term, page.begin_requested)
        self._back = Button("library-back", "", page.back_requested)
        self._save, self._print = Button("library-save", "", page.save), Button("library-print", "", page.print_out)
        self._place = column(space=Space.L)
        self._card = TermCard(look, self.inside, self._mapper)
        self._lay_out()

    def show_state(self, state: ReadingState) -> None:
        """Show another text from its beginning."""
        self._state, self._link = state, None
        self._card.hide()
        clear(self._place)
        self.setAccessibleName(state.title)
        self._back.say(state.back)
        for key, words in ((self._save, state.save), (self._print, state.print)):
            key.say(words)
            key.setVisible(bool(words))
        self._cards = Cards(self._look, self._mapper, self._on_term, self._page.begin_requested)
        self._build(state)
        tab_through(self.inside)
        self._card.raise_()
        self.verticalScrollBar().setValue(0)
        self._cards.fit(self.viewport().width())

    def take_focus(self) -> None:
        """Put the keyboard on the way back: what comes next is the text."""
        self._back.setFocus()

    def show_term(self, term: TermState | None) -> None:
        """Open the explanation of a word below its link, or put it away."""
        if term is None or self._link is None:
            self.close_term()
            return
        self._card.show_term(term)
        self._card.stand_at(self._link[1])
        self.ensureWidgetVisible(self._card, Space.L, Space.L)
        self._card.take_focus()

    def close_term(self) -> bool:
        """Put the explanation away and go back to the word; return whether there was one."""
        if self._card.isHidden():
            return False
        self._card.hide()
        self._on_closed()
        return True

    def save(self) -> None:
        """Ask where to save the text."""
        if self._state is None or not self._state.save or self.isHidden():
            return
        dialog = SaveDialog("library-save-dialog", self, self._state.save, self._state.file_name, FORMS)
        dialog.fileSelected.connect(self._page.path_chosen)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words of the ways on where they must be."""
        super().resizeEvent(event)
        self._card.hide()
        self._cards.fit(self.viewport().width())

    def _build(self, state: ReadingState) -> None:
        head = [text(state.overline, "overline"), text(state.title, "title", "library-reading-title")]
        if state.summary:
            head.append(text(state.summary, "muted"))
        self._place.addLayout(column(*head, space=Space.XS))
        if state.chips:
            chips = [Remark(words) for words in state.chips]
            self._place.addWidget(Chips(self._look, "library-chips", chips, state.title))
        main, side = QWidget(), QWidget()
        main.setLayout(column(*self._cards.main(state), None, space=Space.L))
        side.setLayout(column(*(self._cards.side(one) for one in state.sides), None, space=Space.L))
        self._place.addWidget(Columns(self._look, [(main, 5), (side, 3)]))
        ways = [("library-before", state.before), ("library-after", state.after)]
        steps = [row(self._cards.way(name, link), None) for name, link in ways if link is not None]
        self._place.addLayout(column(*steps, space=Space.XS))

    def _lay_out(self) -> None:
        keys = QWidget()
        keys.setLayout(Flow((self._back, self._print, self._save)))
        self.body.addWidget(keys)
        self.body.addLayout(self._place)
        self.body.addStretch(1)
        self._card.closed.connect(self._on_closed)

    def _on_way(self, address: str) -> None:
        self._page.opened.emit(address, False)

    def _on_term(self, address: str, place: QRect) -> None:
        prose = self.sender()
        if isinstance(prose, LinkedProse):
            corner = prose.viewport().mapTo(self.inside, QPoint(place.left(), place.top()))
            self._link = prose, QRect(corner, place.size())
            self._page.term_chosen.emit(address)

    def _on_closed(self) -> None:
        if self._link is not None:
            self._link[0].setFocus()
