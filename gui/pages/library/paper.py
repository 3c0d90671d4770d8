"""What is read, on paper and as a file: the whole text with its questions and sources. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from core.errors import AppError
from core.explain.layout import Form
from core.files import write_whole
from core.letters.document import Document, Section, blocks_of, bullets, paragraph
from core.letters.layout import DocumentLayouts
from core.library.glossary import SCHEME
from gui.desk import Desk
from gui.pages.library.state import ReadingState, SideState
from gui.printing.document import PrintedDocument

FORMS: dict[str, Form | Literal["pdf"]] = {".html": "html", ".htm": "html", ".pdf": "pdf", ".md": "md", ".txt": "txt"}
"""Ending of a file's name -> form; every other ending gets a page of HTML."""
_LINK = re.compile(rf"\[([^\]\n]*)\]\({SCHEME}\w+\)")
_STRESS = re.compile(r"\*\*")


class OnPaper:
    """Saves and prints what is being read."""

    def __init__(self, desk: Desk, reading: Callable[[], ReadingState | None]) -> None:
        """Take what tells which text is being read."""
        self._desk, self._reading = desk, reading

    def save(self, path: str) -> None:
        """Write the text; the ending of the name says in which form."""
        state, desk = self._reading(), self._desk
        if state is None:
            return
        try:
            write(state, desk, Path(path))
        except AppError as error:
            desk.tell(f"error.{error.code}", **error.facts)
            return
        desk.tell("librarypage.saved", file=Path(path).name)

    def print_out(self) -> None:
        """Show the text as it would be printed."""
        state = self._reading()
        if state is None:
            return
        try:
            self._desk.paper.preview(printed(state, self._desk))
        except AppError as error:
            self._desk.tell(f"error.{error.code}", **error.facts)


def write(state: ReadingState, desk: Desk, path: Path) -> None:
    """Write a text in the form that the ending of its name says.

    Raises:
        CannotWriteError: The place cannot be written to.
        NoChineseFontError: A PDF in Chinese was asked for on a computer that cannot draw it.
    """
    form = FORMS.get(path.suffix.lower(), "html")
    if form == "pdf":
        desk.paper.write_pdf(printed(state, desk), path)
    else:
        write_whole(path, _laid_out(state, desk, form))


def printed(state: ReadingState, desk: Desk) -> PrintedDocument:
    """Return a text as it is printed."""
    words = desk.speaker.words
    date = desk.speaker.wording.date(desk.now().date())
    return PrintedDocument(
        html=_laid_out(state, desk, "html"),
        header=words("print.header", product=words("ui.product"), date=date),
        footer=words("ui.content_version", version=desk.engine.content.version),
        numbering=lambda number, every: words("print.page", number=number, all=every),
    )


def _laid_out(state: ReadingState, desk: Desk, form: Form) -> str:
    language = desk.speaker.language
    sides = (state.questions, *(side for side in state.sides if side.lines))
    sections = (*_parts(state), *(_section(side) for side in sides if side is not None))
    lead = tuple(line for line in (state.overline, state.summary) if line)
    closing = (language.words("ui.content_version", version=desk.engine.content.version),)
    document = Document(language.code, state.title, lead, sections, closing)
    return DocumentLayouts(desk.layouts).lay_out(document, language, form)


def _parts(state: ReadingState) -> Iterator[Section]:
    for part in state.parts:
        _, blocks = blocks_of(_STRESS.sub("", _LINK.sub(r"\1", part.markdown)))
        yield Section(part.title, blocks)


def _section(side: SideState) -> Section:
    lines = [f"{title}\n{detail}".strip() for title, detail in side.lines]
    return Section(side.title, bullets(lines) or (paragraph(""),))
