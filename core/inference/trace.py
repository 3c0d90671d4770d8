"""The trace: how each number came about, as a tree that can be worked out again."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Operation = Literal["given", "sum", "product", "logit", "logistic", "complement", "log_share"]


@dataclass(frozen=True, slots=True)
class TraceNode:
    """One number: its name, what was done, the result, where given numbers come from, and what went in.

    ``given`` has no children to compute from; its children, if any, only explain.
    """

    id: str
    operation: Operation
    value: float
    sources: tuple[str, ...] = ()
    children: tuple[TraceNode, ...] = ()


_WORK: Mapping[Operation, Callable[[Sequence[float]], float]] = {
    "sum": math.fsum,
    "product": math.prod,
    "logit": lambda values: math.log(values[0] / (1 - values[0])),
    "logistic": lambda values: 1 / (1 + math.exp(-values[0])),
    "complement": lambda values: 1 - values[0],
    "log_share": lambda values: math.log(values[0]) / math.log(values[1]),
}


def given(name: str, value: float, sources: tuple[str, ...] = (), children: tuple[TraceNode, ...] = ()) -> TraceNode:
    """Return a number that is not computed here: a word's number, or a posterior of the whole road."""
    return TraceNode(name, "given", value, sources, children)


def worked(name: str, operation: Operation, *children: TraceNode) -> TraceNode:
    """Return a node whose value is worked out from its children.

    Examples:
        >>> worked("stops", "product", given("w", 0.5), given("q", 0.2)).value
        0.1
    """
    return TraceNode(name, operation, _WORK[operation]([child.value for child in children]), (), children)


def disagreements(node: TraceNode, tolerance: float) -> list[str]:
    """Return the ids of all nodes whose value cannot be worked out again from what stands below them."""
    found = [name for child in node.children for name in disagreements(child, tolerance)]
    if node.operation != "given":
        again = _WORK[node.operation]([child.value for child in node.children])
        if not math.isclose(again, node.value, rel_tol=tolerance, abs_tol=tolerance):
            found.append(node.id)
    return found
