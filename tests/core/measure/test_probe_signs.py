"""Who answered: log-in pages, resolvers that invent, local proxies, dead lines, told apart where they can be."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence

import pytest

from core.commands.probe import Probed, judged
from core.measure.probe import HostRounds, Measured, probe
from core.measure.probe_lookup import Address
from core.measure.probe_round import Round, Surroundings
from core.measure.probe_signs import Sign, signs_of
from core.measure.probe_targets import Target, parse_targets
from tests.core.measure.probe_world import at, closed, quick, says, server, silent, tls, trusting

# None of these is ever contacted; the addresses are of the public kind.
BANK, PAYMENT, LITERAL = Target("bank.example", 443), Target("pay.example", 443), Target("93.184.216.9", 443, True)


def host(target: Target, *rounds: Round) -> HostRounds:
    return HostRounds(target, rounds or (Round(failure="timed_out"),) * 3)


def reached(ip: str, certificate: str = "not_trusted", fingerprint: str = "aa") -> Round:
    return Round(3.0, (ip,), 10.0, 20.0, certificate, fingerprint)  # type: ignore[arg-type]  # a literal wherever it is called


def stands_out(*hosts: HostRounds, invented: Sequence[str] = (), proxy_set: bool = False) -> Mapping[Sign, object]:
    return signs_of(Measured(hosts, frozenset(invented), proxy_set)).found


def asked(names: Sequence[str], resolve: Mapping[str, Address], *trust: str, everything: bool = False) -> Probed:
    """Probe names whose addresses a resolver makes up; ``everything`` gives any other name the first address too."""

    def lies(name: str, _port: int) -> Sequence[Address]:
        if name in resolve:
            return [resolve[name]]
        if everything:
            return [next(iter(resolve.values()))]
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    settings = quick(3)
    return judged(
        probe(parse_targets(names), settings, around=Surroundings(resolve=lies, trusting=trusting(*trust))), settings
    )


def test_that_a_log_in_page_in_front_of_everything_is_recognised() -> None:
    with server(tls()) as portal:
        found = asked(["bank.example", "pay.example"], {"bank.example": at(portal)}, everything=True)
    assert set(found.signs.found) == {
        "invented_address",
        "same_address",
        "private_address",
        "same_certificate",
        "invented_names",
    }
    assert [summary.verdict for summary in found.summaries] == ["cannot_tell"] * 2
    assert [summary.failed_share for summary in found.summaries] == [0.0, 0.0]


def test_that_a_log_in_page_without_encryption_is_recognised() -> None:
    with server(says(b"HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n")) as portal:
        found = asked(["bank.example"], {"bank.example": at(portal)}, everything=True)
    assert {"web_page", "invented_address"} <= set(found.signs.found)
    assert found.summaries[0].verdict == "cannot_tell"


def test_that_a_certificate_that_is_trusted_clears_a_strange_address() -> None:
    with server(tls()) as genuine:
        resolve = {"trusted.example": at(genuine)}
        found = asked(["trusted.example"], resolve, "self_signed")
    assert found.signs.found == {}
    assert found.summaries[0].verdict == "fine"


def test_that_a_resolver_that_sells_unknown_names_does_not_spoil_the_others() -> None:
    # An advertising page for the name that cannot exist, and honest answers otherwise.
    signs = signs_of(Measured((host(BANK, *[reached("93.184.216.5", "trusted")] * 3),), frozenset({"93.184.216.99"})))
    assert (signs.found, signs.doubtful) == ({"invented_names": ()}, frozenset())


def test_that_different_names_at_one_address_are_doubtful() -> None:
    one, two = (
        host(BANK, reached("93.184.216.5", fingerprint="a")),
        host(PAYMENT, reached("93.184.216.5", "other_name")),
    )
    assert stands_out(one, two) == {"same_address": (BANK, PAYMENT)}


def test_that_one_name_on_two_ports_may_share_its_address_and_certificate() -> None:
    assert (
        stands_out(host(BANK, reached("93.184.216.5")), host(Target("bank.example", 8443), reached("93.184.216.5")))
        == {}
    )


def test_that_one_bad_certificate_of_different_names_is_doubtful() -> None:
    one, two = host(BANK, reached("93.184.216.5")), host(PAYMENT, reached("93.184.216.6"))
    assert stands_out(one, two) == {"same_certificate": (BANK, PAYMENT)}


@pytest.mark.parametrize(
    "ip", ["192.168.1.1", "10.0.0.1", "127.0.0.1", "::1", "fe80::1", "fd00::7", "0.0.0.0", "100.64.0.1"]
)
def test_that_a_name_out_in_the_world_does_not_live_in_a_private_network(ip: str) -> None:
    assert stands_out(host(BANK, reached(ip))) == {"private_address": (BANK,)}


@pytest.mark.parametrize("name", ["localhost", "a.localhost", "printer.local", "nas.lan", "router", "a.home.arpa"])
def test_that_a_name_at_home_may_live_in_a_private_network(name: str) -> None:
    assert stands_out(host(Target(name, 443), reached("192.168.1.1"))) == {}


def test_that_an_address_in_a_private_network_that_the_user_typed_is_meant() -> None:
    assert stands_out(host(Target("192.168.1.1", 443, True), reached("192.168.1.1"))) == {}


@pytest.mark.parametrize("certificate", ["trusted", "not_trusted"])
def test_that_a_proxy_program_on_this_computer_is_recognised_although_the_host_is_behind_it(
    certificate: str,
) -> None:
    signs = signs_of(Measured((host(BANK, *[reached("198.18.0.7", certificate)] * 3),)))
    assert signs.found == {"local_proxy": (BANK,)}
    assert signs.doubtful == {BANK}


def test_that_a_failure_behind_a_proxy_is_no_verdict_about_the_host() -> None:
    signs = signs_of(Measured((host(BANK),), proxy_set=True))
    assert signs.found["proxy_set"] == (BANK,)
    assert signs.doubtful == {BANK}


def test_that_a_proxy_that_is_not_needed_is_only_mentioned() -> None:
    signs = signs_of(Measured((host(BANK, reached("93.184.216.5", "trusted")),), proxy_set=True))
    assert (signs.found, signs.doubtful) == ({"proxy_set": ()}, frozenset())


@pytest.mark.parametrize(
    ("hosts", "sign"),
    [
        ([host(BANK, Round(failure="lookup_failed")), host(LITERAL)], "no_line"),
        ([host(BANK, Round(1.0, ("93.184.216.5",), failure="unreachable")), host(PAYMENT)], "no_line"),
        (
            [host(BANK, Round(failure="lookup_silent")), host(PAYMENT, Round(failure="name_unknown"))],
            "no_line_or_lookup",
        ),
        ([host(BANK, Round(failure="lookup_failed")), host(LITERAL, reached("93.184.216.9"))], "no_lookup"),
        ([host(BANK, Round(failure="lookup_failed")), host(LITERAL, Round(failure="refused"))], "no_lookup"),
        (
            [
                *(host(name, Round(failure="name_unknown")) for name in (BANK, PAYMENT)),
                host(LITERAL, reached("93.184.216.9")),
            ],
            "no_lookup",
        ),
        ([host(BANK, Round(failure="name_unknown")), host(LITERAL, reached("93.184.216.9"))], "only_some"),
        ([host(BANK, reached("93.184.216.5", "trusted")), host(LITERAL)], "only_some"),
        ([host(LITERAL)], None),
        ([host(BANK, Round(1.0, ("93.184.216.5",), failure="refused")), host(PAYMENT)], None),
        ([HostRounds(BANK, ()), HostRounds(PAYMENT, ())], None),
    ],
)
def test_that_the_hosts_together_tell_of_the_line(hosts: list[HostRounds], sign: Sign | None) -> None:
    assert list(stands_out(*hosts)) == ([sign] if sign else [])


def test_that_a_dead_look_up_is_told_from_a_dead_line_on_real_sockets() -> None:
    with server(silent) as plain:
        settings = quick(3, 5.0, plain.port)

        def down(_name: str, _port: int) -> Sequence[Address]:
            raise socket.gaierror(socket.EAI_AGAIN, "no answer")

        around = Surroundings(resolve=down)
        assert list(signs_of(probe([BANK, plain], settings, around=around)).found) == ["no_lookup"]
        assert list(signs_of(probe([BANK], settings, around=around)).found) == ["no_line_or_lookup"]
        assert list(signs_of(probe([plain, closed()], settings, around=around)).found) == ["only_some"]
