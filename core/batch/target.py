"""Files that are either there whole or not at all, however many rows go into them."""

from __future__ import annotations

import csv
import io
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

import polars as pl

from core.batch.source import form_of
from core.errors import reason_of
from core.files import UNFINISHED, CannotWriteError


class Target(Protocol):
    """A file that grows beside its place, and takes it in the end."""

    def add(self, frame: pl.DataFrame) -> None:
        """Write some more rows."""
        ...

    def finish(self) -> None:
        """Put the file in its place."""
        ...

    def discard(self) -> None:
        """Leave nothing of it behind; after ``finish`` there is nothing to do."""
        ...


def target_of(path: Path) -> Target:
    """Return a target whose form is that of the name's ending.

    Raises:
        AppError: There is no such form, or nothing can be written there.
    """
    return FORMS[form_of(path)](path)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWriteError(file=str(path), reason=reason_of(error)) from error
    except pl.exceptions.PolarsError as error:
        raise CannotWriteError(file=str(path), reason="Parquet") from error


class Growing:
    """A file of bytes."""

    def __init__(self, path: Path) -> None:
        """Begin the file beside its place."""
        self._path = path
        with _writing(path):
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
        self._temporary, self._file = Path(name), os.fdopen(handle, "wb")

    def write(self, data: bytes) -> None:
        """Write some more."""
        with _writing(self._path):
            self._file.write(data)

    def finish(self) -> None:
        """Put the file in its place, once all of it is on disk."""
        with _writing(self._path):
            _on_disk(self._file)
            self._file.close()
            self._temporary.replace(self._path)

    def discard(self) -> None:
        """Leave nothing of it behind."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._temporary.unlink(missing_ok=True)


class RejectsFile:
    """Rows that could not be used: number, column, reason; a CSV file, whose header stands even when there are none."""

    def __init__(self, path: Path) -> None:
        """Begin the file beside its place."""
        self._growing = Growing(path)
        self.finish, self.discard = self._growing.finish, self._growing.discard
        self.add([("row", "column", "reason")])

    def add(self, rows: Iterable[tuple[int | str, str, str]]) -> None:
        """Write some more rows."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        self._growing.write(text.getvalue().encode("utf-8", "replace"))


class _Text:
    """A CSV or JSON Lines file."""

    def __init__(self, path: Path, text: Callable[[pl.DataFrame, bool], str]) -> None:
        self._growing, self._text, self._first = Growing(path), text, True
        self.finish, self.discard = self._growing.finish, self._growing.discard

    def add(self, frame: pl.DataFrame) -> None:
        """Write some more rows."""
        self._growing.write(self._text(frame, self._first).encode("utf-8"))
        self._first = False


class _Parquet:
    """A Parquet file: its parts lie in a folder beside its place, until they are put together."""

    def __init__(self, path: Path) -> None:
        self._path, self._count = path, 0
        with _writing(path):
            self._folder = Path(tempfile.mkdtemp(dir=path.parent, prefix=UNFINISHED))

    def add(self, frame: pl.DataFrame) -> None:
        """Write some more rows."""
        with _writing(self._path):
            frame.write_parquet(self._folder / f"{self._count:09}.parquet")
        self._count += 1

    def finish(self) -> None:
        """Put the parts together and the file in its place, once all of it is on disk."""
        whole = self._folder / "whole"
        with _writing(self._path):
            pl.scan_parquet(self._folder / "*.parquet").sink_parquet(whole)
            with whole.open("rb+") as file:
                _on_disk(file)
            whole.replace(self._path)
        self.discard()

    def discard(self) -> None:
        """Leave nothing of it behind."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _on_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _csv(frame: pl.DataFrame, first: bool) -> str:
    return frame.write_csv(include_header=first)


def _json(frame: pl.DataFrame, _first: bool) -> str:
    return frame.write_ndjson()


FORMS: Mapping[str, Callable[[Path], Target]] = {
    ".csv": lambda path: _Text(path, _csv),
    ".jsonl": lambda path: _Text(path, _json),
    ".ndjson": lambda path: _Text(path, _json),
    ".parquet": _Parquet,
}
"""Ending of a file's name -> how it is written."""
