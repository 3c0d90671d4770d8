"""A file of a million made-up borrowers: hardly two cells of a kind where the answer is a number, a day or a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from core.estimate.samples import typical_answers
from core.schema.content import Content, Question

AS_OF = dt.date(2026, 9, 24)
ANSWERED, AFTER = 0.7, 0.3
"""Shares: of cells that are filled, of borrowers who tell of a failure."""
AT_ONCE = 50_000


def write_people(path: Path, content: Content, count: int) -> None:
    """Write a CSV file of so many borrowers, the same at every call."""
    stream = np.random.default_rng(20261126)
    with path.open("wb") as file:
        for start in range(0, count, AT_ONCE):
            part = _people(content, stream, start, min(AT_ONCE, count - start))
            part.write_csv(file, include_header=start == 0)


def _people(content: Content, stream: np.random.Generator, start: int, count: int) -> pl.DataFrame:
    after = stream.random(count) < AFTER
    columns: dict[str, list[Any]] = {
        "id": [f"b{number}" for number in range(start, start + count)],
        "as_of": [AS_OF.isoformat()] * count,
        "mode": np.where(after, "after", "before").tolist(),
        "tried": _some(_minutes(stream, count, -1), after),
        "message": _some(stream.choice(list(content.messages), count).tolist(), after),
    }
    for name, question in content.questions.items():
        columns[name] = _some(_answers(question, stream, count), stream.random(count) < ANSWERED)
    return pl.DataFrame(columns)


def _some(cells: Sequence[Any], kept: Any) -> list[Any]:
    return [cell if keep else None for cell, keep in zip(cells, kept.tolist(), strict=True)]


def _answers(question: Question, stream: np.random.Generator, count: int) -> Sequence[Any]:
    if question.kind in ("number", "amount"):
        low, high = int(question.minimum or 0), int(question.maximum or 10**6)
        return [str(number) for number in stream.integers(low, min(high, 100_000), count, endpoint=True).tolist()]
    if question.kind == "date":
        return _days(stream.integers(-400, 400, count))
    if question.kind == "datetime":
        return _minutes(stream, count, int(stream.integers(1, 30)))
    if question.kind == "dated_values":
        return ["|".join(pairs) for pairs in zip(*(_points(stream, count) for _ in range(4)), strict=True)]
    pairs = typical_answers(question, AS_OF)
    shares = np.array([share for _, share in pairs])
    texts = ["|".join(answer) or "none" if isinstance(answer, tuple) else str(answer) for answer, _ in pairs]  # type: ignore[arg-type]  # lists of options
    return [texts[place] for place in stream.choice(len(texts), count, p=shares / shares.sum()).tolist()]


def _points(stream: np.random.Generator, count: int) -> list[str]:
    days, values = _days(stream.integers(-200, 0, count)), stream.integers(350, 950, count).tolist()
    return [f"{day}:{value}" for day, value in zip(days, values, strict=True)]


def _days(away: Any) -> list[str]:
    return [(AS_OF + dt.timedelta(days=days)).isoformat() for days in away.tolist()]


def _minutes(stream: np.random.Generator, count: int, days: int) -> list[str]:
    day = AS_OF + dt.timedelta(days=days)
    return [f"{day}T{minute // 60:02}:{minute % 60:02}:00" for minute in stream.integers(0, 1440, count).tolist()]
