"""Makes the calendar."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.calendar.presenter import CalendarPresenter
from gui.pages.calendar.view import CalendarView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = CalendarView(bench.look)
    presenter = CalendarPresenter(view, bench.desk)
    view.day_chosen.connect(presenter.select)
    view.turned.connect(presenter.turn)
    view.standing.connect(presenter.ask_chances)
    view.take_requested.connect(presenter.take)
    view.claim_requested.connect(presenter.explain)
    view.path_chosen.connect(presenter.save)
    return Page(view, presenter)
