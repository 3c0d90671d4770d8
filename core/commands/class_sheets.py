"""``disburse-check class sheets``: the paper of a workshop, from its plan."""

from __future__ import annotations

from pathlib import Path

from core.classroom.handouts import Wanted, leader_sheets, sheets
from core.classroom.plan import read_plan
from core.commands.workplace import Workplace
from core.files import write_whole
from core.letters.layout import DocumentLayouts
from core.library.cases import Cases


def sheets_as_text(place: Workplace, plan_file: Path, answers: bool = False, html: Path | None = None) -> str:
    """Return the sheets for everybody as text, or with ``answers`` the leader's; ``html`` writes a page instead.

    Raises:
        AppError: The plan cannot be read, or the page cannot be written.
        PlanError: Every mistake in the plan.
    """
    plan, language = read_plan(plan_file, place.library.content), place.language
    wanted = Wanted(plan.code, plan.quiz, plan.cases)
    document = (leader_sheets if answers else sheets)(wanted, language, Cases(language, place.library.shelf.cases))
    layouts = DocumentLayouts(place.layouts)
    if html is None:
        return layouts.lay_out(document, language, "txt").rstrip("\n")
    write_whole(html, layouts.lay_out(document, language, "html"))
    return language.words("class_line.written", files=str(html))
