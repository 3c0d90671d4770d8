"""What the network page remembers while the program runs: the hosts as they are typed, and the last probe. No Qt.

Nothing of it is written to disk. What enters the checklist are figures alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.commands.probe import Probed
from core.measure.settings import ProbeHost, ProbeSettings
from gui.desk import Desk

PAGE = "network"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list; ``proposal`` is the content's host it began as, empty for one that was added.

    ``checked`` says that a mistake in it is to be told: not while it is being typed.
    """

    id: str
    text: str
    proposal: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """The page's memory.

    ``tried`` says that a start was tried since the list was last changed, ``rounds_checked`` that a mistake in the
    number is to be told; ``when`` is the moment at which the last probe ended.
    """

    rows: tuple[Row, ...]
    rounds: str
    tried: bool = False
    rounds_checked: bool = False
    probed: Probed | None = None
    when: dt.datetime | None = None


def fresh(settings: ProbeSettings) -> Kept:
    """Return the page as the content proposes it."""
    return Kept(proposed(settings.hosts), str(settings.rounds))


def proposed(hosts: Sequence[ProbeHost]) -> tuple[Row, ...]:
    """Return the proposed list."""
    return tuple(Row(f"h{number}", host.target, host.id) for number, host in enumerate(hosts, start=1))


class Memory:
    """Holds what the page remembers at a place that outlives the page."""

    def __init__(self, desk: Desk, settings: ProbeSettings, show: Callable[[], None]) -> None:
        """Take the place, and what shows the page after a change."""
        self._places, self._settings, self._show = desk.memory, settings, show

    @property
    def now(self) -> Kept:
        """Return what is remembered: at first what the content proposes."""
        kept = self._places.get(PAGE)
        return kept if isinstance(kept, Kept) else fresh(self._settings)

    def keep(self, kept: Kept) -> None:
        """Remember something else, and show it."""
        self._places[PAGE] = kept
        self._show()
