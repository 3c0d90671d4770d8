"""The oracle: every world written out. A world says, for each attempt, which causes are present and which one fires.

Nothing of the program's recursion is used: a world's probability is the product of what happens in it, cause by
cause and attempt by attempt, and every answer is a sum over worlds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import numpy.typing as npt

from core.inference.road import Attempt, Coming

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Worlds:
    """All worlds in which the attempts failed; ``weight`` is not normalised.

    ``present`` is one row per pattern of presence: by attempt (the coming one last) and cause. ``weight`` has the
    pattern as its first axis, then one axis for each attempt and the coming one: its blocker, the last index being
    "none, it passed".
    """

    present: npt.NDArray[np.bool_]
    weight: Floats

    @property
    def total(self) -> float:
        return float(self.weight.sum())

    @property
    def arrives(self) -> float:
        return float(self.weight[..., -1].sum()) / self.total

    @property
    def last_failed(self) -> int:
        """The last attempt that failed, or the coming one when there was none."""
        return max(self.weight.ndim - 3, 0)

    def blocker(self, cause: int) -> float:
        return float(self.weight.take(cause, axis=1 + self.last_failed).sum()) / self.total

    def is_present(self, cause: int) -> float:
        return float(self.weight[self.present[:, self.last_failed, cause]].sum()) / self.total

    def passes(self, cause: int) -> float:
        """P(the coming attempt passes a cause | it got there): blockers further on over blockers not before."""
        return float(self.weight[..., cause + 1 :].sum() / self.weight[..., cause:].sum())


def worlds(strength: Sequence[float], attempts: Sequence[Attempt], coming: Coming) -> Worlds:
    causes, moments = len(strength), len(attempts) + 1
    bits = np.arange(2 ** (causes * moments))[:, None] >> np.arange(causes * moments) & 1
    present = bits.astype(bool).reshape(-1, moments, causes)
    prior = np.prod([_presence(present, m, i, attempts, coming) for m in range(moments) for i in range(causes)], axis=0)
    possible = prior > 0
    present, prior = present[possible], prior[possible]
    ends = [_ends(present[:, m], strength) for m in range(moments)]
    for m, attempt in enumerate(attempts):
        ends[m] = ends[m][:, :-1] * np.asarray(attempt.likelihood)
    spread: Callable[[int], tuple[int, ...]] = lambda m: tuple(a for a in range(1, moments + 1) if a != m + 1)  # noqa: E731
    factors = [np.expand_dims(end, spread(m)) for m, end in enumerate(ends)]
    return Worlds(present, reduce(np.multiply, factors, prior.reshape(-1, *[1] * moments)))


def _presence(
    present: npt.NDArray[np.bool_], moment: int, cause: int, attempts: Sequence[Attempt], coming: Coming
) -> Floats:
    """P(a cause is as it is in each world at one attempt | how it was at the one before)."""
    last = moment == len(attempts)
    fresh = coming.presence[cause] if last else attempts[moment].presence[cause]
    p = np.full(len(present), float(fresh))
    if moment:
        keep = attempts[moment - 1].keep[cause]
        p = keep * present[:, moment - 1, cause] + (1 - keep) * fresh
    if last:
        p = p * coming.stays[cause]
    return np.where(present[:, moment, cause], p, 1 - p)


def _ends(present: npt.NDArray[np.bool_], strength: Sequence[float]) -> Floats:
    """P(an attempt ends at each cause, and last P(it passes them all) | the causes present)."""
    reached, ends = np.ones(len(present)), []
    for cause, w in enumerate(strength):
        stops = w * present[:, cause]
        ends.append(reached * stops)
        reached = reached * (1 - stops)
    return np.stack([*ends, reached], axis=1)
