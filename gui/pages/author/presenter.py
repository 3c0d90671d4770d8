"""Decides what the author's desk shows. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from core.authoring.preview import KINDS
from gui.desk import Desk
from gui.following import Following
from gui.pages.author.folder import OpenFolder
from gui.pages.author.kept import Place
from gui.pages.author.picture import author_state, entries_of, language_of
from gui.pages.author.state import AuthorState
from gui.settings import Choosing

MEMORY = "author"


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: AuthorState) -> None:
        """Show a picture."""


class Watching(Protocol):
    """What tells that something was saved."""

    def follow(self, paths: Iterable[str]) -> None:
        """Follow these files and folders from now on, in place of others."""

    def stop(self) -> None:
        """Follow nothing any more."""


class AuthorPresenter(Following):
    """Shows an entry of a folder, and shows it anew whenever the folder changes.

    Attributes:
        folder: The folder that is looked at.
    """

    def __init__(self, screen: Screen, desk: Desk, choosing: Choosing, watch: Watching) -> None:
        """Open the folder that was written last, else the one in use."""
        super().__init__(desk)
        self._screen, self._watch = screen, watch
        self._place: Place = desk.memory.setdefault(MEMORY, Place())
        self.folder = OpenFolder(desk, Path(choosing.settings().author or desk.content), self.show)
        self.follow(None, self.show)
        self.show()
        self.folder.reload()

    def close(self) -> None:
        """Follow nothing any more."""
        super().close()
        self.folder.close()
        self._watch.stop()

    def take_kind(self, kind: str) -> None:
        """Show the entries of another kind, and the first of them."""
        if kind in KINDS and kind != self._place.kind:
            self._place.kind, self._place.entry, self._place.typed = kind, "", ""
            self.show()

    def open(self, entry: str) -> None:
        """Show an entry."""
        self._place.entry = entry
        self.show()

    def search(self, typed: str) -> None:
        """Show the entries that have this in their name or id."""
        self._place.typed = typed
        self.show()

    def take_language(self, code: str) -> None:
        """Show the entry in a language, whatever the program speaks."""
        self._place.language = code
        self.show()

    def take_reader(self, reader: str) -> None:
        """Fill pages in for somebody whom they fit, or for somebody of whom nothing is known."""
        self._place.known = reader == "known"
        self.show()

    def show(self) -> None:
        """Show the present picture; where nothing was chosen, the first entry of its kind."""
        found, place, desk = self.folder.found, self._place, self._desk
        if not place.entry:
            place.entry = next((name for name, _ in entries_of(found, place, language_of(found, place, desk))), "")
        self._screen.show_state(author_state(found, place, desk))
        if found.read_at is not None:
            self._watch.follow(self.folder.paths(place))
