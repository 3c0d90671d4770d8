"""What the buttons of the journal page do: of records here, the rest by helpers. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from core.journal.records import AnyRecord
from gui.journal_room import Outcome as Came
from gui.pages.journal import working
from gui.pages.journal.due import Reminding
from gui.pages.journal.exampling import Ground
from gui.pages.journal.kept import SHOWN, Looking
from gui.pages.journal.locking import Locking
from gui.pages.journal.moving import Moving
from gui.pages.journal.others import OTHERS
from gui.pages.journal.peering import Peering
from gui.pages.journal.recovery import Recovery
from gui.pages.journal.restoring import Repairing, Restoring
from gui.pages.journal.ringing import Ringing
from gui.pages.journal.trying import Trying
from gui.pages.journal.using import Using

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter

Deed = Callable[[str, str], None]
TWO = 2
KINDS = (Trying, Locking, Recovery, Moving, Peering, Restoring, Repairing, Reminding, Ringing)


class Deeds:
    """Does what is wished of records, and passes the rest on."""

    def __init__(self, page: JournalPresenter, ground: Ground) -> None:
        """Work for a page, on what it stands on."""
        desk = ground.desk
        self._page, self._desk = page, desk
        using = Using(page, desk, ground.choosing)
        self._deeds = (self._own(), ground.deeds, using.deeds, *(kind(page, desk).deeds for kind in KINDS))

    @property
    def wishes(self) -> tuple[str, ...]:
        """Return everything that can be wished."""
        return tuple(wish for deeds in self._deeds for wish in deeds)

    def do(self, wish: str, of: str, file: str) -> None:
        """Do what is wished."""
        for deeds in self._deeds:
            if wish in deeds:
                deeds[wish](of, file)

    def _own(self) -> Mapping[str, Deed]:
        page = self._page
        return {
            "open": lambda of, _: page.look_for("journal-go_on", opened=of),
            "close": lambda _, __: page.look_for(self._row(page.looking.opened), opened=""),
            "mark": self._mark,
            "unmark_all": lambda _, __: page.look_for("journal-mark-1", marked=()),
            "more": lambda _, __: page.look_for(shown=page.looking.shown + SHOWN),
            "clear": lambda _, __: page.look_for("journal-field-text", **_unnarrowed()),
            "delete": self._delete,
            "delete_try": self._delete,
            "delete_sent": self._delete,
            "delete_also": self._delete,
            "also_more": lambda _, __: page.look_for(also_shown=page.looking.also_shown + SHOWN),
            "bring_back": self._bring_back,
            "retry": lambda _, __: page.look_up(),
        }

    def _row(self, uid: str) -> str:
        """Return the button that reads a check of the list."""
        shelf = self._page.shown.shelf
        uids = [record.uid for record in shelf.checks] if shelf else []
        return f"journal-open-{uids.index(uid) + 1}" if uid in uids else ""

    def _mark(self, of: str, _file: str) -> None:
        marked = self._page.looking.marked
        now = tuple(uid for uid in marked if uid != of) if of in marked else (*marked, of)[-TWO:]
        self._page.look_for("journal-unmark_all" if len(now) == TWO else "", marked=now)

    def _delete(self, of: str, _file: str) -> None:
        self._desk.journal().write(partial(working.remove, of), self._on_removed)

    def _on_removed(self, came: Came) -> None:
        if came.error is not None:
            self._page.trouble(came.error)
            return
        removed, looking = cast(AnyRecord, came.value), self._page.looking
        marked = tuple(uid for uid in looking.marked if uid != removed.uid)
        opened = "" if looking.opened == removed.uid else looking.opened
        self._page.look_for("journal-bring_back", removed=removed, marked=marked, opened=opened)

    def _bring_back(self, _of: str, _file: str) -> None:
        removed = self._page.looking.removed
        if removed is not None:
            self._desk.journal().write(partial(working.put, removed), self._on_back)

    def _on_back(self, came: Came) -> None:
        if came.error is not None:
            self._page.trouble(came.error)
        else:
            removed = self._page.looking.removed
            again = removed is not None and removed.kind in OTHERS
            self._page.look_for("journal-delete_also-1" if again else "journal-open-1", removed=None)


def _unnarrowed() -> dict[str, Any]:
    plain = Looking()
    names = ("text", "terms", "band", "outcome", "first_text", "last_text", "first", "last", "shown")
    return {name: getattr(plain, name) for name in names}
