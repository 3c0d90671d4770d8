"""Makes the checklist."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.checklist.presenter import ChecklistPresenter
from gui.pages.checklist.view import ChecklistView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = ChecklistView(bench.look)
    presenter = ChecklistPresenter(view, bench.desk)
    entry, walk, card = presenter.entry, presenter.walk, view.question
    card.row_chosen.connect(entry.choose)
    card.typed.connect(presenter.type)
    card.left.connect(entry.leave_field)
    card.chip_chosen.connect(entry.use_chip)
    card.next_requested.connect(walk.go_on)
    card.back_requested.connect(walk.go_back)
    card.skip_requested.connect(walk.skip)
    card.signs_requested.connect(presenter.take_signs)
    view.leave_requested.connect(walk.leave)
    view.section_chosen.connect(walk.jump)
    view.way_chosen.connect(walk.take_way)
    return Page(view, presenter)
