"""Decides what the network page shows, and when the window goes online: on the button, and never else. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from core.commands.probe import Asked, Probed, settings_of
from core.measure.probe_lines import NOT_PROVEN
from gui.desk import Desk
from gui.following import Following
from gui.pages.network.hosts import Hosts
from gui.pages.network.kept import Memory
from gui.pages.network.picture import found_state, hosts_state, run_state
from gui.pages.network.prober import Prober
from gui.pages.network.rounds import Rounds
from gui.pages.network.state import NetworkState
from gui.pages.network.taking import Taking
from gui.pages.network.trial import Trial


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: NetworkState) -> None:
        """Show a picture."""

    def point_out(self) -> None:
        """Put the keyboard on the first mistake."""


class NetworkPresenter(Following):
    """Shows the hosts and what a probe of them found; opening the page asks nobody."""

    def __init__(self, screen: Screen, desk: Desk, prober: Prober) -> None:
        """Show what is remembered; ``prober`` is what goes online when asked."""
        super().__init__(desk)
        self._screen = screen
        self._settings = settings_of(desk.engine.content.network)
        self._memory = Memory(desk, self._settings, self.show)
        self.hosts, self.rounds = Hosts(self._memory, self._settings), Rounds(self._memory, self._settings)
        self.trial = Trial(desk, prober, self.show, self._finish)
        self.taking = Taking(desk, self._memory)
        self.follow(self.show, self.show)
        self.show()

    def close(self) -> None:
        """Follow nothing any more, and call off the probe."""
        self.trial.drop()
        super().close()

    def start(self) -> None:
        """Start the probe, unless something has to be put right first or one is under way."""
        if self.trial.running:
            return
        if self.hosts.check() & self.rounds.check():  # both, so that every mistake is told at once
            self.trial.start(Asked(self.hosts.texts, self.rounds.number), self._settings)
            self.show()
        else:
            self._screen.point_out()

    def show(self) -> None:
        """Show the present picture."""
        if self._closed:
            return
        words, speaker, settings = self._desk.speaker.words, self._desk.speaker, self._settings
        self._screen.show_state(
            NetworkState(
                title=words("probe.title"),
                intro=words("probe.intro"),
                hosts=hosts_state(self.hosts, settings, speaker),
                run=run_state(self.rounds, self.trial, self._memory.now.probed, settings, speaker),
                found=found_state(self._memory.now.probed, self.trial, settings, speaker),
                take=None if self.trial.running else self.taking.state(),
                not_proven_title=words("network.not_proven_heading"),
                not_proven=tuple(words(f"network.not_proven.{name}") for name in NOT_PROVEN),
            )
        )

    def _finish(self, probed: Probed) -> None:
        self._memory.keep(replace(self._memory.now, probed=probed, when=self._desk.now()))
