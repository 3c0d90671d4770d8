"""Writing a file so that it is either there whole or not there at all."""

from __future__ import annotations

import errno
import os
import tempfile
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
    temporary: str | None = None
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.is_dir():  # else the system would say that it is in use, or nothing at all
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
        raise CannotWriteError(file=str(path), reason=reason_of(error)) from error
