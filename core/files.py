"""Writing a file so that it is either there whole or not there at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from core.errors import AppError, reason_of

UNFINISHED = ".unfinished-"
"""Not made from the file's own name: with anything added, a long name could be too long."""


class CannotWriteError(AppError):
    """A file could not be written; nothing of it was left behind."""

    code = "cannot_write"


def put_aside(file: Path) -> str:
    """Rename a damaged file so that it is out of the way and not lost; return where it is, "" when it cannot be moved.

    Writing over it, or deleting it, would take it from whoever could still mend it.
    """
    number = 1
    while (aside := file.with_name(f"damaged-{number}-{file.name}")).exists():
        number += 1
    try:
        file.replace(aside)
    except OSError:
        return ""
    return str(aside)


def put_asides(file: Path) -> list[Path]:
    """Return where :func:`put_aside` has put a file, as far as that is still there."""
    try:
        return sorted(found for found in file.parent.iterdir() if _is_aside(found.name, file.name))
    except OSError:
        return []


def _is_aside(name: str, of: str) -> bool:
    number = name.removeprefix("damaged-").removesuffix(f"-{of}")
    return number.isdecimal() and name == f"damaged-{number}-{of}"


def sweep(folder: Path) -> None:
    """Remove what a write left behind that was cut off, as by a power failure."""
    with suppress(OSError):
        for left in folder.glob(f"{UNFINISHED}*"):
            left.unlink(missing_ok=True)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write ``content``, a text as UTF-8, under ``path``, replacing what was there only when all of it is on disk.

    Raises:
        CannotWriteError: The folder is missing, read-only or full; the old file, if any, is unchanged.
    """
    write_all({path: content})


def write_all(files: Mapping[Path, str | bytes]) -> None:
    """Write several files as :func:`write_whole` does, none of them before all are on disk.

    Raises:
        CannotWriteError: One of them cannot be written; it is named, and all old files are unchanged.
    """
    ready: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in files.items():
            _make_ready(path, content.encode("utf-8") if isinstance(content, str) else content, ready)
        for path, temporary in ready.items():
            temporary.replace(path)
    except OSError as error:
        for temporary in ready.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise CannotWriteError(file=str(path), reason=reason_of(error)) from error


def _make_ready(path: Path, data: bytes, ready: dict[Path, Path]) -> None:
    """Write what is to stand under ``path`` beside it, and note where."""
    if path.is_dir():  # else the system would say that it is in use, or nothing at all
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    ready[path] = Path(temporary)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
