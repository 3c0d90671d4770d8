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
    """Brings back what was saved, and saves what changes. Must listen to the session before any page does."""

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
        session.listen(self._on_changed)

    def when(self) -> dt.datetime | None:
        """Return when the session was last written; None when it never was, or not since its last change."""
        return None if self._failed else self._saved

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
        try:
            self._saving.write(self._session.draft, self._now())
        except (AppError, CannotWriteError) as error:
            self._failed = True
            self._tell(error)
            return
        self._saved = self._now()
        if self._failed:
            self._failed = False
            self._tell(None)
