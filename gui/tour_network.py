"""The tour's way through the network page: it asks servers on this computer only, which the tour itself starts.

The findings in its pictures are those of a real probe of 127.0.0.1; the proposed hosts are shown and never asked.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from gui.pages.network.presenter import NetworkPresenter
from gui.program import Program
from gui.widgets.page import ScrolledPage

HOME = "127.0.0.1"
PLAIN_PORT, NOBODY = 8080, 1
"""A port on which no handshake is tried, and one on which nobody listens."""
ROUNDS = 3


def network_stops(program: Program) -> Iterator[str]:
    """Bring the window to the page, and to what a probe of this computer finds; yield the name of each."""
    program.visit("network")
    yield "network"
    presenter = program.presenter
    if not isinstance(presenter, NetworkPresenter):
        return
    hosts = presenter.hosts
    for row in hosts.rows[2:]:
        hosts.remove(row.id)
    with listening() as port:
        for row, target in zip(hosts.rows, (port, NOBODY), strict=True):
            hosts.type(row.id, f"{HOME}:{target}")
        presenter.rounds.type(str(ROUNDS))
        presenter.start()
        yield "network_found"
    page = program.window.page
    if isinstance(page, ScrolledPage):
        bar = page.area.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())
        yield "network_hosts"


@contextmanager
def listening() -> Iterator[int]:
    """Take connections on this computer and let them go; yield the port: any one where the usual one is taken."""
    try:
        listener = socket.create_server((HOME, PLAIN_PORT))
    except OSError:
        listener = socket.create_server((HOME, 0))
    thread = Thread(target=_take, args=(listener,), name="tour-listening")
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def _take(listener: socket.socket) -> None:
    with suppress(OSError):  # closed: the tour goes on
        while True:
            listener.accept()[0].close()
