"""The tour's way through the workshop: the doors, the plan, a case on the wall, and an item."""

from __future__ import annotations

from collections.abc import Iterator

from gui.pages.workshop.presenter import WorkshopPresenter
from gui.program import Program
from gui.projector.window import ProjectorWindow

CODE = "k7m2qx"
SLIDES = 4
"""So many slides on, some answers of the first case have been told."""


def walls(program: Program) -> list[ProjectorWindow]:
    """Return the window on the wall, if there is one."""
    return [wall for wall in program.window.findChildren(ProjectorWindow) if wall.isVisible()]


def workshop_stops(program: Program) -> Iterator[str]:
    """Bring the window to what is behind two of the doors; yield the name of each."""
    program.visit("workshop")
    yield "workshop"
    presenter = program.presenter
    if not isinstance(presenter, WorkshopPresenter):
        return
    presenter.open("lead")
    yield "workshop_lead"
    presenter.lead.show_wall()
    for wall in walls(program):
        for _ in range(SLIDES):
            wall.next_requested.emit()
        yield "workshop_wall"
        wall.close()
    presenter.open("take")
    for entry, words in (("code", CODE), ("quiz", next(iter(program.desk.engine.content.quiz.set)))):
        presenter.take.type(entry, words)
    presenter.take.begin()
    yield "workshop_item"
    presenter.open("")
