"""What is being read, on the screen: the text with its linked words, beside it sources and ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSignalMapper
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.pages.library.state import BeginState, LinkState, PartState, ReadingState, SideState, TermState
from gui.pages.library.term import TermCard
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.chips import Chips, Remark
from gui.widgets.layouts import Card, Columns, Flow, Scroll, clear, column, row
from gui.widgets.prose import LinkedProse
from gui.widgets.saving import SaveDialog
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
        self._link: LinkedProse | None = None
        self._wraps: list[WrappingButton] = []
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self._on_link)
        self._back = Button("library-back", "link", page.back_requested)
        self._save, self._print = Button("library-save", "", page.save), Button("library-print", "", page.print_out)
        keys, self._place = QWidget(), column(space=Space.L)
        keys.setLayout(Flow((self._back, self._print, self._save)))
        self.body.addWidget(keys)
        self.body.addLayout(self._place)
        self.body.addStretch(1)
        self._card = TermCard(look, self.inside, self._mapper)
        self._card.closed.connect(self._on_closed)

    def show_state(self, state: ReadingState) -> None:
        """Show another text from its beginning."""
        self._state, self._link, self._wraps = state, None, []
        self._card.hide()
        clear(self._place)
        self.setAccessibleName(state.title)
        self._back.say(state.back)
        for key, words in ((self._save, state.save), (self._print, state.print)):
            key.say(words)
            key.setVisible(bool(words))
        head = [text(state.overline, "overline"), text(state.title, "title", "library-reading-title")]
        if state.summary:
            head.append(text(state.summary, "muted"))
        self._place.addLayout(column(*head, space=Space.XS))
        if state.chips:
            self._place.addWidget(
                Chips(self._look, "library-chips", [Remark(words) for words in state.chips], state.title)
            )
        main, side = QWidget(), QWidget()
        main.setLayout(column(*self._main(state), None, space=Space.L))
        side.setLayout(column(*(self._side(one) for one in state.sides), None, space=Space.L))
        self._place.addWidget(Columns(self._look, [(main, 5), (side, 3)]))
        steps = [self._step(way, link) for way, link in (("before", state.before), ("after", state.after)) if link]
        self._place.addLayout(column(*(row(step, None) for step in steps), space=Space.XS))
        self._card.raise_()
        self.verticalScrollBar().setValue(0)
        self._fit_words()

    def take_focus(self) -> None:
        """Put the keyboard on the way back: what comes next is the text."""
        self._back.setFocus()

    def show_term(self, term: TermState | None) -> None:
        """Open the explanation of a word below its link, or put it away."""
        if term is None or self._link is None:
            self.close_term()
            return
        self._card.show_term(term)
        self._card.stand_at(self._at)
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
        self._fit_words()

    def _main(self, state: ReadingState) -> list[QWidget]:
        parts: list[QWidget] = [self._part(part) for part in state.parts]
        if state.begin is not None:
            parts.append(self._begin(state.begin))
        if state.questions is not None:
            parts.append(self._side(state.questions))
        return parts

    def _part(self, part: PartState) -> Card:
        prose = LinkedProse(self._look, f"library-text-{part.id}")
        prose.say(part.markdown)
        prose.link_chosen.connect(self._on_term)
        if not part.title:
            return Card(prose, role=part.role)
        return Card(text(part.title, "lead"), prose, role=part.role)

    def _begin(self, begin: BeginState) -> Card:
        key = Button("library-begin", "primary", self._page.begin_requested)
        key.say(begin.button)
        return Card(text(begin.words), row(key, None), role="card-accent")

    def _side(self, side: SideState) -> Card:
        card = Card(text(side.title, "lead"), name=f"library-side-{side.id}")
        for title, detail in side.lines:
            told = [text(title, "strong")] if title else []
            told.append(text(detail, "small" if title or side.id == "sources" else ""))
            card.body.addLayout(column(*told, space=Space.NONE))
        for link in side.links:
            card.body.addLayout(row(self._way(f"library-{side.id}-{link.thing.id}", link), None))
        return card

    def _step(self, way: str, link: LinkState) -> WrappingButton:
        return self._way(f"library-{way}", link)

    def _way(self, name: str, link: LinkState) -> WrappingButton:
        made = WrappingButton(name, "link", self._mapper.map)
        made.say(link.words)
        self._mapper.setMapping(made, link.thing.address)
        self._wraps.append(made)
        return made

    def _fit_words(self) -> None:
        for made in self._wraps:
            around = made.parentWidget()
            room = around.width() - 2 * Space.XL if around is not None and around.objectName() else 0
            made.fit(max(room, 0) or self.viewport().width() - 2 * Space.XXL)

    def _on_link(self, address: str) -> None:
        self._page.opened.emit(address, False)

    def _on_term(self, address: str, place: QRect) -> None:
        prose = self.sender()
        if isinstance(prose, LinkedProse):
            self._link = prose
            corner = prose.viewport().mapTo(self.inside, QPoint(place.left(), place.top()))
            self._at = QRect(corner, place.size())
            self._page.term_chosen.emit(address)

    def _on_closed(self) -> None:
        if self._link is not None:
            self._link.setFocus()
