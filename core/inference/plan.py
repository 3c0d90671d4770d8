"""The plan: P(arrives) for every date and every subset of actions, and the best choices from that table.

This module imports numpy and is imported only when a plan is asked for.

Source:
    Heckerman, Breese and Rommelse (1995), Decision-theoretic troubleshooting, CACM 38(3): order by gain over cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt

from core.inference.road import Attempt, Turn, advance, start, turns

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Remedy:
    """An action as numbers: what it costs, when it begins to count, and P(it removes a cause) by place."""

    id: str
    minutes: int
    takes_days: int
    removes: Mapping[int, float]


@dataclass(frozen=True)
class Days:
    """The road on some dates: arrays of one row per date, ``away`` being how many days away each is.

    ``keep`` belongs to the last attempt (None before any); ``stays`` is what actions already taken leave in place.
    """

    away: npt.NDArray[np.intp]
    strength: Sequence[float]
    attempts: Sequence[Attempt]
    keep: Sequence[Floats] | None
    presence: Sequence[Floats]
    stays: Sequence[float]

    @property
    def count(self) -> int:
        """Return how many dates the horizon has."""
        return len(self.away)

    def only(self, rows: Sequence[int]) -> Days:
        """Return a few of the dates."""
        chosen = list(rows)
        keep = None if self.keep is None else [column[chosen] for column in self.keep]
        return replace(self, away=self.away[chosen], keep=keep, presence=[column[chosen] for column in self.presence])

    @cached_property
    def failures(self) -> float:
        """Return P(all attempts failed as they did), by which everything is divided; 1 before any."""
        state = start(len(self.attempts))
        for place, w in enumerate(self.strength):
            options = turns(place, w, self.attempts, 0.0)
            state = advance(state, options, [turn.weight for turn in options])
        return float(state[-1])


@dataclass(frozen=True)
class Table:
    """P(arrives) by date (rows) and subset of ``remedies`` (columns; bit ``a`` of the column number is remedy a)."""

    remedies: tuple[Remedy, ...]
    arrives: Floats
    minutes: Floats


def table_of(days: Days, remedies: Sequence[Remedy]) -> Table:
    """Return the exact table over all subsets of ``remedies``.

    A remedy counts on a date only when it takes no longer than the days until then.
    """
    subsets = np.arange(2 ** len(remedies))
    taken = np.array([(subsets >> a) & 1 for a in range(len(remedies))], dtype=bool).reshape(
        len(remedies), len(subsets)
    )
    minutes = sum((remedy.minutes * taken[a] for a, remedy in enumerate(remedies)), np.zeros(len(subsets)))
    return Table(tuple(remedies), arrives_with(days, remedies, taken), minutes)


def arrives_with(days: Days, remedies: Sequence[Remedy], taken: Bools) -> Floats:
    """Return P(arrives), one row per date and one column per column of ``taken`` (remedies × columns).

    Dates on which the same remedies have had time to count share their work, and columns that then do not
    differ are worked out once.
    """
    legs = _legs(days, {place for remedy in remedies for place in remedy.removes})
    result = np.empty((days.count, taken.shape[1]))
    at_once = max(1, _CELLS_AT_ONCE // taken.shape[1])
    ready = [tuple(a for a, r in enumerate(remedies) if r.takes_days <= away) for away in days.away]
    for counting, group in groupby(range(days.count), key=lambda day: ready[day]):
        codes = sum((taken[a].astype(np.intp) << n for n, a in enumerate(counting)), np.zeros(taken.shape[1], np.intp))
        distinct, column = np.unique(codes, return_inverse=True)
        stays = _stays(days, [remedies[a] for a in counting], distinct)
        rows = list(group)
        for first in range(0, len(rows), at_once):
            part = slice(rows[first], rows[first : first + at_once][-1] + 1)
            result[part] = _walk(days, legs, stays, part)[:, column]
    return result


_CELLS_AT_ONCE = 2**14
"""Cells worked out together: few enough that the arrays stay in the processor's cache."""


@dataclass(frozen=True)
class _Leg:
    """A stretch of road: one cause that a remedy can touch, or neighbours merged that none can touch.

    ``weights`` and ``stills`` have one row per date for each turn.
    """

    place: int | None
    options: Sequence[Turn]
    weights: Sequence[Floats]
    stills: Sequence[Floats]


def _legs(days: Days, touched: set[int]) -> list[_Leg]:
    attempts = list(days.attempts)
    if days.keep is not None:
        attempts[-1] = replace(attempts[-1], keep=days.keep)
    legs: list[_Leg] = []
    for place, w in enumerate(days.strength):
        options = turns(place, w, attempts, days.presence[place])
        stills = [w * days.stays[place] * turn.still for turn in options]
        if place in touched:
            weights = [np.broadcast_to(turn.weight, days.count) for turn in options]
            legs.append(_Leg(place, options, weights, stills))
            continue
        passing = [turn.weight - still for turn, still in zip(options, stills, strict=True)]
        if legs and legs[-1].place is None:
            passing = _merged(legs.pop(), options, passing)
        legs.append(_Leg(None, options, passing, []))
    return legs


def _merged(leg: _Leg, options: Sequence[Turn], passing: Sequence[Floats]) -> list[Floats]:
    """Return the weights of two stretches walked one after the other, turn by turn."""
    first = {(turn.before, turn.after): weight for turn, weight in zip(leg.options, leg.weights, strict=True)}
    second = {(turn.before, turn.after): weight for turn, weight in zip(options, passing, strict=True)}
    return [
        sum(
            (
                first[turn.before, middle] * second[middle, turn.after]
                for middle in range(turn.after + 1)
                if (turn.before, middle) in first and (middle, turn.after) in second
            ),
            np.zeros(()),
        )
        for turn in options
    ]


def _stays(days: Days, remedies: Sequence[Remedy], codes: npt.NDArray[np.intp]) -> dict[int, Floats]:
    """Return, for each cause touched, P(the remedies of each column leave it in place); bit n is remedy n."""
    stays: dict[int, Floats] = {}
    for n, remedy in enumerate(remedies):
        for place, effect in remedy.removes.items():
            left = np.where(codes >> n & 1, 1 - effect, 1.0)
            stays[place] = stays[place] * left if place in stays else left
    return stays


def _stays_by_date(days: Days, remedies: Sequence[Remedy], taken: Bools) -> dict[int, Floats]:
    """Return the same for a few columns, by date, where not every remedy has had time to count."""
    stays: dict[int, Floats] = {}
    for a, remedy in enumerate(remedies):
        works = (days.away[:, None] >= remedy.takes_days) & taken[a]
        for place, effect in remedy.removes.items():
            left = np.where(works, 1 - effect, 1.0)
            stays[place] = stays[place] * left if place in stays else left
    return stays


def _walk(days: Days, legs: Sequence[_Leg], stays: Mapping[int, Floats], rows: slice) -> Floats:
    """Return P(arrives) on some dates (rows), for every column of ``stays``."""
    passing = start(len(days.attempts))
    for leg in legs:
        weights: list[Any] = [w[rows, None] for w in leg.weights]
        if leg.place is not None:
            left = stays.get(leg.place, 1.0)
            weights = [w - s[rows, None] * left for w, s in zip(weights, leg.stills, strict=True)]
        passing = advance(passing, leg.options, weights)
    return passing[-1] / days.failures  # type: ignore[no-any-return]  # arrays in, an array out


def shortlist(days: Days, remedies: Sequence[Remedy], most: int) -> list[Remedy]:
    """Return at most ``most`` remedies: all that gain anything, or greedily those with the best gain per minute.

    ``days`` may be a few dates that stand for the horizon; the gain of a remedy is its largest on any of them.
    """
    chosen: list[int] = []
    left = list(range(len(remedies)))
    legs = _legs(days, {place for remedy in remedies for place in remedy.removes})
    while left and len(chosen) < most:
        tries = np.zeros((len(remedies), len(left) + 1), dtype=bool)
        tries[chosen, :] = True
        tries[left, np.arange(1, len(left) + 1)] = True
        values = _walk(days, legs, _stays_by_date(days, remedies, tries), slice(None))
        gains = (values[:, 1:] - values[:, :1]).max(axis=0)
        useful = [a for a, gain in zip(left, gains.tolist(), strict=True) if gain > NO_GAIN]
        if len(useful) + len(chosen) <= most:
            return [remedies[a] for a in sorted([*chosen, *useful])]
        rates = {a: gain / max(1, remedies[a].minutes) for a, gain in zip(left, gains.tolist(), strict=True)}
        chosen.append(max(useful, key=lambda a: rates[a]))
        left = [a for a in useful if a != chosen[-1]]
    return [remedies[a] for a in sorted(chosen)]


NO_GAIN = 1e-9
"""A remedy that raises P(arrives) by no more than this changes nothing that is shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One cell of the table."""

    day: int
    subset: int


@dataclass(frozen=True, slots=True)
class Effort:
    """How effort is counted and how close to the best is good enough.

    Attributes:
        tolerance: In probability: what may always be given up.
        tolerance_share: In [0, 1]: what may be given up of all that the best wins over a try today without any step.
        minutes_per_day_waited: The worth of a day.
    """

    tolerance: float
    tolerance_share: float
    minutes_per_day_waited: float


def choose(table: Table, effort: Effort, last_day: int | None = None, minutes: int | None = None) -> Choice:
    """Return the cell of the smallest effort within the tolerance of the best.

    Args:
        table: All cells.
        effort: Minutes of work plus the worth of each day waited; what may be given up.
        last_day: Only dates up to this one.
        minutes: Only subsets of at most so many minutes.

    Ties go to the earlier date, then to fewer actions, then to the higher probability.
    """
    rows = table.arrives if last_day is None else table.arrives[: last_day + 1]
    allowed = np.ones(len(table.minutes), dtype=bool) if minutes is None else table.minutes <= minutes
    values = np.where(allowed, rows, -1.0)
    enough = max(effort.tolerance, effort.tolerance_share * (values.max() - values[0, 0]))
    good = values >= values.max() - enough
    cost = table.minutes + effort.minutes_per_day_waited * np.arange(len(rows))[:, None]
    cost = np.where(good, cost, np.inf)
    cells = np.argwhere(cost <= cost.min() + 1e-9)
    best = min(cells.tolist(), key=lambda cell: (cell[0], cell[1].bit_count(), -values[cell[0], cell[1]], cell[1]))
    return Choice(best[0], best[1])


def ordered_gains(table: Table, choice: Choice) -> list[tuple[Remedy, float]]:
    """Return the remedies of a choice by gain per minute, each with its marginal gain in that order.

    The gains add up to P(arrives) of the choice minus P(arrives) of doing nothing until that date.
    """
    row = table.arrives[choice.day]
    left = [a for a in range(len(table.remedies)) if choice.subset >> a & 1]
    done, result = 0, []
    while left:
        gains = {a: float(row[done | 1 << a] - row[done]) for a in left}
        best = max(left, key=lambda a: (gains[a] / max(1, table.remedies[a].minutes), -a))
        left.remove(best)
        result.append((table.remedies[best], gains[best]))
        done |= 1 << best
    return result
