"""A table -> :class:`Rows`: the answers, the days, the tries of every row that can be used."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

import numpy as np
import polars as pl

from core.batch.cells import CellError, answer_in, day_in, ids_in, messages_in, moments_in, word_in, wrong
from core.batch.coded import Coded, Ints, combined
from core.batch.columns import ID, Reader, Reject
from core.batch.dated import Column
from core.batch.rows import Rows, When
from core.estimate.history import PLANNED
from core.loading.answers_file import MOST_ATTEMPTS, SHORTHANDS
from core.schema.answers import Attempt, as_moment
from core.schema.content import Content

MODES = ("before", "after")
AN_ID = r"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"
"""Nothing that a spreadsheet would run as a formula, and no room for a sentence."""
ABOUT_THE_DAY = ("planned_out_of_reach", "attempt_in_future")
"""Not asked of a row whose day of assessment cannot be read."""
A_PERSONS = r"^(1[3-9][0-9]{9}|[0-9]{15,19}|[0-9]{17}[Xx])$"
"""Telephone, identity and card numbers: they have no place in a table of answers."""


@dataclass(frozen=True)
class Days:
    """The day of assessment: ``override`` for every row, else that of the row, else ``today``."""

    today: dt.date
    override: dt.date | None = None


@dataclass(frozen=True)
class Told:
    """The rows that can be used, where in the table they stand, and what is wrong with the others."""

    rows: Rows
    kept: Ints
    ids: pl.Series
    rejects: list[Reject]


def read_rows(table: pl.DataFrame, content: Content, days: Days) -> Told:
    """Return what the rows of a table say; its columns must have been checked."""
    reader = Reader(table)
    as_of = _as_of(reader, days)
    dayless = {reject.row for reject in reader.rejects}
    planning = _named(table, PLANNED)
    planned = reader.coded(reader.cells(planning), partial(_planned, content))
    when = When.of(planned, as_of)
    _check_planned(reader, planning, as_of, when, content.scales.plan.horizon_days)
    mode = reader.coded(reader.cells("mode"), partial(word_in, "mode", MODES))
    after = mode.looked_up([value == "after" for value in mode.values], np.bool_)
    answers: dict[str, Column] = {
        name: reader.answers(column, name, content.questions[name])
        for column in table.columns
        if (name := SHORTHANDS.get(column, column)) in content.questions and name != PLANNED
    }
    rows = Rows(
        as_of=as_of,
        after=after,
        planned=when,
        answers=answers,
        planned_known=planned.known,
        history=_History(reader, content).read(as_of, after),
        objections=reader.coded(reader.cells("objections"), partial(ids_in, "objections", content.causes)),
        done=reader.coded(reader.cells("done"), partial(ids_in, "done", content.actions)),
    )
    ids = _ids(reader)
    rejects = [one for one in reader.rejects if one.row not in dayless or one.code not in ABOUT_THE_DAY]
    bad = {reject.row for reject in rejects}
    kept = np.array([row for row in range(reader.count) if row not in bad] if bad else range(reader.count), np.int64)
    return Told(rows.take(kept) if bad else rows, kept, ids, sorted(rejects, key=lambda one: one.row))


def _named(table: pl.DataFrame, question: str) -> str:
    """Return by which name a table has the column of a question."""
    short = next(name for name, meant in SHORTHANDS.items() if meant == question)
    return short if short in table.columns else question


def _as_of(reader: Reader, days: Days) -> Ints:
    if days.override:
        return np.full(reader.count, days.override.toordinal(), dtype=np.int64)
    told = reader.coded(reader.cells("as_of"), partial(day_in, "as_of"))
    found: Ints = told.looked_up([(day or days.today).toordinal() for day in told.values], np.int64)
    return found


def _planned(content: Content, cell: str) -> dt.date | None:
    answer = answer_in(PLANNED, content.questions[PLANNED], cell)
    return answer if isinstance(answer, dt.date) else None


def _check_planned(reader: Reader, column: str, as_of: Ints, when: When, horizon: int) -> None:
    away = when.day - as_of
    for row in np.flatnonzero((away < 0) | (away > horizon)).tolist():
        found, of = (dt.date.fromordinal(int(day[row])).isoformat() for day in (when.day, as_of))
        reader.reject([row], column, CellError("planned_out_of_reach", found=found, as_of=of, days=str(horizon)))


def _ids(reader: Reader) -> pl.Series:
    cells = reader.cells(ID)
    allowed = cells.str.contains(AN_ID) & ~cells.str.contains(A_PERSONS)
    reader.reject((~allowed).fill_null(value=False).arg_true(), ID, CellError("batch_id"))
    return cells


class _History:
    """Reads the failed tries: when, and with which message, put together from two columns."""

    def __init__(self, reader: Reader, content: Content) -> None:
        self._reader = reader
        self._tried = reader.coded(reader.cells("tried"), partial(moments_in, "tried"))
        self._message = reader.coded(reader.cells("message"), partial(messages_in, content.messages))

    def read(self, as_of: Ints, after: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Coded:
        """Return the tries of every row, oldest first; a row with a mistake is noted."""
        tried, message = self._tried, self._message
        if not (tried.known.any() or message.known.any()):
            return Coded((None,), np.zeros(len(as_of), dtype=np.int64))
        first, codes = combined([tried.codes, message.codes, as_of, after], len(as_of))
        values: list[tuple[Attempt, ...] | None] = [None]
        places = []
        for combination, row in enumerate(first):
            day = dt.date.fromordinal(int(as_of[row]))
            try:
                tries = _tries(tried.values[tried.codes[row]], message.values[message.codes[row]], day, after[row])
            except CellError as error:
                tries = None
                alone = not tried.known[row] or error.facts.get("question") == "message"
                self._reader.reject(np.flatnonzero(codes == combination), "message" if alone else "tried", error)
            places.append(len(values) if tries else 0)
            values += [tries] if tries else []
        return Coded(values, np.array(places, dtype=np.int64)[codes])


def _tries(
    tried: tuple[dt.date, ...] | None, messages: tuple[str | None, ...] | None, as_of: dt.date, after: bool
) -> tuple[Attempt, ...] | None:
    """Return the tries of one row, oldest first; a message without a time is of a try on the day of assessment."""
    if not tried and not messages:
        return None
    if not after:
        raise CellError("attempts_before")
    moments = tried or (as_of,)
    said = messages or (None,) * len(moments)
    if len(said) != len(moments) or len(moments) > MOST_ATTEMPTS:
        raise wrong(
            "message", "|".join(text or "" for text in said), f"tried = message ({len(moments)}, ≤ {MOST_ATTEMPTS})"
        )
    for when in moments:
        if as_moment(when).date() > as_of:
            raise CellError("attempt_in_future", when=when.isoformat(), as_of=as_of.isoformat())
    tries = [Attempt(when, message) for when, message in zip(moments, said, strict=True)]
    return tuple(sorted(tries, key=lambda attempt: as_moment(attempt.when)))
