"""The road of many borrowers, before any attempt and after some: what ``assess`` says of each, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from core.batch.coded import Bools, Coded, Floats, Ints
from core.batch.facts import ColumnFacts
from core.batch.rows import DAY, Rows, When
from core.estimate.columns import weight
from core.estimate.model import MOMENTARY, Model
from core.inference.road import Attempt, Coming, Passage, travel

AT_ONCE = 8192
"""Rows that travel together before any attempt; fewer by 3 for each attempt, as the road takes 3^k times the room."""
AT_LEAST = 256


@dataclass(frozen=True)
class Roads:
    """What the road says of many borrowers: arrays of rows × causes, in the order of the road.

    ``arrives``, ``passes``, ``blocker`` and ``present`` are those of :class:`core.inference.road.Passage`.
    """

    arrives: Floats
    passes: Floats
    blocker: Floats
    present: Floats

    @classmethod
    def empty(cls, rows: int, causes: int) -> Roads:
        """Return room for so many rows."""
        return cls(np.empty(rows), np.empty((rows, causes)), np.empty((rows, causes)), np.empty((rows, causes)))

    @property
    def share(self) -> Floats:
        """Return every cause's additive share of the risk of the coming attempt; a row's shares sum to 1."""
        shares: Floats = np.log(self.passes) / np.log(self.arrives)[:, None]
        return shares

    def put(self, rows: Ints, passage: Passage) -> None:
        """Write what the road says of some of the rows."""
        for field in fields(self):
            found = getattr(passage, field.name)
            if isinstance(found, list):
                found = np.stack([np.broadcast_to(part, len(rows)) for part in found], axis=1)
            getattr(self, field.name)[rows] = found


def roads(model: Model, rows: Rows, coming: ColumnFacts) -> Roads:
    """Return the roads of all rows for the attempt each plans; ``coming`` are the facts at that attempt."""
    result = Roads.empty(rows.count, len(model.causes))
    ahead, stays = list(presence(model, coming)), _stays(model, rows.done)
    for count in np.unique(rows.counted):
        group = np.flatnonzero(rows.counted == count)
        attempts = _attempts(model, rows.take(group), int(count)) if count else []
        size = max(AT_LEAST, AT_ONCE // 3**count)
        for start in range(0, len(group), size):
            here, part = slice(start, start + size), group[start : start + size]
            some = [Attempt(_only(a.presence, here), _only(a.likelihood, here), _only(a.keep, here)) for a in attempts]
            result.put(part, travel(model.strengths, some, Coming(_only(ahead, part), _only(stays, part))))
    return result


def presence(model: Model, facts: ColumnFacts) -> Floats:
    """Return P(present) of every cause before an attempt teaches more, causes × rows."""
    truth = {rule.id: facts.holding(rule.when) for cause in model.causes for rule in cause.rules}
    result = np.empty((len(model.causes), facts.rows.count))
    for place, cause in enumerate(model.causes):
        objected = _names(facts.rows.objections, cause.id)
        believed = 1 / (1 + np.exp(-(cause.base_logit + weight(cause, truth, None))))
        result[place] = np.where(objected, 0.0, believed)
    return result


def _only(columns: Sequence[Any], rows: Ints | slice) -> list[Any]:
    return [column[rows] if isinstance(column, np.ndarray) else column for column in columns]


def _attempts(model: Model, rows: Rows, count: int) -> list[Attempt]:
    tries = rows.tries(count, list(model.content.messages))
    points = np.array([model.messages.likelihood(message) for message in (None, *model.content.messages)])
    result = []
    for place in range(count):
        when = tries.at(place)
        following = tries.at(place + 1) if place + 1 < count else rows.planned
        before = presence(model, ColumnFacts(rows, when, model.reader))
        result.append(Attempt(list(before), list(points[tries.message[:, place]].T), _keeps(model, when, following)))
    return result


def _keeps(model: Model, earlier: When, later: When) -> list[Any]:
    """Return P(presence is carried unchanged from one moment to the other) for every cause."""
    exact = earlier.timed & later.timed
    days = np.maximum(0.0, np.where(exact, (later.begins - earlier.begins) / DAY, later.day - earlier.day))
    carried: dict[float, Any] = {MOMENTARY: 0.0, np.inf: 1.0}
    for cause in model.causes:
        if cause.half_life not in carried:
            carried[cause.half_life] = 2.0 ** (-days / cause.half_life)
    return [carried[cause.half_life] for cause in model.causes]


def _stays(model: Model, done: Coded) -> list[Floats]:
    """Return P(what was done leaves the cause in place) for every cause."""
    table = np.array([model.removal(actions or ()) for actions in done.values])
    return [column[done.codes] for column in table.T]


def _names(listed: Coded, name: str) -> Bools:
    found: Bools = listed.looked_up([name in (names or ()) for names in listed.values], np.bool_)
    return found
