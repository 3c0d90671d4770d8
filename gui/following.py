"""What every presenter does alike: follow session and language while its page is open, and one long work. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gui.desk import Desk, Work


class Following:
    """Base of presenters; :meth:`follow` is called once, when the presenter is ready to show itself."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk; nothing is followed yet."""
        self._desk = desk
        self._leave: tuple[Callable[[], None], ...] = ()
        self._cancel: Callable[[], None] | None = None
        self._closed = False

    def follow(self, on_changed: Callable[[], None] | None, on_language: Callable[[], None]) -> None:
        """Call ``on_changed`` after each change of the session (None: never) and ``on_language`` after one of words."""
        listened = () if on_changed is None else (self._desk.session.listen(on_changed),)
        self._leave = (*listened, self._desk.speaker.listen(on_language))

    def close(self) -> None:
        """Follow nothing any more, and drop the work under way."""
        self._closed = True
        for leave in self._leave:
            leave()
        self.drop()

    def ask(self, work: Work, on_done: Callable[[Any], None]) -> None:
        """Start long work in place of the one under way; a closed presenter starts none."""
        self.drop()
        if not self._closed:
            self._cancel = self._desk.later(work, on_done)

    def drop(self) -> None:
        """Call off the work under way; nothing comes of it any more."""
        if self._cancel:
            self._cancel()
            self._cancel = None
