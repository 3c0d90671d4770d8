"""Makes the network page."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.network.presenter import NetworkPresenter
from gui.pages.network.prober import probe_from_here
from gui.pages.network.view import NetworkView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = NetworkView(bench.look)
    presenter = NetworkPresenter(view, bench.desk, probe_from_here)
    hosts, rounds, taking = presenter.hosts, presenter.rounds, presenter.taking
    view.hosts.typed.connect(hosts.type)
    view.hosts.left.connect(hosts.leave)
    view.hosts.remove_requested.connect(hosts.remove)
    view.hosts.add_requested.connect(hosts.add)
    view.hosts.restore_requested.connect(hosts.restore)
    view.run.typed.connect(rounds.type)
    view.run.left.connect(rounds.check)
    view.run.start_requested.connect(presenter.start)
    view.run.cancel_requested.connect(presenter.trial.stop)
    view.taking.take_requested.connect(taking.take)
    view.taking.go_requested.connect(taking.go)
    return Page(view, presenter)
