"""The network probe: several rounds with every host, side by side, within a bounded time, to be called off at any time.

Nothing here starts by itself: only the targets handed in are asked, and the computer's resolver for their names and for
one name that cannot exist.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import perf_counter

from core.measure.probe_budget import SLICE_S, Budget
from core.measure.probe_lookup import Lookups
from core.measure.probe_round import HostProbe, Round, Surroundings
from core.measure.probe_targets import Target
from core.measure.probe_tls import unquestioning_context
from core.measure.settings import ProbeSettings


@dataclass(frozen=True)
class HostRounds:
    """The finished rounds of one target, in order."""

    target: Target
    rounds: tuple[Round, ...]


@dataclass(frozen=True)
class Progress:
    """One more round is done: ``done`` of ``total`` rounds of all targets."""

    done: int
    total: int
    target: Target
    round: Round


@dataclass(frozen=True)
class Measured:
    """What a probe found.

    ``invented`` are the addresses given for the name that cannot exist; ``called_off`` that rounds may be missing.
    """

    hosts: tuple[HostRounds, ...]
    invented: frozenset[str] = frozenset()
    proxy_set: bool = False
    called_off: bool = False


def probe(
    targets: Sequence[Target],
    settings: ProbeSettings,
    *,
    should_stop: Callable[[], bool] = lambda: False,
    on_progress: Callable[[Progress], None] = lambda _: None,
    around: Surroundings | None = None,
) -> Measured:
    """Return what the rounds with every target found. Blocks; meant for a thread of its own in a window.

    A round is a look-up (names only), a TCP connect and a TLS handshake; it takes at most ``settings.timeout_s``, so
    that all of it takes at most about ``settings.longest_s``. Threads do the waiting, one for each target; both
    callables are called from the caller's thread only.

    Args:
        targets: Distinct places to ask; at most about twenty.
        settings: How often, how patiently, on which ports.
        should_stop: Asked every 50 ms; once it says True, the rounds that are finished come back within about 100 ms.
        on_progress: Called after each round.
        around: The computer's resolver, trust and proxy; the real ones when left out.
    """
    return _Run(targets, settings, around or Surroundings()).result(should_stop, on_progress)


class _Run:
    """One probe under way: a thread for each target, and a queue on which finished rounds arrive."""

    def __init__(self, targets: Sequence[Target], settings: ProbeSettings, around: Surroundings) -> None:
        self._targets, self._settings, self._around = targets, settings, around
        self._stop = threading.Event()
        self._arrived: SimpleQueue[tuple[Target, Round]] = SimpleQueue()

    def result(self, should_stop: Callable[[], bool], on_progress: Callable[[Progress], None]) -> Measured:
        trusting, unquestioning = self._around.trusting(), unquestioning_context()
        rounds: dict[Target, list[Round]] = {target: [] for target in self._targets}
        with ThreadPoolExecutor(len(self._targets) + 1, thread_name_prefix="probe") as pool:
            try:
                invented = pool.submit(self._invented)
                workers: list[Future[None]] = []
                for target in self._targets:
                    lookups = Lookups(self._around.resolve, target.host, target.port)
                    prober = HostProbe(target, self._settings, lookups, trusting, unquestioning)
                    workers.append(pool.submit(self._rounds_of, prober))
                self._collect([*workers, invented], rounds, should_stop, on_progress)
            finally:  # also when a callable raises: nobody goes on without a listener
                self._stop.set()
        for worker in workers:
            worker.result()  # a bug in a thread is a bug of the caller's
        hosts = tuple(HostRounds(target, tuple(found)) for target, found in rounds.items())
        short = any(len(host.rounds) < self._settings.rounds for host in hosts)
        return Measured(hosts, invented.result(), self._around.proxy_set, called_off=short)

    def _collect(
        self,
        workers: Sequence[Future[None] | Future[frozenset[str]]],
        rounds: dict[Target, list[Round]],
        should_stop: Callable[[], bool],
        on_progress: Callable[[Progress], None],
    ) -> None:
        """Hand on what arrives until every thread is done or the caller wants no more."""
        total = self._settings.rounds * len(self._targets)
        while not should_stop():
            finished = all(worker.done() for worker in workers)  # asked first: what came before is on the queue
            try:
                target, found = self._arrived.get(timeout=0.0 if finished else SLICE_S)
            except Empty:
                if finished:
                    return
                continue
            rounds[target].append(found)
            on_progress(Progress(sum(map(len, rounds.values())), total, target, found))

    def _rounds_of(self, prober: HostProbe) -> None:
        begin = perf_counter()
        for _ in range(self._settings.rounds):
            if self._stop.wait(max(0.0, begin - perf_counter())):
                return
            begin = perf_counter() + self._settings.pause_s
            found = prober.round(self._stop.is_set)
            if found is None:
                return
            self._arrived.put((prober.target, found))

    def _invented(self) -> frozenset[str]:
        """Return the addresses that the resolver gives for a name that cannot exist: none when it is honest."""
        if all(target.literal for target in self._targets):
            return frozenset()
        lookups = Lookups(self._around.resolve, self._settings.impossible_name, 0)
        found = lookups.look_up(Budget(self._settings.timeout_s, self._stop.is_set))
        return frozenset(address.ip for address in found.addresses) if found else frozenset()
