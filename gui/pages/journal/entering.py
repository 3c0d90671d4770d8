"""Where an opened lock leads. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.desk import Desk
from gui.engine import REVIEW

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter


def go_in(page: JournalPresenter, desk: Desk) -> None:
    """Show what was opened: the check, for whose sake it was, at the step where it was left; else the journal."""
    draft = desk.session.draft
    if page.to_check and not desk.lock():
        desk.visit(("review" if draft.at == REVIEW else "checklist") if draft.begun else "home")
    else:
        page.look_up()
