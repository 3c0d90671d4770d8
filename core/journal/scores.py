"""The scores a journal holds as a table: those kept on their own, and those told in checks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from core.journal.records import AssessmentRecord, ScoreRecord
from core.journal.store import Store

HISTORY = "score.history"
"""The question whose answer is a series of days and scores."""
OF_HISTORY = "platform"
"""Whose score that is."""


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
    told = sorted(_told(store), key=lambda one: one[0])
    latest = {(day, of): value for _, day, of, value in told}
    kinds = {of for _, of in latest}
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    several = len(kinds) > 1
    table.writerow(("date", "score", "of") if several else ("date", "score"))
    for day, of in sorted(latest):
        row = (day, f"{latest[day, of]:.12g}")
        table.writerow((*row, of) if several else row)
    return ScoreTable(text.getvalue(), len(latest))


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
                yield record.changed.isoformat(), str(day)[:10], OF_HISTORY, value
