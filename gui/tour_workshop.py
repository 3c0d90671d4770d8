"""The tour's way through the workshop: the doors, the plan, an item, and a case on the wall."""

from __future__ import annotations

from collections.abc import Iterator

from gui.pages.workshop.presenter import WorkshopPresenter
from gui.program import Program

CODE = "k7m2qx"


def workshop_stops(program: Program) -> Iterator[str]:
    """Bring the window to what is behind two of the doors; yield the name of each."""
    program.visit("workshop")
    yield "workshop"
    presenter = program.presenter
    if not isinstance(presenter, WorkshopPresenter):
        return
    presenter.open("lead")
    yield "workshop_lead"
    presenter.open("take")
    for entry, words in (("code", CODE), ("quiz", next(iter(program.desk.engine.content.quiz.set)))):
        presenter.take.type(entry, words)
    presenter.take.begin()
    yield "workshop_item"
    presenter.open("")
