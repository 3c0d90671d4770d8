"""What a probe never does: leak, outlast its time, ignore a call-off, or keep going without a listener."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter

import pytest

from core.measure.probe import Progress, probe
from core.measure.probe_lookup import Address, Lookups, Resolve
from core.measure.probe_round import HostProbe, Round, Surroundings
from core.measure.probe_targets import Target
from core.measure.settings import ProbeSettings
from tests.core.measure.probe_world import (
    closed,
    deaf,
    descriptors,
    hangs_up,
    proposed,
    quick,
    server,
    silent,
    tls,
    trusting,
    wait_until,
)

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts in /proc, and drops as Linux does")
CANCELLED_S, OVERHEAD_S = 0.2, 1.0


@linux
def test_that_a_thousand_rounds_leak_neither_socket_nor_thread() -> None:
    with server(silent) as plain, server(tls()) as shaking, server(hangs_up) as breaking:
        settings = quick(250, 5.0, plain.port)
        targets = [plain, shaking, breaking, closed()]
        around = Surroundings(trusting=trusting())
        probe(targets, replace(settings, rounds=2), around=around)  # what is loaded once and kept is loaded now
        assert wait_until(lambda: threading.active_count() < 20)
        before_files, before_threads = descriptors(), threading.active_count()
        found = probe(targets, settings, around=around)
        assert sum(len(host.rounds) for host in found.hosts) == 1000
        # The ends that the servers hold close a moment later.
        assert wait_until(lambda: descriptors() <= before_files), f"{descriptors()} files, {before_files} before"
        assert wait_until(lambda: threading.active_count() <= before_threads)


def test_that_a_thousand_look_ups_leave_no_thread() -> None:
    threads = threading.active_count()

    def nobody(_name: str, _port: int) -> Sequence[Address]:
        return []

    found = probe([Target("a.example", 443)], quick(1000), around=Surroundings(resolve=nobody))
    assert len(found.hosts[0].rounds) == 1000
    assert wait_until(lambda: threading.active_count() <= threads)


@linux
def test_that_a_call_off_is_heard_within_a_fifth_of_a_second_in_every_step() -> None:
    hang = threading.Event()

    def hanging(_name: str, _port: int) -> Sequence[Address]:
        hang.wait(60)
        return []

    try:
        with server(silent) as quiet, deaf() as dropping, server(tls()) as shaking:
            # In a look-up, a handshake, a connect, and between two rounds.
            targets = [Target("hangs.example", 443), quiet, dropping, shaking]
            settings = replace(quick(100, 60.0), spacing_s=60.0)
            took = [_seconds_after_call_off(targets, settings, hanging) for _ in range(5)]
    finally:
        hang.set()
    assert min(took) < CANCELLED_S, took


def _seconds_after_call_off(targets: list[Target], settings: ProbeSettings, resolve: Resolve) -> float:
    stop, begun, called_off = threading.Event(), threading.Event(), [0.0]

    def call_off() -> None:
        begun.wait(30)
        called_off[0] = perf_counter()
        stop.set()

    caller = threading.Thread(target=call_off)
    caller.start()
    around = Surroundings(resolve=resolve, trusting=trusting())
    found = probe(
        targets,
        settings,
        should_stop=stop.is_set,
        on_progress=lambda _: begun.set(),  # the host that answers is done with its first round, the others wait
        around=around,
    )
    took = perf_counter() - called_off[0]
    caller.join()
    assert found.called_off
    assert [len(host.rounds) for host in found.hosts] == [0, 0, 0, 1], "a round that was cut short is no round"
    return took


@linux
def test_that_all_of_it_takes_no_longer_than_rounds_times_timeout() -> None:
    hang = threading.Event()

    def hanging(_name: str, _port: int) -> Sequence[Address]:
        hang.wait(60)
        return []

    settings = replace(quick(5, 0.3), spacing_s=100.0)
    try:
        with server(silent) as quiet, deaf() as dropping, server(hangs_up) as breaking, server(tls([0.2])) as slow:
            targets = [Target("hangs.example", 443), quiet, dropping, breaking, slow, closed()]
            start = perf_counter()
            found = probe(targets, settings, around=Surroundings(resolve=hanging, trusting=trusting()))
            took = perf_counter() - start
    finally:
        hang.set()
    assert all(len(host.rounds) == 5 for host in found.hosts)
    assert took < settings.longest_s + OVERHEAD_S


def test_that_the_spacing_keeps_rounds_apart() -> None:
    with server(silent) as target:
        settings = replace(quick(4, 5.0, target.port), spacing_s=0.1)
        start = perf_counter()
        probe([target], settings)
        assert perf_counter() - start >= 0.3


def test_that_progress_counts_up_to_all_rounds_in_the_callers_thread() -> None:
    told: list[tuple[Progress, int]] = []
    refusing = [closed(), closed("::1")]
    probe(refusing, quick(3), on_progress=lambda step: told.append((step, threading.get_ident())))
    assert [step.done for step, _ in told] == [1, 2, 3, 4, 5, 6]
    assert {step.total for step, _ in told} == {6}
    assert {step.target for step, _ in told} == set(refusing)
    assert {thread for _, thread in told} == {threading.get_ident()}


def test_that_a_listener_that_breaks_ends_the_probe() -> None:
    def breaks(_: Progress) -> None:
        raise ZeroDivisionError

    threads = threading.active_count()
    with pytest.raises(ZeroDivisionError):
        probe([closed()], replace(quick(100, 60.0), spacing_s=60.0), on_progress=breaks)
    assert wait_until(lambda: threading.active_count() <= threads)


def test_that_a_probe_called_off_before_it_begins_finds_nothing() -> None:
    found = probe([closed()], replace(proposed(), rounds=1000), should_stop=lambda: True)
    assert found.called_off
    assert len(found.hosts[0].rounds) <= 1


def test_that_a_round_cut_short_is_no_failure() -> None:
    target, contexts = closed(), trusting()
    lookups = Lookups(lambda _name, _port: [], "a.example", 443)
    prober = HostProbe(target, quick(), lookups, contexts(), contexts())
    assert prober.round(lambda: True) is None
    assert prober.round(lambda: False) == Round(addresses=(target.host,), failure="refused")


def test_that_no_target_is_no_work() -> None:
    found = probe([], proposed())
    assert (found.hosts, found.called_off) == ((), False)
