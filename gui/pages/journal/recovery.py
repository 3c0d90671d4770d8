"""The recovery code as a small sheet to print; nothing of it is written to the disk. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from core.letters.document import Document, Section, paragraph
from gui.desk import CODE, Desk
from gui.papers import print_document

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter


class Recovery:
    """Does what is wished of a code that was made and not yet written down."""

    def __init__(self, page: JournalPresenter, desk: Desk) -> None:
        """Work for a page."""
        self._page, self._desk = page, desk
        self.deeds: Mapping[str, Callable[[str, str], None]] = {"code_kept": self._keep, "code_print": self._print}

    def _keep(self, _of: str, _file: str) -> None:
        page = self._page
        self._desk.memory.pop(CODE, None)
        page.shown = replace(page.shown, focus="journal-lock_now")
        page.show()
        page.shown = replace(page.shown, focus="")

    def _print(self, _of: str, _file: str) -> None:
        code = self._desk.memory.get(CODE)
        if code:
            print_document(sheet(str(code), self._desk), self._desk)


def sheet(code: str, desk: Desk) -> Document:
    """Return the sheet: the code by itself on a line, what it is for, and the day it was made."""
    words = desk.speaker.words
    made = words("journalpage.sheet.made", date=desk.speaker.wording.date(desk.now().date()))
    about = tuple(paragraph(words(f"journalpage.sheet.{part}")) for part in ("use", "keep", "new"))
    # The code is the heading: what stands below one is masked where it looks like a number.
    return Document(
        language=desk.speaker.code,
        title=words("journalpage.sheet.title", product=words("ui.product")),
        lead=(made,),
        sections=(Section(code, about),),
        closing=(),
    )
