"""Random roads for hypothesis, the corners included: certain and impossible presence, keeps and stays of 0 and 1."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from core.inference.road import Attempt, Coming

Road = tuple[list[float], list[Attempt], Coming]

CHANCE = st.floats(0.01, 0.99)
ABSENT_OR_CHANCE = st.one_of(st.just(0.0), CHANCE)
ANY = st.one_of(st.sampled_from([0.0, 1.0]), CHANCE)
HIDDEN = st.floats(0.01, 0.5)


@st.composite
def roads(draw: Callable[..., object], attempts: int, most: int) -> Road:
    """Return up to ``most`` causes, the last one always able to stop: as on the shipped road, a failure is possible."""
    known = draw(st.integers(0, most - 1))
    assert isinstance(known, int)

    def row(of: st.SearchStrategy[float], last: st.SearchStrategy[float]) -> list[float]:
        first = draw(st.lists(of, min_size=known, max_size=known))
        assert isinstance(first, list)
        return [*first, draw(last)]

    made = [Attempt(row(ANY, HIDDEN), row(ABSENT_OR_CHANCE, CHANCE), row(ANY, st.just(0.0))) for _ in range(attempts)]
    return row(CHANCE, st.just(1.0)), made, Coming(row(ANY, HIDDEN), row(ANY, ANY))
