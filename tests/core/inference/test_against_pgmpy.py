"""The road against variable elimination in a general Bayesian-network library, on a road of twelve causes, and on the
shipped one.

Both work in double precision, and agree to 1e-12; the tests ask for 1e-9.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from core.assess import Assessor
from core.estimate.presence import believe
from core.inference.road import Attempt, Coming, travel
from tests.core.borrowers import AS_OF, borrower
from tests.core.inference.bayes_network import GOING, HERE, failed, network, one_failure
from tests.core.inference.roads import Road

CAUSES = 12
EXACT = 1e-9


def random_road(attempts: int) -> Road:
    stream = np.random.default_rng(20261124)

    def row(low: float, high: float) -> list[float]:
        return list(stream.uniform(low, high, CAUSES).tolist())

    made = [Attempt(row(0.02, 0.5), row(0.01, 1), row(0, 1)) for _ in range(attempts)]
    return row(0.05, 0.95), made, Coming(row(0.02, 0.5), row(0.05, 1))


@cache
def _eliminated(attempts: int) -> Any:
    return pytest.importorskip("pgmpy.inference").VariableElimination(network(*random_road(attempts)))


def ask(attempts: int, names: list[str], evidence: dict[str, int]) -> Any:
    """Return the joint distribution of ``names`` as an array with its axes in that order."""
    found = _eliminated(attempts).query(names, evidence, show_progress=False)
    return np.transpose(found.values, [found.variables.index(name) for name in names])


def test_before_applying_the_road_equals_variable_elimination() -> None:
    found = travel(*random_road(0))
    for i in range(CAUSES):
        progress = ask(0, [f"S0.{i}"], {})
        assert found.blocker[i] == pytest.approx(progress[HERE], abs=EXACT)
    assert found.arrives == pytest.approx(progress[GOING], abs=EXACT)


def test_after_a_failure_the_blocker_and_what_is_still_there_equal_variable_elimination() -> None:
    road = random_road(1)
    found, seen, end = travel(*road), failed(road[1], CAUSES), f"S0.{CAUSES - 1}"
    for i in range(CAUSES):
        present = ask(1, [f"C0.{i}", end], seen)[:, 1:].sum(axis=1)
        assert found.present[i] == pytest.approx(present[1] / present.sum(), abs=EXACT)
        names = [end] if i == CAUSES - 1 else [f"S0.{i}", end]
        ended = ask(1, names, seen)[..., 1:]
        here = ended[HERE - 1] if i == CAUSES - 1 else ended[HERE].sum()
        assert found.blocker[i] == pytest.approx(here / ended.sum(), abs=EXACT)


@pytest.mark.parametrize("attempts", [1, 2])
def test_after_failures_the_chance_of_the_next_try_equals_variable_elimination(attempts: int) -> None:
    road = random_road(attempts)
    ends = [f"S{m}.{CAUSES - 1}" for m in range(attempts + 1)]
    joint = ask(attempts, ends, failed(road[1], CAUSES))
    failures = joint[(slice(1, None),) * attempts]
    arrived = failures[..., GOING].sum() / failures.sum()
    assert travel(*road).arrives == pytest.approx(arrived, abs=EXACT)


def test_after_a_message_the_blocker_of_the_shipped_content_equals_variable_elimination(assessor: Assessor) -> None:
    model = assessor.model
    believed = believe(model, borrower(model.content, 5, "before"), AS_OF).presence
    net = one_failure(model.strengths, believed, list(model.messages.shares.values()))
    # The library refuses a table whose columns do not sum to one.
    assert net.check_model()
    library = pytest.importorskip("pgmpy.inference").VariableElimination(net)
    for message in ("overall_score", "card_state"):
        seen = {"M": list(model.messages.shares).index(message)}
        stopped = library.query([f"Z{len(model.causes) - 1}"], seen, show_progress=False).values[1:]
        failure = Attempt(believed, model.messages.likelihood(message), believed)
        found = travel(model.strengths, [failure], Coming(believed, believed))
        assert found.blocker == pytest.approx(stopped / stopped.sum(), abs=EXACT)
