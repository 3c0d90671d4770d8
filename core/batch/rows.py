"""What many borrowers said, as columns: one row each, everything checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.batch.coded import Bools, Coded, Ints
from core.batch.dated import Column
from core.estimate.history import COUNTED_ATTEMPTS
from core.schema.answers import Attempt

ONLY_THE_DAY = -1
"""Stands for the time of day where only the day is known."""
SECOND = 1_000_000
"""In microseconds, which all times are counted in here: so nothing is rounded."""
DAY = 86_400 * SECOND


@dataclass(frozen=True)
class When:
    """A moment in each row: a day as its ordinal, and the time of day (:data:`ONLY_THE_DAY` where it is not known)."""

    day: Ints
    time: Ints

    def take(self, rows: Ints) -> When:
        """Return some of the rows."""
        return When(self.day[rows], self.time[rows])

    @property
    def timed(self) -> Bools:
        """Return in which rows the time is known."""
        timed: Bools = self.time != ONLY_THE_DAY
        return timed

    @property
    def begins(self) -> Ints:
        """Return the moment; a day without a time counts from its beginning."""
        return self.day * DAY + np.maximum(self.time, 0)

    @classmethod
    def of(cls, moments: Coded, otherwise: Ints) -> When:
        """Return a column of days and times; where there is none, the day ``otherwise``."""
        day = moments.looked_up([0, *(moment.toordinal() for moment in moments.values[1:])], np.int64)
        time = moments.looked_up([ONLY_THE_DAY, *map(time_of, moments.values[1:])], np.int64)
        return cls(np.where(moments.known, day, otherwise), time)


def time_of(moment: dt.date) -> int:
    """Return the time of day of a moment, :data:`ONLY_THE_DAY` of a mere day."""
    if not isinstance(moment, dt.datetime):
        return ONLY_THE_DAY
    return (moment.hour * 3600 + moment.minute * 60 + moment.second) * SECOND + moment.microsecond


def begin_of(moment: dt.date) -> int:
    """Return a moment as :attr:`When.begins` has it."""
    return moment.toordinal() * DAY + max(time_of(moment), 0)


@dataclass(frozen=True)
class Tries:
    """Failed tries of rows that all have the same number of them, oldest first; arrays of rows × tries."""

    day: Ints
    time: Ints
    message: Ints
    """Position among the classes of messages counted from 1; 0 for a try without a message."""

    def at(self, place: int) -> When:
        """Return when one of the tries was made."""
        return When(self.day[:, place], self.time[:, place])


@dataclass(frozen=True)
class Rows:
    """The answers of many borrowers; what :class:`core.schema.answers.Answers` is for one of them."""

    as_of: Ints
    after: Bools
    planned: When
    answers: Mapping[str, Column]
    """By question; the planned time is not among them."""
    planned_known: Bools
    history: Coded
    """Recorded tries, oldest first, as tuples of :class:`Attempt`; unknown where there are none."""
    objections: Coded
    done: Coded

    @property
    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.as_of)

    def take(self, rows: Ints) -> Rows:
        """Return some of the rows."""
        return Rows(
            self.as_of[rows],
            self.after[rows],
            self.planned.take(rows),
            {name: column.take(rows) for name, column in self.answers.items()},
            self.planned_known[rows],
            self.history.take(rows),
            self.objections.take(rows),
            self.done.take(rows),
        )

    @cached_property
    def answered(self) -> Ints:
        """Return how many questions have a known answer."""
        found = self.planned_known.astype(np.int64)
        for column in self.answers.values():
            found = found + column.known
        return found

    @cached_property
    def counted(self) -> Ints:
        """Return how many failed tries enter the arithmetic: after a failure at least one, see ``history.made``."""
        recorded = self.history.looked_up([len(tries or ()) for tries in self.history.values], np.int64)
        return np.where(self.after, np.clip(recorded, 1, COUNTED_ATTEMPTS), 0)

    def tries(self, count: int, messages: Sequence[str]) -> Tries:
        """Return the latest ``count`` tries; every row must have as many, or ``count`` is 1 and it has none.

        Where none was recorded, one without a message was made on the day of assessment.
        """
        places: dict[str | None, int] = {None: 0, **{name: place for place, name in enumerate(messages, start=1)}}
        blank = Attempt(dt.date.min)
        listed = [tuple(tries or (blank,))[-count:] for tries in self.history.values]
        # Values that no row here has may hold fewer.
        listed = [(blank,) * (count - len(tries)) + tries for tries in listed]
        day = np.array([[a.when.toordinal() for a in tries] for tries in listed], dtype=np.int64)[self.history.codes]
        time = np.array([[time_of(a.when) for a in tries] for tries in listed], dtype=np.int64)
        message = np.array([[places[a.message] for a in tries] for tries in listed], dtype=np.int64)
        day = np.where(self.history.known[:, None], day, self.as_of[:, None])
        return Tries(day, time[self.history.codes], message[self.history.codes])
