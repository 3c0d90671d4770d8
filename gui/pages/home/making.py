"""Makes the home page."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.home.presenter import HomePresenter
from gui.pages.home.view import HomeView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = HomeView(bench.look)
    presenter = HomePresenter(view, bench.desk)
    view.door_chosen.connect(presenter.open)
    view.resume_requested.connect(presenter.resume)
    view.result_requested.connect(presenter.see_result)
    view.due_requested.connect(presenter.see_due)
    view.guest_requested.connect(presenter.receive_guest)
    return Page(view, presenter)
