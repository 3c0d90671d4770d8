"""Lines of a CSV or JSON Lines file -> a table, each line checked so that it cannot disturb another."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any, Protocol

import polars as pl

from core.batch.cells import BAR, CellError
from core.batch.columns import ID, SHOWN_NAME, known_columns
from core.redact import redact
from core.schema.answers import NONE
from core.schema.content import Content

_MARK = b"\xef\xbb\xbf"
"""Some programs begin a UTF-8 file with it."""


class LineRows(Protocol):
    """How the lines of one form are read."""

    def checked(self, line: bytes | None) -> Any:
        """Return a line ready to be put into a table; None is one that is too long.

        Raises:
            CellError: It is no row.
        """
        ...

    def table(self, lines: Sequence[Any]) -> pl.DataFrame:
        """Return checked lines as a table."""
        ...


def header_of(line: bytes) -> list[str] | None:
    """Return the names in the first line of a CSV file; None when it is no text."""
    try:
        text = line.removeprefix(_MARK).decode("utf-8").strip()
        return [name.strip() for name in next(csv.reader([text], strict=True))] if text else None
    except (UnicodeDecodeError, csv.Error):
        return None


class CsvRows:
    """Lines of cells between commas; a cell may stand in quotation marks, and none goes over the end of its line."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Take the names of the columns."""
        self._names, self._count = names, len(names)

    def checked(self, line: bytes | None) -> bytes:
        """Return a line that has as many cells as the header, and is text."""
        text = _text(line)
        cells = _unquoted(text) if b'"' in text else None
        found = len(cells) if cells else text.count(b",") + 1
        if found != self._count:
            raise CellError("batch_cells", found=str(found), expected=str(self._count))
        # Two readers may disagree about stray quotation marks: so what one has read is written anew for the other.
        return _quoted(cells) if cells else text

    def table(self, lines: Sequence[bytes]) -> pl.DataFrame:
        """Return checked lines as a table of text."""
        kinds = dict.fromkeys(self._names, pl.String)
        if not lines:
            return pl.DataFrame(schema=kinds)
        return pl.read_csv(io.BytesIO(b"\n".join(lines)), has_header=False, schema=kinds)


def _unquoted(line: bytes) -> list[str]:
    try:
        return next(csv.reader([line.decode("utf-8")], strict=True))
    except csv.Error:
        raise CellError("batch_quotes") from None


def _quoted(cells: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue().encode("utf-8")


class JsonRows:
    """Lines with a JSON object each; a key that is missing or null is an empty cell."""

    def __init__(self, content: Content) -> None:
        """Take the content, which says what the keys may be."""
        self._known = known_columns(content)
        self._allowed = frozenset(self._known)

    def names_in(self, line: bytes) -> list[str]:
        """Return the keys of a line.

        Raises:
            CellError: It holds no object.
        """
        return list(_object(line))

    def checked(self, line: bytes | None) -> tuple[str | None, ...]:
        """Return the cells of a line for all columns that there may be; the line has no other keys."""
        found = _object(line)
        if not found.keys() <= self._allowed:
            unknown = next(name for name in found if name not in self._known)
            raise CellError("batch_unknown_key", found=redact(unknown[:SHOWN_NAME]).text)
        # Row by row, while the object is at hand: column by column takes twice as long.
        return tuple([cell_of(found.get(name)) for name in self._known])

    def table(self, lines: Sequence[tuple[str | None, ...]]) -> pl.DataFrame:
        """Return checked lines as a table of text."""
        columns = zip(*lines, strict=True) if lines else [()] * len(self._known)
        named = {name: cells for name, cells in zip(self._known, columns, strict=True) if name == ID or any(cells)}
        return pl.DataFrame(named, schema=dict.fromkeys(named, pl.String))


def cell_of(value: object) -> str | None:
    """Return a value of JSON as it stands in a cell."""
    if value is None:
        return None
    if isinstance(value, str):
        # Half of a pair of surrogates is no text, and no answer either.
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return BAR.join(map(_part, value)) if value else NONE
    return json.dumps(value)


def _part(value: object) -> str:
    """Return an item of a list; a pair of a day and a value has a colon between them."""
    if isinstance(value, list) and len(value) == 2:
        return ":".join(cell_of(half) or "" for half in value)
    return cell_of(value) or ""


def _object(line: bytes | None) -> dict[str, object]:
    try:
        found = json.loads(_text(line))
    except (ValueError, RecursionError):
        raise CellError("batch_json") from None
    if not isinstance(found, dict):
        raise CellError("batch_json")
    return found


def _text(line: bytes | None) -> bytes:
    """Return a line that is text.

    Raises:
        CellError: It is too long, or no UTF-8.
    """
    if line is None:
        raise CellError("batch_long_line")
    if not line.isascii():
        try:
            line.removeprefix(_MARK).decode("utf-8")
        except UnicodeDecodeError:
            raise CellError("batch_encoding", expected="UTF-8") from None
    return line.removeprefix(_MARK)
