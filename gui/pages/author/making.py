"""Makes the author's desk."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.author.presenter import AuthorPresenter
from gui.pages.author.view import AuthorView
from gui.pages.author.watch import FolderWatch


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view, watch = AuthorView(bench.look), FolderWatch()
    watch.setParent(view)
    presenter = AuthorPresenter(view, bench.desk, bench.choosing, watch)
    watch.changed.connect(presenter.folder.reload)
    watch.poll_due.connect(presenter.folder.poll)
    view.folder_chosen.connect(presenter.folder.open)
    view.target_chosen.connect(presenter.folder.make)
    view.kind_chosen.connect(presenter.take_kind)
    view.entry_chosen.connect(presenter.open)
    view.typed.connect(presenter.search)
    view.language_chosen.connect(presenter.take_language)
    view.reader_chosen.connect(presenter.take_reader)
    return Page(view, presenter)
