"""Makes the page about help."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.help.presenter import HelpPresenter
from gui.pages.help.view import HelpView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = HelpView(bench.look)
    presenter = HelpPresenter(view, bench.desk)
    noting, calls = presenter.noting, presenter.calls
    view.kind.chosen.connect(presenter.choose_kind)
    for part in (view.alarm, view.steps, view.rights):
        part.copy_requested.connect(presenter.copy)
    view.steps.write_requested.connect(presenter.write)
    view.script.called.connect(noting.call)
    view.script.put_in.connect(noting.put)
    view.script.left.connect(noting.leave)
    view.script.copy_requested.connect(presenter.copy_sheet)
    view.script.note_requested.connect(presenter.note)
    view.calls.accepted.connect(calls.accept)
    view.calls.left.connect(calls.leave)
    view.calls.removed.connect(calls.remove)
    view.calls.keep_requested.connect(presenter.keeping.keep)
    view.calls.result_requested.connect(presenter.see_result)
    view.path_chosen.connect(presenter.booklet.save)
    view.print_requested.connect(presenter.booklet.print_out)
    return Page(view, presenter)
