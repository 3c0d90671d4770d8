"""Borrowers as rows of a table: written here by hand, and not by what reads them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from core.schema.answers import NONE, NOT_SURE, Answer, Answers, Attempt
from core.schema.content import Content, Question
from tests.core.borrowers import AS_OF, borrower

TODAY = dt.date(2026, 11, 26)
"""Named by no row: whoever sees it in a result sees a row without a day of its own."""


def cell(value: Answer) -> str:
    if isinstance(value, tuple):
        parts = [f"{part[0].isoformat()}:{part[1]!r}" if isinstance(part, tuple) else part for part in value]
        return "|".join(parts) or "none"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def row(answers: Answers) -> dict[str, str]:
    said = {name: cell(value) for name, value in answers.values.items()}
    said |= {"as_of": answers.as_of.isoformat(), "mode": answers.mode}
    if answers.attempts:
        said["tried"] = "|".join(attempt.when.isoformat() for attempt in answers.attempts)
    if any(attempt.message for attempt in answers.attempts):
        said["message"] = "|".join(attempt.message or "" for attempt in answers.attempts)
    said |= {name: "|".join(ids) for name, ids in (("done", answers.done), ("objections", answers.objections)) if ids}
    return said


def table(rows: Sequence[dict[str, str]]) -> pl.DataFrame:
    names = list(dict.fromkeys(name for said in rows for name in said))
    return pl.DataFrame(
        {name: [said.get(name) for said in rows] for name in names}, schema=dict.fromkeys(names, pl.String)
    )


def typical(content: Content, count: int) -> list[Answers]:
    """Return borrowers with typical answers, some of whom say of a cause that it does not fit."""
    stream = random.Random(20261126)
    causes = list(content.causes)
    people = [borrower(content, seed) for seed in range(count)]
    return [replace(one, objections=tuple(stream.sample(causes, stream.choice([0, 0, 3])))) for one in people]


def odd(content: Content, seed: int) -> Answers:
    """Return a borrower with any answers that are allowed: ends of ranges, far days, doubled days, many tries."""
    stream = random.Random(seed)
    as_of = AS_OF + dt.timedelta(days=stream.choice([0, 0, 90, -200]))
    values: dict[str, Answer] = {}
    for name, question in content.questions.items():
        dice = stream.random()
        if dice < 0.6:
            values[name] = _any(question, as_of, stream)
        elif dice < 0.7:
            values[name] = NOT_SURE
    mode = stream.choice(["before", "after"])
    moments = sorted(_moment(as_of, stream) for _ in range(stream.randint(0, 6)))
    tries = [Attempt(when if stream.random() < 0.7 else when.date()) for when in moments] if mode == "after" else []
    tries.sort(
        key=lambda one: one.when if isinstance(one.when, dt.datetime) else dt.datetime.combine(one.when, dt.time())
    )
    return Answers(as_of, "after" if mode == "after" else "before", values, tuple(tries))


def _moment(as_of: dt.date, stream: random.Random) -> dt.datetime:
    past = dt.timedelta(seconds=stream.choice([0, 3600, 86_399, 86_400, 86_401, 10**6]))
    return dt.datetime.combine(as_of, dt.time(stream.randrange(24), 30, 5, 250_000)) - past


def _any(question: Question, as_of: dt.date, stream: random.Random) -> Answer:
    if question.kind in ("dated_values", "datetime", "date"):
        return _any_day(question, as_of, stream)
    options = [option.id for option in question.options]
    if question.kind == "choice":
        return stream.choice(options)
    if question.kind == "several":
        return tuple(option for option in options if stream.random() < 0.2)
    low, high = question.minimum or 0, question.maximum or 10**6
    return stream.choice([low, high, float(stream.randint(int(low), int(min(high, 20_000))))])


def _any_day(question: Question, as_of: dt.date, stream: random.Random) -> Answer:
    if question.kind == "dated_values":
        days = [
            as_of - dt.timedelta(days=stream.choice([-1, 0, 1, 1, 90, 91, 200])) for _ in range(stream.randint(1, 5))
        ]
        return tuple((day, float(stream.randint(350, 950))) for day in sorted(days))
    if question.kind == "datetime":
        return dt.datetime.combine(as_of + dt.timedelta(days=stream.randint(0, 30)), dt.time(stream.randrange(24), 59))
    if question.allows_none and stream.random() < 0.4:
        return NONE
    return as_of + dt.timedelta(days=stream.choice([-1000, -30, -1, 0, 1, 30, 1000]))
