"""The report of a class as a file: on paper, as a page, as a table. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.classroom.exports import lay_out, to_csv, to_json
from core.classroom.figures import ClassReport
from core.errors import AppError
from core.files import write_whole
from gui.desk import Desk
from gui.pages.workshop.gather_picture import paper_of
from gui.pages.workshop.kept import Memory
from gui.papers import FORMS
from gui.printing.document import PrintedDocument

TABLE, DATA = ".csv", ".json"


class Reporting:
    """Writes the report that is shown; what is hidden there is hidden in every form."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        """Take what remembers."""
        self._desk, self._memory = desk, memory

    def save(self, path: str) -> None:
        """Write it; the ending of the name says in which form."""
        report = self._memory.now.table.report
        if report is None:
            return
        try:
            self._writer(report, Path(path))()
        except AppError as error:
            self._desk.tell(f"error.{error.code}", **error.facts)
            return
        self._desk.tell("papers.saved", file=Path(path).name)

    def _writer(self, report: ClassReport, path: Path) -> Callable[[], None]:
        desk, ending, language = self._desk, path.suffix.lower(), self._desk.speaker.language
        if ending == TABLE:
            return partial(write_whole, path, to_csv(report, language))
        if ending == DATA:
            return partial(write_whole, path, to_json(report))
        form = FORMS.get(ending, "html")
        if form == "pdf":
            return partial(desk.paper.write_pdf, printed(report, desk), path)
        return partial(write_whole, path, lay_out(paper_of(report, desk), language, form, desk.layouts))


def printed(report: ClassReport, desk: Desk) -> PrintedDocument:
    """Return the report as it is printed."""
    words, paper = desk.speaker.words, paper_of(report, desk)
    return PrintedDocument(
        html=lay_out(paper, desk.speaker.language, "html", desk.layouts),
        header=words("print.header", product=words("ui.product"), date=desk.speaker.wording.date(desk.now().date())),
        footer=paper.versions,
        numbering=lambda number, every: words("print.page", number=number, all=every),
    )
