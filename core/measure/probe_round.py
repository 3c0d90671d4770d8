"""One round with one host: look-up, connect, handshake, each with its time."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from time import perf_counter

from core.measure.probe_budget import Budget, milliseconds
from core.measure.probe_connect import connect
from core.measure.probe_lookup import LookUp, Lookups, Resolve, system_lookup, written_address
from core.measure.probe_targets import Target
from core.measure.probe_tls import Certificate, Handshake, shake_hands, trusting_context
from core.measure.settings import ProbeSettings


@dataclass(frozen=True)
class Round:
    """What one round found; times in milliseconds, None where the step was not reached or has no place.

    ``failure`` is "" or one of: name_unknown, lookup_failed, lookup_silent, refused, unreachable, timed_out,
    tls_silent, tls_broken, not_tls. ``connect_ms`` stays known when the handshake fails.
    """

    lookup_ms: float | None = None
    addresses: tuple[str, ...] = ()
    connect_ms: float | None = None
    tls_ms: float | None = None
    certificate: Certificate | None = None
    fingerprint: str = ""
    failure: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What a probe meets of the computer it runs on, handed in so that a test can be any computer.

    ``resolve`` looks names up, ``trusting`` says which certificates are trusted, ``proxy_set`` whether the system
    is told to reach the web through a proxy (the probe itself never uses one).
    """

    resolve: Resolve = system_lookup
    trusting: Callable[[], ssl.SSLContext] = trusting_context
    proxy_set: bool = False


@dataclass
class HostProbe:
    """Makes the rounds of one host; remembers when its certificate was found wanting, to ask for trust only once."""

    target: Target
    settings: ProbeSettings
    lookups: Lookups
    trusting: ssl.SSLContext
    unquestioning: ssl.SSLContext
    _wanting: Certificate | None = field(default=None, init=False)

    def round(self, stopped: Callable[[], bool]) -> Round | None:
        """Return one round, no longer than the timeout; None when the probe is called off before its end."""
        budget = Budget(self.settings.timeout_s, stopped)
        found = self._addresses(budget)
        if found is None:
            return None
        ips = tuple(address.ip for address in found.addresses)
        begun = Round(lookup_ms=found.ms, addresses=ips, failure=found.failure)
        done = begun if found.failure else self._connected(begun, found, budget)
        return None if done.failure and budget.stopped else done

    def _addresses(self, budget: Budget) -> LookUp | None:
        if not self.target.literal:
            return self.lookups.look_up(budget)
        try:
            return LookUp(written_address(self.target.host, self.target.port))
        except OSError:
            return LookUp(failure="unreachable")

    def _connected(self, begun: Round, found: LookUp, budget: Budget) -> Round:
        start = perf_counter()
        connected = connect(found.addresses, budget)
        if isinstance(connected, str):
            return replace(begun, failure=connected)
        done = replace(begun, connect_ms=milliseconds(start, perf_counter()))
        with closing(connected):
            if self.target.port in self.settings.plain_ports:
                return done
            context = self.unquestioning if self._wanting else self.trusting
            start = perf_counter()
            handshake = shake_hands(connected, context, self.target.host, budget)
            ms = milliseconds(start, perf_counter())
        if handshake.failure == "tls_certificate":
            self._wanting = handshake.certificate
            return self._again(done, found, budget)
        return self._finished(done, handshake, ms)

    def _again(self, done: Round, found: LookUp, budget: Budget) -> Round:
        """Shake hands once more without asking for trust, so that an untrusted host is measured like any other."""
        connected = connect(found.addresses, budget)
        if isinstance(connected, str):
            return replace(done, failure=connected, certificate=self._wanting)
        with closing(connected):
            start = perf_counter()
            handshake = shake_hands(connected, self.unquestioning, self.target.host, budget)
            return self._finished(done, handshake, milliseconds(start, perf_counter()))

    def _finished(self, done: Round, handshake: Handshake, ms: float) -> Round:
        if handshake.failure:
            return replace(done, failure=handshake.failure, certificate=self._wanting)
        certificate = self._wanting or handshake.certificate
        return replace(done, tls_ms=ms, certificate=certificate, fingerprint=handshake.fingerprint)
