"""The probe as this computer makes it; the presenter is handed it, so that a test can hand it another. No Qt."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from typing import Protocol

from core.commands.probe import Asked, Probed, run_probe
from core.measure.probe import Progress
from core.measure.probe_round import Surroundings
from core.measure.settings import ProbeSettings


class Prober(Protocol):
    """What makes a probe."""

    def __call__(
        self,
        asked: Asked,
        settings: ProbeSettings,
        *,
        should_stop: Callable[[], bool],
        on_progress: Callable[[Progress], None],
    ) -> Probed:
        """Return what was found; blocks."""


def probe_from_here(
    asked: Asked, settings: ProbeSettings, *, should_stop: Callable[[], bool], on_progress: Callable[[Progress], None]
) -> Probed:
    """Return what a probe from this computer finds."""
    around = Surroundings(proxy_set=bool(urllib.request.getproxies()))
    return run_probe(asked, settings, should_stop=should_stop, on_progress=on_progress, around=around)
