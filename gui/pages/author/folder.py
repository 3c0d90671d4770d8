"""The folder that is being written: read, checked, copied, always one thing at a time. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.authoring.findings import files_of
from core.authoring.studio import Studio
from core.errors import AppError, Problem
from gui.desk import Desk
from gui.pages.author.kept import Place
from gui.pages.author.picture import Found
from gui.pages.author.working import Reading, check, copy, read, stamp


class OpenFolder:
    """What is known of a folder, and the work that finds it out.

    Attributes:
        found: What is known at the moment.
    """

    def __init__(self, desk: Desk, folder: Path, on_changed: Callable[[], None]) -> None:
        """Take the folder; ``on_changed`` is called whenever more is known. Nothing is read yet."""
        self._desk, self._on_changed = desk, on_changed
        self._cancel: Callable[[], None] | None = None
        self._closed, self._stamp = False, ""
        self._studio = Studio(folder, desk.content)
        self.found = Found(folder)

    def close(self) -> None:
        """Drop the work under way, and begin none any more."""
        self._drop()
        self._closed = True

    def reload(self) -> None:
        """Read the folder again: something in it was saved."""
        self._drop()
        if not self._closed:
            self._cancel = self._desk.later(partial(read, self._studio), self._on_read)

    def poll(self) -> None:
        """Look whether something was saved without anybody telling, as on a drive in a network."""
        if self._cancel is None and not self._closed:
            self._desk.later(partial(stamp, self._studio.folder), self._on_stamp)

    def open(self, folder: str) -> None:
        """Look at another folder from now on."""
        self._desk.remember(author=folder)
        self._studio, self._stamp = Studio(Path(folder), self._desk.content), ""
        self.found = Found(self._studio.folder)
        self._on_changed()
        self.reload()

    def make(self, target: str) -> None:
        """Make a folder of one's own, and look at it."""
        self._drop()
        work = partial(copy, self._desk.content, Path(target), self._desk.layouts)
        self._cancel = self._desk.later(work, partial(self._on_made, target))

    def paths(self, place: Place) -> list[str]:
        """Return what to follow: every folder of the content, and the files of the entry in view.

        Not every file: some systems hold a file open for each that is followed, and have few to give.
        """
        folder, sketch = self._studio.folder, self.found.sketch
        folders = {str((folder / name).parent) for name in (sketch.files if sketch else ())}
        names = files_of(place.kind, place.entry, sketch) if sketch and place.entry else ()
        return [str(folder), *sorted(folders), *(str(folder / name) for name in names)]

    def _drop(self) -> None:
        if self._cancel:
            self._cancel()
            self._cancel = None

    def _on_read(self, reading: Reading) -> None:
        self._cancel = None
        self._stamp, found = reading.stamp, self.found
        found.sketch, found.own, found.read_at = reading.sketch, reading.own, self._desk.now()
        found.problems = None
        self._on_changed()
        if reading.sketch is not None and not self._closed:
            work = partial(check, self._studio, self._desk.now().date())
            self._cancel = self._desk.later(work, self._on_checked)

    def _on_checked(self, problems: tuple[Problem, ...]) -> None:
        self._cancel = None
        self.found.problems = problems
        self._on_changed()

    def _on_stamp(self, now: str) -> None:
        if self._cancel is None and now != self._stamp:
            self.reload()

    def _on_made(self, target: str, made: int | AppError) -> None:
        self._cancel = None
        if isinstance(made, AppError):
            self._desk.tell(f"error.{made.code}", **made.facts)
            self.reload()
            return
        self._desk.tell("authoring.new.made", count=made, folder=target)
        self.open(target)
