"""A round goes into the journal, only when the user asks for it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from core.journal.records import QuizRecord
from core.quiz.round import Round, marks
from core.schema.quiz import QuizBook
from gui.desk import Desk
from gui.pages.quiz.kept import Place

if TYPE_CHECKING:
    # Only for the types: the journal is not loaded before something is kept.
    from core.journal.journal import Journal
    from gui.journal_room import Outcome


class Keeping:
    """Keeps a round that was handed in, once."""

    def __init__(self, place: Place, desk: Desk, show: Callable[[], None], written: Callable[[], None]) -> None:
        """Take the place of the round, what shows the page, and what is to follow when it is written or cannot be."""
        self._place, self._desk, self._show, self._written = place, desk, show, written

    def keep(self) -> None:
        """Keep the round; whether it could be is told."""
        now = self._place.round
        if now is None or not now.handed_in or self._place.kept:
            return
        record = record_of(now, self._desk)

        def put(journal: Journal) -> None:
            journal.store.put(record)

        self._place.kept = True
        self._show()
        self._desk.journal().write(put, partial(self._on_kept, now))

    def _on_kept(self, kept: Round, outcome: Outcome) -> None:
        if outcome.error is None:
            self._desk.tell("quizpage.kept_told")
        else:
            if self._place.round == kept:
                self._place.kept = False
            self._desk.tell(f"error.{outcome.error.code}", **outcome.error.facts)
        self._written()


def record_of(now: Round, desk: Desk) -> QuizRecord:
    """Return a round as it is kept: ids and numbers, no words."""
    book = desk.engine.content.quiz
    return QuizRecord(
        uid=uuid4().hex,
        day=desk.now().date(),
        changed=desk.now(),
        quiz=now.quiz,
        round=now.moment,
        asked=list(now.items),
        chosen={item: _plain(book, item, answer) for item, answer in now.answers.items()},
        right=[item for item, one in marks(now, book).items() if one.right],
    )


def _plain(book: QuizBook, item: str, answer: tuple[str, ...] | float) -> str | float | list[str]:
    if isinstance(answer, float):
        return answer
    return answer[0] if book.item[item].kind == "single" else list(answer)
