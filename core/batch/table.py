"""A table of borrowers in, a table of estimates out: row by row what ``assess`` says of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from core.batch.coded import Floats, Ints
from core.batch.columns import ID, Reject, check_columns
from core.batch.facts import ColumnFacts
from core.batch.reading import Days, Told, read_rows
from core.batch.road import Roads, roads
from core.estimate.model import Model
from core.schema.content import Bands, Content

FIRST_CAUSES = 3
BANDS = ("low", "moderate", "elevated", "high")
LEVELS = ("none", "caution", "stop")


@dataclass(frozen=True)
class Assessed:
    """The estimates of the rows that could be used, where in the table they stand, and what is wrong with the rest."""

    estimates: pl.DataFrame
    kept: Ints
    rejects: list[Reject]


def assess_table(table: pl.DataFrame, content: Content, today: dt.date) -> pl.DataFrame:
    """Return the estimates of every row, in order; for engines that hand over one part of a table at a time.

    Parts need nothing of each other: the estimates of two parts, one below the other, are those of the whole.

    Args:
        table: A row for each borrower; columns as ``disburse-check batch --help`` lists them.
        content: What may be asked and answered.
        today: Day of the assessment of rows that name none.

    Returns:
        The columns of the command's output without ``row``, and ``problem``: empty, or for a row that cannot be used,
        whose estimates are then empty, the first column with a mistake and its code.

    Raises:
        AppError: The columns are unknown, repeated, or of a kind that no cell can have.
    """
    check_columns(table.columns, content)
    model = Model.of(content)
    found = assess_rows(table, model, Days(today))
    problems: list[str | None] = [None] * table.height
    for reject in reversed(found.rejects):
        problems[reject.row] = f"{reject.column}: {reject.code}"
    place = pl.Series(range(table.height), dtype=pl.Int64).to_frame("_place")
    estimates = found.estimates.with_columns(pl.Series("_place", found.kept, dtype=pl.Int64))
    whole = place.join(estimates, on="_place", how="left", maintain_order="left").drop("_place")
    return whole.with_columns(pl.Series("problem", problems, dtype=pl.String))


def assess_rows(table: pl.DataFrame, model: Model, days: Days) -> Assessed:
    """Return the estimates of the rows of a table whose columns have been checked."""
    told = read_rows(table, model.content, days)
    coming = ColumnFacts(told.rows, told.rows.planned, model.reader)
    found = roads(model, told.rows, coming)
    columns = [*_who(told, ID in table.columns), *_outcome(model, found), *_safety(model, coming)]
    frame = pl.DataFrame([*columns, *_gates(model, found), *_causes(model, found)])
    return Assessed(frame, told.kept, told.rejects)


def _who(told: Told, with_id: bool) -> list[pl.Series]:
    rows = told.rows
    ids = [told.ids.gather(told.kept).alias(ID)] if with_id else []
    modes = pl.Series("mode", rows.after).replace_strict([False, True], ["before", "after"], return_dtype=pl.String)
    days = [_days("as_of", rows.as_of), _days("planned", rows.planned.day)]
    counts = [pl.Series("tries_counted", rows.counted), pl.Series("answered", rows.answered)]
    return [*ids, *days, modes, *counts]


def _days(name: str, ordinals: Ints) -> pl.Series:
    since = dt.date(1970, 1, 1).toordinal()
    return pl.Series(name, (ordinals - since).astype(np.int32)).cast(pl.Date)


def _outcome(model: Model, found: Roads) -> list[pl.Series]:
    bands = _words(BANDS, _band(1 - found.arrives, model.content.scales.bands))
    return [pl.Series("arrives", found.arrives), bands.alias("band")]


def _band(risk: Floats, bands: Bands) -> Ints:
    """Return the place of each risk's band, as :func:`core.assess.band_of` says it."""
    return np.searchsorted([bands.moderate, bands.elevated, bands.high], risk, side="right")


def _safety(model: Model, coming: ColumnFacts) -> list[pl.Series]:
    """Return the level and the signs of fraud; most rows have none, so the few combinations are put into words once."""
    signs = {name: coming.holding(flag.when) for name, flag in model.content.flags.items()}
    names, codes, level = (
        list(signs),
        np.zeros(coming.rows.count, dtype=np.int64),
        np.zeros(coming.rows.count, np.int64),
    )
    for place, (name, shown) in enumerate(signs.items()):
        codes += shown.astype(np.int64) << place
        level = np.maximum(level, shown * LEVELS.index(model.content.flags[name].level))
    distinct, places = np.unique(codes, return_inverse=True)
    texts = ["|".join(name for place, name in enumerate(names) if int(code) >> place & 1) for code in distinct]
    return [
        _words(LEVELS, level).alias("safety"),
        _words([text or None for text in texts], places).alias("safety_signs"),
    ]


def _gates(model: Model, found: Roads) -> list[pl.Series]:
    """Return which share of the coming attempt's risk each gate has."""
    share, gates = found.share, [cause.gate for cause in model.causes]
    return [
        pl.Series(f"gate_{gate}_share", share[:, [place for place, one in enumerate(gates) if one == gate]].sum(axis=1))
        for gate in model.gates
    ]


def _causes(model: Model, found: Roads) -> list[pl.Series]:
    """Return the likeliest blockers that have a name, and the chance that it was nothing anybody can see."""
    hidden = np.array([cause.unexplained for cause in model.causes])
    names, share = [cause.id for cause in model.causes], found.share
    left = np.where(hidden, -1.0, found.blocker)
    rows, columns = np.arange(len(left)), []
    for number in range(1, FIRST_CAUSES + 1):
        first = left.argmax(axis=1)
        columns += [
            _words(names, first).alias(f"cause_{number}"),
            pl.Series(f"cause_{number}_chance", found.blocker[rows, first]),
            pl.Series(f"cause_{number}_share", share[rows, first]),
        ]
        left[rows, first] = -1.0
    return [*columns, pl.Series("unexplained_chance", found.blocker[:, hidden].sum(axis=1))]


def _words(words: Iterable[str | None], places: Ints) -> pl.Series:
    return pl.Series(list(words), dtype=pl.String).gather(places)
