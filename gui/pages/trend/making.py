"""Makes the page of a score over time."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.trend.presenter import TrendPresenter
from gui.pages.trend.view import TrendView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = TrendView(bench.look)
    presenter = TrendPresenter(view, bench.desk)
    view.kind_chosen.connect(presenter.choose_kind)
    view.range_typed.connect(presenter.type_range)
    view.point_reached.connect(presenter.reach)
    view.take_requested.connect(presenter.take)
    view.path_chosen.connect(presenter.save)
    view.keep.keep_requested.connect(presenter.keepsake.keep)
    view.keep.replace_requested.connect(presenter.keepsake.replace)
    view.keep.out_requested.connect(presenter.keepsake.take_out)
    editing, card = presenter.editing, view.table
    card.written.connect(editing.write)
    card.rows_removed.connect(editing.remove)
    card.pasted.connect(presenter.intake.paste)
    card.add_requested.connect(editing.add)
    card.clear_requested.connect(editing.clear)
    card.back_requested.connect(editing.take_back)
    card.file_chosen.connect(presenter.intake.open)
    return Page(view, presenter)
