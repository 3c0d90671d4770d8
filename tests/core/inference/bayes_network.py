"""The road as a Bayesian network for pgmpy, built from its definition and nothing of the program's arithmetic.

For attempt m and cause i: ``C{m}.{i}`` the cause is present; ``S{m}.{i}`` how far the request is after it: still
going, stopped here, stopped before; ``M{m}.{i}`` a child that is observed true with the likelihood of the message
when the request stopped there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from core.inference.road import Attempt, Coming

GOING, HERE, BEFORE = 0, 1, 2


def network(strength: Sequence[float], attempts: Sequence[Attempt], coming: Coming) -> Any:
    """Return the network of all attempts and the coming one."""
    models = pytest.importorskip("pgmpy.models")
    causes, moments = range(len(strength)), range(len(attempts) + 1)
    net = models.DiscreteBayesianNetwork()
    net.add_nodes_from([f"{kind}{m}.{i}" for m in moments for i in causes for kind in "CS"])
    net.add_edges_from([(f"C{m}.{i}", f"S{m}.{i}") for m in moments for i in causes])
    net.add_edges_from([(f"S{m}.{i - 1}", f"S{m}.{i}") for m in moments for i in causes[1:]])
    net.add_edges_from([(f"C{m - 1}.{i}", f"C{m}.{i}") for m in moments[1:] for i in causes])
    net.add_edges_from([(f"S{m}.{i}", f"M{m}.{i}") for m in moments[:-1] for i in causes])
    for m in moments:
        for i, w in enumerate(strength):
            net.add_cpds(_presence(m, i, attempts, coming), _progress(m, i, w))
            if m < len(attempts):
                net.add_cpds(_message(m, i, attempts[m].likelihood[i]))
    return net


def one_failure(strength: Sequence[float], presence: Sequence[float], messages: Sequence[Sequence[float]]) -> Any:
    """Return the network of one attempt and its message: ``Z{i}`` is 0 while going, and n where cause n − 1 stopped it.

    ``messages`` is P(message | blocker), one row per message; what arrives shows one more message, its own.
    """
    net = pytest.importorskip("pgmpy.models").DiscreteBayesianNetwork()
    last = len(strength) - 1
    for i, (w, q) in enumerate(zip(strength, presence, strict=True)):
        net.add_nodes_from([f"C{i}", f"Z{i}"])
        net.add_edges_from([(f"C{i}", f"Z{i}"), *([(f"Z{i - 1}", f"Z{i}")] if i else [])])
        net.add_cpds(_table(f"C{i}", [[1 - q], [q]]), _stopping(i, w))
    net.add_node("M")
    net.add_edge(f"Z{last}", "M")
    rows = [[0.0, *row] for row in messages] + [[1.0] + [0.0] * len(strength)]
    net.add_cpds(_table("M", rows, [f"Z{last}"], [len(strength) + 1]))
    return net


def failed(attempts: Sequence[Attempt], causes: int) -> dict[str, int]:
    """Return the evidence: every message seen. The last step of a failed attempt cannot be "still going"."""
    return {f"M{m}.{i}": 1 for m in range(len(attempts)) for i in range(causes)}


def _table(name: str, rows: list[list[float]], parents: Sequence[str] = (), sizes: Sequence[int] = ()) -> Any:
    factors = pytest.importorskip("pgmpy.factors.discrete")
    return factors.TabularCPD(name, len(rows), rows, list(parents) or None, list(sizes) or None)


def _presence(m: int, i: int, attempts: Sequence[Attempt], coming: Coming) -> Any:
    last = m == len(attempts)
    fresh, stays = (coming.presence[i], coming.stays[i]) if last else (attempts[m].presence[i], 1.0)
    if m == 0:
        return _table(f"C0.{i}", [[1 - fresh * stays], [fresh * stays]])
    keep = attempts[m - 1].keep[i]
    p = [stays * ((1 - keep) * fresh), stays * (keep + (1 - keep) * fresh)]
    return _table(f"C{m}.{i}", [[1 - p[0], 1 - p[1]], p], [f"C{m - 1}.{i}"], [2])


def _progress(m: int, i: int, w: float) -> Any:
    meets = [[1 - w * present, w * present, 0.0] for present in (0, 1)]
    if i == 0:
        return _table(f"S{m}.0", _turned(meets), [f"C{m}.0"], [2])
    over = [0.0, 0.0, 1.0]
    columns = [meets[present] if before == GOING else over for present in (0, 1) for before in (GOING, HERE, BEFORE)]
    return _table(f"S{m}.{i}", _turned(columns), [f"C{m}.{i}", f"S{m}.{i - 1}"], [2, 3])


def _stopping(i: int, w: float) -> Any:
    columns = []
    for present in (0, 1):
        columns.append([1 - w * present, *[0.0] * i, w * present])
        columns += [[float(state == before) for state in range(i + 2)] for before in range(1, i + 1)]
    if i == 0:
        return _table("Z0", _turned(columns), ["C0"], [2])
    return _table(f"Z{i}", _turned(columns), [f"C{i}", f"Z{i - 1}"], [2, i + 1])


def _turned(columns: list[list[float]]) -> list[list[float]]:
    return [list(row) for row in zip(*columns, strict=True)]


def _message(m: int, i: int, likelihood: float) -> Any:
    seen = [1.0, likelihood, 1.0]
    return _table(f"M{m}.{i}", [[1 - p for p in seen], seen], [f"S{m}.{i}"], [3])
