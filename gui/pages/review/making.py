"""Makes the page "check your answers": its view and its presenter."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.review.presenter import ReviewPresenter
from gui.pages.review.view import ReviewView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = ReviewView(bench.look)
    presenter = ReviewPresenter(view, bench.desk)
    view.change_requested.connect(presenter.change)
    view.back_requested.connect(presenter.go_back)
    view.result_requested.connect(presenter.see_result)
    return Page(view, presenter)
