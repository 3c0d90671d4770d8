"""The road against every world written out, and against the formulas of one attempt written literally."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.inference.road import Attempt, Coming, Passage, arrives, travel
from tests.core.inference.brute_force import worlds
from tests.core.inference.roads import Road, roads

EXACT = 1e-9


def _agree(road: Road) -> None:
    strength, attempts, coming = road
    every, found = worlds(*road), travel(*road)
    assert found.arrives == pytest.approx(every.arrives, abs=EXACT)
    assert arrives(strength, attempts, coming) == pytest.approx(found.arrives, abs=EXACT)
    assert math.prod(found.passes) == pytest.approx(found.arrives, abs=EXACT)
    for i in range(len(strength)):
        assert found.passes[i] == pytest.approx(every.passes(i), abs=EXACT)
        assert found.blocker[i] == pytest.approx(every.blocker(i), abs=EXACT)
        assert found.present[i] == pytest.approx(every.is_present(i), abs=EXACT)


@settings(max_examples=40)
@given(roads(0, 10))
def test_before_applying_the_road_equals_every_world(road: Road) -> None:
    _agree(road)


@settings(max_examples=30)
@given(roads(1, 7))
def test_after_a_failure_the_road_equals_every_world(road: Road) -> None:
    _agree(road)


@settings(max_examples=30)
@given(roads(2, 4))
def test_after_two_failures_the_road_equals_every_world(road: Road) -> None:
    _agree(road)


@settings(max_examples=15)
@given(roads(3, 3))
def test_after_three_failures_the_road_equals_every_world(road: Road) -> None:
    _agree(road)


def test_after_a_failure_on_a_road_of_eight_causes_equals_every_world() -> None:
    stream = np.random.default_rng(20261124)

    def row() -> list[float]:
        return list(stream.uniform(0.02, 0.98, 8).tolist())

    _agree((row(), [Attempt(row(), row(), row())], Coming(row(), row())))


@given(roads(0, 10))
def test_before_applying_follows_the_formulas_of_the_model(road: Road) -> None:
    w, _, coming = road
    q = [p * left for p, left in zip(coming.presence, coming.stays, strict=True)]
    found = travel(*road)
    assert found.arrives == pytest.approx(math.prod(1 - w[i] * q[i] for i in range(len(w))), abs=EXACT)
    for j in range(len(w)):
        first = w[j] * q[j] * math.prod(1 - w[i] * q[i] for i in range(j))
        assert found.blocker[j] == pytest.approx(first, abs=EXACT)
        assert found.passes[j] == pytest.approx(1 - w[j] * q[j], abs=EXACT)


@given(roads(1, 10))
def test_one_failure_follows_the_formulas_of_the_model(road: Road) -> None:
    w, (attempt,), coming = road
    q, n = attempt.presence, len(w)
    first = [w[j] * q[j] * math.prod(1 - w[i] * q[i] for i in range(j)) for j in range(n)]
    weighed = [attempt.likelihood[j] * first[j] for j in range(n)]
    blocker = [x / sum(weighed) for x in weighed]

    def given_blocker(i: int, j: int) -> float:
        if i < j:
            return float(q[i] * (1 - w[i]) / (1 - w[i] * q[i])) if w[i] * q[i] < 1 else 0.0
        return 1.0 if i == j else float(q[i])

    def later(i: int, j: int) -> float:
        keep = attempt.keep[i]
        return float((keep * given_blocker(i, j) + (1 - keep) * coming.presence[i]) * coming.stays[i])

    literal = sum(blocker[j] * math.prod(1 - w[i] * later(i, j) for i in range(n)) for j in range(n))
    found = travel(w, [attempt], coming)
    assert found.blocker == pytest.approx(blocker, abs=EXACT)
    assert found.arrives == pytest.approx(literal, abs=EXACT)
    for i in range(n):
        assert found.present[i] == pytest.approx(sum(blocker[j] * given_blocker(i, j) for j in range(n)), abs=EXACT)


@pytest.mark.parametrize("attempts", [1, 2, 3, 4])
@settings(max_examples=15)
@given(data=st.data())
def test_after_failures_the_blockers_sum_to_one(attempts: int, data: st.DataObject) -> None:
    assert sum(travel(*data.draw(roads(attempts, 12))).blocker) == pytest.approx(1, abs=EXACT)


@given(roads(0, 12))
def test_before_applying_the_blockers_sum_to_the_risk(road: Road) -> None:
    found = travel(*road)
    assert sum(found.blocker) == pytest.approx(1 - found.arrives, abs=EXACT)


@given(roads(2, 8), st.floats(0.01, 100))
def test_only_the_proportions_of_a_likelihood_matter(road: Road, factor: float) -> None:
    strength, (first, last), coming = road
    scaled = replace(last, likelihood=[factor * p for p in last.likelihood])
    _same(travel(*road), travel(strength, [first, scaled], coming))


@given(roads(1, 8))
def test_a_failure_of_which_nothing_persists_teaches_nothing_about_the_next_try(road: Road) -> None:
    strength, (attempt,), coming = road
    forgotten = replace(attempt, keep=[0.0] * len(strength))
    fresh = travel(strength, [], coming).arrives
    assert travel(strength, [forgotten], coming).arrives == pytest.approx(fresh, abs=EXACT)


def _of(borrower: int, columns: Sequence[Any]) -> list[float]:
    return [float(column[borrower]) for column in columns]


@pytest.mark.parametrize("attempts", [0, 1, 2, 3])
def test_roads_as_columns_equal_each_road_alone(attempts: int) -> None:
    many, causes = 50, 6
    stream = np.random.default_rng(attempts)

    def rows() -> list[Any]:
        return list(stream.uniform(0.01, 0.99, (causes, many)))

    strength, coming = rows(), Coming(rows(), rows())
    made = [Attempt(rows(), rows(), rows()) for _ in range(attempts)]
    together = travel(strength, made, coming)
    only = arrives(strength, made, coming)
    for borrower in range(many):
        tries = [Attempt(*(_of(borrower, part) for part in (a.presence, a.likelihood, a.keep))) for a in made]
        arriving = Coming(_of(borrower, coming.presence), _of(borrower, coming.stays))
        alone = travel(_of(borrower, strength), tries, arriving)
        assert only[borrower] == pytest.approx(alone.arrives, abs=1e-12)
        lists = (together.passes, together.blocker, together.present)
        _same(Passage(together.arrives[borrower], *(_of(borrower, part) for part in lists)), alone)


def _same(one: Passage, other: Passage) -> None:
    assert one.arrives == pytest.approx(other.arrives, abs=EXACT)
    assert one.passes == pytest.approx(other.passes, abs=EXACT)
    assert one.blocker == pytest.approx(other.blocker, abs=EXACT)
    assert one.present == pytest.approx(other.present, abs=EXACT)
