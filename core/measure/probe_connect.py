"""One TCP connect to the first of several addresses that answers."""

from __future__ import annotations

import errno
import selectors
import socket
from collections.abc import Iterable
from itertools import zip_longest
from time import perf_counter

from core.measure.probe_budget import Budget
from core.measure.probe_lookup import Address

HEAD_START_S = 0.25
"""Before the next address is tried as well; RFC 8305, 5: 250 ms is the recommended connection attempt delay."""
MOST_ADDRESSES = 6
_GOING_ON = {errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN, getattr(errno, "WSAEWOULDBLOCK", errno.EINPROGRESS)}
_TELLING = {
    errno.ECONNREFUSED: "refused",
    errno.ECONNRESET: "refused",
    errno.ETIMEDOUT: "timed_out",
    getattr(errno, "WSAECONNREFUSED", errno.ECONNREFUSED): "refused",
    getattr(errno, "WSAETIMEDOUT", errno.ETIMEDOUT): "timed_out",
}
"""What the system says of an answer; all else means that there is no way."""


def connect(addresses: Iterable[Address], budget: Budget) -> socket.socket | str:
    """Return a connected, non-blocking socket, or the failure: refused, unreachable, timed_out.

    The addresses race as a browser lets them (RFC 8305): families take turns, each has a head start of 250 ms, the
    first that is connected wins. So a broken IPv6 costs a quarter of a second and not the whole round. When the
    probe is called off the failure is ``timed_out``.
    """
    race = _Race(taking_turns(addresses))
    try:
        return race.run(budget)
    finally:
        race.close()


def taking_turns(addresses: Iterable[Address]) -> list[Address]:
    """Return the first six addresses, families taking turns, beginning with that of the first (RFC 8305, 4).

    Examples:
        >>> six, four = socket.AF_INET6, socket.AF_INET
        >>> order = taking_turns([Address(six, ("::1",)), Address(six, ("::2",)), Address(four, ("192.0.2.1",))])
        >>> [address.ip for address in order]
        ['::1', '192.0.2.1', '::2']
    """
    listed = list(addresses)
    first = [address for address in listed if address.family == listed[0].family]
    others = [address for address in listed if address.family != listed[0].family]
    turns = [address for pair in zip_longest(first, others) for address in pair if address is not None]
    return turns[:MOST_ADDRESSES]


class _Race:
    """The connects under way; holds every socket that nobody has taken yet."""

    def __init__(self, waiting: list[Address]) -> None:
        self._waiting = waiting
        self._selector = selectors.DefaultSelector()
        self._failure = "unreachable"
        self._next_start = perf_counter()

    def run(self, budget: Budget) -> socket.socket | str:
        while not budget.over:
            if self._waiting and (perf_counter() >= self._next_start or not self._selector.get_map()):
                if winner := self._start(self._waiting.pop(0)):
                    return winner
                continue
            if not self._selector.get_map():
                return self._failure
            until_next = self._next_start - perf_counter() if self._waiting else HEAD_START_S
            for key, _ in self._selector.select(budget.nap(until_next)):
                if winner := self._settled(key.data):
                    return winner
        return "timed_out"

    def close(self) -> None:
        """Close what has not won, and the selector."""
        for key in list(self._selector.get_map().values()):
            key.data.close()
        self._selector.close()

    def _start(self, address: Address) -> socket.socket | None:
        self._next_start = perf_counter() + HEAD_START_S
        try:
            fresh = socket.socket(address.family, socket.SOCK_STREAM)
        except OSError as error:
            self._note(error.errno)
            return None
        try:
            fresh.setblocking(False)
            code = fresh.connect_ex(address.place)
        except OSError as error:  # an address that the family does not take
            code = error.errno or errno.EINVAL
        if code == 0:
            return fresh
        if code in _GOING_ON:
            self._selector.register(fresh, selectors.EVENT_WRITE, data=fresh)
        else:
            fresh.close()
            self._note(code)
        return None

    def _settled(self, waiting: socket.socket) -> socket.socket | None:
        self._selector.unregister(waiting)
        code = waiting.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code == 0:
            return waiting
        waiting.close()
        self._note(code)
        return None

    def _note(self, code: int | None) -> None:
        """Remember a telling failure: an answer that refuses says more than a way that is not there."""
        self._failure = _TELLING.get(code or 0, self._failure)
