"""Makes everything findable, on another thread, once somebody searches: it takes most of a second. No Qt.

Not when the page opens: Python lets one thread run at a time, and the page would stand still a quarter of a second.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from core.library.documents import documents_of
from core.library.search import Index
from gui.desk import Desk
from gui.following import Following
from gui.pages.library.kept import place_of


class Finder(Following):
    """Makes the index of a language once in a run."""

    def __init__(self, desk: Desk, on_ready: Callable[[], None]) -> None:
        """Begin with nothing; ``on_ready`` hears when everything can be found."""
        super().__init__(desk)
        self._on_ready, self._coming = on_ready, ""

    def prepare(self) -> None:
        """Make everything findable in the language of the moment, where it neither is nor is about to be."""
        code = self._desk.speaker.code
        if code != self._coming and code not in place_of(self._desk).indexes:
            self._coming = code
            self.ask(_index_of(self._desk), partial(self._on_found, code))

    def _on_found(self, code: str, index: Index) -> None:
        place_of(self._desk).indexes[code], self._coming = index, ""
        self._on_ready()


def _index_of(desk: Desk) -> Callable[[Callable[[], bool]], Index]:
    language, shelf = desk.speaker.language, desk.shelf

    def work(stopped: Callable[[], bool]) -> Index:
        index = Index(documents_of(language, shelf), chinese=language.code.startswith("zh"))
        if not stopped():
            index.prepare()
        return index

    return work
