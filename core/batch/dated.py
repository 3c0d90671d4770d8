"""A column of lists of days and values, flat: read, and looked at, without touching single lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import polars as pl

from core.batch.cells import BAR
from core.batch.coded import Bools, Coded, Floats, Ints, Numbers
from core.loading.answer_values import FIRST_DAY, LAST_DAY, LONGEST_LIST
from core.schema.answers import DatedValues

_DAY = len("2026-09-01")
EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Dated:
    """All pairs of all rows, in order of row, day, and place in the list; a row without pairs is unknown."""

    count: int
    row: Ints
    day: Ints
    value: Floats

    @classmethod
    def of(cls, count: int, row: Ints, day: Ints, value: Floats) -> Dated:
        """Return the column of pairs in any order of rows and days; those of one day stay in theirs."""
        order = np.lexsort((day, row))
        return cls(count, row[order], day[order], value[order])

    def take(self, rows: Ints) -> Dated:
        """Return some of the rows, which must be in order."""
        place = np.full(self.count, -1, dtype=np.int64)
        place[rows] = np.arange(len(rows))
        kept = place[self.row] >= 0
        return Dated(len(rows), place[self.row[kept]], self.day[kept], self.value[kept])

    def only(self, where: Bools) -> Dated:
        """Return the column unknown in all other rows."""
        return self.only_pairs(where[self.row])

    def only_pairs(self, kept: Bools) -> Dated:
        """Return some of the pairs."""
        return Dated(self.count, self.row[kept], self.day[kept], self.value[kept])

    @property
    def known(self) -> Bools:
        """Return which rows have pairs."""
        return np.bincount(self.row, minlength=self.count) > 0

    def until(self, last: Ints) -> Dated:
        """Return the pairs up to a day of each row; of several on one day only the last."""
        kept = Dated._last_of_each(self.row * (LAST_DAY.toordinal() + 1) + self.day) & (self.day <= last[self.row])
        return self.only_pairs(kept)

    @property
    def latest(self) -> tuple[Ints, Floats]:
        """Return the last day and value of each row; 0 and NaN where there is none."""
        return self._picked(Dated._last_of_each(self.row))

    @property
    def earliest(self) -> tuple[Ints, Floats]:
        """Return the first day and value of each row; 0 and NaN where there is none."""
        return self._picked(Dated._last_of_each(self.row[::-1])[::-1])

    def in_row(self, row: int) -> DatedValues:
        """Return the pairs of one row as an answer."""
        here = slice(*np.searchsorted(self.row, [row, row + 1]))
        pairs = zip(self.day[here].tolist(), self.value[here].tolist(), strict=True)
        return tuple((dt.date.fromordinal(day), value) for day, value in pairs)

    def _picked(self, which: Bools) -> tuple[Ints, Floats]:
        day, value = np.zeros(self.count, dtype=np.int64), np.full(self.count, np.nan)
        day[self.row[which]], value[self.row[which]] = self.day[which], self.value[which]
        return day, value

    @staticmethod
    def _last_of_each(keys: Ints) -> Bools:
        last = np.ones(len(keys), dtype=np.bool_)
        last[:-1] = keys[1:] != keys[:-1]
        return last


Column: TypeAlias = Coded | Numbers | Dated
"""The answers to one question."""


def read_plain(cells: pl.Series, least: float, most: float) -> tuple[Dated, pl.Series]:
    """Return the lists whose days are plain days and whose values lie within the bounds, and which cells are such.

    All other cells are left for the reader of single cells, which knows every form and says what is wrong.
    """
    parts = cells.str.split(BAR).to_frame("part").with_row_index("row").explode("part")
    parts = parts.drop_nulls("part").select(
        pl.col("row").cast(pl.Int64),
        pl.col("part").str.slice(0, _DAY).str.to_date("%Y-%m-%d", strict=False).alias("day"),
        pl.col("part").str.slice(_DAY + 1).cast(pl.Float64, strict=False).alias("value"),
        (pl.col("part").str.slice(_DAY, 1) == ":").alias("colon"),
    )
    fits = parts.select(
        (
            pl.col("colon")
            & pl.col("day").is_between(FIRST_DAY, LAST_DAY)
            & pl.col("value").is_between(least, most)
            & pl.col("value").is_finite()
        ).fill_null(value=False)
    ).to_series()
    row = parts["row"].to_numpy()
    odd = np.bincount(row[~fits.to_numpy()], minlength=len(cells)) > 0
    odd |= np.bincount(row, minlength=len(cells)) > LONGEST_LIST
    good = parts.filter(~pl.Series(odd[row]))
    day = good["day"].cast(pl.Int32).cast(pl.Int64).to_numpy() + EPOCH
    return Dated.of(len(cells), good["row"].to_numpy(), day, good["value"].to_numpy()), pl.Series(odd)


def joined(column: Dated, lists: Sequence[tuple[int, DatedValues]]) -> Dated:
    """Return the column with the lists of some more rows, each with its row."""
    more = [(row, day.toordinal(), value) for row, pairs in lists for day, value in pairs]
    if not more:
        return column
    row, day, value = (np.array(part) for part in zip(*more, strict=True))
    parts = [(column.row, row), (column.day, day), (column.value, value.astype(np.float64))]
    return Dated.of(column.count, *(np.concatenate(pair) for pair in parts))
