"""Servers on loopback that behave badly in known ways, resolvers that lie, and the figures of the probe for tests."""

from __future__ import annotations

import os
import socket
import ssl
import threading
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from core.measure.probe_lookup import Address
from core.measure.probe_targets import Target
from core.measure.settings import ProbeHost, ProbeSettings

HERE = Path(__file__).parent
NETWORK = Path(__file__).parents[3] / "content/model/network.toml"
Handler = Callable[[socket.socket], None]
FAMILIES = {"127.0.0.1": socket.AF_INET, "::1": socket.AF_INET6}


def proposed() -> ProbeSettings:
    """Return the figures of the content as its file has them, read past the schema and the cache."""
    raw = tomllib.loads(NETWORK.read_text("utf-8"))
    hosts = tuple(ProbeHost(host["id"], host["target"]) for host in raw.pop("host"))
    for key in ("sources", "because", "grade", "last_checked", "review_by"):
        raw.pop(key)
    return ProbeSettings(hosts=hosts, plain_ports=tuple(raw.pop("plain_ports")), **raw)


def quick(rounds: int = 5, timeout_s: float = 5.0, *plain_ports: int) -> ProbeSettings:
    """Return the proposed figures without pauses."""
    return replace(proposed(), rounds=rounds, timeout_s=timeout_s, spacing_s=0.0, plain_ports=plain_ports)


@contextmanager
def server(handle: Handler, host: str = "127.0.0.1") -> Iterator[Target]:
    """Serve every connection in a thread of its own; yield where."""
    with closing(socket.create_server((host, 0), family=FAMILIES[host], backlog=128)) as listener:
        threads: list[threading.Thread] = []
        open_ones: set[socket.socket] = set()
        closing_down = threading.Event()

        def serve(connection: socket.socket) -> None:
            with closing(connection), suppress(OSError):  # the probe may leave at any time
                handle(connection)
            open_ones.discard(connection)

        def accept() -> None:
            while not closing_down.is_set():
                with suppress(OSError):
                    connection, _ = listener.accept()
                    if closing_down.is_set():  # the one that wakes: it is no client, and may come or not
                        connection.close()
                        return
                    open_ones.add(connection)
                    threads.append(threading.Thread(target=serve, args=(connection,)))
                    threads[-1].start()

        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield Target(host, listener.getsockname()[1], literal=True)
        finally:
            closing_down.set()
            with closing(socket.create_connection(listener.getsockname()[:2])):  # wakes the accept
                accepting.join()
            for connection in list(open_ones):
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join()


def tls(delays: Sequence[float] = (0.0,), certificate: str = "self_signed") -> Handler:
    """Shake hands after delays in seconds, one after the other and over again, then wait for the end."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(HERE / f"{certificate}.pem")
    count = iter(range(1_000_000))
    lock = threading.Lock()

    def handle(connection: socket.socket) -> None:
        # Asked for by its first byte, so that what opens and closes takes no delay from the others.
        if not connection.recv(1, socket.MSG_PEEK):
            return
        with lock:
            delay = delays[next(count) % len(delays)]
        time.sleep(delay)
        with closing(context.wrap_socket(connection, server_side=True)) as shaken:
            shaken.recv(1)

    return handle


def silent(connection: socket.socket) -> None:
    """Read and never answer."""
    while connection.recv(4096):
        pass


def says(answer: bytes) -> Handler:
    """Answer the same whatever comes, and close."""

    def handle(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(answer)
        connection.shutdown(socket.SHUT_WR)
        silent(connection)

    return handle


def hangs_up(connection: socket.socket) -> None:
    """Close as soon as the handshake begins."""
    connection.recv(1)


@contextmanager
def deaf(host: str = "127.0.0.1") -> Iterator[Target]:
    """Listen and never accept, with a queue that is full: Linux then drops what comes."""
    with closing(socket.create_server((host, 0), family=FAMILIES[host], backlog=0)) as listener:
        waiting = [socket.socket(FAMILIES[host]) for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
        time.sleep(0.1)  # until the first of them lies in the queue
        try:
            yield Target(host, listener.getsockname()[1], literal=True)
        finally:
            for one in waiting:
                one.close()


def closed(host: str = "127.0.0.1") -> Target:
    """Return a place where nobody listens."""
    with closing(socket.create_server((host, 0), family=FAMILIES[host])) as listener:
        return Target(host, listener.getsockname()[1], literal=True)


def at(target: Target) -> Address:
    """Return the address of a literal."""
    return Address(FAMILIES[target.host], (target.host, target.port))


def trusting(*files: str) -> Callable[[], ssl.SSLContext]:
    """Return what makes contexts that trust only these certificates."""

    def make() -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        for file in files:
            context.load_verify_locations(HERE / f"{file}.pem")
        return context

    return make


def descriptors() -> int:
    """Return how many files and sockets this process has open."""
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - the listing itself is the measurement


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Return whether a condition comes true in time."""
    end = time.perf_counter() + seconds
    while not condition() and time.perf_counter() < end:
        time.sleep(0.01)
    return condition()
