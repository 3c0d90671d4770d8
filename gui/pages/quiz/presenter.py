"""Decides what the quiz shows. A round is remembered while the program runs, and kept only when asked for. No Qt."""

from __future__ import annotations

from typing import Protocol

from gui.desk import Desk
from gui.following import Following
from gui.pages.quiz.answering import Answering
from gui.pages.quiz.asking import ask_state, start_state
from gui.pages.quiz.beginning import Beginning
from gui.pages.quiz.finding import done_state
from gui.pages.quiz.keeping import Keeping
from gui.pages.quiz.kept import Place, place_of
from gui.pages.quiz.past import Past
from gui.pages.quiz.state import AskState, DoneState, PastState, QuizState, StartState


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: QuizState) -> None:
        """Show a picture."""


class QuizPresenter(Following):
    """Asks a round, takes it when it is handed in, and tells how it went.

    Attributes:
        rounds: Which round is asked.
        answering: What is done within it.
        keeping: The way of a round into the journal.
        past: The rounds that are there.
    """

    def __init__(self, screen: Screen, desk: Desk, about: str = "") -> None:
        """Show where somebody was, or begin the round that ``about`` names."""
        super().__init__(desk)
        self._screen, place = screen, place_of(desk)
        self.rounds = Beginning(place, desk, self.show)
        self.answering = Answering(place, desk, self.show)
        self.keeping = Keeping(place, desk, self.show, self._on_written)
        self.past = Past(desk, self.ask, self.show)
        self.follow(None, self.show)
        self.rounds.begin(about)
        self.show()
        self.past.look()

    @property
    def items(self) -> tuple[str, ...]:
        """Return the questions of the round, none before one was begun."""
        now = place_of(self._desk).round
        return now.items if now is not None else ()

    def read(self, article: str) -> None:
        """Open an article in the library."""
        self._desk.visit("library", f"article:{article}")

    def _on_written(self) -> None:
        self.show()
        self.past.look()

    def show(self) -> None:
        """Show the present picture."""
        if not self._closed:
            self._screen.show_state(quiz_state(place_of(self._desk), self.past.state(), self._desk))


def quiz_state(place: Place, past: PastState | None, desk: Desk) -> QuizState:
    """Return the picture of the moment."""
    language, now = desk.speaker.language, place.round
    part: StartState | AskState | DoneState
    if now is None or place.aside:
        part = start_state(language, now if now is not None and not now.handed_in else None, past)
    else:
        part = done_state(language, place, now) if now.handed_in else ask_state(language, place, now)
    return QuizState(language.words("quizpage.title"), language.words("quizpage.intro"), part)
