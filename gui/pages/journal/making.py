"""Makes the journal page."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.journal.presenter import JournalPresenter
from gui.pages.journal.view import JournalView


def make(bench: Bench, about: str) -> Page:
    """Return the page, about a letter that was sent or about everything: view, presenter, and what joins them."""
    view = JournalView(bench.look)
    presenter = JournalPresenter(view, bench.desk, bench.choosing, about)
    view.typed.connect(presenter.type)
    view.wished.connect(presenter.act)
    return Page(view, presenter)
