"""``disburse-check probe``: how steadily some hosts can be reached from this computer."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from core.errors import AppError
from core.measure.probe import Measured, Progress, probe
from core.measure.probe_lines import probe_lines
from core.measure.probe_round import Surroundings
from core.measure.probe_signs import Signs, signs_of
from core.measure.probe_targets import Target, parse_targets
from core.measure.settings import ProbeHost, ProbeSettings
from core.measure.summary import HostSummary, summary_of
from core.schema.network import NetworkThresholds

if TYPE_CHECKING:
    # Only for the types: the page of the window shares this file and must not load what a command stands on.
    from core.commands.workplace import Workplace


class NoTargetsError(AppError):
    """Nobody named a host, and the content proposes none."""

    code = "no_targets"


@dataclass(frozen=True)
class Asked:
    """What the user asked for: texts such as ``HOST:PORT`` (none: those of the settings), rounds, seconds a round."""

    texts: Sequence[str] = ()
    rounds: int | None = None
    timeout_s: float | None = None


@dataclass(frozen=True)
class Probed:
    """A probe, the settings it was made with, and what it comes to: for the command and the page of the window."""

    measured: Measured
    summaries: tuple[HostSummary, ...]
    signs: Signs
    settings: ProbeSettings


def settings_of(network: NetworkThresholds) -> ProbeSettings:
    """Return what the content says about probing, as the probe wants it."""
    hosts = tuple(ProbeHost(host.id, host.target) for host in network.host)
    names = [field.name for field in fields(ProbeSettings) if field.name != "hosts"]
    return ProbeSettings(hosts=hosts, **{name: getattr(network, name) for name in names})


def targets_of(asked: Asked, settings: ProbeSettings) -> tuple[Target, ...]:
    """Return the places to ask: the user's, or the proposed ones.

    Raises:
        BadTargetsError: Some texts are no places to connect to.
        NoTargetsError: There is none at all.
    """
    targets = parse_targets(asked.texts or [host.target for host in settings.hosts])
    if not targets:
        raise NoTargetsError
    return targets


def run_probe(
    asked: Asked,
    settings: ProbeSettings,
    *,
    should_stop: Callable[[], bool] = lambda: False,
    on_progress: Callable[[Progress], None] = lambda _: None,
    around: Surroundings | None = None,
) -> Probed:
    """Return what a probe found; nothing is sent before every text and figure is in order.

    Raises:
        AppError: What was asked for cannot be done.
    """
    settings = settings.asking(asked.rounds, asked.timeout_s)
    targets = targets_of(asked, settings)
    measured = probe(targets, settings, should_stop=should_stop, on_progress=on_progress, around=around)
    return judged(measured, settings)


def judged(measured: Measured, settings: ProbeSettings) -> Probed:
    """Return a probe with its figures, verdicts and signs."""
    signs = signs_of(measured)
    summaries = tuple(summary_of(host, settings, doubtful=host.target in signs.doubtful) for host in measured.hosts)
    return Probed(measured, summaries, signs, settings)


def probe_as_json(place: Workplace, asked: Asked, settings: ProbeSettings, around: Surroundings | None = None) -> str:
    """Return a list with the figures of every host as JSON, numbers unrounded. The place is not needed."""
    del place
    probed = run_probe(asked, settings, around=around)
    return json.dumps([_entry(host) for host in probed.summaries], ensure_ascii=False, indent=2)


def probe_as_text(place: Workplace, asked: Asked, settings: ProbeSettings, around: Surroundings | None = None) -> str:
    """Return the figures of every host in words, what they mean, and what they do not prove."""
    probed = run_probe(asked, settings, around=around)
    return "\n".join(probe_lines(place.language.words, probed.summaries, probed.signs, probed.settings))


def _entry(host: HostSummary) -> dict[str, Any]:
    return {
        "host": str(host.target),
        "rounds": host.rounds,
        "lookup_ms": host.lookup_ms,
        "connect_ms": asdict(host.connect_ms),
        "tls_ms": asdict(host.tls_ms) if host.tls_ms else None,
        "jitter_ms": host.jitter_ms,
        "failed_share": host.failed_share,
        "failed_low": host.failed_low,
        "failed_high": host.failed_high,
        "verdict": host.verdict,
    }
