"""Columns that rules can be tested on: distinct values with a code for each row, or plain numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from core.schema.conditions import Condition, holds

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Coded:
    """Distinct values, and for each row the position of its own; the first value is None, for unknown."""

    values: Sequence[Any]
    codes: Ints

    def take(self, rows: Ints) -> Coded:
        """Return some of the rows."""
        return Coded(self.values, self.codes[rows])

    def only(self, where: Bools) -> Coded:
        """Return the column unknown in all other rows."""
        return Coded(self.values, self.codes * where)

    @property
    def known(self) -> Bools:
        """Return in which rows the value is known."""
        return self.codes > 0

    def looked_up(self, table: Sequence[Any], dtype: Any = np.float64) -> npt.NDArray[Any]:
        """Return for every row the entry of ``table`` that stands for its value."""
        return np.array(table, dtype=dtype)[self.codes]


@dataclass(frozen=True)
class Numbers:
    """A number in each row, NaN where it is unknown."""

    values: Floats

    def take(self, rows: Ints) -> Numbers:
        """Return some of the rows."""
        return Numbers(self.values[rows])

    def only(self, where: Bools) -> Numbers:
        """Return the column unknown in all other rows."""
        return Numbers(np.where(where, self.values, np.nan))

    @property
    def known(self) -> Bools:
        """Return in which rows the number is known."""
        return ~np.isnan(self.values)


def flags(known: Bools, true: Bools) -> Coded:
    """Return a column of yes, no and unknown."""
    return Coded((None, False, True), np.where(known, 1 + true.astype(np.int64), 0))


def unknown(count: int) -> Coded:
    """Return a column of which nothing is known."""
    return Coded((None,), np.zeros(count, dtype=np.int64))


def meets(condition: Condition, column: Coded | Numbers) -> Bools:
    """Return in which rows a fact is known to meet a condition: ``holds(…) is True``, for all rows at once."""
    if isinstance(column, Coded):
        answers: Bools = column.looked_up([holds(condition, value) is True for value in column.values], np.bool_)
        return answers
    return _numbers_meet(condition, column)


def _numbers_meet(condition: Condition, column: Numbers) -> Bools:
    x = column.values
    if condition.is_known is False:
        return ~column.known
    met = column.known
    if condition.equals is not None:
        met = met & _is_one_of(x, (condition.equals,))
    if condition.any_of is not None:
        met = met & _is_one_of(x, condition.any_of)
    if condition.at_least is not None:
        met = met & (x >= condition.at_least)
    if condition.at_most is not None:
        met = met & (x <= condition.at_most)
    if condition.between is not None:
        met = met & (condition.between[0] <= x) & (x <= condition.between[1])
    return met


def _is_one_of(x: Floats, expected: Sequence[object]) -> Bools:
    found: Bools = np.isin(x, [float(value) for value in expected if isinstance(value, int | float)])
    return found


def combined(keys: Sequence[npt.NDArray[Any]], count: int) -> tuple[Ints, Ints]:
    """Return (a row of each distinct combination of the keys, which combination each row has)."""
    codes: Ints = np.zeros(count, dtype=np.int64)
    first: Ints = np.zeros(min(count, 1), dtype=np.int64)
    for key in keys:
        _, own = np.unique(key, return_inverse=True)
        # Numbered anew after every key: so the codes stay below the square of the rows, whatever the keys.
        _, first, codes = np.unique(codes * (own.max(initial=0) + 1) + own, return_index=True, return_inverse=True)
    return first, codes
