"""What is done within a round: answer, and go from question to question. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from core.quiz import round as rounds
from core.quiz.round import Round
from core.schema.quiz import QuizBook
from gui.desk import Desk
from gui.pages.quiz.kept import Place
from gui.pages.quiz.typing import typed_number


class Answering:
    """Changes the round that is remembered, and has the page shown."""

    def __init__(self, place: Place, desk: Desk, show: Callable[[], None]) -> None:
        """Take the place of the round, and what shows the page after a change."""
        self._place, self._desk, self._show = place, desk, show

    def choose(self, option: str) -> None:
        """Choose an option; one of several goes on or off."""
        now = self._place.round
        if now is not None and option in self._book.item[now.item].options:
            self._put(rounds.toggled(now, self._book, now.item, option))

    def type(self, _field: str, text: str) -> None:
        """Take what is typed; only a number is an answer."""
        now = self._place.round
        if now is not None and not now.handed_in:
            self._place.typed[now.item] = text
            value = typed_number(text, self._book.item[now.item].unit, self._desk.speaker.language).value
            self._put(rounds.answered(now, now.item, value))

    def clear(self) -> None:
        """Take the answer back; every question may be left open."""
        now = self._place.round
        if now is not None and not now.handed_in:
            self._place.typed.pop(now.item, None)
            self._put(rounds.answered(now, now.item, None))

    def go_on(self) -> None:
        """Go to the next question; from the last one the round is handed in."""
        now = self._place.round
        if now is not None and not now.handed_in:
            self._put(rounds.handed_in(now) if now.is_last else rounds.gone(now, now.at + 1))

    def go_back(self) -> None:
        """Go to the question before."""
        if self._place.round is not None:
            self.go_to(self._place.round.at - 1)

    def go_to(self, at: int) -> None:
        """Go to a question by its place, from 0."""
        if self._place.round is not None:
            self._put(rounds.gone(self._place.round, at))

    @property
    def _book(self) -> QuizBook:
        return self._desk.engine.content.quiz

    def _put(self, now: Round) -> None:
        self._place.round = now
        self._show()
