"""One probe under way: what it has found so far, and the two ways in which it ends early. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

from core.commands.probe import Asked, Probed, targets_of
from core.measure.probe import Progress
from core.measure.probe_round import Round
from core.measure.probe_targets import Target
from core.measure.settings import ProbeSettings
from gui.desk import Desk
from gui.pages.network.prober import Prober


class Trial:
    """Starts the probe beside all other work. Stopped, it gives the rounds that are finished; dropped, nothing."""

    def __init__(self, desk: Desk, prober: Prober, show: Callable[[], None], finish: Callable[[Probed], None]) -> None:
        """Nothing is asked yet."""
        self._desk, self._prober = desk, prober
        self._show, self._finish = show, finish
        self._stop = Event()
        self._cancel: Callable[[], None] | None = None
        self.rounds: dict[Target, list[Round]] = {}
        self.done, self.total, self.wanted = 0, 0, 0

    @property
    def running(self) -> bool:
        """Return whether a probe is under way."""
        return self._cancel is not None

    @property
    def stopping(self) -> bool:
        """Return whether it was told to stop and has not yet."""
        return self.running and self._stop.is_set()

    def start(self, asked: Asked, settings: ProbeSettings) -> None:
        """Go online: the only line of the window that does."""
        targets, settings = targets_of(asked, settings), settings.asking(asked.rounds)
        self._stop = Event()
        self.rounds = {target: [] for target in targets}
        self.done, self.wanted, self.total = 0, settings.rounds, settings.rounds * len(targets)
        work = partial(_probe, self._prober, asked, settings, self._stop)
        self._cancel = self._desk.beside(work, self._on_done, self._on_progress)

    def stop(self) -> None:
        """Call it off; what is finished will be shown."""
        self._stop.set()
        self._show()

    def drop(self) -> None:
        """Call it off and hear nothing of it any more."""
        if self._cancel:
            self._cancel()
            self._cancel = None

    def _on_progress(self, progress: Progress) -> None:
        self.rounds[progress.target].append(progress.round)
        self.done = progress.done
        self._show()

    def _on_done(self, probed: Probed) -> None:
        self._cancel = None
        self._finish(probed)


def _probe(
    prober: Prober,
    asked: Asked,
    settings: ProbeSettings,
    stop: Event,
    dropped: Callable[[], bool],
    tell: Callable[[Any], None],
) -> Probed:
    """Return what was found; runs on the other thread."""
    return prober(asked, settings, should_stop=lambda: stop.is_set() or dropped(), on_progress=tell)
