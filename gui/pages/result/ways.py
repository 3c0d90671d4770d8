"""Where the result leads: to answers, to explanations, on with the checklist, into the journal. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.schema.assessment import Assessment
from gui.desk import Desk
from gui.draft import at_step
from gui.keeping import keep
from gui.route import next_step

if TYPE_CHECKING:
    # Only for the types: the journal is not loaded before something is kept.
    from core.journal.journal import Journal
    from gui.journal_room import Outcome


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

    def keep(self, found: Assessment | None) -> None:
        """Keep the check with its result in the journal; the user asked for it."""
        if found is None:
            return
        if self._desk.session.draft.example:
            self._desk.tell("journalpage.example.not_kept")
            return
        record = keep(self._desk, found)

        def put(journal: Journal) -> None:
            journal.store.put(record)

        self._desk.journal().write(put, self._on_kept)

    def _on_kept(self, outcome: Outcome) -> None:
        if outcome.error is None:
            self._desk.tell("guest.kept" if self._desk.guest else "journalpage.kept")
        else:
            self._desk.tell(f"error.{outcome.error.code}", **outcome.error.facts)

    def go_on(self) -> None:
        """Go on with the checklist after an alarm."""
        draft = self._desk.session.draft
        on_a_question = draft.at in self._desk.engine.content.questions
        self.answer(draft.at if on_a_question else next_step(draft, self._desk.engine))
