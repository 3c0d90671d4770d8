"""Which round is asked: a new one, the same again, the other part of a set, or the one that waits. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from core.quiz import round as rounds
from core.quiz.round import Round
from gui.desk import Desk
from gui.pages.quiz.kept import Place, round_at


class Beginning:
    """Puts rounds in place of each other, and has the page shown."""

    def __init__(self, place: Place, desk: Desk, show: Callable[[], None]) -> None:
        """Take the place of the round, and what shows the page after a change."""
        self._place, self._desk, self._show = place, desk, show

    def begin(self, address: str) -> None:
        """Begin a round by its address; one that does not exist changes nothing."""
        self._put(round_at(self._desk.engine.content, address))

    def again(self) -> None:
        """Ask the same questions anew."""
        self._put(rounds.again(self._place.round) if self._place.round is not None else None)

    def take_paired(self) -> None:
        """Ask the other part of the set."""
        now, book = self._place.round, self._desk.engine.content.quiz
        self._put(rounds.paired(now, book) if now is not None else None)

    def leave(self) -> None:
        """Show what can be asked; a round that is not handed in waits there."""
        self._place.aside = True
        self._show()

    def resume(self) -> None:
        """Go on with the round that waits."""
        self._place.aside = False
        self._show()

    def _put(self, new: Round | None) -> None:
        if new is not None:
            self._place.begin(new)
            self._show()
