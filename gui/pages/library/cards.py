"""The cards of what is being read: parts of the text, what stands beside it, the ways on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, QSignalMapper, SignalInstance
from PySide6.QtWidgets import QWidget

from gui.pages.library.state import BeginState, LinkState, PartState, ReadingState, SideState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.layouts import Card, column, row
from gui.widgets.prose import LinkedProse
from gui.widgets.text import text


class Cards:
    """Makes the cards of one text."""

    def __init__(
        self, look: Look, mapper: QSignalMapper, on_term: Callable[[str, QRect], None], begin: SignalInstance
    ) -> None:
        """Take what opens a way on, what hears of a word, and what begins an example."""
        self._look, self._mapper, self._on_term, self._begin = look, mapper, on_term, begin
        self._ways: list[WrappingButton] = []

    def main(self, state: ReadingState) -> Iterator[QWidget]:
        """Yield what is read one after the other."""
        for part in state.parts:
            yield self._part(part)
        if state.begin is not None:
            yield self._begin_card(state.begin)
        if state.questions is not None:
            yield self.side(state.questions)

    def side(self, side: SideState) -> Card:
        """Return a card of lines and ways on."""
        card = Card(text(side.title, "lead"), name=f"library-side-{side.id}")
        for title, detail in side.lines:
            told = [text(title, "strong")] if title else []
            told.append(text(detail, "small" if title or side.id == "sources" else ""))
            card.body.addLayout(column(*told, space=Space.NONE))
        for link in side.links:
            card.body.addLayout(row(self.way(f"library-{side.id}-{link.thing.id}", link), None))
        return card

    def way(self, name: str, link: LinkState) -> WrappingButton:
        """Return a button that opens something else to read."""
        made = WrappingButton(name, "link", self._mapper.map)
        made.say(link.words)
        self._mapper.setMapping(made, link.thing.address)
        self._ways.append(made)
        return made

    def fit(self, width: int) -> None:
        """Break the words of the ways on; ``width`` is that of the page, in pixels."""
        for made in self._ways:
            around = made.parentWidget()
            card = isinstance(around, Card)
            made.fit(around.width() - 2 * Space.XL if card and around is not None else width - 2 * Space.XXL)

    def _part(self, part: PartState) -> Card:
        prose = LinkedProse(self._look, f"library-text-{part.id}")
        prose.say(part.markdown)
        prose.link_chosen.connect(self._on_term)
        return Card(text(part.title, "lead"), prose, role=part.role) if part.title else Card(prose, role=part.role)

    def _begin_card(self, begin: BeginState) -> Card:
        key = Button("library-begin", "primary", self._begin)
        key.say(begin.button)
        return Card(text(begin.words), row(key, None), role="card-accent")
