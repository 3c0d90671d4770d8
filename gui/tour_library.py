"""The tour's way through the library: the list, a search, an article with a word explained, a case, its example."""

from __future__ import annotations

from collections.abc import Iterator

from gui.pages.library.presenter import LibraryPresenter
from gui.program import Program

FOUND = {"zh_CN": "edu", "en": "limit"}
"""What is searched for: in Chinese by its sounds."""


def library_stops(program: Program) -> Iterator[str]:
    """Bring the window to the parts of the library; yield the name of each."""
    program.visit("library")
    yield "library"
    presenter = program.presenter
    if not isinstance(presenter, LibraryPresenter):
        return
    presenter.search(FOUND.get(program.parts.speaker.code, FOUND["en"]))
    yield "library_found"
    presenter.search("")
    for shelf in ("terms", "cases", "causes"):
        presenter.take_shelf(shelf)
        yield f"library_{shelf}"
    presenter.open("article:limit_is_not_money")
    yield "library_article"
    presenter.open("case:one_digit")
    yield "library_case"
    presenter.begin()
    yield "example_checklist"
    program.visit("result")
    yield "example_result"
    program.example.end()
    presenter = program.presenter
    if isinstance(presenter, LibraryPresenter):
        presenter.go_back()
