"""Keeps the session on disk: every change is written before anything else hears of it. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from core.errors import AppError
from core.files import CannotWriteError
from gui.draft import Draft, fresh, on_day
from gui.saving import Found, Saving
from gui.session import Session


class Keeper:
    """Brings back what was saved, and saves what changes. Must listen to the session before any page does.

    An example of the library is not saved: the user's own check lies on disk as it was, whatever becomes of it. Nor is
    anything while the check lies under a lock that nobody has opened.

    Attributes:
        own: The user's own check as it was last, also while an example is open.
        locked: Whether there is such a lock, as far as the session knows.
    """

    def __init__(
        self, session: Session, saving: Saving, now: Callable[[], dt.datetime], tell: Callable[[AppError | None], None]
    ) -> None:
        """Read the disk and follow the session; ``tell`` hears of a failure, and of its end."""
        self._session, self._saving, self._now, self._tell = session, saving, now, tell
        self._saved: dt.datetime | None = None
        self._failed = False
        self.locked = saving.locked
        self.found: Found = saving.read()
        self.notice = self.found.notice
        self._bring_back()
        self.own = session.draft
        session.listen(self._on_changed)

    def when(self) -> dt.datetime | None:
        """Return when the session was last written; None when it was not, or not since its last change."""
        return None if self._failed or self._session.draft.example else self._saved

    def follow_lock(self) -> None:
        """Let go of the check when it was locked away, and bring it back when the lock was opened."""
        if self.locked != self._saving.locked:
            self.locked = not self.locked
            (self._let_go if self.locked else self._take_up)()

    def _let_go(self) -> None:
        """Empty the session; what lies under the lock stays as it is."""
        self._saved, self._failed, self.found = None, False, Found()
        self.own = fresh(self._now().date())
        self._session.forget(self.own)

    def _take_up(self) -> None:
        """Bring back what lay under the lock; what was answered meanwhile comes back with undo."""
        meanwhile, self.found = self._session.draft, self._saving.read()
        self.notice = self.found.notice
        if self._failed:
            self._tell(None)
        if self.found.draft is None:
            self._on_changed()  # what was answered meanwhile can be kept now
            return
        self._failed = False
        draft = self._brought_back(self.found.draft)
        self.own = draft
        if meanwhile.example:
            return  # it comes back when the example ends
        (self._session.begin if meanwhile.begun else self._session.forget)(draft)

    def _bring_back(self) -> None:
        if self.found.draft is not None:
            self._session.move(self._brought_back(self.found.draft))

    def _brought_back(self, draft: Draft) -> Draft:
        """Return what was saved as of today."""
        saved, now = self.found.saved, self._now()
        self._saved = saved
        if saved and now < saved and not self.notice:
            self.notice = "clock"
        # With the clock set back, the day of the last answers counts: a try must not lie in the future.
        day = max(now.date(), saved.date()) if self.notice == "clock" and saved else now.date()
        return on_day(draft, day)

    def _on_changed(self) -> None:
        draft = self._session.draft
        # The user's own, come back after an example, lies on disk already.
        if draft.example or (draft == self.own and not self._failed):
            return
        self.own = draft
        if not self._saving.keeps:
            return
        try:
            self._saving.write(draft, self._now())
        except (AppError, CannotWriteError) as error:
            self._failed = True
            self._tell(error)
            return
        self._saved = self._now()
        if self._failed:
            self._failed = False
            self._tell(None)
