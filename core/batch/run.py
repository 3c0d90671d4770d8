"""A file of borrowers in, a file of estimates out, part by part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import polars as pl

from core.batch.columns import ID, Reject
from core.batch.errors import SameFileError, StoppedError
from core.batch.reading import Days
from core.batch.source import Part, Source, source_of
from core.batch.table import assess_rows
from core.batch.target import RejectsFile, Target, target_of
from core.estimate.model import Model

ROW = "row"
Result = TypeVar("Result")
Reason = Callable[[Reject], str]
"""Puts what is wrong with a row into words."""
Progress = Callable[[float, int], None]
"""Is told the share of the file read by now and the number of rows."""


@dataclass(frozen=True)
class Files:
    """Where a run reads and writes."""

    table: Path
    out: Path
    rejects: Path


@dataclass(frozen=True)
class Done:
    """How many rows there were, how many of them were assessed, and how many rejected."""

    rows: int
    assessed: int
    rejected: int


def rejects_beside(out: Path) -> Path:
    """Return where rejected rows go when nobody says: beside the estimates."""
    return out.with_name(f"{out.stem}.rejects.csv")


def run(files: Files, model: Model, days: Days, reason: Reason, progress: Progress) -> Done:
    """Assess every row of a file; what can be used goes to one file, what is wrong with the rest to another.

    Memory does not grow with the file. Both files are there whole in the end or, on any error, not at all.

    Raises:
        StoppedError: The user stopped the run.
        AppError: The table as a whole cannot be used, or a file cannot be written.
    """
    _check_apart(files)
    source, written = source_of(files.table, model.content), _Written(files)
    try:
        try:
            done = _go_through(source, written, _Worker(model, days, source.with_id, reason), progress)
            written.finish()
        finally:
            _despite_interruption(written.discard)
    except KeyboardInterrupt:
        raise _despite_interruption(StoppedError) from None
    return done


def _despite_interruption(act: Callable[[], Result]) -> Result:
    """Act, and once more if that is interrupted: polars tells of a key pressed, and then Python of the same one."""
    try:
        return act()
    except KeyboardInterrupt:
        return act()


def _check_apart(files: Files) -> None:
    names = [files.table, files.out, files.rejects]
    for place, one in enumerate(names):
        for other in names[:place]:
            if one.resolve() == other.resolve() or (one.exists() and other.exists() and one.samefile(other)):
                raise SameFileError(file=str(one))


class _Written:
    """The two files of a run."""

    def __init__(self, files: Files) -> None:
        self.out: Target = target_of(files.out)
        try:
            self.rejects = RejectsFile(files.rejects)
        except BaseException:
            self.out.discard()
            raise

    def finish(self) -> None:
        # The estimates last: where they are, the list of what is missing in them is as well.
        self.rejects.finish()
        self.out.finish()

    def discard(self) -> None:
        self.rejects.discard()
        self.out.discard()


@dataclass(frozen=True)
class _Worker:
    """Assesses one part after the other."""

    model: Model
    days: Days
    with_id: bool
    reason: Reason

    def assessed(self, part: Part) -> tuple[pl.DataFrame, list[Reject]]:
        """Return the estimates with their row numbers, and the rejects by theirs."""
        found = assess_rows(part.table, self.model, self.days)
        numbers = np.array(part.numbers, dtype=np.int64)
        frame = found.estimates.insert_column(0, pl.Series(ROW, numbers[found.kept]))
        rejects = [replace(one, row=part.numbers[one.row]) for one in found.rejects]
        return frame, sorted([*part.rejects, *rejects], key=lambda one: one.row)


def _go_through(source: Source, written: _Written, worker: _Worker, progress: Progress) -> Done:
    rows = assessed = 0
    for part in source.parts():
        frame, rejects = worker.assessed(part)
        written.out.add(frame)
        written.rejects.add([(one.row, one.column, worker.reason(one)) for one in rejects])
        rows += len(part.numbers) + len(part.rejects)
        assessed += frame.height
        progress(part.share, rows)
    if not rows:
        written.out.add(worker.assessed(Part(_nothing(worker.with_id), [], [], 1.0))[0])
    return Done(rows, assessed, rows - assessed)


def _nothing(with_id: bool) -> pl.DataFrame:
    return pl.DataFrame(schema={ID: pl.String} if with_id else {"mode": pl.String})
