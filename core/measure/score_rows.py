"""A table of scores that somebody is writing: which rows count, what is wrong with the others, and the table as CSV."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from core.errors import Problem
from core.loading.answer_values import LONGEST_LIST
from core.measure.score_table import DAY, DAYS, ScoreRange, ScoreTableError, score_table

Row = tuple[str, str]
"""A day and a score as they were written."""
Points = tuple[tuple[dt.date, float], ...]
ASKED_EVERY = 256
"""So many rows are read between two looks at whether to stop."""
_HEADING = "day\tscore"
"""Put before the rows, so that the first of them is not taken for one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a table says.

    Attributes:
        points: (day, score) of the rows that can be read, by day; of two of one day the later row comes last.
        problems: The first mistake of every other row, by the number of the row from 0.
    """

    points: Points = ()
    problems: Mapping[int, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """A table after points were added.

    Attributes:
        rows: All rows: those that count by day, one for each, then those with a mistake.
        added: How many days are new.
        replaced: How many days had another value before.
    """

    rows: tuple[Row, ...]
    added: int
    replaced: int


def judged(rows: Sequence[Row], allowed: ScoreRange, today: dt.date, should_stop: Callable[[], bool]) -> Judged:
    """Return which rows count and what is wrong with the others; an empty row is no mistake.

    Args:
        rows: The rows as they were written; those beyond 10,000 do not count.
        allowed: What the score can be.
        today: No day may be later.
        should_stop: Asked again and again; True ends it early.

    Examples:
        >>> found = judged([("2026-09-01", "650"), ("", ""), ("soon", "660")], ScoreRange(350, 950),
        ...     dt.date(2026, 9, 28), lambda: False)
        >>> found.points, [(place, problem.code) for place, problem in found.problems.items()]
        (((datetime.date(2026, 9, 1), 650.0),), [(2, 'score_day_unknown')])
    """
    filled = [(place, row) for place, row in enumerate(rows) if not is_empty(row)]
    if not filled:
        return Judged()
    try:
        # One pass over a table without a mistake: most have none.
        return Judged(score_table(_text(row for _, row in filled), "", allowed, today))
    except ScoreTableError:
        pass
    points: list[tuple[dt.date, float]] = []
    problems: dict[int, Problem] = {}
    for count, (place, row) in enumerate(filled):
        if count % ASKED_EVERY == 0 and should_stop():
            break
        if problem := _beforehand(count, row):
            problems[place] = problem
            continue
        try:
            points += score_table(_text([row]), "", allowed, today)
        except ScoreTableError as error:
            problems[place] = error.problems[0]
    return Judged(tuple(sorted(points, key=lambda point: point[0])), problems)


def merged(rows: Sequence[Row], found: Judged, points: Points) -> Merged:
    """Return a table with more points in it; of one day the new value stands, and no row with a mistake is lost.

    Args:
        rows: The rows as they were.
        found: What they say.
        points: The points to add.

    Examples:
        >>> day = dt.date(2026, 9, 1)
        >>> after = merged([("2026/9/1", "650")], Judged(((day, 650.0),)), ((day, 652.0), (day.replace(day=2), 655.0)))
        >>> after.rows, after.added, after.replaced
        ((('2026-09-01', '652'), ('2026-09-02', '655')), 1, 1)
    """
    before, new = dict(found.points), dict(points)
    left = [rows[place] for place in sorted(found.problems)]
    added = sum(day not in before for day in new)
    replaced = sum(day in before and before[day] != score for day, score in new.items())
    return Merged((*rows_of(sorted({**before, **new}.items())), *left), added, replaced)


def is_empty(row: Row) -> bool:
    """Return whether nothing is written in a row."""
    return not any(cell.strip() for cell in row)


def rows_of(points: Iterable[tuple[dt.date, float]]) -> tuple[Row, ...]:
    """Return points as rows."""
    return tuple((day.isoformat(), f"{score:.12g}") for day, score in points)


def as_csv(points: Iterable[tuple[dt.date, float]], day: str, score: str) -> str:
    r"""Return points as a table that spreadsheets open, under two headings; ``read_score_table`` reads it back.

    Examples:
        >>> as_csv([(dt.date(2026, 9, 1), 652.0)], "day", "score").removeprefix("\ufeff")
        'day,score\r\n2026-09-01,652\r\n'
    """
    # Spreadsheets take a file without this mark for one in the system's own encoding, and spoil Chinese headings.
    lines = [(day, score), *rows_of(points)]
    return "\ufeff" + "".join(f"{one},{other}\r\n" for one, other in lines)


def _beforehand(count: int, row: Row) -> Problem | None:
    """Return what is wrong with a row that a table of this row alone would not show."""
    if count >= LONGEST_LIST:
        return Problem("", 0, "score_rows_too_many", (("limit", str(LONGEST_LIST)),))
    if not row[0].strip():
        return Problem("", 0, "score_day_missing", (("column", DAY), ("expected", DAYS)))
    return None


def _text(rows: Iterable[Row]) -> str:
    return "\n".join([_HEADING, *(f"{day}\t{score}" for day, score in rows)])
