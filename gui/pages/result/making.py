"""Makes the result."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.result.presenter import ResultPresenter
from gui.pages.result.view import ResultView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = ResultView(bench.look)
    presenter = ResultPresenter(view, bench.desk)
    view.objected.connect(presenter.take_objection)
    view.done_marked.connect(presenter.mark_done)
    view.answer_requested.connect(presenter.ways.answer)
    view.change_requested.connect(presenter.ways.change)
    view.go_on_requested.connect(presenter.ways.go_on)
    view.page_requested.connect(presenter.ways.explain)
    view.onward.chosen.connect(presenter.ways.go)
    view.path_chosen.connect(presenter.save)
    view.keep_requested.connect(presenter.keep)
    view.print_requested.connect(presenter.print_out)
    tried, card = presenter.what_if, view.what_if
    card.question_chosen.connect(tried.choose_question)
    card.row_chosen.connect(tried.choose)
    card.typed.connect(tried.type)
    card.left.connect(tried.leave_field)
    card.chip_chosen.connect(tried.use_chip)
    card.keep_requested.connect(tried.keep)
    return Page(view, presenter)
