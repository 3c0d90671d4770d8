"""Rounds that were kept in the journal: the newest are shown where a new one begins, and can be removed. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from core.explain.language import Language
from core.journal.records import QuizRecord
from gui.desk import Desk, Work
from gui.pages.quiz.state import PastState, RowState

if TYPE_CHECKING:
    # Only for the types: the journal is opened on the thread that works.
    from core.journal.journal import Journal
    from gui.journal_room import Outcome

SHOWN = 5
Ask = Callable[[Work, Callable[[Any], None]], None]


class Past:
    """Looks up what was kept; without a journal, or with a locked one, there is nothing to show."""

    def __init__(self, desk: Desk, ask: Ask, show: Callable[[], None]) -> None:
        """Take what starts long work, and what shows the page when it is done."""
        self._desk, self._ask, self._show = desk, ask, show
        self._rounds: tuple[QuizRecord, ...] = ()
        self._removed: QuizRecord | None = None

    def look(self) -> None:
        """Look the newest rounds up."""
        room = self._desk.journal()
        if room.holds_anything:
            self._ask(room.reading(_newest), self._on_found)

    def remove(self, uid: str) -> None:
        """Remove a round from the journal; it can be brought back as long as the page is open."""
        self._desk.journal().write(partial(_remove, uid), self._on_removed)

    def bring_back(self) -> None:
        """Keep the round again that was removed last."""
        if self._removed is not None:
            removed, self._removed = self._removed, None
            self._desk.journal().write(partial(_put, removed), self._on_written)

    def state(self) -> PastState | None:
        """Return what is shown of it; None where there is nothing."""
        if not self._rounds and self._removed is None:
            return None
        language = self._desk.speaker.language
        words = language.words
        rows = tuple(_row(language, record) for record in self._rounds)
        removed = words("quizpage.past_removed", round=_told(language, self._removed)) if self._removed else ""
        bring_back = words("quizpage.past_bring_back") if self._removed else ""
        return PastState(words("quizpage.past"), rows, removed, bring_back)

    def _on_found(self, outcome: Outcome) -> None:
        self._rounds = outcome.value if outcome.error is None else ()
        self._show()

    def _on_removed(self, outcome: Outcome) -> None:
        if outcome.error is None:
            self._removed = outcome.value
        self._on_written(outcome)

    def _on_written(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._desk.tell(f"error.{outcome.error.code}", **outcome.error.facts)
        self.look()


def _newest(journal: Journal) -> tuple[QuizRecord, ...]:
    found = [record for record in journal.store.each("quiz") if isinstance(record, QuizRecord)]
    return tuple(sorted(found, key=lambda record: (record.day, record.changed), reverse=True)[:SHOWN])


def _remove(uid: str, journal: Journal) -> object:
    record = journal.store.get(uid)
    journal.store.remove([uid])
    return record


def _put(record: QuizRecord, journal: Journal) -> None:
    journal.store.put(record)


def _row(language: Language, record: QuizRecord) -> RowState:
    told, remove = _told(language, record), language.words("quizpage.past_remove")
    return RowState(record.uid, told, remove, f"{remove} {told}")


def _told(language: Language, record: QuizRecord) -> str:
    """Return a round in a line; one of a set or lesson that is gone is named as it was kept."""
    words, wording = language.words, language.wording
    names = (f"quiz_set.{record.quiz}", f"lesson.{record.quiz}.name")
    name = next((words(key) for key in names if key in words), record.quiz)
    if record.round != "alone":
        name = words(f"quizpage.round_{record.round}", name=name)
    asked = wording.count(len(record.asked or record.chosen), "questions")
    right = wording.count(len(record.right), "questions")
    return words("quizpage.past_row", date=wording.date(record.day), name=name, asked=asked, right=right)
