"""The tour's way through the author's desk: a cause, then a question as the checklist asks it."""

from __future__ import annotations

from collections.abc import Iterator

from gui.pages.author.presenter import AuthorPresenter
from gui.program import Program


def author_stops(program: Program) -> Iterator[str]:
    """Bring the window to two entries; yield the name of each."""
    program.visit("author")
    yield "author"
    presenter = program.presenter
    if isinstance(presenter, AuthorPresenter):
        presenter.take_kind("question")
        presenter.open("card.account_class")
        yield "author_question"
