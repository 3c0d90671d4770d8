"""The list of the library: a shelf, or what a search found. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from core.library.search import Hit
from gui.desk import Desk
from gui.pages.library.books import Books
from gui.pages.library.kept import SHELVES, Place
from gui.pages.library.state import ListState, RowState, Thing

MOST = 100
"""So many finds at most: nobody reads further."""


def list_state(place: Place, books: Books, desk: Desk) -> ListState:
    """Return the picture of the list."""
    words, typed = desk.speaker.words, place.typed.strip()
    index = place.indexes.get(desk.speaker.code)
    hits = index.search(typed, MOST) if index is not None and typed else ()
    note = ""
    if typed:
        note = (
            words("librarypage.found", query=typed, count=len(hits)) if hits else _no_hits(index is None, typed, desk)
        )
    rows = tuple(_found(hit, desk) for hit in hits) if typed else tuple(ROWS[place.shelf](books, desk))
    shelf_name = words(f"librarypage.shelf.{place.shelf}")
    return ListState(
        title=words("librarypage.title"),
        search=words("librarypage.search"),
        typed=place.typed,
        shelves=tuple((name, words(f"librarypage.shelf.{name}")) for name in SHELVES),
        shelf="" if typed else place.shelf,
        rows=rows,
        heard=note or shelf_name,
        note=note,
        here=place.here,
    )


def _no_hits(coming: bool, typed: str, desk: Desk) -> str:
    words = desk.speaker.words
    return words("librarypage.searching") if coming else words("library.nothing_found", query=typed)


def _found(hit: Hit, desk: Desk) -> RowState:
    kind = desk.speaker.words(f"librarypage.kind.{hit.kind}")
    return RowState(hit.title, Thing(hit.kind, hit.id), kind, hit.excerpt, hit.title_marks, hit.excerpt_marks)


def _articles(_books: Books, desk: Desk) -> Iterator[RowState]:
    words, shelf = desk.speaker.words, desk.engine.content.library
    for lesson in shelf.lessons:
        yield RowState(words(f"lesson.{lesson}.name"))
        for name, entry in shelf.article.items():
            if entry.lesson == lesson:
                minutes = desk.speaker.wording.count(entry.minutes, "minutes")
                title, summary = words(f"article.{name}.title"), words(f"article.{name}.summary")
                yield RowState(title, Thing("article", name), minutes, summary)


def _terms(_books: Books, desk: Desk) -> Iterator[RowState]:
    words = desk.speaker.words
    for name in desk.engine.content.library.term:
        yield RowState(words(f"term.{name}.name"), Thing("term", name), "", words(f"term.{name}.what"))


def _cases(books: Books, desk: Desk) -> Iterator[RowState]:
    words = desk.speaker.words
    for name, study in desk.engine.content.library.case.items():
        said = words(f"message.{study.message}.name") if study.message else words("librarypage.no_message")
        yield RowState(books.cases.page(name).title, Thing("case", name), "", said)


def _causes(_books: Books, desk: Desk) -> Iterator[RowState]:
    words, gate = desk.speaker.words, ""
    for name, cause in desk.engine.content.causes.items():
        if cause.gate != gate:
            gate = cause.gate
            yield RowState(words(f"gate.{gate}.name"))
        yield RowState(words(f"cause.{name}.name"), Thing("cause", name), "", words(f"cause.{name}.summary"))


ROWS: Mapping[str, Callable[[Books, Desk], Iterator[RowState]]] = {
    "articles": _articles,
    "terms": _terms,
    "cases": _cases,
    "causes": _causes,
}
"""Shelf -> what stands on it."""
