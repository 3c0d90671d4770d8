"""The table of plans against the road and every world, and the choices against a literal reading of their words."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.inference.plan import (
    NO_GAIN,
    Choice,
    Days,
    Effort,
    Remedy,
    Table,
    choose,
    ordered_gains,
    shortlist,
    table_of,
)
from core.inference.road import travel
from tests.core.inference.brute_force import worlds
from tests.core.inference.plans import Problem, big_problem, problems, road_of

EXACT = 1e-9
CELL = st.sampled_from([0.1, 0.5, 0.505, 0.509, 0.51, 0.52])


@settings(max_examples=40)
@given(problems())
def test_every_cell_of_the_table_equals_the_road(problem: Problem) -> None:
    days, remedies = problem
    table = table_of(days, remedies)
    assert table.arrives.shape == (days.count, 2 ** len(remedies))
    for day, subset in product(range(days.count), range(2 ** len(remedies))):
        assert table.arrives[day, subset] == pytest.approx(travel(*road_of(problem, day, subset)).arrives, abs=EXACT)
        assert table.minutes[subset] == sum(r.minutes for a, r in enumerate(remedies) if subset >> a & 1)


@settings(max_examples=15)
@given(problems(most_causes=3, most_remedies=2))
def test_every_cell_of_the_table_equals_every_world(problem: Problem) -> None:
    days, remedies = problem
    table = table_of(days, remedies)
    for day, subset in product(range(days.count), range(2 ** len(remedies))):
        assert table.arrives[day, subset] == pytest.approx(worlds(*road_of(problem, day, subset)).arrives, abs=EXACT)


@pytest.mark.parametrize("attempts", [0, 1, 2])
def test_a_table_of_the_shipped_size_equals_the_road(attempts: int) -> None:
    problem = big_problem(attempts)
    table = table_of(*problem)
    stream = np.random.default_rng(attempts)
    for day, subset in zip(stream.integers(0, 31, 60).tolist(), stream.integers(0, 512, 60).tolist(), strict=True):
        assert table.arrives[day, subset] == pytest.approx(travel(*road_of(problem, day, subset)).arrives, abs=EXACT)


@given(problems())
def test_no_remedy_ever_lowers_the_chance(problem: Problem) -> None:
    table = table_of(*problem)
    for subset, a in product(range(table.arrives.shape[1]), range(len(table.remedies))):
        assert (table.arrives[:, subset | 1 << a] >= table.arrives[:, subset] - 1e-12).all()


@given(problems())
def test_a_remedy_that_comes_too_late_changes_nothing(problem: Problem) -> None:
    days, remedies = problem
    table = table_of(days, remedies)
    for a, remedy in enumerate(remedies):
        late = days.away < remedy.takes_days
        for subset in range(table.arrives.shape[1]):
            assert table.arrives[late, subset | 1 << a] == pytest.approx(table.arrives[late, subset], abs=1e-15)


@given(problems(), st.data())
def test_fewer_dates_give_the_same_rows(problem: Problem, data: st.DataObject) -> None:
    days, remedies = problem
    rows = data.draw(st.lists(st.integers(0, days.count - 1), min_size=1, unique=True).map(sorted))
    some = table_of(days.only(rows), remedies)
    assert some.arrives == pytest.approx(table_of(days, remedies).arrives[rows], abs=1e-12)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return a table of values that often tie, or lie just within or just beyond the tolerance."""
    minutes = draw(st.lists(st.sampled_from([0, 5, 10, 20]), min_size=0, max_size=3))
    subsets, days = 2 ** len(minutes), draw(st.integers(1, 4))
    cells = draw(st.lists(CELL, min_size=subsets * days, max_size=subsets * days))
    total = [sum(m for a, m in enumerate(minutes) if subset >> a & 1) for subset in range(subsets)]
    remedies = tuple(Remedy(f"remedy_{a}", m, 0, {0: 0.5}) for a, m in enumerate(minutes))
    return Table(remedies, np.array(cells).reshape(days, subsets), np.array(total, dtype=float))


def literal_choice(table: Table, effort: Effort, last_day: int | None, minutes: int | None) -> Choice:
    """The docstring of ``choose``, sentence by sentence."""
    cells = [
        Choice(day, subset)
        for day, subset in product(range(table.arrives.shape[0]), range(table.arrives.shape[1]))
        if (last_day is None or day <= last_day) and (minutes is None or table.minutes[subset] <= minutes)
    ]
    value = {cell: float(table.arrives[cell.day, cell.subset]) for cell in cells}
    best = max(value.values())
    to_win = best - float(table.arrives[0, 0])
    good = [cell for cell in cells if value[cell] >= best - max(effort.tolerance, effort.tolerance_share * to_win)]
    cost = {cell: float(table.minutes[cell.subset]) + effort.minutes_per_day_waited * cell.day for cell in good}
    cheapest = [cell for cell in good if cost[cell] == min(cost.values())]
    return min(cheapest, key=lambda cell: (cell.day, cell.subset.bit_count(), -value[cell], cell.subset))


@settings(max_examples=200)
@given(tables(), st.sampled_from([(0.0, 0.0), (0.01, 0.0), (0.01, 0.25)]), st.sampled_from([0, 10]), st.data())
def test_the_choice_is_the_smallest_effort_within_the_tolerance(
    table: Table, tolerance: tuple[float, float], waiting: int, data: st.DataObject
) -> None:
    last_day = data.draw(st.sampled_from([None, 0, 2]))
    minutes = data.draw(st.sampled_from([None, 0, 15]))
    effort = Effort(*tolerance, waiting)
    assert choose(table, effort, last_day, minutes) == literal_choice(table, effort, last_day, minutes)


def test_with_equal_effort_the_earlier_day_wins_then_fewer_actions_then_the_higher_chance() -> None:
    free = (Remedy("a", 0, 0, {0: 0.5}), Remedy("b", 0, 0, {0: 0.5}))
    none = np.zeros(4)
    days = Table((), np.array([[0.5], [0.505]]), np.zeros(1))
    assert choose(days, Effort(0.01, 0.0, 0.0)) == Choice(0, 0)
    assert choose(Table(free, np.array([[0.4, 0.5, 0.5, 0.505]]), none), Effort(0.01, 0.0, 0.0)) == Choice(0, 1)
    assert choose(Table(free, np.array([[0.4, 0.5, 0.505, 0.5]]), none), Effort(0.01, 0.0, 0.0)) == Choice(0, 2)


@given(tables() | problems().map(lambda problem: table_of(*problem)), st.data())
def test_the_gains_add_up_to_the_plan_minus_doing_nothing(table: Table, data: st.DataObject) -> None:
    day = data.draw(st.integers(0, table.arrives.shape[0] - 1))
    subset = data.draw(st.integers(0, table.arrives.shape[1] - 1))
    steps = ordered_gains(table, Choice(day, subset))
    total = table.arrives[day, subset] - table.arrives[day, 0]
    assert sum(gain for _, gain in steps) == pytest.approx(total, abs=1e-12)
    assert sorted(r.id for r, _ in steps) == [r.id for a, r in enumerate(table.remedies) if subset >> a & 1]
    done = 0
    for remedy, gain in steps:
        row, left = table.arrives[day], [a for a in range(len(table.remedies)) if subset >> a & 1 and not done >> a & 1]
        rates = [(row[done | 1 << a] - row[done]) / max(1, table.remedies[a].minutes) for a in left]
        assert gain / max(1, remedy.minutes) == max(rates)
        done |= 1 << table.remedies.index(remedy)


def gains_of(days: Days, chosen: list[Remedy], others: list[Remedy]) -> dict[str, float]:
    """Return what each other remedy adds to the chosen ones: its largest gain on any date."""
    now = table_of(days, chosen).arrives[:, -1]
    return {r.id: float((table_of(days, [*chosen, r]).arrives[:, -1] - now).max()) for r in others}


def greedy(days: Days, remedies: list[Remedy], most: int, chosen: list[Remedy]) -> set[frozenset[str]]:
    """Return every shortlist that a literal greedy search may end with, since equal rates may go either way."""
    left = [r for r in remedies if r not in chosen]
    gains = gains_of(days, chosen, left) if left and len(chosen) < most else {}
    useful = [r for r in left if gains.get(r.id, 0.0) > NO_GAIN]
    if len(chosen) + len(useful) <= most:
        return {frozenset(r.id for r in (*chosen, *useful))}
    rates = {r.id: gains[r.id] / max(1, r.minutes) for r in useful}
    best = [r for r in useful if rates[r.id] >= max(rates.values()) * (1 - 1e-9) - 1e-12]
    return {found for r in best for found in greedy(days, [*useful, *chosen], most, [*chosen, r])}


@settings(max_examples=40)
@given(problems(most_remedies=6), st.integers(1, 6))
def test_the_shortlist_is_greedy_by_gain_per_minute(problem: Problem, most: int) -> None:
    days, remedies = problem
    short = shortlist(days, remedies, most)
    assert frozenset(remedy.id for remedy in short) in greedy(days, remedies, most, [])
    assert [r.id for r in short] == [r.id for r in remedies if r in short]


@given(problems(most_remedies=5))
def test_the_shortlist_keeps_all_that_gain_anything_when_they_fit(problem: Problem) -> None:
    days, remedies = problem
    gains = gains_of(days, [], remedies)
    assert shortlist(days, remedies, 5) == [r for r in remedies if gains[r.id] > NO_GAIN]
