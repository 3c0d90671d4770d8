"""Makes the page of the true cost."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.cost.presenter import CostPresenter
from gui.pages.cost.view import CostView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = CostView(bench.look)
    presenter = CostPresenter(view, bench.desk)
    view.typed.connect(presenter.type)
    view.example_chosen.connect(presenter.fill)
    view.bring_back_requested.connect(presenter.bring_back)
    view.both_wanted.connect(presenter.want_both)
    view.path_chosen.connect(presenter.save)
    view.think_requested.connect(presenter.think)
    return Page(view, presenter)
