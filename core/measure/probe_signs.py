"""Who answered: the host itself, a log-in page, a resolver that invents, a local proxy, or nobody at all.

A certificate that is trusted for the name proves the host, whatever its address looks like. Without one the addresses
and certificates of all hosts together tell some of the impostors apart.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from core.measure.probe import HostRounds, Measured
from core.measure.probe_targets import Target

Sign = Literal[
    "invented_address",
    "invented_names",
    "local_proxy",
    "no_line",
    "no_line_or_lookup",
    "no_lookup",
    "only_some",
    "private_address",
    "proxy_set",
    "same_address",
    "same_certificate",
    "web_page",
]
_LOCAL_PROXY = ipaddress.ip_network("198.18.0.0/15")
"""Set aside for measurements (RFC 2544); proxy programs hand these out in place of the real addresses ("fake IP")."""
_AT_HOME = (".localhost", ".local", ".lan", ".internal", ".home.arpa", ".test")
_LOOKUP_FAILURES = {"name_unknown", "lookup_failed", "lookup_silent"}
_NOBODY = {"unreachable", "timed_out", *_LOOKUP_FAILURES}


@dataclass(frozen=True)
class Signs:
    """What stands out, each with its hosts; ``doubtful`` are those in whose place something else may have answered."""

    found: dict[Sign, tuple[Target, ...]]
    doubtful: frozenset[Target]


def signs_of(measured: Measured) -> Signs:
    """Return what stands out in a probe, in the order in which it matters."""
    hosts = [host for host in measured.hosts if host.rounds]
    impostors: dict[Sign, tuple[Target, ...]] = {
        "local_proxy": _those(hosts, [host for host in hosts if _through_local_proxy(host)]),
        "invented_address": _those(hosts, _invented(hosts, measured.invented)),
        "same_address": _those(hosts, _sharing([(host, frozenset(_ips(host))) for host in _unproven(hosts)])),
        "private_address": _those(hosts, [host for host in _unproven(hosts) if _is_private(host)]),
        "same_certificate": _those(hosts, _sharing([(host, _fingerprint(host)) for host in _unproven(hosts)])),
        "web_page": _those(hosts, [host for host in hosts if _only_web_page(host)]),
    }
    silent = bool(hosts) and not any(map(_answered, hosts))
    if measured.proxy_set and silent:
        impostors["proxy_set"] = tuple(host.target for host in hosts)
    impostors = {sign: targets for sign, targets in impostors.items() if targets}
    found = dict(impostors)
    for sign in _of_the_line(hosts):
        found[sign] = tuple(host.target for host in hosts)
    if measured.invented:
        found["invented_names"] = ()
    if measured.proxy_set:
        found.setdefault("proxy_set", ())
    return Signs(found, frozenset(target for targets in impostors.values() for target in targets))


def _those(hosts: Collection[HostRounds], chosen: Collection[HostRounds]) -> tuple[Target, ...]:
    return tuple(host.target for host in hosts if host in chosen)


def _unproven(hosts: Collection[HostRounds]) -> list[HostRounds]:
    """Return the names out in the world that no trusted certificate speaks for."""
    return [host for host in hosts if _is_public(host.target) and not _proven(host)]


def _proven(host: HostRounds) -> bool:
    return any(found.certificate == "trusted" for found in host.rounds)


def _is_public(target: Target) -> bool:
    return not target.literal and "." in target.host and not f".{target.host}".endswith(_AT_HOME)


def _ips(host: HostRounds) -> set[str]:
    return {ip for found in host.rounds for ip in found.addresses}


def _through_local_proxy(host: HostRounds) -> bool:
    return not host.target.literal and any(ipaddress.ip_address(ip) in _LOCAL_PROXY for ip in _ips(host))


def _is_private(host: HostRounds) -> bool:
    ips = [ipaddress.ip_address(ip) for ip in _ips(host)]
    return bool(ips) and not any(ip.is_global or ip in _LOCAL_PROXY for ip in ips)


def _invented(hosts: Collection[HostRounds], invented: frozenset[str]) -> list[HostRounds]:
    return [host for host in _unproven(hosts) if invented and _ips(host) and _ips(host) <= invented]


def _fingerprint(host: HostRounds) -> str:
    return next((found.fingerprint for found in reversed(host.rounds) if found.fingerprint), "")


def _sharing(marked: Collection[tuple[HostRounds, object]]) -> list[HostRounds]:
    """Return the hosts whose mark another host of another name bears too; an empty mark is none."""
    return [
        host
        for host, mark in marked
        if mark and any(other.target.host != host.target.host and its == mark for other, its in marked)
    ]


def _only_web_page(host: HostRounds) -> bool:
    return all(found.failure for found in host.rounds) and any(found.failure == "not_tls" for found in host.rounds)


def _answered(host: HostRounds) -> bool:
    return any(not found.failure for found in host.rounds)


def _of_the_line(hosts: Collection[HostRounds]) -> Iterator[Sign]:
    """Yield what the hosts together say about the line."""
    names = [host for host in hosts if not host.target.literal]
    deaf = bool(names) and all(found.failure in _LOOKUP_FAILURES for host in names for found in host.rounds)
    failures = {found.failure for host in hosts for found in host.rounds}
    # One name that is unknown is mistyped; when two are, or the service says nothing clear, the service is the cause.
    unclear = len({host.target.host for host in names}) > 1 or "name_unknown" not in failures
    connected = any(found.connect_ms is not None for host in hosts for found in host.rounds)
    if deaf and unclear and (connected or "refused" in failures):
        yield "no_lookup"
    elif deaf and len(names) == len(hosts):
        yield "no_line_or_lookup"
    elif len(hosts) > 1 and failures <= _NOBODY:
        yield "no_line"
    elif any(map(_answered, hosts)) and not all(map(_answered, hosts)):
        yield "only_some"
