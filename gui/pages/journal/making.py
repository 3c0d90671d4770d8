"""Makes the journal page."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.journal.presenter import JournalPresenter
from gui.pages.journal.view import JournalView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = JournalView(bench.look)
    presenter = JournalPresenter(view, bench.desk, bench.choosing)
    view.typed.connect(presenter.type)
    view.wished.connect(presenter.act)
    return Page(view, presenter)
