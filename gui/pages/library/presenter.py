"""Decides what the library shows. What is read is remembered while the program runs, and stored nowhere. No Qt."""

from __future__ import annotations

from typing import Protocol

from gui.desk import Desk
from gui.draft import Draft, at_step
from gui.following import Following
from gui.pages.library.books import Books
from gui.pages.library.finding import Finder
from gui.pages.library.kept import SHELVES, Place, place_of
from gui.pages.library.listing import list_state
from gui.pages.library.paper import OnPaper
from gui.pages.library.reading import known, reading_state, term_state
from gui.pages.library.state import LibraryState, ReadingState, TermState, thing_of
from gui.route import first_step


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: LibraryState) -> None:
        """Show a picture."""

    def show_term(self, term: TermState | None) -> None:
        """Show the explanation of a word above the text, or put it away."""


class LibraryPresenter(Following):
    """Finds, opens, leads on, and lays a case into the checklist as an example."""

    def __init__(self, screen: Screen, desk: Desk, about: str = "") -> None:
        """Show what was shown last, or what ``about`` names."""
        super().__init__(desk)
        self._screen, self._books = screen, Books(desk)
        self.on_paper = OnPaper(desk, self._reading)
        thing = thing_of(about)
        if thing is not None and known(thing, desk):
            self._place.reading = self._place.here = thing
        self._finder = Finder(desk, self.show)
        self.follow(None, self._on_language)
        self.show()

    def search(self, typed: str) -> None:
        """Show what is found for what was typed; the shelf again when nothing is."""
        self._place.typed, self._place.here = typed, None
        self.show()

    def take_shelf(self, shelf: str) -> None:
        """Show another shelf."""
        if shelf in SHELVES:
            self._place.shelf, self._place.typed, self._place.here = shelf, "", None
            self.show()

    def open(self, address: str, from_list: bool = False) -> None:
        """Open something to read. The list keeps the row from which the reading began."""
        thing = thing_of(address)
        if thing is None or not known(thing, self._desk):
            return
        if from_list:
            self._place.here = thing
        if thing.kind == "cause":
            self._desk.visit("explain", thing.id)
            return
        self._place.reading = thing
        self.show()

    def go_back(self) -> None:
        """Show the list again, where it was left."""
        self._place.reading = None
        self.show()

    def explain(self, address: str) -> None:
        """Explain the word that a link in a text names."""
        thing = thing_of(address)
        if thing is not None and thing.kind == "term" and known(thing, self._desk):
            self._screen.show_term(term_state(thing.id, self._desk))

    def begin(self) -> None:
        """Lay the answers of the case into the checklist, as an example; undo brings the reader's own back."""
        thing, desk = self._place.reading, self._desk
        if thing is None or thing.kind != "case":
            return
        draft = Draft(self._books.cases.answers(thing.id), example=thing.id)
        desk.session.begin(at_step(draft, first_step(draft, desk.engine)))
        desk.visit("checklist")

    def close(self) -> None:
        """Follow nothing any more, and make nothing findable."""
        super().close()
        self._finder.close()

    def show(self) -> None:
        """Show the present picture; what is searched for is made findable."""
        if self._place.typed.strip():
            self._finder.prepare()
        if not self._closed:
            listing = list_state(self._place, self._books, self._desk)
            self._screen.show_state(LibraryState(listing, self._reading()))

    def _reading(self) -> ReadingState | None:
        thing = self._place.reading
        return reading_state(thing, self._books, self._desk) if thing is not None else None

    def _on_language(self) -> None:
        self._books = Books(self._desk)
        self.show()

    @property
    def _place(self) -> Place:
        """Return where the reader is; the desk remembers it."""
        return place_of(self._desk)
