"""How long one round may still take, and whether it was called off: what every waiting step of a probe asks."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

SLICE_S = 0.05
"""Longest sleep without a look at the stop sign: a call-off is heard well within a fifth of a second."""


class Budget:
    """Seconds left of a round. All steps of a round draw on the same one."""

    def __init__(self, seconds: float, stopped: Callable[[], bool]) -> None:
        """Start the clock; ``stopped`` says whether the probe was called off and may be asked from any thread."""
        self._end = perf_counter() + seconds
        self._stopped = stopped

    @property
    def stopped(self) -> bool:
        """Return whether the probe was called off."""
        return self._stopped()

    @property
    def over(self) -> bool:
        """Return whether nothing is left, or the probe was called off."""
        return self._stopped() or perf_counter() >= self._end

    def nap(self, longest: float = SLICE_S) -> float:
        """Return for how many seconds a step may sleep before it has to ask again."""
        return max(0.0, min(longest, SLICE_S, self._end - perf_counter()))


def milliseconds(start: float, end: float) -> float:
    """Return the milliseconds between two readings of the same clock in seconds."""
    return 1000 * (end - start)
