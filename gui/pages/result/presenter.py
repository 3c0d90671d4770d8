"""Decides what the result page shows. The assessment is worked out elsewhere and shown when it is there. No Qt."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol, cast

from core.errors import AppError
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from gui.desk import Desk
from gui.draft import with_done, with_objection
from gui.due import remember_plan
from gui.following import Following
from gui.pages.result.compose import result_state
from gui.pages.result.reporting import printed_report, write_report
from gui.pages.result.state import ResultState, WhatIfState
from gui.pages.result.ways import Ways
from gui.pages.result.whatif import WhatIf


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: ResultState) -> None:
        """Show a picture."""

    def show_what_if(self, state: WhatIfState) -> None:
        """Show what another answer would change."""


class ResultPresenter(Following):
    """Shows the assessment of the present draft and takes objections, steps done and what-ifs."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Ask for the assessment and follow session and language."""
        super().__init__(desk)
        self._screen = screen
        self._found: Assessment | None = None
        self.what_if, self.ways = WhatIf(desk, self._show_what_if), Ways(desk)
        self.follow(self._ask, self.show)
        self.show()
        self._ask()

    def take_objection(self, cause: str) -> None:
        """Take "this does not fit me", or take it back."""
        draft = self._desk.session.draft
        self._desk.session.change(with_objection(draft, cause, cause not in draft.answers.objections))

    def mark_done(self, action: str) -> None:
        """Take a step as done, or as not done after all."""
        draft = self._desk.session.draft
        self._desk.session.change(with_done(draft, action, action not in draft.answers.done))

    def save(self, path: str) -> None:
        """Write the report; the ending of the name says in which form."""
        if self._found is None:
            return
        try:
            write_report(self._found, self._desk, Path(path))
        except AppError as error:
            self._desk.tell(f"error.{error.code}", **error.facts)
            return
        self._desk.tell("result.saved", file=Path(path).name)

    def keep(self) -> None:
        """Keep the check in the journal."""
        self.ways.keep(self._found)

    def print_out(self) -> None:
        """Show the report as it would be printed."""
        if self._found is None:
            return
        try:
            self._desk.paper.preview(printed_report(self._found, self._desk))
        except AppError as error:
            self._desk.tell(f"error.{error.code}", **error.facts)

    def show(self) -> None:
        """Show what is known so far."""
        self._screen.show_state(result_state(self._found, self._desk))
        if self._found is not None:
            self._show_what_if()

    def _ask(self) -> None:
        answers = self._desk.engine.answers(self._desk.session.draft)
        self.ask(partial(self._desk.engine.whole, answers), partial(self._on_found, answers))

    def _on_found(self, answers: Answers, found: object) -> None:
        if answers == self._desk.engine.answers(self._desk.session.draft):
            self._found = cast(Assessment, found)
            remember_plan(self._desk, answers, self._found)
            self.show()

    def _show_what_if(self) -> None:
        self._screen.show_what_if(self.what_if.state())
