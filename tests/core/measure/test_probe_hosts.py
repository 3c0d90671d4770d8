"""The probe against hosts on loopback that delay, drop, stay silent, refuse and break the handshake."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from statistics import fmean, median

import numpy as np
import pytest

from core.measure.probe import HostRounds, probe
from core.measure.probe_budget import Budget
from core.measure.probe_connect import connect
from core.measure.probe_lookup import Address
from core.measure.probe_round import Surroundings
from core.measure.probe_targets import Target
from core.measure.settings import ProbeSettings
from core.measure.summary import HostSummary, summary_of
from tests.core.measure.probe_world import (
    FAMILIES,
    Handler,
    at,
    closed,
    deaf,
    hangs_up,
    quick,
    says,
    server,
    silent,
    tls,
    trusting,
)

LOOPBACKS = sorted(FAMILIES)
OVERHEAD_MS = 150.0
"""What a busy test machine may add to a delay."""


def measured(
    target: Target, settings: ProbeSettings, around: Surroundings | None = None
) -> tuple[HostRounds, HostSummary]:
    (host,) = probe([target], settings, around=around).hosts
    return host, summary_of(host, settings)


@pytest.mark.parametrize("host", LOOPBACKS)
def test_that_a_handshake_delayed_by_a_known_distribution_is_measured(host: str) -> None:
    # An exponential distribution of 40 ms, drawn with a seed; a connect is the kernel's and takes next to nothing.
    delays = np.random.default_rng(4).exponential(0.04, 30).tolist()
    with server(tls(delays), host) as target:
        around = Surroundings(trusting=trusting("self_signed"))
        rounds, found = measured(target, quick(30), around)
    assert [r.failure for r in rounds.rounds] == [""] * 30
    times = [r.tls_ms or 0.0 for r in rounds.rounds]
    extra = [ms - 1000 * delay for ms, delay in zip(times, delays, strict=True)]
    assert min(extra) > -1.0, "never less than the host waited"
    assert median(extra) < OVERHEAD_MS
    assert found.tls_ms is not None
    assert found.tls_ms.median == pytest.approx(1000 * median(delays), abs=OVERHEAD_MS)
    assert found.tls_ms.p95 == pytest.approx(1000 * float(np.percentile(delays, 95)), abs=2 * OVERHEAD_MS)
    assert found.connect_ms.median is not None
    assert found.connect_ms.median < OVERHEAD_MS
    assert found.lookup_ms is None


def test_that_a_look_up_delayed_by_a_known_distribution_is_measured() -> None:
    delays = np.random.default_rng(5).uniform(0.01, 0.06, 20).tolist()
    with server(silent) as target:
        asked = iter(delays)

        def slow(name: str, port: int) -> Sequence[Address]:
            if name == "slow.example":
                threading.Event().wait(next(asked))
            return [at(target)]

        settings = quick(20, 5.0, 443)
        rounds, found = measured(Target("slow.example", 443), settings, Surroundings(resolve=slow))
    times = [r.lookup_ms or 0.0 for r in rounds.rounds]
    extra = [ms - 1000 * delay for ms, delay in zip(times, delays, strict=True)]
    assert min(extra) > -1.0
    assert fmean(extra) < OVERHEAD_MS
    assert found.lookup_ms == pytest.approx(1000 * median(delays), abs=OVERHEAD_MS)


@pytest.mark.parametrize("host", LOOPBACKS)
@pytest.mark.parametrize(
    ("handler", "failure"),
    [
        (silent, "tls_silent"),
        (hangs_up, "tls_broken"),
        (says(b"\x15\x03\x01\x00\x02\x02\x28"), "tls_broken"),
        (says(b"\x00garbage" * 20), "tls_broken"),
        (says(b"HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\n\r\n"), "not_tls"),
    ],
    ids=["silent", "hangs up", "alert", "garbage", "web page"],
)
def test_that_a_handshake_that_fails_is_told_from_a_connect_that_does(
    host: str, handler: Handler, failure: str
) -> None:
    with server(handler, host) as target:
        rounds, found = measured(target, quick(3, 0.3))
    assert [r.failure for r in rounds.rounds] == [failure] * 3
    assert all(r.connect_ms is not None for r in rounds.rounds)
    assert (found.failed_share, found.tls_ms, found.verdict) == (1.0, None, "not_reachable")


@pytest.mark.parametrize("host", LOOPBACKS)
def test_that_a_closed_port_refuses(host: str) -> None:
    rounds, found = measured(closed(host), quick(5, 5.0))
    assert [r.failure for r in rounds.rounds] == ["refused"] * 5
    assert (found.connect_ms.median, found.jitter_ms, found.verdict) == (None, None, "not_reachable")


@pytest.mark.skipif("not __import__('sys').platform.startswith('linux')", reason="other systems queue or refuse")
@pytest.mark.parametrize("host", LOOPBACKS)
def test_that_a_host_that_drops_everything_is_timed_out(host: str) -> None:
    with deaf(host) as target:
        rounds, found = measured(target, quick(3, 0.3))
    assert [r.failure for r in rounds.rounds] == ["timed_out"] * 3
    assert found.verdict == "not_reachable"


def test_that_a_port_for_plain_protocols_is_only_connected_to() -> None:
    with server(silent) as target:
        rounds, found = measured(target, quick(4, 5.0, target.port))
    assert [(r.failure, r.tls_ms) for r in rounds.rounds] == [("", None)] * 4
    assert (found.tls_ms, found.verdict, found.certificate) == (None, "fine", None)


@pytest.mark.parametrize(
    ("file", "trusted", "name", "certificate"),
    [
        ("self_signed", "self_signed", "trusted.example", "trusted"),
        ("self_signed", "self_signed", "127.0.0.1", "trusted"),
        ("self_signed", "self_signed", "other.example", "other_name"),
        ("self_signed", "", "trusted.example", "not_trusted"),
        ("expired", "expired", "localhost", "not_valid_now"),
    ],
)
def test_that_any_certificate_is_measured_and_told(file: str, trusted: str, name: str, certificate: str) -> None:
    with server(tls(certificate=file)) as target:

        def to_it(_name: str, _port: int) -> Sequence[Address]:
            return [at(target)]

        asked = target if name == target.host else Target(name, 443)
        around = Surroundings(resolve=to_it, trusting=trusting(*filter(None, [trusted])))
        rounds, found = measured(asked, quick(3), around)
    assert [(r.failure, r.certificate) for r in rounds.rounds] == [("", certificate)] * 3
    assert all(r.tls_ms and r.fingerprint for r in rounds.rounds)
    assert (found.certificate, found.failed_share, found.verdict) == (certificate, 0.0, "fine")


def test_that_trust_is_asked_for_once_and_not_again_where_it_is_missing() -> None:
    connections = 0
    shake = tls()

    def counting(connection: socket.socket) -> None:
        nonlocal connections
        connections += 1
        shake(connection)

    with server(counting) as target:
        measured(target, quick(5), Surroundings(trusting=trusting()))
    assert connections == 5 + 1, "five rounds, and one that asked for trust in vain"


def test_that_a_host_that_leaves_after_its_certificate_was_refused_is_told() -> None:
    shake = tls()
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:

        def once() -> None:
            connection, _ = listener.accept()
            listener.close()
            with closing(connection), suppress(OSError):
                shake(connection)

        serving = threading.Thread(target=once)
        serving.start()
        target = Target("127.0.0.1", listener.getsockname()[1], literal=True)
        (host,) = probe([target], quick(2), around=Surroundings(trusting=trusting())).hosts
        serving.join()
    assert [(r.failure, r.certificate) for r in host.rounds] == [("refused", "not_trusted"), ("refused", None)]
    assert host.rounds[0].connect_ms is not None


def test_that_the_real_look_up_finds_this_computer() -> None:
    with server(silent) as target:
        settings = quick(3, 5.0, target.port)
        rounds, found = measured(Target("localhost", target.port), settings)
    assert [r.failure for r in rounds.rounds] == [""] * 3
    assert found.lookup_ms is not None


def test_that_look_ups_that_fail_are_told_apart() -> None:
    codes = {"unknown.example": socket.EAI_NONAME, "down.example": socket.EAI_AGAIN}
    odd = {"broken.example": OSError("no sockets left"), "foreign.example": UnicodeError("not to be encoded")}

    def failing(name: str, _port: int) -> Sequence[Address]:
        if name == "empty.example":
            return []
        if name in odd:
            raise odd[name]
        raise socket.gaierror(codes.get(name, socket.EAI_NONAME), "no")

    targets = [Target(name, 443) for name in (*codes, "empty.example", *odd)]
    found = probe(targets, quick(3), around=Surroundings(resolve=failing))
    assert [[r.failure for r in host.rounds] for host in found.hosts] == [
        ["name_unknown"] * 3,
        ["lookup_failed"] * 3,
        ["name_unknown"] * 3,
        ["lookup_failed"] * 3,
        ["lookup_failed"] * 3,
    ]


def test_that_a_look_up_that_hangs_ends_with_the_round_and_leaves_one_thread_a_name() -> None:
    release, asked = threading.Event(), 0

    def hanging(_name: str, _port: int) -> Sequence[Address]:
        nonlocal asked
        asked += 1
        release.wait(30)
        return []

    try:
        found = probe([Target("a.example", 443)], quick(4, 0.2), around=Surroundings(resolve=hanging))
        assert [r.failure for r in found.hosts[0].rounds] == ["lookup_silent"] * 4
        assert asked == 2, "one for the name, one for the name that cannot exist"
    finally:
        release.set()


@pytest.mark.skipif("not __import__('sys').platform.startswith('linux')", reason="needs a host that drops")
def test_that_a_broken_family_costs_a_head_start_and_not_the_round() -> None:
    with deaf("::1") as dead, server(tls()) as alive:

        def both(_name: str, _port: int) -> Sequence[Address]:
            return [at(dead), at(alive)]

        rounds, _ = measured(Target("both.example", 443), quick(3), Surroundings(resolve=both))
    assert [r.failure for r in rounds.rounds] == [""] * 3
    assert all(250 <= (r.connect_ms or 0.0) < 250 + 4 * OVERHEAD_MS for r in rounds.rounds)


def test_that_the_next_address_is_tried_at_once_when_one_refuses() -> None:
    with server(silent) as alive:
        won = connect([at(closed("::1")), at(closed()), at(alive)], Budget(5.0, lambda: False))
        assert isinstance(won, socket.socket)
        with won:
            assert won.getpeername()[1] == alive.port


def test_that_addresses_nobody_can_use_are_unreachable() -> None:
    nonsense = [Address(socket.AF_INET, ("::1", 1)), Address(-7, ("127.0.0.1", 1))]
    assert connect(nonsense, Budget(1.0, lambda: False)) == "unreachable"
    scope = Target("fe80::1%no_such_card", 443, literal=True)
    assert [r.failure for r in measured(scope, quick(3, 1.0))[0].rounds] == ["unreachable"] * 3


def test_that_hosts_are_asked_side_by_side() -> None:
    meeting: threading.Barrier = threading.Barrier(3)
    shake: Callable[[socket.socket], None] = tls()

    def together(connection: socket.socket) -> None:
        if connection.recv(1, socket.MSG_PEEK):
            meeting.wait(10)  # breaks, and with it the handshake, unless all three hosts are asked at a time
            shake(connection)

    with server(together) as one, server(together) as two, server(together, "::1") as three:
        around = Surroundings(trusting=trusting("self_signed"))
        found = probe([one, two, three], quick(2, 20.0), around=around)
    assert [[r.failure for r in host.rounds] for host in found.hosts] == [["", ""]] * 3


def test_that_the_default_context_asks_for_trust() -> None:
    context = Surroundings().trusting()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
