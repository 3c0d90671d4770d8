"""What a probe says about the checklist's question: the answer it proposes, and the figures kept as its evidence.

The user decides whether to take it over.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Literal

from core.measure.settings import ProbeSettings
from core.measure.summary import HostSummary

Quality = Literal["smooth", "drops_sometimes", "drops_often"]
QUESTION = "network.quality"
TENTH = 1


def telling(summaries: Sequence[HostSummary]) -> list[HostSummary]:
    """Return the hosts that say something about the line.

    Hosts that never answered, or in whose place something else did, say nothing about how often the line drops.
    """
    return [host for host in summaries if host.verdict in ("fine", "shaky")]


def quality_of(summaries: Sequence[HostSummary], settings: ProbeSettings) -> Quality | None:
    """Return the option of ``network.quality`` that the hosts together speak for; None when they do not tell.

    The measurement is the computer's: it speaks for the phone only when both share a line, which the user has to
    confirm.
    """
    told = telling(summaries)
    if not told:
        return None
    if failed_share(told) >= settings.often_failed_share:
        return "drops_often"
    return "smooth" if all(host.verdict == "fine" for host in told) else "drops_sometimes"


def failed_share(told: Sequence[HostSummary]) -> float:
    """Return the share of failed rounds of some hosts together, [0, 1]; at least one has a round."""
    return _failed(told) / sum(host.rounds for host in told)


def figures_of(summaries: Sequence[HostSummary]) -> dict[str, float]:
    """Return what is kept of a probe that proposes an answer; times in milliseconds, to a tenth.

    ``hosts`` that told something, their ``rounds`` together, how many of these ``failed``, ``median_ms`` of the hosts'
    median connects, and ``p95_ms``, the largest of their 95th percentiles. No host and no address is among them.
    """
    told = telling(summaries)
    medians = [host.connect_ms.median for host in told if host.connect_ms.median is not None]
    p95s = [host.connect_ms.p95 for host in told if host.connect_ms.p95 is not None]
    return {
        "hosts": len(told),
        "rounds": sum(host.rounds for host in told),
        "failed": _failed(told),
        "median_ms": round(median(medians), TENTH) if medians else 0.0,
        "p95_ms": round(max(p95s, default=0.0), TENTH),
    }


def _failed(told: Sequence[HostSummary]) -> int:
    return sum(sum(host.failures.values()) for host in told)
