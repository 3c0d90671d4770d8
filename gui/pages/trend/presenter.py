"""Decides what the page of the score's trend shows, and takes its table into the check. No Qt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from core.errors import AppError
from core.files import write_whole
from core.loading.answer_values import to_answer
from core.measure.score_rows import as_csv, is_empty
from gui.desk import Desk
from gui.draft import at_step, fresh, with_answer
from gui.following import Following
from gui.pages.trend.editing import Editing
from gui.pages.trend.intake import Intake
from gui.pages.trend.keepsake import Keepsake
from gui.pages.trend.picture import chart_state, kind_state, read_out, table_state, take_state
from gui.pages.trend.sheet import HISTORY, SCRATCH, Kind, left_behind, sheet_of
from gui.pages.trend.state import TrendState
from gui.pages.trend.told import Told, told_in
from gui.pages.trend.working import Outcome, worked_out
from gui.route import first_step
from gui.widgets.plot import Plot

Form = Literal["png", "svg"]
FORMS: dict[str, Form] = {".png": "png", ".svg": "svg"}


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: TrendState) -> None:
        """Show a picture."""

    def show_read_out(self, place: int, words: str) -> None:
        """Mark a value on the chart and say it."""

    def picture(self, plot: Plot, form: Form) -> bytes:
        """Return a plot as a file."""


class TrendPresenter(Following):
    """Shows a table, its chart, and what both say."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Begin with the table left behind here, else with the scores in the check."""
        super().__init__(desk)
        self._screen, self._outcome, self._settled = screen, Outcome(), False
        left = desk.scratch.pop(SCRATCH, None)
        self.editing = Editing(sheet_of(desk.session.draft, left), self._on_rows)
        self.intake = Intake(self.editing, told_in(left["told"]) if left else Told(), desk, self.show)
        self.keepsake = Keepsake(self.editing, self.intake, desk, self.show)
        self.follow(self.show, self._on_changed)
        self._on_changed()

    def choose_kind(self, kind: str) -> None:
        """Read the table as the platform's score, or as another one."""
        chosen: Kind = "platform" if kind == "platform" else "other"
        self.editing.sheet = replace(self.editing.sheet, kind=chosen)
        self.keepsake.forget()
        self._on_changed()

    def type_range(self, field: str, text: str) -> None:
        """Take the name of another score, or an end of its range."""
        self.editing.sheet = self.editing.sheet.typed(field, text)
        self._on_changed()

    def reach(self, place: int) -> None:
        """Say the value at a place of the chart."""
        points = self._outcome.points
        if 0 <= place < len(points):
            self._screen.show_read_out(place, read_out(points[place], self._desk.speaker))

    def take(self) -> None:
        """Answer the check's question with the table, in one step; without a check, begin one with that answer."""
        desk, points = self._desk, self._outcome.points
        if not take_state(self.editing.sheet, self._outcome, self._settled, desk).possible:
            return
        answer = to_answer(desk.engine.content.questions[HISTORY], [list(point) for point in points])
        draft = desk.session.draft
        if draft.begun:
            desk.session.change(at_step(with_answer(draft, HISTORY, answer), draft.at))
        else:
            begun = with_answer(fresh(desk.now().date(), way="short"), HISTORY, answer)
            desk.session.begin(at_step(begun, first_step(begun, desk.engine)))
        desk.tell("trend_page.taken", count=len(points))

    def save(self, path: str) -> None:
        """Write the chart or the table, as the ending of the file says."""
        desk, file = self._desk, Path(path)
        try:
            write_whole(file, self._content(file.suffix.lower()))
        except AppError as error:
            desk.tell(f"error.{error.code}", **error.facts)
            return
        desk.tell("result.saved", file=file.name)

    def show(self) -> None:
        """Show the present picture."""
        desk, sheet, outcome = self._desk, self.editing.sheet, self._outcome
        words, allowed = desk.speaker.words, sheet.allowed(desk.engine.content)
        self.keepsake.judge(outcome, self._settled)
        self._screen.show_state(
            TrendState(
                title=words("trend_page.title"),
                intro=words("trend_page.intro"),
                kind=kind_state(sheet, allowed, desk),
                table=table_state(self.editing, self.intake, outcome, desk),
                chart=chart_state(sheet, outcome, allowed, desk),
                facts_title=words("trend_page.facts_title"),
                facts=outcome.lines or (words("trend_page.no_facts"),),
                hedge=words("trend.hedge"),
                take=take_state(sheet, outcome, self._settled, desk),
                journal=self.keepsake.state(),
            )
        )

    def close(self) -> None:
        """Follow nothing any more; the table is left behind for when the page is opened again."""
        if not self._closed:
            left = left_behind(self.editing.sheet, self._desk.session.draft)
            self._desk.scratch[SCRATCH] = {**left, "told": self.intake.told.as_text()}
        self.intake.drop()
        self.keepsake.drop()
        super().close()

    def _content(self, suffix: str) -> str | bytes:
        desk, words = self._desk, self._desk.speaker.words
        if suffix in FORMS:
            sheet = self.editing.sheet
            plot = chart_state(sheet, self._outcome, sheet.allowed(desk.engine.content), desk).plot
            return self._screen.picture(plot, FORMS[suffix])
        return as_csv(self._outcome.points, words("trend_page.day"), words("trend_page.score"))

    def _on_rows(self) -> None:
        self.intake.forget()
        self.keepsake.forget()
        self._on_changed()

    def _on_changed(self) -> None:
        desk, sheet = self._desk, self.editing.sheet
        allowed = sheet.allowed(desk.engine.content)
        self._settled = False
        if allowed is None or all(map(is_empty, sheet.rows)):
            self.drop()  # nothing to work out, and no reason to load what does
            self._outcome = Outcome()
        else:
            self.ask(
                partial(worked_out, sheet.rows, allowed, desk.now().date(), desk.speaker.language), self._on_outcome
            )
        self.show()

    def _on_outcome(self, outcome: Outcome) -> None:
        self._outcome, self._settled = outcome, True
        self.show()
