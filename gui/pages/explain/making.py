"""Makes the explanations."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.explain.presenter import ExplainPresenter
from gui.pages.explain.view import ExplainView


def make(bench: Bench, about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = ExplainView(bench.look)
    presenter = ExplainPresenter(view, bench.desk, about)
    view.cause_chosen.connect(presenter.choose)
    view.back_requested.connect(presenter.go_back)
    return Page(view, presenter)
