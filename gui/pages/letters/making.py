"""Makes the page of letters."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.letters.presenter import LettersPresenter
from gui.pages.letters.view import LettersView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = LettersView(bench.look)
    presenter = LettersPresenter(view, bench.desk)
    view.kind_chosen.connect(presenter.choose)
    view.lender.chosen.connect(presenter.choose_lender)
    view.fields.put_in.connect(presenter.filling.put)
    view.fields.left.connect(presenter.filling.leave)
    view.sent_requested.connect(presenter.writer.note_sent)
    view.copy_requested.connect(presenter.copy)
    view.path_chosen.connect(presenter.save)
    view.print_requested.connect(presenter.print_out)
    return Page(view, presenter)
