"""Looks into the copies, one after the other, and finds out what the chosen one would change. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from gui.desk import Desk
from gui.journal_room import Outcome
from gui.pages.journal import mending
from gui.pages.journal.composing import without_secrets

if TYPE_CHECKING:
    # Only for the types: one brings SQLite, the other needs this one.
    from core.journal.copies import Copy
    from gui.pages.journal.presenter import JournalPresenter


class Peering:
    """Does what is wished of copies as long as nothing changes."""

    def __init__(self, page: JournalPresenter, desk: Desk) -> None:
        """Work for a page."""
        self._page, self._desk = page, desk
        self.deeds: Mapping[str, Callable[[str, str], None]] = {
            "copies": lambda _, __: self._go(copies=True),
            "copies_back": lambda _, __: self._go(copies=False),
            "copies_look": lambda _, __: desk.journal().around(mending.look_at_copies, self._on_copies),
            "copies_key": self._tell_key,
            "copy": self._choose,
            "copy_close": lambda _, __: page.look_for(f"journal-copy-{self._place()}", copy=0, sure=""),
        }

    def _go(self, *, copies: bool) -> None:
        """Show the copies, or the list again."""
        page = self._page
        page.shown = replace(page.shown, copies=None, inside={}, prospect=None, remark="")
        focus = "journal-copies_back" if copies else "journal-copies"
        page.look_for(focus, copies=copies, copy=0, sure="")

    def _on_copies(self, outcome: Outcome) -> None:
        page = self._page
        if outcome.error is not None:
            page.shown = replace(page.shown, trouble=outcome.error, copies=None)
        else:
            known = {copy.number for copy in outcome.value.copies}
            inside = {number: found for number, found in page.shown.inside.items() if number in known}
            page.shown = replace(page.shown, trouble=None, copies=outcome.value, inside=inside)
        page.show()
        page.shown = replace(page.shown, focus="")
        self._look_ahead()
        self._look_inside()

    def _look_inside(self) -> None:
        """Look into the next copy of which nothing is known; one at a time, so that others have their turn."""
        shelf, known = self._page.shown.copies, self._page.shown.inside
        if shelf is None or shelf.needs_secret or self._page.closed:
            return
        unknown = next((copy for copy in shelf.copies if copy.number not in known), None)
        if unknown is not None:
            told = partial(self._on_inside, unknown.number)
            self._desk.journal().around(partial(mending.look_inside, unknown), told)

    def _on_inside(self, number: int, outcome: Outcome) -> None:
        page = self._page
        if page.shown.copies is not None:
            page.shown = replace(page.shown, inside={**page.shown.inside, number: outcome.error or outcome.value})
            page.show()
            self._look_inside()

    def _look_ahead(self) -> None:
        """Find out what the chosen copy would change."""
        copy = copy_of(self._page, self._page.looking.copy)
        if copy is not None:
            told = partial(self._on_prospect, copy.number)
            self._desk.journal().around(partial(mending.look_ahead, copy), told)

    def _on_prospect(self, number: int, outcome: Outcome) -> None:
        page = self._page
        if number != page.looking.copy:
            return
        value = mending.Prospect(None) if outcome.error is not None else outcome.value
        anew = page.shown.prospect is None and not page.looking.sure
        page.shown = replace(page.shown, prospect=value, focus="journal-copy_close" if anew else "")
        page.show()
        page.shown = replace(page.shown, focus="")

    def _choose(self, of: str, _file: str) -> None:
        self._page.shown = replace(self._page.shown, prospect=None)
        self._page.look_for(copy=int(of), sure="")

    def _place(self) -> int:
        """Return the place of the chosen copy in the list."""
        shelf = self._page.shown.copies
        numbers = [copy.number for copy in shelf.copies] if shelf else []
        return numbers.index(self._page.looking.copy) + 1 if self._page.looking.copy in numbers else 1

    def _tell_key(self, _of: str, _file: str) -> None:
        secret = self._page.shown.typed.get("secret", "")
        self._page.shown = without_secrets(self._page.shown)
        self._desk.journal().around(partial(mending.tell_key, secret), self._on_key)

    def _on_key(self, outcome: Outcome) -> None:
        if outcome.error is None:
            self._page.look_for("journal-copies_back")
        else:
            say_wrong(self._page, self._desk, outcome, "journal-field-secret")


def copy_of(page: JournalPresenter, number: int) -> Copy | None:
    """Return a copy that is shown, by its number."""
    shelf = page.shown.copies
    return next((copy for copy in shelf.copies if copy.number == number), None) if shelf else None


def say_wrong(page: JournalPresenter, desk: Desk, outcome: Outcome, focus: str) -> None:
    """Say why something could not be done, above the page and beside what was asked for."""
    if outcome.error is not None:
        key, facts = f"error.{outcome.error.code}", outcome.error.facts
        page.shown = replace(page.shown, remark=desk.speaker.words(key, **facts), focus=focus)
        desk.tell(key, **facts)
        page.show()
