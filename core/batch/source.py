"""A file of borrowers -> parts of some thousand rows each, so that memory does not grow with the file.

Of a CSV or JSON Lines file a row is a line, always: one bad row never swallows the next. Row n is line n + 1 of a CSV
file (below its header) and line n of a JSON Lines file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

import polars as pl

from core.batch.cells import CellError
from core.batch.columns import Reject, check_columns, plain
from core.batch.errors import TableFormError, TableUnreadableError
from core.batch.lines import CsvRows, JsonRows, LineRows, header_of
from core.errors import EMPTY, NOT_TEXT, reason_of
from core.schema.content import Content

ROWS_AT_ONCE = 20_000
LONGEST_LINE = 1_000_000
"""In bytes; a row of all questions has about a thousand."""


@dataclass(frozen=True)
class Part:
    """Some rows of a file.

    Attributes:
        table: What could be read; a row each.
        numbers: Their row numbers in the file, counted from 1.
        rejects: Rows that are none, by their number in the file.
        share: Which share of the file has been read by now, in [0, 1].
    """

    table: pl.DataFrame
    numbers: list[int]
    rejects: list[Reject]
    share: float


class Source(Protocol):
    """A file that has been opened and whose columns are known."""

    with_id: bool

    def parts(self) -> Iterator[Part]:
        """Yield the rows of the file, in order."""
        ...


def source_of(path: Path, content: Content) -> Source:
    """Return a file ready to be read, its columns checked; nothing of its rows has been looked at.

    Raises:
        TableFormError: Its name ends as no form that is read.
        TableUnreadableError: It cannot be read at all.
        AppError: Its columns are not known, repeated, or of a kind that no cell can have.
    """
    form = form_of(path)
    try:
        return FORMS[form](path, content)
    except OSError as error:
        raise unreadable(path, reason_of(error)) from error
    except pl.exceptions.PolarsError as error:
        raise unreadable(path, "Parquet") from error


def form_of(path: Path) -> str:
    """Return the ending by which a form is known.

    Raises:
        TableFormError: There is no such form.
    """
    ending = path.suffix.lower()
    if ending not in FORMS:
        raise TableFormError(file=path.name, expected=", ".join(FORMS))
    return ending


def unreadable(path: Path, reason: str) -> TableUnreadableError:
    """Return the error of a file that cannot be read."""
    return TableUnreadableError(file=path.name, reason=reason)


class Lines:
    """A file with a row a line; ``rows`` knows how a line is read."""

    def __init__(self, path: Path, rows: LineRows, begins: int, with_id: bool) -> None:
        """Take the file; its rows begin at byte ``begins``."""
        self._path, self._rows, self._begins, self.with_id = path, rows, begins, with_id

    def parts(self) -> Iterator[Part]:
        """Yield the rows of the file, in order.

        Raises:
            TableUnreadableError: The file can be read no further.
        """
        try:
            size = max(1, self._path.stat().st_size)
            with self._path.open("rb") as file:
                file.seek(self._begins)
                last = 0
                while lines := list(_some(file, last)):
                    last = lines[-1][0]
                    yield self._part(lines, file.tell() / size)
        except OSError as error:
            raise unreadable(self._path, reason_of(error)) from error

    def _part(self, lines: list[tuple[int, bytes | None]], share: float) -> Part:
        rejects, numbers, good = [], [], []
        for number, line in lines:
            if line == b"":
                continue
            try:
                good.append(self._rows.checked(line))
            except CellError as error:
                rejects.append(Reject(number, "", error.code, tuple(error.facts.items())))
            else:
                numbers.append(number)
        return Part(self._rows.table(good), numbers, rejects, min(1.0, share))


def _some(file: BinaryIO, last: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield numbered lines without their ends; None stands for a line that is too long to be a row."""
    for number in range(last + 1, last + 1 + ROWS_AT_ONCE):
        line = file.readline(LONGEST_LINE)
        if not line:
            return
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (more := file.readline(LONGEST_LINE)) and not more.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def _csv(path: Path, content: Content) -> Source:
    with path.open("rb") as file:
        line = file.readline(LONGEST_LINE)
        begins = file.tell()
    names = header_of(line)
    if names is None:
        raise unreadable(path, NOT_TEXT if line else EMPTY)
    check_columns(names, content)
    return Lines(path, CsvRows(tuple(names)), begins, "id" in names)


def _json(path: Path, content: Content) -> Source:
    rows = JsonRows(content)
    with path.open("rb") as file:
        first = next((line for _, line in _some(file, 0) if line), None)
    if first is None:
        raise unreadable(path, EMPTY)
    with suppress(CellError):  # a first row that is none is rejected like any other
        check_columns(rows.names_in(first), content)
    return Lines(path, rows, 0, with_id=True)


class ParquetRows:
    """A Parquet file; row n is its n-th."""

    def __init__(self, path: Path, content: Content) -> None:
        """Look at the columns."""
        schema = pl.read_parquet_schema(path)
        check_columns(list(schema), content)
        for name, kind in schema.items():
            plain(pl.Series(name, [], dtype=kind), numeric=False)
        self._path, self.with_id = path, "id" in schema
        self._count = int(self._scan().select(pl.len()).collect().item())

    def parts(self) -> Iterator[Part]:
        """Yield the rows of the file, in order.

        Raises:
            TableUnreadableError: The file can be read no further.
        """
        for start in range(0, self._count, ROWS_AT_ONCE):
            try:
                table = self._scan().slice(start, ROWS_AT_ONCE).collect()
            except (OSError, pl.exceptions.PolarsError) as error:
                raise unreadable(self._path, "Parquet") from error
            numbers = list(range(start + 1, start + 1 + table.height))
            yield Part(table, numbers, [], (start + table.height) / self._count)

    def _scan(self) -> pl.LazyFrame:
        return pl.scan_parquet(self._path, glob=False)


FORMS: Mapping[str, Callable[[Path, Content], Source]] = {
    ".csv": _csv,
    ".jsonl": _json,
    ".ndjson": _json,
    ".parquet": ParquetRows,
}
"""Ending of a file's name -> how it is read."""
