"""The answer that a probe proposes for the checklist's question about the line; the user decides to take it over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from core.measure.settings import ProbeSettings
from core.measure.summary import HostSummary

Quality = Literal["smooth", "drops_sometimes", "drops_often"]


def quality_of(summaries: Sequence[HostSummary], settings: ProbeSettings) -> Quality | None:
    """Return the option of ``network.quality`` that the hosts together speak for; None when they do not tell.

    Hosts that never answered, or in whose place something else did, say nothing about how often the line drops. The
    measurement is the computer's: it speaks for the phone only when both share a line, which the user has to confirm.
    """
    told = [host for host in summaries if host.verdict in ("fine", "shaky")]
    if not told:
        return None
    share = sum(sum(host.failures.values()) for host in told) / sum(host.rounds for host in told)
    if share >= settings.often_failed_share:
        return "drops_often"
    return "smooth" if all(host.verdict == "fine" for host in told) else "drops_sometimes"
