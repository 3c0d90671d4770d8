"""The tour's way through the page of the true cost: an example of the course, then another beside it."""

from __future__ import annotations

from collections.abc import Iterator

from gui.pages.cost.presenter import CostPresenter
from gui.program import Program
from gui.widgets.page import ScrolledPage


def cost_stops(program: Program) -> Iterator[str]:
    """Bring the window to one offer, to two, and to what they cost; yield the name of each."""
    program.visit("cost")
    presenter = program.presenter
    if not isinstance(presenter, CostPresenter):
        return
    presenter.fill("first", "guarantee_fee")
    yield "cost"
    presenter.want_both(True)
    presenter.fill("second", "rate_by_day")
    yield "cost_compared"
    page = program.window.page
    if isinstance(page, ScrolledPage):
        bar = page.area.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())
        yield "cost_results"
