"""Restores a copy and takes that back, brings in what is missing, mends or removes what is damaged. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from gui.desk import Desk
from gui.journal_room import Outcome
from gui.pages.journal import mending
from gui.pages.journal.kept import SURE
from gui.pages.journal.peering import copy_of, say_wrong

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter

Deed = Callable[[str, str], None]


class Restoring:
    """Does what is wished of a chosen copy."""

    def __init__(self, page: JournalPresenter, desk: Desk) -> None:
        """Work for a page."""
        self._page, self._desk = page, desk
        self.deeds: Mapping[str, Deed] = {
            "restore_copy": lambda _, __: page.look_for("journal-restore_not", sure=SURE),
            "restore_not": lambda _, __: page.look_for("journal-restore_copy", sure=""),
            "restore_sure": lambda of, _: self._restore(int(of), self._on_restored),
            "restore_back": lambda _, __: self._restore(page.looking.undo, self._on_taken_back),
            "gather": self._gather,
        }

    def _restore(self, number: int, on_outcome: Callable[[Outcome], None]) -> None:
        copy = copy_of(self._page, number)
        if copy is not None:
            self._desk.journal().around(partial(mending.restore_copy, copy), on_outcome)

    def _on_restored(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            say_wrong(self._page, self._desk, outcome, "journal-restore_not")
            return
        done: mending.Restored = outcome.value
        _tell(self._desk, "restored_rescued" if done.rescued else "restored", done.rescued)
        focus = "journal-restore_back" if done.undo else "journal-copies_back"
        self._page.look_for(focus, undo=done.undo, copy=0, sure="", opened="", marked=(), removed=None)

    def _on_taken_back(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            say_wrong(self._page, self._desk, outcome, "journal-restore_back")
            return
        self._desk.tell("journalpage.copies.undone")
        self._page.look_for("journal-copies_back", undo=0, copy=0, sure="")

    def _gather(self, of: str, _file: str) -> None:
        copy = copy_of(self._page, int(of))
        if copy is not None:
            self._desk.journal().write(partial(mending.gather_from, copy), self._on_gathered)

    def _on_gathered(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            say_wrong(self._page, self._desk, outcome, "journal-gather")
            return
        added = outcome.value.added
        _tell(self._desk, "gathered", added)
        self._page.shown = replace(self._page.shown, imported=added > 0)
        self._page.look_for("journal-take_back" if added else "journal-copies_back", copy=0, sure="")


class Repairing:
    """Does what is wished of records that are damaged or cannot be read."""

    def __init__(self, page: JournalPresenter, desk: Desk) -> None:
        """Work for a page."""
        self._page, self._desk = page, desk
        self.deeds: Mapping[str, Deed] = {
            "mend": lambda _, __: desk.journal().write(mending.mend, self._on_mended),
            "drop": lambda of, _: page.look_for(f"journal-drop_not-{self._place(of)}", sure=of),
            "drop_not": lambda of, _: page.look_for(f"journal-drop-{self._place(of)}", sure=""),
            "drop_sure": self._drop,
        }

    def _on_mended(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            say_wrong(self._page, self._desk, outcome, "journal-mend")
            return
        _tell(self._desk, "mended", outcome.value)
        self._page.look_for("journal-copies")

    def _drop(self, of: str, _file: str) -> None:
        self._page.look_for(sure="")
        self._page.change(partial(mending.drop, of), "journalpage.unread.dropped")

    def _place(self, uid: str) -> int:
        shelf = self._page.shown.shelf
        uids = [one.uid for one in shelf.unread] if shelf else []
        return uids.index(uid) + 1 if uid in uids else 0


def _tell(desk: Desk, key: str, number: int) -> None:
    desk.tell(f"journalpage.copies.{key}", count=desk.speaker.wording.count(number, "records"))
