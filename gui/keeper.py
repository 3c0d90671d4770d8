"""Keeps the session on disk: every change is written before anything else hears of it. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from core.errors import AppError
from core.files import CannotWriteError
from gui.draft import on_day
from gui.saving import Found, Saving
from gui.session import Session


class Keeper:
    """Brings back what was saved, and saves what changes. Must listen to the session before any page does.

    An example of the library is not saved: the user's own check lies on disk as it was, whatever becomes of it.

    Attributes:
        own: The user's own check as it was last, also while an example is open.
    """

    def __init__(
        self, session: Session, saving: Saving, now: Callable[[], dt.datetime], tell: Callable[[AppError | None], None]
    ) -> None:
        """Read the disk and follow the session; ``tell`` hears of a failure, and of its end."""
        self._session, self._saving, self._now, self._tell = session, saving, now, tell
        self._saved: dt.datetime | None = None
        self._failed = False
        self.found: Found = saving.read()
        self.notice = self.found.notice
        self._bring_back()
        self.own = session.draft
        session.listen(self._on_changed)

    def when(self) -> dt.datetime | None:
        """Return when the session was last written; None when it was not, or not since its last change."""
        return None if self._failed or self._session.draft.example else self._saved

    def _bring_back(self) -> None:
        draft, saved, now = self.found.draft, self.found.saved, self._now()
        if draft is None:
            return
        self._saved = saved
        if saved and now < saved and not self.notice:
            self.notice = "clock"
        # With the clock set back, the day of the last answers counts: a try must not lie in the future.
        day = max(now.date(), saved.date()) if self.notice == "clock" and saved else now.date()
        self._session.move(on_day(draft, day))

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
