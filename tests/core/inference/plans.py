"""Random problems of planning for hypothesis, and one big one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import strategies as st

from core.inference.plan import Days, Floats, Remedy
from core.inference.road import Attempt, Coming
from tests.core.inference.roads import ANY, CHANCE, HIDDEN, Road

Problem = tuple[Days, list[Remedy]]
MINUTES = st.sampled_from([0, 1, 2, 10, 15, 30, 60])


@st.composite
def problems(
    draw: Callable[..., object], most_causes: int = 6, most_remedies: int = 4, most_attempts: int = 2
) -> Problem:
    """Return the road on some dates, not always starting today, and remedies that may come too late for some."""
    known, attempts = draw(st.integers(1, most_causes - 1)), draw(st.integers(0, most_attempts))
    away = draw(st.lists(st.integers(0, 30), min_size=1, max_size=4, unique=True).map(sorted))
    assert isinstance(known, int)
    assert isinstance(attempts, int)
    assert isinstance(away, list)

    def row(of: st.SearchStrategy[float], last: st.SearchStrategy[float]) -> list[float]:
        first = draw(st.lists(of, min_size=known, max_size=known))
        assert isinstance(first, list)
        return [*first, draw(last)]

    def by_day(of: st.SearchStrategy[float], last: st.SearchStrategy[float]) -> list[np.ndarray]:
        return list(np.array([row(of, last) for _ in away]).T)

    never = st.just(0.0)
    made = [Attempt(row(ANY, HIDDEN), row(CHANCE, CHANCE), row(ANY, never)) for _ in range(attempts)]
    keep = by_day(ANY, never) if attempts else None
    strength, presence, stays = row(CHANCE, st.just(1.0)), by_day(ANY, HIDDEN), row(ANY, st.just(1.0))
    removes = st.dictionaries(
        st.integers(0, known - 1), st.sampled_from([0.25, 0.5, 0.8, 0.95]), min_size=1, max_size=3
    )
    count = draw(st.integers(0, most_remedies))
    assert isinstance(count, int)
    remedies = [_remedy(draw, a, removes) for a in range(count)]
    return Days(np.array(away), strength, made, keep, presence, stays), remedies


def _remedy(draw: Callable[..., object], a: int, removes: st.SearchStrategy[dict[int, float]]) -> Remedy:
    minutes, days, effects = draw(MINUTES), draw(st.sampled_from([0, 0, 1, 5, 30, 31])), draw(removes)
    assert isinstance(minutes, int)
    assert isinstance(days, int)
    assert isinstance(effects, dict)
    return Remedy(f"remedy_{a}", minutes, days, effects)


def big_problem(attempts: int, causes: int = 40, days: int = 31, remedies: int = 9) -> Problem:
    """Return a problem of about the size of the shipped content, the same on every run."""
    stream = np.random.default_rng([20261124, attempts])

    def row() -> list[float]:
        return list(stream.uniform(0.01, 0.9, causes).tolist())

    def by_day() -> list[Floats]:
        return list(stream.uniform(0.01, 0.2, (causes, days)))

    made = [Attempt(row(), row(), row()) for _ in range(attempts)]
    found = [
        Remedy(
            f"remedy_{a}",
            int(stream.integers(0, 60)),
            int(stream.integers(0, 20)),
            {int(place): 0.8 for place in stream.choice(causes, 3, replace=False)},
        )
        for a in range(remedies)
    ]
    return Days(np.arange(days), row(), made, by_day() if attempts else None, by_day(), [1.0] * causes), found


def road_of(problem: Problem, day: int, subset: int) -> Road:
    """Return one cell of the table as a road: one date, and the remedies of a subset that had the time."""
    days, remedies = problem
    stays = list(days.stays)
    for a, remedy in enumerate(remedies):
        if subset >> a & 1 and remedy.takes_days <= days.away[day]:
            for place, effect in remedy.removes.items():
                stays[place] *= 1 - effect
    attempts = list(days.attempts)
    if days.keep is not None:
        last = attempts[-1]
        attempts[-1] = Attempt(last.presence, last.likelihood, [float(column[day]) for column in days.keep])
    return list(days.strength), attempts, Coming([float(column[day]) for column in days.presence], stays)
