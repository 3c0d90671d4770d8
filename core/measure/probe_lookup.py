"""Looking a name up without being held by a resolver that hangs."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import perf_counter
from typing import Any

from core.measure.probe_budget import Budget, milliseconds

_UNKNOWN = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}


@dataclass(frozen=True)
class Address:
    """A socket address: its family (``socket.AF_INET`` or ``AF_INET6``) and what ``connect`` takes."""

    family: int
    place: tuple[Any, ...]

    @property
    def ip(self) -> str:
        """Return the bare address, without port and scope."""
        return str(self.place[0]).partition("%")[0]


Resolve = Callable[[str, int], Sequence[Address]]
"""A name and a port -> addresses in the order to try; raises OSError (such as ``socket.gaierror``) for none."""


@dataclass(frozen=True)
class LookUp:
    """What came of a look-up: addresses and milliseconds, or a failure."""

    addresses: tuple[Address, ...] = ()
    ms: float | None = None
    failure: str = ""


def system_lookup(name: str, port: int) -> tuple[Address, ...]:
    """Return what the computer's own resolver says.

    Raises:
        OSError: It finds nothing, or cannot be asked.
    """
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(Address(family, place) for family, _, _, _, place in found))


def written_address(host: str, port: int) -> tuple[Address, ...]:
    """Return the address that is written out in a literal; nothing is asked.

    Raises:
        OSError: Its family or scope is unknown to this computer.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    return tuple(dict.fromkeys(Address(family, place) for family, _, _, _, place in found))


class Lookups:
    """Look-ups of one name, one after the other.

    A thread of its own asks, because the resolver of the system cannot be called off. While one still hangs no other
    begins, so that a probe leaves at most one waiting thread a name behind; it ends when the system gives up.
    """

    def __init__(self, resolve: Resolve, name: str, port: int) -> None:
        """Take what is asked for."""
        self._resolve, self._name, self._port = resolve, name, port
        self._hanging: SimpleQueue[LookUp] | None = None

    def look_up(self, budget: Budget) -> LookUp | None:
        """Return the answer to a fresh look-up; None when the probe is called off first."""
        if self._hanging is not None and self._wait(self._hanging, budget) is None:
            return None if budget.stopped else LookUp(failure="lookup_silent")
        answer: SimpleQueue[LookUp] = SimpleQueue()
        self._hanging = answer
        threading.Thread(target=self._ask, args=(answer,), name="probe-lookup", daemon=True).start()
        found = self._wait(answer, budget)
        return found or (None if budget.stopped else LookUp(failure="lookup_silent"))

    def _wait(self, answer: SimpleQueue[LookUp], budget: Budget) -> LookUp | None:
        while True:
            try:
                found = answer.get(timeout=budget.nap())
            except Empty:
                if budget.over:
                    return None
            else:
                self._hanging = None
                return found

    def _ask(self, answer: SimpleQueue[LookUp]) -> None:
        found = LookUp(failure="lookup_failed")
        start = perf_counter()
        try:
            addresses = tuple(self._resolve(self._name, self._port))
            ms = milliseconds(start, perf_counter())
            found = LookUp(addresses, ms) if addresses else LookUp(failure="name_unknown")
        except socket.gaierror as error:
            found = LookUp(failure="name_unknown" if error.errno in _UNKNOWN else "lookup_failed")
        except (OSError, UnicodeError):
            pass
        finally:  # whatever went wrong, nobody waits for it
            answer.put(found)
