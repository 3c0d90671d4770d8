"""The one mutable thing: the present draft, with undo and redo without limit. Plain Python with listeners."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from gui.draft import Draft

Listener = Callable[[], None]
ANYWHERE = "*"
"""The place of a change that was not made at any step: a check that was begun, or cleared."""


@dataclass(frozen=True, slots=True)
class _Past:
    """A draft, what was before it, and the step at which it was changed into what it is."""

    draft: Draft
    before: _Past | None
    place: str


class Session:
    """Holds the draft. Every change is a new frozen draft, so that undo is a step back along the old ones."""

    def __init__(self, draft: Draft) -> None:
        """Begin with a draft; nothing can be undone yet."""
        self._now = _Past(draft, None, draft.at)
        self._ahead: list[_Past] = []
        self._listeners: list[Listener] = []

    @property
    def draft(self) -> Draft:
        """Return the present draft."""
        return self._now.draft

    @property
    def can_undo(self) -> bool:
        """Return whether a change can be taken back."""
        return self._now.before is not None

    @property
    def can_redo(self) -> bool:
        """Return whether a change was taken back and can be made again."""
        return bool(self._ahead)

    def change(self, draft: Draft) -> None:
        """Make a change that undo takes back; one that changes nothing is none."""
        if draft == self.draft:
            return
        self._now = _Past(draft, self._now, draft.at)
        self._ahead.clear()
        self._tell()

    def move(self, draft: Draft) -> None:
        """Show another step. Undo does not stop here: it takes back answers, not glances."""
        if draft != self.draft:
            self._now = replace(self._now, draft=draft)
            self._tell()

    def begin(self, draft: Draft) -> None:
        """Put another check in place of this one; undo brings the old one back at the step where it was."""
        if draft != self.draft:
            self._now = _Past(draft, self._now, ANYWHERE)
            self._ahead.clear()
            self._tell()

    def undo(self) -> None:
        """Take back the last change and show the step it was made at."""
        undone, before = self._now, self._now.before
        if before is not None:
            self._ahead.append(undone)
            place = before.draft.at if undone.place == ANYWHERE else undone.place
            self._now = replace(before, draft=replace(before.draft, at=place))
            self._tell()

    def redo(self) -> None:
        """Make the change again that was last taken back."""
        if self._ahead:
            again = self._ahead.pop()
            place = again.draft.at if again.place == ANYWHERE else again.place
            self._now = _Past(replace(again.draft, at=place), self._now, again.place)
            self._tell()

    def forget(self, draft: Draft) -> None:
        """Hold nothing but this draft: nothing can be undone or made again, and nobody is told."""
        self._now = _Past(draft, None, draft.at)
        self._ahead.clear()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change, in the order of listening; return the call that ends it."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
