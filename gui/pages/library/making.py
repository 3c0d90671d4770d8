"""Makes the library."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.library.presenter import LibraryPresenter
from gui.pages.library.view import LibraryView


def make(bench: Bench, about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = LibraryView(bench.look)
    presenter = LibraryPresenter(view, bench.desk, about)
    view.typed.connect(presenter.search)
    view.shelf_chosen.connect(presenter.take_shelf)
    view.opened.connect(presenter.open)
    view.back_requested.connect(presenter.go_back)
    view.term_chosen.connect(presenter.explain)
    view.begin_requested.connect(presenter.begin)
    view.path_chosen.connect(presenter.on_paper.save)
    view.print_requested.connect(presenter.on_paper.print_out)
    return Page(view, presenter)
