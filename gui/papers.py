"""Letters, the evidence pack and the guide as files, as text, and as they are printed. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from core.errors import AppError
from core.explain.layout import Form
from core.files import write_whole
from core.letters.document import Document
from core.letters.layout import DocumentLayouts
from gui.desk import Desk
from gui.printing.document import PrintedDocument

FORMS: Mapping[str, Form | Literal["pdf"]] = {
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".md": "md",
    ".txt": "txt",
}
"""Ending of a file's name -> form; every other ending gets a page of HTML."""


def laid_out(document: Document, form: Form, desk: Desk) -> str:
    """Return a document in one form, in the language of the moment."""
    return DocumentLayouts(desk.layouts).lay_out(document, desk.speaker.language, form)


def printed(document: Document, desk: Desk) -> PrintedDocument:
    """Return a document as it is printed. No sheet is headed: a letter is the borrower's own."""
    words = desk.speaker.words
    return PrintedDocument(
        html=laid_out(document, "html", desk),
        header="",
        footer="",
        numbering=lambda number, every: words("print.page", number=number, all=every),
    )


def write_document(document: Document, path: Path, desk: Desk) -> None:
    """Write a document in the form that the ending of its name says, and tell that it is there, or why not."""
    form = FORMS.get(path.suffix.lower(), "html")
    if form == "pdf":
        _told(partial(desk.paper.write_pdf, printed(document, desk), path), path, desk)
    else:
        write_text(laid_out(document, form, desk), path, desk)


def write_text(text: str, path: Path, desk: Desk) -> None:
    """Write a text to a file, and tell that it is there, or why not."""
    _told(partial(write_whole, path, text), path, desk)


def _told(write: Callable[[], None], path: Path, desk: Desk) -> None:
    try:
        write()
    except AppError as error:
        desk.tell(f"error.{error.code}", **error.facts)
        return
    desk.tell("papers.saved", file=path.name)


def print_document(document: Document, desk: Desk) -> None:
    """Show a document as it would be printed, or tell why not."""
    try:
        desk.paper.preview(printed(document, desk))
    except AppError as error:
        desk.tell(f"error.{error.code}", **error.facts)
