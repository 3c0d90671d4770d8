"""A table of text and numbers -> the answers of its rows, and what is wrong with the rows that cannot be used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from core.batch.cells import CellError, answer_in
from core.batch.coded import Coded, Numbers
from core.batch.dated import Column, Dated, joined, read_plain
from core.batch.errors import ColumnTypeError, RepeatedColumnError, UnknownColumnsError
from core.loading.answer_values import TOO_BIG
from core.loading.answers_file import SHORTHANDS
from core.schema.answers import NONE, NOT_SURE
from core.schema.content import Content, Question

ID = "id"
OTHERS = (ID, "as_of", "mode", *SHORTHANDS, "tried", "message", "objections", "done")
"""Columns that are no questions by name."""
NUMERIC = ("number", "amount")
SHOWN_NAME = 60


@dataclass(frozen=True, slots=True)
class Reject:
    """One thing wrong in one row (counted from 0 within its table), as a code with facts; holds no other cell."""

    row: int
    column: str
    code: str
    facts: tuple[tuple[str, str], ...] = ()


def known_columns(content: Content) -> tuple[str, ...]:
    """Return the names that columns may have."""
    return (*OTHERS, *content.questions)


def check_columns(names: Sequence[str], content: Content) -> None:
    """Check the names of all columns.

    Raises:
        UnknownColumnsError: Some are not known; it names them all.
        RepeatedColumnError: One occurs twice, or beside its shorthand.
    """
    if unknown := [name for name in names if name not in known_columns(content)]:
        shown = ", ".join(repr(name[:SHOWN_NAME])[1:-1] or '""' for name in unknown)
        raise UnknownColumnsError(names=shown, count=len(unknown))
    meant = [SHORTHANDS.get(name, name) for name in names]
    if twice := [name for place, name in enumerate(meant) if name in meant[:place]]:
        raise RepeatedColumnError(name=twice[0])


def plain(column: pl.Series, numeric: bool) -> pl.Series:
    """Return a column of a frame as text, or as floats where it holds numbers and is asked for them.

    Raises:
        ColumnTypeError: It holds neither text, numbers, days, times, nor lists of texts.
    """
    kind = column.dtype
    if kind.is_numeric() and numeric:
        return column.cast(pl.Float64).fill_nan(None)
    if isinstance(kind, pl.Datetime):
        local = column.dt.convert_time_zone("Asia/Shanghai") if kind.time_zone else column
        return local.dt.to_string("%Y-%m-%dT%H:%M:%S%.f")
    if isinstance(kind, pl.List) and not isinstance(kind.inner, pl.List | pl.Struct):
        joined = column.cast(pl.List(pl.String)).list.join("|")
        return joined.set((column.list.len() == 0).fill_null(value=False), NONE)
    if kind.is_nested() or kind in (pl.Binary, pl.Object, pl.Time, pl.Duration):
        raise ColumnTypeError(name=column.name, found=str(kind))
    return column.cast(pl.String)


class Reader:
    """Reads the columns of one table, and collects what is wrong with its rows."""

    def __init__(self, table: pl.DataFrame) -> None:
        """Take the table; its columns must have been checked."""
        self._table = table
        self.rejects: list[Reject] = []

    @property
    def count(self) -> int:
        """Return how many rows the table has."""
        return self._table.height

    def reject(self, rows: Iterable[int], column: str, error: CellError) -> None:
        """Note that a cell of some rows cannot be used."""
        self.rejects += [Reject(int(row), column, error.code, tuple(error.facts.items())) for row in rows]

    def cells(self, name: str, numeric: bool = False) -> pl.Series:
        """Return a column, empty when the table has none of that name."""
        if name not in self._table.columns:
            return pl.Series(name, [None], dtype=pl.String).new_from_index(0, self.count)
        return plain(self._table[name], numeric)

    def answers(self, column: str, name: str, question: Question) -> Column:
        """Return the answers to the question ``name`` from a column, whose name may be a shorthand."""
        cells = self.cells(column, question.kind in NUMERIC)

        def read(cell: str) -> Any:
            answer = answer_in(name, question, cell)
            return None if answer == NOT_SURE else answer

        if question.kind in NUMERIC:
            return self._numbers(cells, question, read)
        if question.kind == "dated_values":
            return self._dated(cells, question, read)
        if question.kind == "choice" and (quick := _choices(cells, [option.id for option in question.options])):
            return quick
        return self.coded(cells, read)

    def coded(self, cells: pl.Series, read: Callable[[str], Any]) -> Coded:
        """Return a column of text with every distinct cell read once."""
        values, codes, wrong = [None], [], {}
        texts = cells.drop_nulls().unique().sort().to_list()
        for text in texts:
            try:
                value = read(text)
            except CellError as error:
                value, wrong[text] = None, error
            codes.append(0 if value is None else len(values))
            values += [] if value is None else [value]
        for text, mistake in wrong.items():
            self.reject((cells == text).arg_true(), cells.name, mistake)
        if not texts:
            return Coded(values, np.zeros(len(cells), dtype=np.int64))
        found = cells.replace_strict(texts, codes, default=0, return_dtype=pl.Int64)
        return Coded(values, found.to_numpy())

    def _numbers(self, cells: pl.Series, question: Question, read: Callable[[str], Any]) -> Numbers:
        """Return numbers; only cells that are none within the bounds are looked at one by one."""
        numbers = cells.cast(pl.Float64, strict=False)
        fits = _fits(numbers, question)
        values = numbers.set(~fits, None).to_numpy().copy()
        odd = cells.is_not_null() & ~fits
        if odd.any():
            texts = cells.set(~odd, None).cast(pl.String)
            read_singly = self.coded(texts, read)
            # A question may also allow a word, which is an answer and no number.
            numbers_read = [value if isinstance(value, float) else np.nan for value in read_singly.values]
            values = np.where(odd.to_numpy(), read_singly.looked_up(numbers_read), values)
        return Numbers(values)

    def _dated(self, cells: pl.Series, question: Question, read: Callable[[str], Any]) -> Dated:
        least, most = (-TOO_BIG, TOO_BIG) if question.whole else _bounds(question)
        column, odd = read_plain(cells, least, most)
        singly = self.coded(cells.set(~odd, None), read)
        lists = [(row, singly.values[code]) for row, code in enumerate(singly.codes.tolist()) if code]
        return joined(column, [(row, pairs) for row, pairs in lists if isinstance(pairs, tuple)])


def _bounds(question: Question) -> tuple[float, float]:
    least, most = question.minimum, question.maximum
    return -TOO_BIG if least is None else least, TOO_BIG if most is None else most


def _fits(numbers: pl.Series, question: Question) -> pl.Series:
    fits = numbers.is_finite() & (numbers.abs() < TOO_BIG)
    if question.whole:
        fits &= numbers == numbers.floor()
    if question.minimum is not None:
        fits &= numbers >= question.minimum
    if question.maximum is not None:
        fits &= numbers <= question.maximum
    return fits.fill_null(value=False)


def _choices(cells: pl.Series, options: list[str]) -> Coded | None:
    """Return the column when every cell is an option, "not sure" or empty, without looking at single cells."""
    places = cells.cast(pl.Enum([*options, NOT_SURE]), strict=False).to_physical()
    if places.null_count() > cells.null_count():
        return None
    last = len(options)
    codes = np.array([*range(1, last + 1), 0, 0], dtype=np.int64)[places.fill_null(last + 1).to_numpy()]
    return Coded((None, *options), codes)
