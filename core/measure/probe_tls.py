"""One TLS handshake over a connected socket, with the certificate looked at but never in the way."""

from __future__ import annotations

import hashlib
import selectors
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from core.measure.probe_budget import Budget

Certificate = Literal["trusted", "other_name", "not_valid_now", "not_trusted"]
_OTHER_NAME = {62, 64}
"""X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH of OpenSSL."""
_NOT_NOW = {9, 10}
"""X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED."""
_LARGEST_READ = 65_536


@dataclass(frozen=True)
class Handshake:
    """What came of it: a failure, or a certificate and its SHA-256, or both when the certificate ended it."""

    failure: str = ""
    certificate: Certificate | None = None
    fingerprint: str = ""


def trusting_context() -> ssl.SSLContext:
    """Return a context that asks for a certificate which this computer trusts, made out to the host."""
    return ssl.create_default_context()


def unquestioning_context() -> ssl.SSLContext:
    """Return a context that shakes hands with any certificate; only time is measured with it, nothing is sent."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def shake_hands(connected: socket.socket, context: ssl.SSLContext, host: str, budget: Budget) -> Handshake:
    """Return what came of the handshake; failures: tls_silent, tls_broken, not_tls, tls_certificate.

    ``tls_certificate`` ends a handshake of a context that asks for trust. ``not_tls`` is an answer in plain HTTP.
    When the probe is called off the failure is ``tls_silent``. The socket stays open.
    """
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = context.wrap_bio(incoming, outgoing, server_hostname=host.partition("%")[0])
    with _Wire(connected, budget) as wire:
        try:
            while not _step(tls):
                wire.send(outgoing.read())
                incoming.write(wire.receive())
            wire.send(outgoing.read())
        except ssl.SSLCertVerificationError as error:
            return Handshake("tls_certificate", _kind(error.verify_code))
        except TimeoutError:
            return Handshake("tls_silent")
        except (ssl.SSLError, OSError):  # garbage, or closed under our hands
            return Handshake("not_tls" if wire.first.startswith(b"HTTP/") else "tls_broken")
    shown = tls.getpeercert(binary_form=True)
    certificate: Certificate | None = "trusted" if context.verify_mode == ssl.CERT_REQUIRED else None
    return Handshake("", certificate, hashlib.sha256(shown).hexdigest() if shown else "")


def _step(tls: ssl.SSLObject) -> bool:
    """Go on with the handshake as far as what came allows; return whether it is done."""
    try:
        tls.do_handshake()
    except ssl.SSLWantReadError:
        return False
    return True


def _kind(code: int) -> Certificate:
    if code in _OTHER_NAME:
        return "other_name"
    return "not_valid_now" if code in _NOT_NOW else "not_trusted"


class _Wire:
    """Sends and receives on a non-blocking socket within a budget."""

    def __init__(self, connected: socket.socket, budget: Budget) -> None:
        self.first = b""
        self._socket, self._budget = connected, budget
        self._selector = selectors.DefaultSelector()
        self._selector.register(connected, selectors.EVENT_READ)

    def __enter__(self) -> _Wire:
        return self

    def __exit__(self, *_: object) -> None:
        self._selector.close()

    def send(self, data: bytes) -> None:
        while data:
            self._wait(selectors.EVENT_WRITE)
            with suppress(BlockingIOError):  # ready, and yet not: ask again
                data = data[self._socket.send(data) :]

    def receive(self) -> bytes:
        data: bytes | None = None
        while data is None:
            self._wait(selectors.EVENT_READ)
            with suppress(BlockingIOError):
                data = self._socket.recv(_LARGEST_READ)
        if not data:
            raise ConnectionResetError
        self.first = self.first or data
        return data

    def _wait(self, event: int) -> None:
        self._selector.modify(self._socket, event)
        while not self._selector.select(self._budget.nap()):
            if self._budget.over:
                raise TimeoutError
