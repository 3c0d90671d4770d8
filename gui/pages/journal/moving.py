"""Export and import of the journal: what an import would do is told before anything is done. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gui.desk import Desk
from gui.journal_room import Outcome
from gui.pages.journal import working
from gui.pages.journal.choosing import chosen, unchosen

if TYPE_CHECKING:
    # Only for the types: one brings SQLite, the other needs this one.
    from core.journal.merge import MergePlan
    from gui.pages.journal.presenter import JournalPresenter


class Moving:
    """Carries records out of the journal and into it."""

    def __init__(self, page: JournalPresenter, desk: Desk) -> None:
        """Work for a page."""
        self._page, self._desk = page, desk
        self._file = Path()
        self.deeds: Mapping[str, Callable[[str, str], None]] = {
            "export": self._export,
            "export_scores": self._export_scores,
            "import": self._plan,
            "import_apply": self._bring_in,
            "import_not": lambda _, __: self._put_away(imported=False),
            "take_back": self._take_back,
        }

    def _export(self, _of: str, file: str) -> None:
        if file:
            deed = partial(working.export, Path(file))
            self._page.ask(self._desk.journal().reading(deed), partial(self._on_exported, Path(file).name))

    def _export_scores(self, _of: str, file: str) -> None:
        if file:
            deed = partial(working.export_scores, Path(file))
            self._page.ask(self._desk.journal().reading(deed), partial(self._on_scores, Path(file).name))

    def _on_scores(self, file: str, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._page.trouble(outcome.error)
            return
        count = self._desk.speaker.wording.count(outcome.value, "scores")
        self._desk.tell("journalpage.files.exported_scores", count=count, file=file)

    def _on_exported(self, file: str, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._page.trouble(outcome.error)
            return
        count = self._desk.speaker.wording.count(outcome.value, "records")
        self._desk.tell("journalpage.files.exported", count=count, file=file)

    def _plan(self, _of: str, file: str) -> None:
        if file:
            self._file = Path(file)
            self._page.ask(self._desk.journal().reading(partial(working.plan, self._file)), self._on_planned)

    def _on_planned(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._page.trouble(outcome.error)
            return
        plan: MergePlan = outcome.value
        shown = self._page.shown
        typed, focus = unchosen(shown.typed), "journal-import_apply"
        self._page.shown = replace(shown, plan=plan, plan_file=self._file.name, typed=typed, focus=focus)
        self._page.show()

    def _bring_in(self, _of: str, _file: str) -> None:
        shown = self._page.shown
        if shown.plan is not None:
            choices = chosen(shown.plan, shown.typed)
            self._desk.journal().write(partial(working.bring_in, self._file, choices), self._on_brought)

    def _on_brought(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._page.trouble(outcome.error)
            return
        self._put_away(imported=outcome.value.added + outcome.value.replaced > 0)
        count, done = self._desk.speaker.wording.count, outcome.value
        numbers = {"added": done.added, "replaced": done.replaced, "kept": done.kept}
        facts = {name: count(number, "records") for name, number in numbers.items()}
        self._desk.tell("journalpage.files.imported", **facts)
        self._page.look_up()

    def _take_back(self, _of: str, _file: str) -> None:
        self._put_away(imported=False)
        self._page.change(working.take_back, "journalpage.files.taken_back")

    def _put_away(self, *, imported: bool) -> None:
        shown = self._page.shown
        self._page.shown = replace(shown, plan=None, plan_file="", typed=unchosen(shown.typed), imported=imported)
        self._page.show()
