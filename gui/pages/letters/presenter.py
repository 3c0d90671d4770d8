"""Decides what the page of letters shows: what to write, what it asks for, and what it becomes. No Qt."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol, cast

from core.letters.document import Document
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from gui.casework import casework, keep, kind_of
from gui.desk import Desk
from gui.following import Following
from gui.pages.letters.filling import Filling
from gui.pages.letters.picture import letters_state
from gui.pages.letters.state import LettersState
from gui.pages.letters.writer import PACK, Writer, assessed
from gui.papers import laid_out, print_document, write_document, write_text

JSON = ".json"


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: LettersState) -> None:
        """Show a picture."""

    def put_on_clipboard(self, text: str) -> None:
        """Let a text be pasted elsewhere."""


class LettersPresenter(Following):
    """Shows a letter, or the evidence pack, as it is being filled in."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Show what is wanted: from the page about help, or what was written last."""
        super().__init__(desk)
        self._screen, self.writer = screen, Writer(desk)
        self.filling = Filling(desk, self.show)
        self._found: tuple[Answers, Assessment] | None = None
        self.follow(self._on_changed, self.show)
        self._on_changed()

    def choose(self, kind: str) -> None:
        """Write something else; what was typed stays."""
        keep(self._desk, replace(casework(self._desk), letter=kind))
        self._on_changed()

    def choose_lender(self, name: str) -> None:
        """Say which kind of institution lends: it decides what a letter names, and where it may be sent."""
        keep(self._desk, replace(casework(self._desk), kind=kind_of(name)))
        self.show()

    def copy(self) -> None:
        """Let the text be pasted elsewhere."""
        document = self.document()
        if document is not None:
            self._screen.put_on_clipboard(laid_out(document, "txt", self._desk))
            self._desk.tell("writing.copied")

    def save(self, path: str) -> None:
        """Write it; the ending of the name says in which form. The pack can be plain data as well."""
        document, file = self.document(), Path(path)
        if document is None:
            return
        if file.suffix.lower() == JSON and self.writer.kind == PACK and self._found is not None:
            answers, found = self._found
            data = self.writer.pack_json(found, answers, self._typed())
            write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", file, self._desk)
        else:
            write_document(document, file, self._desk)

    def print_out(self) -> None:
        """Show it as it would be printed."""
        document = self.document()
        if document is not None:
            print_document(document, self._desk)

    def document(self) -> Document | None:
        """Return what is being written; None while there is nothing to write it from."""
        if self.writer.kind != PACK:
            return self.writer.letter(self.writer.kind, self._typed())
        if self._found is None or self._found[0] != self.writer.answers:
            return None
        answers, found = self._found
        return self.writer.pack(found, answers, self._typed())

    def document_html(self) -> str | None:
        """Return the same as a page of HTML, for paper."""
        document = self.document()
        return None if document is None else laid_out(document, "html", self._desk)

    def show(self) -> None:
        """Show the present picture."""
        if not self._closed:
            self._screen.show_state(
                letters_state(self.writer.kind, self.document(), self.writer, self.filling, self._desk)
            )

    def _on_changed(self) -> None:
        """Show it, and have what the pack needs worked out where it is not yet."""
        self.show()
        begun, answers = self._desk.session.draft.begun, self.writer.answers
        if self.writer.kind == PACK and begun and (self._found is None or self._found[0] != answers):
            self.ask(partial(assessed, self._desk.engine, answers), partial(self._on_found, answers))

    def _on_found(self, answers: Answers, found: object) -> None:
        self._found = (answers, cast(Assessment, found))
        self.show()

    def _typed(self) -> dict[str, str]:
        return self.filling.usable(self.writer.fields(self.writer.kind))
