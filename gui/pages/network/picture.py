"""The parts of the network page's picture: the list of hosts, the way to start, what was found. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.commands.probe import Probed
from core.measure.probe_lines import ProbeWords
from core.measure.probe_round import Round
from core.measure.probe_targets import MOST_TARGETS, Target, parse_target
from core.measure.settings import ProbeSettings
from core.measure.summary import HostSummary, Verdict
from gui.pages.network.hosts import Hosts
from gui.pages.network.kept import Row, proposed
from gui.pages.network.marks import heard_of, latest_of, marks_of, scale_of
from gui.pages.network.rounds import Rounds
from gui.pages.network.state import FoundState, HostCard, HostRow, HostsState, RunState
from gui.pages.network.trial import Trial
from gui.signs import Level
from gui.speaker import Speaker

LEVELS: Mapping[Verdict, Level] = {"fine": "good", "shaky": "watch", "not_reachable": "weak", "cannot_tell": "open"}


def hosts_state(hosts: Hosts, settings: ProbeSettings, speaker: Speaker) -> HostsState:
    """Return the list as it is being edited."""
    words, rows = speaker.words, hosts.rows
    errors = {row: words(f"error.{error.code}", **error.facts) for row, error in hosts.errors()}
    names = _names(settings, speaker)
    return HostsState(
        title=words("probe.hosts_title"),
        rows=tuple(_row(number, row, errors, names, speaker) for number, row in enumerate(rows, start=1)),
        add=words("probe.add"),
        can_add=len(rows) < MOST_TARGETS,
        restore=words("probe.restore"),
        error=words(f"error.{hosts.error.code}") if hosts.error else "",
        can_restore=[row.text for row in rows] != [row.text for row in proposed(settings.hosts)],
    )


def _row(number: int, row: Row, errors: Mapping[str, str], names: Mapping[str, str], speaker: Speaker) -> HostRow:
    words, name = speaker.words, names.get(row.text)
    label = words("probe.host_label", number=number, name=name or words("probe.own_name"))
    why = words("probe.why", why=words(f"network.host.{row.proposal}.why")) if name else words("probe.own_why")
    heard = words("probe.remove_heard", host=label)
    return HostRow(row.id, label, row.text, why, errors.get(row.id, ""), words("probe.remove"), heard)


def _names(settings: ProbeSettings, speaker: Speaker) -> dict[str, str]:
    """Return the names of the proposed hosts by how they are written."""
    return {host.target: speaker.words(f"network.host.{host.id}.name") for host in settings.hosts}


def run_state(
    rounds: Rounds, trial: Trial, probed: Probed | None, settings: ProbeSettings, speaker: Speaker
) -> RunState:
    """Return the way to start, and how far it is."""
    words, count, error = speaker.words, speaker.wording.count, rounds.error
    planned = settings.asking(rounds.number)
    return RunState(
        promise=words("probe.promise", start=words("probe.start"), impossible=settings.impossible_name),
        duration=words(
            "probe.duration", usual=count(planned.usual_s, "seconds"), longest=count(planned.longest_s, "seconds")
        ),
        rounds_label=words("probe.rounds"),
        rounds=rounds.text,
        error=words(f"error.{error.code}", **error.facts) if error else "",
        start=words("probe.start"),
        cancel=words("probe.cancel"),
        running=trial.running,
        progress=round(100 * trial.done / trial.total) if trial.running else 0,
        status=_status(probed, trial, speaker),
    )


def _status(probed: Probed | None, trial: Trial, speaker: Speaker) -> str:
    words = speaker.words
    if trial.stopping:
        return words("probe.stopping")
    if trial.running:
        return words("probe.progress", done=trial.done, total=trial.total)
    if probed is None:
        return words("probe.idle")
    return words("network.called_off" if probed.measured.called_off else "probe.finished")


def found_state(probed: Probed | None, trial: Trial, settings: ProbeSettings, speaker: Speaker) -> FoundState | None:
    """Return what the probe under way has found so far, else what the last one did; None before the first."""
    words = speaker.words
    names = {parse_target(written): name for written, name in _names(settings, speaker).items()}
    if trial.running:
        cards = _cards(trial.rounds, trial.wanted, {}, names, speaker)
        return FoundState(words("probe.found_title"), words("probe.marks"), cards, "", (), "", ())
    if probed is None:
        return None
    said = ProbeWords(words)
    rounds = {host.target: host.rounds for host in probed.measured.hosts}
    summaries = {host.target: host for host in probed.summaries}
    return FoundState(
        title=words("probe.found_title"),
        note=words("probe.marks"),
        hosts=_cards(rounds, probed.settings.rounds, summaries, names, speaker),
        signs_title=words("network.signs_heading"),
        signs=tuple(said.signs(probed.signs)),
        how_title=words("network.how_heading"),
        how=tuple(said.how(probed.settings)),
    )


def _cards(
    rounds: Mapping[Target, Sequence[Round]],
    wanted: int,
    summaries: Mapping[Target, HostSummary],
    names: Mapping[Target, str],
    speaker: Speaker,
) -> tuple[HostCard, ...]:
    scale = scale_of(rounds.values())
    cards = []
    for number, (target, found) in enumerate(rounds.items(), start=1):
        name = names.get(target, "")
        summary = summaries.get(target)
        verdict = f"network.verdict.{summary.verdict}" if summary else ""
        cards.append(
            HostCard(
                id=str(number),
                name=name or str(target),
                target=speaker.words("probe.target", target=target) if name else "",
                verdict=speaker.words(f"{verdict}.name") if summary else "",
                level=LEVELS[summary.verdict] if summary else "open",
                says=speaker.words(f"{verdict}.says") if summary else "",
                marks=marks_of(found, wanted, scale),
                heard=heard_of(name or str(target), found, wanted, speaker),
                latest="" if summary else latest_of(found, speaker),
                lines=_lines(summary, speaker) if summary else (),
            )
        )
    return tuple(cards)


def _lines(host: HostSummary, speaker: Speaker) -> tuple[str, ...]:
    certificate = (speaker.words(f"network.certificate.{host.certificate}"),) if host.certificate else ()
    return (*ProbeWords(speaker.words).figures(host), *certificate)
