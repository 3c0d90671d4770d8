"""The lock of the journal: put on, opened, changed, taken off. Passphrases are forgotten once used. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from core.journal.errors import JournalDamagedError
from gui.desk import CODE, Desk
from gui.journal_room import Deed, Outcome
from gui.pages.journal import working
from gui.pages.journal.composing import Shown, without_secrets
from gui.pages.journal.entering import go_in

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter


class Locking:
    """Does what is wished of the lock, and of a journal that does not open."""

    def __init__(self, page: JournalPresenter, desk: Desk) -> None:
        """Work for a page."""
        self._page, self._desk = page, desk
        self.deeds: Mapping[str, Callable[[str, str], None]] = {
            "unlock": lambda _, __: self._around(partial(working.unlock, self._typed("secret")), self._on_open),
            "set_lock": self._set,
            "lock_now": lambda _, __: self._around(working.lock_now, self._on_open),
            "change_secret": self._change,
            "new_code": lambda _, __: self._around(partial(working.new_code, self._typed("old")), self._on_code),
            "take_off": lambda _, __: self._around(partial(working.take_off, self._typed("old")), self._on_done),
            "restore": lambda _, __: self._around(partial(working.restore, self._typed("secret")), self._on_open),
            "idle": lambda _, __: desk.journal().around(desk.journal().let_idle, self._on_idle),
            "anew": lambda _, __: self._around(working.begin_anew, self._on_open),
        }

    def _typed(self, field: str) -> str:
        return self._page.shown.typed.get(field, "")

    def _around(self, deed: Deed, on_outcome: Callable[[Outcome], None]) -> None:
        self._page.shown = without_secrets(self._page.shown)
        self._page.show()
        self._desk.journal().around(deed, on_outcome)

    def _set(self, _of: str, _file: str) -> None:
        if self._agree():
            self._around(partial(working.set_lock, self._typed("new")), self._on_code)

    def _change(self, _of: str, _file: str) -> None:
        if self._agree():
            self._around(partial(working.change_secret, self._typed("old"), self._typed("new")), self._on_done)

    def _agree(self) -> bool:
        """Return whether the new passphrase was typed twice alike; else say so."""
        if self._typed("new") == self._typed("again"):
            return True
        self._put(error=self._desk.speaker.words("journalpage.lock.differ"))
        return False

    def _on_open(self, outcome: Outcome) -> None:
        """Show the journal, or what is wrong beside the field."""
        if outcome.error is not None:
            if isinstance(outcome.error, JournalDamagedError):  # the secret was right; other ways lead on
                self._put(trouble=outcome.error, focus="journal-copies")
                return
            words = self._desk.speaker.words(f"error.{outcome.error.code}", **outcome.error.facts)
            self._put(remark=words, focus="journal-field-secret")
            return
        go_in(self._page, self._desk)

    def _on_idle(self, outcome: Outcome) -> None:
        """Take everything off the page when the journal was locked."""
        if outcome.value:
            self._page.shown = Shown()
            self._page.look_up()

    def _on_code(self, outcome: Outcome) -> None:
        if outcome.error is None:
            self._desk.memory[CODE] = str(outcome.value)
            self._page.shown = replace(self._page.shown, focus="journal-code_kept")
        self._on_done(outcome)

    def _on_done(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._put(error=self._desk.speaker.words(f"error.{outcome.error.code}", **outcome.error.facts))
            return
        self._page.look_up()

    def _put(self, **changes: Any) -> None:
        """Show the page with something else on it."""
        self._page.shown = replace(self._page.shown, **changes)
        self._page.show()
