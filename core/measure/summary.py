"""From the rounds with one host to the figures that are shown and the verdict."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import NormalDist, median
from typing import Literal

from core.measure.probe import HostRounds
from core.measure.probe_targets import Target
from core.measure.probe_tls import Certificate
from core.measure.settings import ProbeSettings

Verdict = Literal["fine", "shaky", "not_reachable", "cannot_tell"]
_Z_95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class Delays:
    """Median and 95th percentile of some delays, in milliseconds; None without any."""

    median: float | None
    p95: float | None


@dataclass(frozen=True)
class HostSummary:
    """One host in figures.

    Attributes:
        target: The place that was asked.
        rounds: Finished rounds.
        lookup_ms: Median of the look-ups; None for an address, or when none succeeded.
        connect_ms: Delays of the connects that succeeded, also in rounds that failed later.
        tls_ms: Delays of the handshakes; None when none succeeded or none was tried.
        jitter_ms: Mean absolute difference of consecutive connects; None with fewer than two.
        failed_share: Share of rounds that failed at any step; None without rounds.
        failed_low: Lower end of its 95 % interval.
        failed_high: Upper end of its 95 % interval.
        verdict: What the figures come to.
        failures: Kind of failure -> how many rounds ended with it, the most frequent first.
        certificate: What the host showed last; None when it showed none.
    """

    target: Target
    rounds: int
    lookup_ms: float | None
    connect_ms: Delays
    tls_ms: Delays | None
    jitter_ms: float | None
    failed_share: float | None
    failed_low: float
    failed_high: float
    verdict: Verdict
    failures: Mapping[str, int] = field(default_factory=dict)
    certificate: Certificate | None = None


def summary_of(host: HostRounds, settings: ProbeSettings, *, doubtful: bool = False) -> HostSummary:
    """Return the figures of one host; ``doubtful`` says that something else may have answered in its place."""
    connects = [found.connect_ms for found in host.rounds if found.connect_ms is not None]
    handshakes = [found.tls_ms for found in host.rounds if found.tls_ms is not None]
    lookups = [found.lookup_ms for found in host.rounds if found.lookup_ms is not None]
    failures = Counter(found.failure for found in host.rounds if found.failure)
    count, failed = len(host.rounds), failures.total()
    low, high = wilson(failed, count)
    shown = [found.certificate for found in host.rounds if found.certificate]
    delays, jitter = delays_of(connects), jitter_of(connects)
    return HostSummary(
        target=host.target,
        rounds=count,
        lookup_ms=median(lookups) if lookups else None,
        connect_ms=delays,
        tls_ms=delays_of(handshakes) if handshakes else None,
        jitter_ms=jitter,
        failed_share=failed / count if count else None,
        failed_low=low,
        failed_high=high,
        verdict="cannot_tell" if doubtful else _verdict(count, failed, delays.p95, jitter, settings),
        failures=dict(failures.most_common()),
        certificate=shown[-1] if shown else None,
    )


def _verdict(count: int, failed: int, p95: float | None, jitter: float | None, settings: ProbeSettings) -> Verdict:
    if count < settings.fewest_rounds:
        return "cannot_tell"
    if failed == count:
        return "not_reachable"
    slow = (p95 or 0.0) > settings.shaky_p95_ms or (jitter or 0.0) > settings.shaky_jitter_ms
    return "shaky" if slow or failed / count >= settings.shaky_failed_share else "fine"


def delays_of(delays: Sequence[float]) -> Delays:
    """Return median and 95th percentile of delays, both None without any."""
    return Delays(median(delays), percentile(delays, 0.95)) if delays else Delays(None, None)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which about ``share`` of the values lie, by linear interpolation between neighbours.

    Args:
        values: At least one, in any order.
        share: [0, 1].

    Source:
        Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, definition 7 (as numpy and R by default).
        With ten values the 95th percentile lies between the two largest, so it is little more than the worst.

    Examples:
        >>> round(percentile([4, 1, 3, 2], 0.95), 2)
        3.85
    """
    ranked = sorted(values)
    at = share * (len(ranked) - 1)
    below = math.floor(at)
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (at - below) * (ranked[above] - ranked[below])


def jitter_of(delays: Sequence[float]) -> float | None:
    """Return the mean absolute difference of consecutive delays; None with fewer than two.

    RFC 3550 smooths the same difference D of packets on the way with a gain of 1/16; here are few connects, so plain
    means are taken, and each delay is of a way there and back. A failed round is left out, its neighbours are compared.

    Source:
        RFC 3550 (2003), section 6.4.1 and appendix A.8.

    Examples:
        >>> jitter_of([10, 12, 9])
        2.5
    """
    steps = [abs(later - earlier) for earlier, later in pairwise(delays)]
    return sum(steps) / len(steps) if steps else None


def wilson(failed: int, count: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share; (0, 1) without any trial, when nothing is known.

    Args:
        failed: [0, count].
        count: Trials, 0 or more.

    Source:
        Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference, JASA 22, 209–212.

    Examples:
        No failure in ten rounds does not yet rule out every fourth:

        >>> low, high = wilson(0, 10)
        >>> round(low, 3), round(high, 3)
        (0.0, 0.278)
    """
    if count == 0:
        return 0.0, 1.0
    share, square = failed / count, _Z_95**2 / count
    centre = share + square / 2
    reach = math.sqrt(square * (share * (1 - share) + square / 4))
    low, high = (centre - reach) / (1 + square), (centre + reach) / (1 + square)
    # At the ends the formula gives exactly 0 and 1, which rounding would miss.
    return (0.0 if failed == 0 else low), (1.0 if failed == count else high)
