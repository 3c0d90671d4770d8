"""Tells that something in a folder was saved: as soon as the system says so, and by looking where it does not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

QUIET_MS = 200
"""So long nothing more must be saved before it is told: an editor writes in several steps."""
LOOK_MS = 2000
"""How often one looks; the system says nothing of what others save on a drive in a network."""


class FolderWatch(QObject):
    """Follows files and folders.

    Signals:
        changed (): Something was saved, and nothing more for a moment.
        poll_due (): Time to look.
    """

    changed = Signal()
    poll_due = Signal()

    def __init__(self) -> None:
        """Follow nothing yet."""
        super().__init__()
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._look = QTimer(self, interval=LOOK_MS)
        self._watcher.fileChanged.connect(self._on_touched)
        self._watcher.directoryChanged.connect(self._on_touched)
        self._quiet.timeout.connect(self.changed)
        self._look.timeout.connect(self.poll_due)

    def follow(self, paths: Iterable[str]) -> None:
        """Follow these from now on. An editor that replaces a file ends its being followed: it is taken up again."""
        wanted = {path for path in paths if Path(path).exists()}
        followed = {*self._watcher.files(), *self._watcher.directories()}
        if gone := followed - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - followed:
            self._watcher.addPaths(sorted(new))
        if not self._look.isActive():
            self._look.start()

    def stop(self) -> None:
        """Follow nothing any more."""
        self._look.stop()
        self._quiet.stop()
        if followed := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(followed)

    def _on_touched(self, _path: str) -> None:
        self._quiet.start()
