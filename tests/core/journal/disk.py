"""A disk that fails when a test says so: beneath SQLite and beneath the encryption, where a real one would."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import apsw

NAME = "failing"
VFS = f"multipleciphers-{NAME}"
"""The encryption on top of the failing disk."""
REAL = apsw.vfs_names()[0].removeprefix("multipleciphers-")
"""The system's own files, beneath the encryption."""
ENDLESS = 10**9


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__(REAL, name, flags)
        self._disk = disk

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.use()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.use()  # and no more: waiting for a real disk would take a test most of its time
        del flags

    def xTruncate(self, size: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.use()
        super().xTruncate(size)


class Disk(apsw.VFS):
    """Counts what is written, and from a given write on fails every one; remembers the name of every file."""

    def __init__(self) -> None:
        super().__init__(NAME, REAL)
        self.left, self.written = ENDLESS, 0
        self.error: type[apsw.Error] = apsw.FullError
        self.opened: list[str | None] = []

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - SQLite's name
        self.opened.append(name.filename() if isinstance(name, apsw.URIFilename) else name)
        return _File(self, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802 - SQLite's name
        self.use()
        super().xDelete(name, sync)

    def use(self) -> None:
        self.written += 1
        self.left -= 1
        if self.left < 0:
            raise self.error(errno.ENOSPC)

    @contextmanager
    def failing(self, after: int, error: type[apsw.Error]) -> Iterator[None]:
        """Let so many writes through, then fail every one until the end of the block."""
        self.left, self.error = after, error
        try:
            yield
        finally:
            self.left = ENDLESS
