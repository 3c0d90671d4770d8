"""The right side of the author's desk: what the checker found, nearest first."""

from __future__ import annotations

from gui.pages.author.state import FindingsState
from gui.theme.tokens import Space
from gui.widgets.layouts import Card, Scroll, clear, column, fill
from gui.widgets.text import Text, breakable, show_when, text


class FindingsCard(Card):
    """Mistakes in groups."""

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__(space=Space.M)
        self._title, self._status = Text("lead", "author-findings"), Text("muted", "author-checked")
        self._place, self._scroll = column(space=Space.S), Scroll("author-findings-scroll", Space.M)
        self._groups: tuple[tuple[str, tuple[str, ...]], ...] | None = None
        self._scroll.inside.setObjectName("author-findings-body")
        body = self._scroll.body
        body.setContentsMargins(Space.NONE, Space.NONE, Space.S, Space.NONE)
        fill(body, (self._title, self._status, self._place, None))
        self.body.addWidget(self._scroll)
        self.body.setContentsMargins(Space.L, Space.L, Space.L - Space.S - Space.XS, Space.L)

    def show_state(self, state: FindingsState) -> None:
        """Show a picture."""
        self._title.say(state.title)
        self._status.say(state.status)
        show_when(self._status, bool(state.status))
        self._scroll.setAccessibleName(state.title)
        if state.groups == self._groups:
            return
        self._groups = state.groups
        clear(self._place)
        for number, (heading, lines) in enumerate(state.groups):
            self._place.addWidget(text(heading, "strong", f"author-group-{number}"))
            for line in lines:
                self._place.addWidget(text(breakable(line), "small"))

    def unfold(self, whole: bool) -> None:
        """Be as high as what was found, or scroll inside."""
        self._scroll.grow(whole)
