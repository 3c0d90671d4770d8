"""The guide of the moment, and the same as a document to save or to print. No Qt."""

from __future__ import annotations

from pathlib import Path

from core.letters.document import Document
from core.letters.guide import guide_document
from core.rights.words import Guide, guide
from gui.casework import situation
from gui.desk import Desk
from gui.papers import laid_out, print_document, write_document


class Booklet:
    """Makes the guide: of this case with a check, of any without one."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        self._desk = desk

    def guide(self) -> Guide:
        """Return the guide as of today."""
        return guide(self._desk.speaker.language, self._desk.now().date(), situation(self._desk))

    def document(self) -> Document:
        """Return the guide as a document."""
        return guide_document(self.guide(), self._desk.speaker.language)

    def html(self) -> str:
        """Return the guide as a page of HTML, for paper."""
        return laid_out(self.document(), "html", self._desk)

    def print_out(self) -> None:
        """Show the guide as it would be printed."""
        print_document(self.document(), self._desk)

    def save(self, path: str) -> None:
        """Write the guide; the ending of the name says in which form."""
        write_document(self.document(), Path(path), self._desk)
