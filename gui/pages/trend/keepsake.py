"""The way of scores into the journal and back: only when asked, and nothing there is replaced by the way. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from core.journal.records import OTHER_SCORE, PLATFORM_SCORE
from core.measure.score_rows import Points
from gui.desk import Desk
from gui.pages.trend.editing import Editing
from gui.pages.trend.intake import Intake
from gui.pages.trend.state import KeepState
from gui.pages.trend.told import Told
from gui.pages.trend.working import Outcome

if TYPE_CHECKING:
    # Only for the types: the journal is opened on the thread that works.
    from core.journal.journal import Journal
    from core.journal.scores import Kept
    from gui.journal_room import Outcome as Came


class Keepsake:
    """Keeps the scores of the table, and brings those of the journal into it."""

    def __init__(self, editing: Editing, intake: Intake, desk: Desk, show: Callable[[], None]) -> None:
        """Work for a table; ``show`` shows the page after a change."""
        self._editing, self._intake, self._desk, self._show = editing, intake, desk, show
        self._told, self._differing = Told(), 0
        self._cancel: Callable[[], None] | None = None
        self.counted: Points = ()

    def judge(self, outcome: Outcome, settled: bool) -> None:
        """Take what counts of the table; none of it does while a row has a mistake."""
        self.counted = outcome.points if settled and not outcome.judged.problems else ()

    def forget(self) -> None:
        """Tell nothing any more: the table is another one."""
        self._told, self._differing = Told(), 0

    def drop(self) -> None:
        """Bring nothing in any more."""
        if self._cancel:
            self._cancel()

    def keep(self, replace: bool = False) -> None:
        """Keep the scores that count; with ``replace``, also in place of others of the same days."""
        if self._desk.session.draft.example:
            self._desk.tell("journalpage.example.not_kept")
        elif self.counted:
            deed = partial(_keep, self._of, self.counted, self._desk.now(), replace)
            self._desk.journal().write(deed, partial(self._on_kept, replace))

    def replace(self) -> None:
        """Keep them also in place of others."""
        self.keep(replace=True)

    def take_out(self) -> None:
        """Bring the scores of this kind that the journal knows into the table."""
        self.drop()
        work = self._desk.journal().reading(partial(_scores, self._of))
        self._cancel = self._desk.later(work, self._on_found)

    def state(self) -> KeepState:
        """Return the picture."""
        words, count = self._desk.speaker.words, self._desk.speaker.wording.count
        note = "note" if self._editing.sheet.is_platform else "note_other"
        possible = {"out"} | ({"keep"} if self.counted else set())
        return KeepState(
            title=words("trend_page.journal.title"),
            note=words(f"trend_page.journal.{'guest' if self._desk.guest else note}"),
            keep=words("trend_page.journal.keep"),
            out=words("trend_page.journal.out"),
            replace=words("trend_page.journal.replace", count=count(self._differing, "scores"))
            if self._differing
            else "",
            told=words(self._told.key, **self._told.facts) if self._told.key else "",
            possible=frozenset(possible),
        )

    @property
    def _of(self) -> str:
        return PLATFORM_SCORE if self._editing.sheet.is_platform else OTHER_SCORE

    def _on_kept(self, replace: bool, came: Came) -> None:
        if came.error is not None:
            self._desk.tell(f"error.{came.error.code}", **came.error.facts)
            return
        kept: Kept = came.value
        key = "replaced" if replace else "kept"
        facts = {"added": kept.added, "same": kept.same, "differing": kept.differing}
        self._told = Told(f"trend_page.journal.{key}", facts)
        self._differing = 0 if replace else kept.differing
        self._show()

    def _on_found(self, came: Came) -> None:
        if came.error is not None:
            self._desk.tell(f"error.{came.error.code}", **came.error.facts)
        elif came.value:
            self._intake.bring(came.value)
        else:
            self._told, self._differing = Told("trend_page.journal.nothing"), 0
            self._show()


def _keep(of: str, points: Points, now: dt.datetime, replace: bool, journal: Journal) -> Kept:
    # Loaded here because it brings SQLite.
    from core.journal.scores import Made, keep_scores

    return keep_scores(journal.store, of, points, Made(_uid, now), replace=replace)


def _scores(of: str, journal: Journal) -> Points:
    # Loaded here because it brings SQLite.
    from core.journal.scores import scores_of

    return scores_of(journal.store, of)


def _uid() -> str:
    return uuid4().hex
