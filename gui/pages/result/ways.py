"""Where the result leads: to answers, to explanations, on with the checklist. No Qt."""

from __future__ import annotations

from gui.desk import Desk
from gui.draft import at_step
from gui.route import next_step


class Ways:
    """The ways out of the result page."""

    def __init__(self, desk: Desk) -> None:
        """Belong to a page."""
        self._desk = desk

    def change(self) -> None:
        """Go to the answers."""
        self._desk.visit("review")

    def explain(self, cause: str) -> None:
        """Open a cause's page."""
        self._desk.visit("explain", cause)

    def go(self, page: str) -> None:
        """Go to whom to ask, or to the letters."""
        self._desk.visit("letters" if page == "letters" else "help")

    def answer(self, question: str) -> None:
        """Go to an open question."""
        self._desk.session.move(at_step(self._desk.session.draft, question))
        self._desk.visit("checklist")

    def go_on(self) -> None:
        """Go on with the checklist after an alarm."""
        draft = self._desk.session.draft
        on_a_question = draft.at in self._desk.engine.content.questions
        self.answer(draft.at if on_a_question else next_step(draft, self._desk.engine))
