"""What a probe may have found, made up: every verdict and every kind of sign; and a list that stays at home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.commands.probe import Probed, judged
from core.measure.probe import HostRounds, Measured
from core.measure.probe_round import Round
from core.measure.probe_targets import parse_target
from core.measure.settings import ProbeSettings
from gui.pages.network.kept import PAGE, Row, fresh
from gui.program import Program
from tests.core.measure.probe_world import proposed
from tests.pages.running import EVENING

SETTINGS: ProbeSettings = proposed()
NOBODY = "127.0.0.1:1"
"""A place on this computer where nobody listens."""


def quick(*delays: float) -> tuple[Round, ...]:
    """Return rounds in which everything went well."""
    return tuple(Round(3.0, ("203.0.113.1",), delay, 2 * delay, "trusted", "one") for delay in delays)


def failing(failure: str, times: int = 1) -> tuple[Round, ...]:
    """Return rounds that failed."""
    return (Round(failure=failure),) * times


def found(*hosts: Sequence[Round], settings: ProbeSettings = SETTINGS) -> Probed:
    """Return a probe of hosts with these rounds; they bear the proposed names in order."""
    targets = [parse_target(host.target) for host in settings.hosts]
    rounds = tuple(HostRounds(target, tuple(made)) for target, made in zip(targets, hosts, strict=False))
    return judged(Measured(rounds, called_off=any(len(host.rounds) < settings.rounds for host in rounds)), settings)


def everything() -> Probed:
    """Return a probe with every verdict, and with signs."""
    impostor = (Round(2.0, ("10.0.0.1",), 15.0, 30.0, "other_name", "two"),) * 10
    hosts = (
        quick(*range(20, 30)),
        (*quick(30, 31, 900, 30, 31, 32, 30, 31, 30), *failing("timed_out")),
        failing("name_unknown", 10),
        impostor,
        quick(*range(200, 210)),
    )
    made = found(*hosts)
    return judged(replace(made.measured, invented=frozenset({"10.0.0.1"}), proxy_set=True), SETTINGS)


def remember_findings(program: Program) -> None:
    """Let the network page remember that a probe was made."""
    program.desk.memory[PAGE] = replace(fresh(SETTINGS), probed=everything(), when=EVENING)


def at_home(program: Program) -> None:
    """Let the network page list a place on this computer only, so that no test goes online."""
    program.desk.memory[PAGE] = replace(fresh(SETTINGS), rows=(Row("h1", NOBODY),))
