"""The scores a journal holds as a table: those kept on their own, and those told in checks."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.journal.records import PLATFORM_SCORE, AssessmentRecord, ScoreRecord
from core.journal.store import Store

HISTORY = "score.history"
"""The question whose answer is a series of days and scores."""


@dataclass(frozen=True, slots=True)
class Made:
    """With what new records are made: a uid each, and the time of the user's own clock."""

    uid: Callable[[], str]
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A table as CSV, and how many scores are in it."""

    text: str
    count: int


def score_table_of(store: Store) -> ScoreTable:
    """Return every score by day: day and value, in the form that ``trend`` reads back.

    A day told twice of the same score has the value of the check saved last. Where scores of several kinds are kept, a
    third column says whose each is: ``trend`` takes one kind at a time, and would refuse a mixture.
    """
    latest = _latest(store)
    kinds = {of for _, of in latest}
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    several = len(kinds) > 1
    table.writerow(("date", "score", "of") if several else ("date", "score"))
    for day, of in sorted(latest):
        row = (day, f"{latest[day, of]:.12g}")
        table.writerow((*row, of) if several else row)
    return ScoreTable(text.getvalue(), len(latest))


def scores_of(store: Store, of: str) -> tuple[tuple[dt.date, float], ...]:
    """Return the scores of one kind by day, those told in checks too; of a day told twice, what was saved last."""
    found = sorted((day, value) for (day, whose), value in _latest(store).items() if whose == of)
    return tuple((dt.date.fromisoformat(day), value) for day, value in found)


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of keeping scores: how many are new, how many were there alike, and how many there differ."""

    added: int
    same: int
    differing: int


def keep_scores(store: Store, of: str, points: Iterable[tuple[dt.date, float]], made: Made, *, replace: bool) -> Kept:
    """Keep scores of one kind, one a day, and return what came of it.

    Args:
        store: Where to keep them.
        of: Whose scores they are.
        points: Days and values.
        made: Gives the uid of a new record, and the time.
        replace: Whether a value that differs from the one kept for its day takes its place; else that one stays.

    Raises:
        AppError: They could not be written; none of them is kept then.
    """
    there: dict[dt.date, ScoreRecord] = {}
    for record in store.each("score"):
        if isinstance(record, ScoreRecord) and record.of == of:
            there[record.day] = record
    wanted = dict(points)
    new = [day for day in wanted if day not in there]
    other = [day for day in wanted if day in there and there[day].value != wanted[day]]
    records = [ScoreRecord(uid=made.uid(), day=day, changed=made.now, of=of, value=wanted[day]) for day in new]
    if replace:
        records += [there[day].model_copy(update={"value": wanted[day], "changed": made.now}) for day in other]
    if records:
        store.put(*records)
    return Kept(len(new), len(wanted) - len(new) - len(other), len(other))


def _latest(store: Store) -> dict[tuple[str, str], float]:
    """Return day and kind -> the value saved last."""
    told = sorted(_told(store), key=lambda one: one[0])
    return {(day, of): value for _, day, of, value in told}


def _told(store: Store) -> Iterator[tuple[str, str, str, float]]:
    """Yield when it was saved, the day, whose score it is, and its value."""
    for record in store.each("score"):
        if isinstance(record, ScoreRecord):
            yield record.changed.isoformat(), record.day.isoformat(), record.of, record.value
    for record in store.each("assessment"):
        series = record.answers.get(HISTORY) if isinstance(record, AssessmentRecord) else None
        for point in series if isinstance(series, list) else ():
            if isinstance(point, tuple):
                day, value = point
                yield record.changed.isoformat(), str(day)[:10], PLATFORM_SCORE, value
