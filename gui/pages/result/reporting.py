"""The report in every form it can be saved in, and as it is printed. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from core.explain.jsonable import json_text
from core.explain.layout import Form, Layouts
from core.explain.report import report_of
from core.files import write_whole
from core.schema.assessment import Assessment
from gui.desk import Desk
from gui.printing.document import PrintedDocument

FORMS: Mapping[str, Form | Literal["pdf", "json"]] = {
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".md": "md",
    ".txt": "txt",
    ".json": "json",
}
"""Ending of a file's name -> form; every other ending gets a page of HTML."""


def write_report(found: Assessment, desk: Desk, path: Path) -> None:
    """Write the report in the form that the ending of its name says.

    Raises:
        CannotWriteError: The place cannot be written to.
        NoChineseFontError: A PDF in Chinese was asked for on a computer that cannot draw it.
    """
    form = FORMS.get(path.suffix.lower(), "html")
    if form == "pdf":
        desk.paper.write_pdf(printed_report(found, desk), path)
    elif form == "json":
        write_whole(path, json_text(found))
    else:
        write_whole(path, _laid_out(found, desk, form))


def printed_report(found: Assessment, desk: Desk) -> PrintedDocument:
    """Return the report as it is printed: the page of HTML, with product, date and versions on every sheet."""
    words, date = desk.speaker.words, desk.speaker.wording.date(found.as_of)
    product = words("ui.product")
    if desk.session.draft.example:
        product = words("result.example_title", title=product)
    return PrintedDocument(
        html=_laid_out(found, desk, "html"),
        header=words("print.header", product=product, date=date),
        footer=report_of(found, desk.speaker.language, pages=False).versions,
        numbering=lambda number, every: words("print.page", number=number, all=every),
    )


def _laid_out(found: Assessment, desk: Desk, form: Form) -> str:
    language = desk.speaker.language
    report = report_of(found, language, pages=form != "txt")
    if desk.session.draft.example:
        report = replace(report, title=language.words("result.example_title", title=report.title))
    return Layouts(desk.layouts).lay_out(report, language, form, after=found.mode == "after")
