"""``disburse-check check``: a borrower's answers in, an explained estimate out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from core.assess import Assessor
from core.commands.workplace import Workplace
from core.explain.jsonable import json_text
from core.explain.layout import Form, Layouts
from core.explain.report import report_of
from core.files import write_whole
from core.loading.answers_file import read_answers


def check_as_json(place: Workplace, answers: Path, as_of: dt.date | None) -> str:
    """Return the assessment of an answers file as JSON, numbers unrounded."""
    content = place.library.content
    assessment = Assessor(content).assess(read_answers(answers, content, as_of, place.today))
    return json_text(assessment).rstrip()


def check_as_report(place: Workplace, answers: Path, as_of: dt.date | None, form: Form) -> str:
    """Return the report of an answers file as text, Markdown or HTML."""
    content = place.library.content
    assessment = Assessor(content).assess(read_answers(answers, content, as_of, place.today))
    report = report_of(assessment, place.language, pages=form != "txt")
    return Layouts(place.layouts).lay_out(report, place.language, form, after=assessment.mode == "after")


def check_to_file(place: Workplace, answers: Path, as_of: dt.date | None, form: Form, target: Path) -> str:
    """Write the report to ``target`` and return a line that says so; nothing is written when anything is wrong."""
    write_whole(target, check_as_report(place, answers, as_of, form))
    return place.language.words("cli.written", file=target)
