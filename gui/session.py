"""The one mutable thing: the present draft, with undo and redo without limit. Plain Python with listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import count

from gui.draft import Draft

Listener = Callable[[], None]
ANYWHERE = "*"
"""The place of a change that was not made at any step: a check that was begun, or cleared."""


@dataclass(frozen=True, slots=True)
class _Past:
    """A draft, what was before it, the step at which it was changed into what it is, and which check it belongs to."""

    draft: Draft
    before: _Past | None
    place: str
    check: int = 0


class Session:
    """Holds the draft. Every change is a new frozen draft, so that undo is a step back along the old ones."""

    def __init__(self, draft: Draft) -> None:
        """Begin with a draft; nothing can be undone yet."""
        self._checks = count()
        self._now = _Past(draft, None, draft.at, next(self._checks))
        self._ahead: list[_Past] = []
        self._listeners: list[Listener] = []

    @property
    def draft(self) -> Draft:
        """Return the present draft."""
        return self._now.draft

    @property
    def check(self) -> int:
        """Return the number of the present check in this run: what was noted during another one can be told by it."""
        return self._now.check

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
        self._now = _Past(draft, self._now, draft.at, self.check)
        self._ahead.clear()
        _tell(self._listeners)

    def move(self, draft: Draft) -> None:
        """Show another step. Undo does not stop here: it takes back answers, not glances."""
        if draft != self.draft:
            self._now = replace(self._now, draft=draft)
            _tell(self._listeners)

    def begin(self, draft: Draft) -> None:
        """Put another check in place of this one; undo brings the old one back at the step where it was.

        It gets a number of its own, unless there was none before, or it goes on with the answers of the one before, or
        it is the one that an example had taken the place of.
        """
        if draft != self.draft:
            known = _known_as(draft, self._now)
            self._now = _Past(draft, self._now, ANYWHERE, next(self._checks) if known is None else known)
            self._ahead.clear()
            _tell(self._listeners)

    def undo(self) -> None:
        """Take back the last change and show the step it was made at."""
        undone, before = self._now, self._now.before
        if before is not None:
            self._ahead.append(undone)
            place = before.draft.at if undone.place == ANYWHERE else undone.place
            self._now = replace(before, draft=replace(before.draft, at=place))
            _tell(self._listeners)

    def redo(self) -> None:
        """Make the change again that was last taken back."""
        if self._ahead:
            again = self._ahead.pop()
            place = again.draft.at if again.place == ANYWHERE else again.place
            self._now = _Past(replace(again.draft, at=place), self._now, again.place, again.check)
            _tell(self._listeners)

    def forget(self, draft: Draft, *, quietly: bool = False) -> None:
        """Hold nothing but this draft: nothing can be undone or made again; ``quietly``: and nobody is told."""
        self._now = _Past(draft, None, draft.at, next(self._checks))
        self._ahead.clear()
        if not quietly:
            _tell(self._listeners)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change, in the order of listening; return the call that ends it."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave


def _known_as(draft: Draft, now: _Past) -> int | None:
    """Return the number that a check has already; None for one that is new."""
    if draft.example:
        return None
    own: _Past | None = now
    while own is not None and own.draft.example:
        own = own.before
    if own is None:
        return None
    if own is not now:
        return own.check if own.draft == draft else None
    goes_on = draft.answers.values == own.draft.answers.values
    return own.check if goes_on or not own.draft.begun else None


def _tell(listeners: Iterable[Listener]) -> None:
    for listener in tuple(listeners):
        listener()
