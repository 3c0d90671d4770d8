"""Makes the message page."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.message.presenter import MessagePresenter
from gui.pages.message.view import MessageView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = MessageView(bench.look)
    presenter = MessagePresenter(view, bench.desk)
    view.entry.typed.connect(presenter.type)
    view.entry.clear_requested.connect(presenter.clear)
    view.signs_requested.connect(presenter.take_signs)
    view.ways.use_requested.connect(presenter.use)
    view.ways.cause_chosen.connect(presenter.read_more)
    return Page(view, presenter)
