"""Decides what the author's desk shows, and follows the folder that is being written. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Protocol

from core.authoring.findings import files_of
from core.authoring.preview import KINDS
from core.authoring.studio import Studio
from core.errors import AppError, Problem
from gui.desk import Desk
from gui.following import Following
from gui.pages.author.kept import Place
from gui.pages.author.picture import Found, author_state, entries_of, language_of
from gui.pages.author.state import AuthorState
from gui.pages.author.working import Reading, check, copy, read, stamp
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
    """Shows an entry of a folder, and shows it anew whenever the folder changes."""

    def __init__(self, screen: Screen, desk: Desk, choosing: Choosing, watch: Watching) -> None:
        """Open the folder that was written last, else the one in use."""
        super().__init__(desk)
        self._screen, self._watch = screen, watch
        self._place: Place = desk.memory.setdefault(MEMORY, Place())
        self._stamp = ""
        self._studio = Studio(Path(choosing.settings().author or desk.content), desk.content)
        self._found = Found(self._studio.folder)
        self.follow(None, self.show)
        self.show()
        self.reload()

    def close(self) -> None:
        """Follow nothing any more."""
        super().close()
        self._watch.stop()

    def reload(self) -> None:
        """Read the folder again: something in it was saved."""
        self.ask(partial(read, self._studio), self._on_read)

    def poll(self) -> None:
        """Look whether something was saved without anybody telling, as on a drive in a network."""
        if self._cancel is None and not self._closed:
            self._desk.later(partial(stamp, self._studio.folder), self._on_stamp)

    def open_folder(self, folder: str) -> None:
        """Look at another folder from now on."""
        self._desk.remember(author=folder)
        self._studio, self._stamp = Studio(Path(folder), self._desk.content), ""
        self._found = Found(self._studio.folder)
        self.show()
        self.reload()

    def make_folder(self, target: str) -> None:
        """Make a folder of one's own, and look at it."""
        work = partial(copy, self._desk.content, Path(target), self._desk.layouts)
        self.ask(work, partial(self._on_made, target))

    def take_kind(self, kind: str) -> None:
        """Show the entries of another kind, and the first of them."""
        if kind in KINDS and kind != self._place.kind:
            self._place.kind, self._place.entry, self._place.typed = kind, "", ""
            self._take_first()
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
        """Show the present picture."""
        self._screen.show_state(author_state(self._found, self._place, self._desk))
        if self._found.read_at is not None:
            self._watch.follow(self._paths())

    def _on_read(self, reading: Reading) -> None:
        self._cancel = None
        self._stamp, found = reading.stamp, self._found
        found.sketch, found.own, found.read_at = reading.sketch, reading.own, self._desk.now()
        found.problems = None
        if not self._place.entry:
            self._take_first()
        self.show()
        if reading.sketch is not None:
            self.ask(partial(check, self._studio, self._desk.now().date()), self._on_checked)

    def _on_checked(self, problems: tuple[Problem, ...]) -> None:
        self._cancel = None
        self._found.problems = problems
        self.show()

    def _on_stamp(self, found: str) -> None:
        if not self._closed and self._cancel is None and found != self._stamp:
            self.reload()

    def _on_made(self, target: str, made: int | AppError) -> None:
        self._cancel = None
        if isinstance(made, AppError):
            self._desk.tell(f"error.{made.code}", **made.facts)
            return
        self._desk.tell("authoring.new.made", count=made, folder=target)
        self.open_folder(target)

    def _take_first(self) -> None:
        entries = entries_of(self._found, self._place, language_of(self._found, self._place, self._desk))
        self._place.entry = entries[0][0] if entries else ""

    def _paths(self) -> list[str]:
        """Return what to follow: every folder of the content, and the files of the entry in view.

        Not every file: some systems hold a file open for each that is followed, and have few to give.
        """
        folder, sketch = self._studio.folder, self._found.sketch
        folders = {str((folder / name).parent) for name in (sketch.files if sketch else ())}
        names = files_of(self._place.kind, self._place.entry, sketch) if sketch and self._place.entry else ()
        return [str(folder), *sorted(folders), *(str(folder / name) for name in names)]
